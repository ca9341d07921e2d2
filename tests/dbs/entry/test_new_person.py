"""Somebody new on one form: person, role, certificate or application."""

from datetime import date

import pytest

from assurance.dbs.entry import add_person
from assurance.dbs.forms.entry import NO_ROLE, NOT_CHOSEN, NewPersonForm
from assurance.dbs.models.checks import DbsApplication, DbsCheck
from assurance.dbs.models.statuses import standing_of
from assurance.people.models.people import Engagement, Person
from assurance.records.history import HistoryEntry
from assurance.records.refusals import Refused
from tests.cast import make_council, officer
from tests.dbs.entry.typed import APPLIED, CERTIFICATE, PERSON, ROLE, somebody_new
from tests.dbs.reminding import page_of
from tests.make import dbs, people
from tests.page_requests import errors
from tests.sweeping import swept

pytestmark = pytest.mark.django_db
DAY = date(2016, 1, 18)


def kept():
    """How many people, roles, certificates and applications there are."""
    return tuple(model.objects.count() for model in (Person, Engagement, DbsCheck, DbsApplication))


def refusals(client, *parts, **fields):
    """Field → sentences of what the page refuses; nothing is kept."""
    answer = client.post("/dbs/add/", somebody_new(*parts, **fields))
    assert answer.status_code == 200 and kept() == (0, 0, 0, 0)
    return errors(answer)


def test_a_person_with_a_role_and_a_certificate_is_added_in_one_go(signed_in):
    dbs.policy()
    answer = signed_in.post("/dbs/add/", somebody_new(ROLE, CERTIFICATE), follow=True)
    page = page_of(answer)
    assert "Person added." in page and "In date" in page and "ending 7890" in page
    assert kept() == (1, 1, 1, 0)
    role, check = Engagement.objects.get(), DbsCheck.objects.get()
    assert (role.role, role.level, role.workforce, role.needs_check) == (
        *("Social Worker", "enhanced_barred", "child"),
        True,
    )
    assert (check.certificate_number, check.level, check.seen_on) == (
        *("001234567890", "enhanced_barred"),
        date(2015, 10, 5),
    )
    verbs = set(HistoryEntry.objects.values_list("what", flat=True))
    assert verbs == {f"dbs_register.{verb}" for verb in ("record_person", "add_role")} | {
        "dbs_register.record_check"
    }


def test_somebody_at_work_before_the_certificate_came_has_a_risk_assessment(signed_in):
    dbs.policy()
    safe = {"risk_assessed_on": date(2015, 11, 2), "risk_assessment": "Accompanied on every visit."}
    signed_in.post("/dbs/add/", somebody_new(ROLE, APPLIED, safe))
    assert kept() == (1, 1, 0, 1)
    person, role = Person.objects.get(), Engagement.objects.get()
    assert standing_of(person, DAY).status == "FIRST_CHECK_IN_PROGRESS"
    page = page_of(signed_in.get(f"/dbs/roles/{role.pk}/"))
    assert "Yes, none has come yet; risk assessed on 2 November 2015" in page
    assert "Accompanied on every visit." in page


def test_a_role_without_a_check_says_why(signed_in):
    assert refusals(signed_in, ROLE, check="not_needed") == {
        "not_eligible_because": ["Explain why this role needs no check"]
    }
    fields = somebody_new(ROLE, check="not_needed", not_eligible_because="No work with children")
    signed_in.post("/dbs/add/", fields)
    assert not Engagement.objects.get().needs_check


def test_a_person_alone_is_kept_as_before(signed_in):
    page = page_of(signed_in.post("/dbs/add/", somebody_new(), follow=True))
    assert kept() == (1, 0, 0, 0) and "Not in scope" in page


def test_no_check_yet_is_an_answer_without_a_role_and_no_need_of_one_is_not(signed_in):
    found = refusals(signed_in, check="not_needed")
    assert "enter the role as well" in found["role"][0]
    signed_in.post("/dbs/add/", somebody_new(check="neither"))
    assert kept() == (1, 0, 0, 0)


