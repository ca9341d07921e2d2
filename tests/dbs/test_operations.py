"""What officers do with the register: people, roles, certificates, applications and look-ups."""

from datetime import date

import pytest

from assurance.dbs.models.checks import DbsCheck
from assurance.dbs.operations import checks, people
from assurance.people.models.people import Engagement, Person
from assurance.records.history import HistoryDetail, HistoryEntry
from assurance.records.record import EditConflict
from assurance.records.refusals import Refused
from tests.cast import make_council, officer
from tests.make import dbs
from tests.make import people as make

pytestmark = pytest.mark.django_db
ON = date(2016, 1, 18)
ROLE = {
    "group": "employee",
    "service": "Child in Need",
    "role": "Social Worker",
    "starts_on": date(2014, 3, 1),
}


@pytest.fixture
def doing():
    """Who does it, and when."""
    return {"by": officer(), "on": ON}


def last():
    """The newest entry of history."""
    return HistoryEntry.objects.order_by("-seq").first()


def refusal(operation, **said):
    """(field, sentence) of the refusal."""
    with pytest.raises(Refused) as refused:
        operation(**said)
    return refused.value.field, refused.value.sentence


def test_a_person_is_recorded_changed_and_withdrawn(doing):
    council = make_council()
    person = people.record_person(council=council, reference="A1", name="Post holder", **doing)
    assert last().what == "dbs_register.record_person"
    assert "Post holder" not in str(last().changes), "personal words stay out of the chain"
    person = people.change_person(record=person, seen=1, name="Other name", **doing)
    assert (person.name, person.version) == ("Other name", 2)
    with pytest.raises(EditConflict):
        people.change_person(record=person, seen=1, name="Third name", **doing)
    person = people.withdraw_person(record=person, seen=2, because="Left long ago", **doing)
    assert person.is_withdrawn and last().what == "dbs_register.withdraw_person"
    field, _ = refusal(people.withdraw_person, record=person, seen=3, because="Again", **doing)
    assert field == "because"
    assert "withdrawn" in refusal(people.change_person, record=person, seen=3, name="-", **doing)[1]
    for operation in (people.add_engagement, checks.record_check, checks.record_application):
        refused = refusal(operation, council=council, person=person, **doing)
        assert "withdrawn" in refused[1]
    assert "withdrawn" in refusal(checks.record_lookup, council=council, person=person, **doing)[1]


def test_a_reference_belongs_to_one_person(doing):
    there = make.person(reference="A1")
    said = {"council": there.council, "reference": "A1", "name": "Other", **doing}
    assert refusal(people.record_person, **said)[0] == "reference"
    people.withdraw_person(record=there, seen=1, because="Entered twice", **doing)
    assert "withdrawn on 18 January 2016" in refusal(people.record_person, **said)[1]
    elsewhere = {**said, "council": make_council("elsewhere")}
    assert people.record_person(**elsewhere).reference == "A1"


def test_a_role_is_added_changed_and_withdrawn(doing):
    person = make.person()
    role = people.add_engagement(council=person.council, person=person, **ROLE, **doing)
    assert role.needs_check and last().what == "dbs_register.add_role"
    role = people.change_engagement(record=role, seen=1, ends_on=ON, **doing)
    assert role.ends_on == ON
    field, sentence = refusal(
        people.change_engagement, record=role, seen=2, ends_on=date(2014, 2, 28), **doing
    )
    assert (field, "starts on 1 March 2014" in sentence) == ("ends_on", True)
    role = people.withdraw_engagement(record=role, seen=2, because="Another person's", **doing)
    assert refusal(people.change_engagement, record=role, seen=3, role="-", **doing)[0] == ""
    assert Engagement.objects.active().count() == 0


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"needs_check": False}, "not_eligible_because"),
        ({"set_aside_until": ON}, "set_aside_from"),
        ({"set_aside_from": ON}, "set_aside_because"),
        ({"set_aside_from": ON, "set_aside_because": "Absence"}, "set_aside_approved_by"),
        (
            {
                "set_aside_from": ON,
                "set_aside_until": date(2016, 1, 17),
                "set_aside_because": "Absence",
                "set_aside_approved_by": "Head of Service",
            },
            "set_aside_until",
        ),
    ],
)
def test_a_role_that_makes_no_sense_is_refused_at_its_field(doing, said, field):
    person = make.person()
    everything = {**ROLE, **said, **doing, "council": person.council, "person": person}
    assert refusal(people.add_engagement, **everything)[0] == field