def test_a_certificate_or_an_application_is_kept_without_a_role(signed_in):
    signed_in.post("/dbs/add/", somebody_new(CERTIFICATE))
    signed_in.post("/dbs/add/", somebody_new(APPLIED, reference="A2"))
    assert kept() == (2, 0, 1, 1)


@swept(
    [
        ("level", "enhanced", NO_ROLE),
        ("workforce", "adult", NO_ROLE),
        ("risk_assessment", "Accompanied.", NO_ROLE),
        ("certificate_level", "enhanced", NOT_CHOSEN),
        ("certificate_workforce", "adult", NOT_CHOSEN),
        ("certificate_number", "001234567890", NOT_CHOSEN),
        ("not_eligible_because", "No work with children", NOT_CHOSEN),
    ]
)
def test_what_is_typed_alone_is_refused_and_never_passed_over(name, value, sentence):
    form = NewPersonForm(somebody_new(**{name: value}), council=make_council())
    assert sentence in form.errors[name], name
    labels = [label for _value, label in getattr(form.fields[name], "choices", ())]
    assert len({label.removesuffix(" (usual)") for label in labels}) == len(labels)


def test_days_typed_alone_are_refused_too(signed_in):
    day = date(2016, 1, 4)
    for name, sentence in (
        ("issued_on", NOT_CHOSEN),
        ("seen_on", NOT_CHOSEN),
        ("submitted_on", NOT_CHOSEN),
        ("risk_assessed_on", NO_ROLE),
    ):
        assert sentence in refusals(signed_in, **{name: day})[name], name


def test_a_part_that_does_not_go_with_the_answer_is_refused(signed_in):
    found = refusals(signed_in, ROLE, CERTIFICATE, check="neither")
    text = "You chose “Neither yet”: leave this empty, or choose another answer"
    assert found == {key: [text] for key in ("certificate_number", "issued_on", "seen_on")}
    found = refusals(signed_in, ROLE, APPLIED, check="certificate")
    assert set(found) == {"submitted_on", "certificate_number", "issued_on"}


def test_what_a_part_lacks_is_said_at_once(signed_in):
    found = refusals(signed_in, group="employee")
    assert found == {
        "service": ["Select the service"],
        "role": ["Enter the role"],
        "starts_on": ["Enter the start date in the role"],
        "check": ["Select what is known of their check"],
    }
    found = refusals(signed_in, ROLE, check="certificate")
    assert found == {
        "certificate_number": ["Enter the certificate number"],
        "issued_on": ["Enter the date of issue"],
    }
    assert refusals(signed_in, ROLE, check="applied") == {
        "submitted_on": ["Enter the date of the application"]
    }


def test_a_number_with_letters_and_a_day_seen_too_early_are_refused(signed_in):
    found = refusals(signed_in, ROLE, CERTIFICATE, certificate_number="00123456789X")
    assert found["certificate_number"] == [
        "A certificate number has 12 digits and nothing else: leave out letters and spaces"
    ]
    found = refusals(signed_in, ROLE, CERTIFICATE, seen_on=date(2015, 9, 30))
    assert "It was issued on 1 October 2015" in found["seen_on"][0]


def test_a_risk_assessment_is_its_day_and_its_sentence(signed_in):
    day = {"risk_assessed_on": date(2015, 11, 2)}
    found = refusals(signed_in, ROLE, APPLIED, day)
    assert found == {"risk_assessment": ["Enter what the risk assessment decided"]}
    found = refusals(signed_in, ROLE, APPLIED, risk_assessment="Accompanied.")
    assert found == {"risk_assessed_on": ["Enter the date of the risk assessment"]}


def test_what_an_operation_refuses_is_shown_at_its_field_and_nothing_is_kept(signed_in):
    taken = dbs.dbs_check(certificate_number="001234567890")
    answer = signed_in.post("/dbs/add/", somebody_new(ROLE, CERTIFICATE))
    assert "is recorded already" in errors(answer)["certificate_number"][0]
    assert kept() == (1, 1, 1, 0) and Person.objects.get() == taken.person


def test_services_are_chosen_from_teams_and_roles_or_another_is_named(signed_in):
    people.team(service="Fostering")
    page = page_of(signed_in.get("/dbs/add/"))
    assert '<option value="Fostering">' in page and "Another service" in page
    found = refusals(signed_in, ROLE, CERTIFICATE, service="another")
    assert found == {"another_service": ["Enter the service, or select one from the list"]}
    found = refusals(signed_in, ROLE, CERTIFICATE, service="Fostering", another_service="Leaving")
    assert found["another_service"][0].startswith("Select “Another service”")
    fields = somebody_new(ROLE, CERTIFICATE, service="another", another_service="Leaving care")
    signed_in.post("/dbs/add/", fields)
    assert Engagement.objects.get().service == "Leaving care"
    assert '<option value="Leaving care">' in page_of(signed_in.get("/dbs/add/"))


def test_a_role_s_own_page_offers_the_same_services_and_keeps_its_own(signed_in):
    role = people.engagement(service="Old name")
    people.team(service="Fostering")
    page = page_of(signed_in.get(f"/dbs/roles/{role.pk}/change/"))
    assert '<option value="Old name" selected>' in page and '<option value="Fostering">' in page


def test_all_parts_are_kept_or_none():
    council, by = make_council(), officer()
    with pytest.raises(Refused):
        add_person(
            **{**PERSON, "council": council, "by": by, "on": DAY},
            role=ROLE,
            certificate={"certificate_number": "12", "issued_on": DAY},
        )
    assert kept() == (0, 0, 0, 0)


def test_a_person_s_history_has_what_was_added_to_their_roles(signed_in):
    signed_in.post("/dbs/add/", somebody_new(ROLE, CERTIFICATE))
    person, role = Person.objects.get(), Engagement.objects.get()
    entry = somebody_new(ROLE, needs_check="True", level="enhanced", workforce="child", version=1)
    signed_in.post(f"/dbs/roles/{role.pk}/change/", entry)
    check = DbsCheck.objects.get()
    reason = {"because": "Entered for another person", "version": 1}
    signed_in.post(f"/dbs/certificates/{check.pk}/withdraw/", reason)
    entries = signed_in.get(f"/dbs/{person.pk}/").context["entries"]
    assert [item.what for item in entries] == [
        "Certificate withdrawn: certificate ending 7890",
        "Role changed: Social Worker",
        "Certificate added: certificate ending 7890",
        "Role added: Social Worker",
        "Added",
    ]
    assert entries[1].changes["Level"] == {
        "from": "Enhanced with barred list",
        "to": "Enhanced",
    }


def test_the_history_of_many_records_takes_as_many_queries_as_of_one(
    signed_in, django_assert_max_num_queries
):
    person = people.engagement().person
    counts = []
    for _turn in range(2):
        with django_assert_max_num_queries(60) as queries:
            signed_in.get(f"/dbs/{person.pk}/")
        counts.append(len(queries))
        for _ in range(4):
            people.engagement(person=person)
            dbs.dbs_check(person=person)
    assert counts[0] == counts[1]


def test_a_reference_and_a_certificate_that_are_used_are_told_with_every_other_fault(signed_in):
    dbs.dbs_check(certificate_number="001234567890", person=people.person(reference="A1047"))
    said = {"reference": "a1047", "name": "", "issued_on": None}
    answer = signed_in.post("/dbs/add/", somebody_new(ROLE, CERTIFICATE, said))
    assert {"reference", "name", "certificate_number", "issued_on"} <= set(errors(answer))