CHECK = {"certificate_number": "001234567890", "issued_on": date(2015, 3, 2)}


def test_a_certificate_is_recorded_changed_and_withdrawn(doing):
    person = make.person()
    check = checks.record_check(council=person.council, person=person, **CHECK, **doing)
    assert str(check) == "certificate ending 7890"
    check = checks.change_check(record=check, seen=1, certificate_number="001234561111", **doing)
    assert check.masked_number == "ending 1111"
    held = list(HistoryDetail.objects.filter(field="certificate_number").values_list("after"))
    assert held == [("ending 7890",), ("ending 1111",)], "history holds four digits alone"
    check = checks.withdraw_check(record=check, seen=2, because="Another person's", **doing)
    assert refusal(checks.change_check, record=check, seen=3, issued_on=ON, **doing)[0] == ""
    assert DbsCheck.objects.active().count() == 0


@pytest.mark.parametrize("number", ["12345678901", "1234567890123", "A23456789012", "12345678 012"])
def test_a_certificate_number_that_is_not_twelve_digits_is_refused(doing, number):
    person = make.person()
    said = {**CHECK, "certificate_number": number, "council": person.council, "person": person}
    field, sentence = refusal(checks.record_check, **said, **doing)
    assert field == "certificate_number"
    assert "12 digits" in sentence and number not in sentence


def test_a_certificate_number_belongs_to_one_person(doing):
    there = dbs.dbs_check(certificate_number="001234567890")
    other = make.person()
    said = {**CHECK, "council": there.council, "person": other, **doing}
    assert refusal(checks.record_check, **said)[0] == "certificate_number"
    assert checks.record_check(**{**said, "certificate_number": ""}).masked_number == ""
    assert str(checks.record_check(**{**said, "certificate_number": ""})) == "certificate"


def test_a_re_check_cannot_have_been_issued_before_what_it_renews(doing):
    first = dbs.dbs_check(issued_on=date(2013, 3, 2))
    said = {"council": first.council, "person": first.person, **doing}
    field, sentence = refusal(
        checks.record_check, **{**CHECK, "issued_on": date(2013, 3, 1)}, **said
    )
    assert (field, "2 March 2013" in sentence) == ("issued_on", True)
    checks.record_check(**CHECK, **said)
    field, sentence = refusal(
        checks.change_check, record=first, seen=1, issued_on=date(2015, 3, 3), **doing
    )
    assert (field, "2 March 2015" in sentence) == ("issued_on", True)
    assert checks.change_check(record=first, seen=1, issued_on=date(2015, 3, 2), **doing)


def test_a_certificate_is_not_seen_before_it_is_issued(doing):
    person = make.person()
    said = {**CHECK, "seen_on": date(2015, 3, 1), "council": person.council, "person": person}
    assert refusal(checks.record_check, **said, **doing)[0] == "seen_on"


def test_an_application_is_recorded_closed_and_withdrawn(doing):
    person = make.person()
    said = {"council": person.council, "person": person, "submitted_on": date(2016, 1, 4), **doing}
    application = checks.record_application(**said)
    close = {"record": application, "outcome": "certificate", **doing}
    field, _ = refusal(checks.close_application, seen=1, closed_on=date(2016, 1, 3), **close)
    assert field == "closed_on"
    application = checks.close_application(seen=1, closed_on=ON, **close)
    assert application.outcome == "certificate" and last().what == "dbs_register.close"
    assert "already" in refusal(checks.close_application, seen=2, closed_on=ON, **close)[1]
    field, _ = refusal(checks.change_application, record=application, seen=2, outcome="", **doing)
    assert field == "outcome"
    application = checks.change_application(
        record=application, seen=2, outcome="", closed_on=None, **doing
    )
    field, _ = refusal(
        checks.change_application, record=application, seen=3, outcome="stopped", **doing
    )
    assert field == "closed_on"
    application = checks.withdraw_application(record=application, seen=3, because="No", **doing)
    for operation, more in (
        (checks.change_application, {"outcome": ""}),
        (checks.close_application, {"closed_on": ON, "outcome": "stopped"}),
    ):
        assert "withdrawn" in refusal(operation, record=application, seen=4, **more, **doing)[1]


@pytest.mark.parametrize(
    ("answer", "kept"),
    [
        ("BLANK_NO_NEW_INFO", "CURRENT"),
        ("NON_BLANK_NO_NEW_INFO", "CURRENT"),
        ("NEW_INFO", "NOT_CURRENT"),
        ("NO_MATCH_FOUND", "NO_MATCH"),
        ("CURRENT", "CURRENT"),
    ],
)
def test_the_four_answers_become_three_before_anything_is_kept(doing, answer, kept):
    check = dbs.dbs_check()
    lookup = checks.record_lookup(
        council=check.council,
        person=check.person,
        looked_on=ON,
        answer=answer,
        looked_by="Business Support Officer",
        consent_held=True,
        **doing,
    )
    assert lookup.answer == kept
    held = HistoryDetail.objects.get(field="answer")
    assert (held.before, held.after) == (None, kept)


def test_a_look_up_needs_consent_and_a_certificate_issued_by_then(doing):
    check = dbs.dbs_check(issued_on=date(2015, 3, 2))
    said = {
        "council": check.council,
        "person": check.person,
        "looked_on": date(2015, 3, 1),
        "answer": "CURRENT",
        "looked_by": "Business Support Officer",
        "consent_held": True,
        **doing,
    }
    assert refusal(checks.record_lookup, **said)[0] == "looked_on"
    assert refusal(checks.record_lookup, **{**said, "person": make.person()})[0] == "looked_on"
    said["looked_on"] = ON
    assert refusal(checks.record_lookup, **{**said, "consent_held": False})[0] == "consent_held"
    lookup = checks.record_lookup(**said)
    lookup = checks.change_lookup(record=lookup, seen=1, answer="NEW_INFO", **doing)
    assert lookup.answer == "NOT_CURRENT"
    assert checks.change_lookup(record=lookup, seen=2, looked_by="Other", **doing).version == 3
    lookup = checks.withdraw_lookup(record=lookup, seen=3, because="Another person's", **doing)
    assert "withdrawn" in refusal(checks.change_lookup, record=lookup, seen=4, **doing)[1]


def test_everything_is_told_once_to_history(doing):
    person = people.record_person(council=make_council(), reference="A1", name="-", **doing)
    people.add_engagement(council=person.council, person=person, **ROLE, **doing)
    checks.record_check(council=person.council, person=person, **CHECK, **doing)
    assert HistoryEntry.objects.count() == 3
    assert Person.objects.count() == 1


def test_every_row_has_words_of_its_own():
    audit = dbs.dbs_audit()
    assert str(audit) == "DBS audit of 5 January 2016"
    assert str(audit.due.get()) == "January 2016: 7"
    assert str(audit.counts.get(moment="audit", part="IN_DATE")) == "IN_DATE: 314"
    person = make.engagement().person
    assert str(person.engagements.get()) == "Social Worker"
    assert str(dbs.application(person=person)) == "application of 4 January 2016"
    assert str(dbs.lookup(person=person)) == "look-up of 1 December 2015"
    assert str(dbs.policy()) == "every 36 months"
