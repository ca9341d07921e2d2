"""What officers do with the register: people, roles, certificates, applications and look-ups."""

from datetime import date

import pytest

from assurance.dbs.models.checks import DbsApplication, DbsCheck, UpdateLookup
from assurance.dbs.operations import checks
from assurance.people.models.people import Engagement, Person
from assurance.records import operations
from assurance.records.history import HistoryDetail, HistoryEntry
from assurance.records.record import EditConflict
from tests.cast import make_council, officer
from tests.dbs.entries import refusal
from tests.make import dbs
from tests.make import people as make

pytestmark = pytest.mark.django_db
ON = date(2016, 1, 18)


@pytest.fixture
def doing():
    """Who does it, and when."""
    return {"by": officer(), "on": ON}


def last():
    """The newest entry of history."""
    return HistoryEntry.objects.order_by("-seq").first()


def test_a_person_is_recorded_changed_and_withdrawn(doing):
    council = make_council()
    said = {"council": council, "reference": "A1", "name": "Post holder"}
    person = operations.create(model=Person, **said, **doing)
    assert last().what == "dbs_register.record_person"
    assert "Post holder" not in str(last().changes), "personal words stay out of the chain"
    person = operations.change(record=person, version=1, name="Other name", **doing)
    assert (person.name, person.version) == ("Other name", 2)
    with pytest.raises(EditConflict):
        operations.change(record=person, version=1, name="Third name", **doing)
    person = operations.withdraw(record=person, version=2, because="Left long ago", **doing)
    assert person.is_withdrawn and last().what == "dbs_register.withdraw_person"
    assert "withdrawn" in refusal(operations.change, record=person, version=3, name="-", **doing)[1]
    for model in (Engagement, DbsCheck, DbsApplication, UpdateLookup):
        of_person = {"model": model, "council": council, "person": person}
        assert "withdrawn" in refusal(operations.create, **of_person, **doing)[1], model


def test_a_reference_belongs_to_one_person_of_a_council_and_a_number_may_be_empty(doing):
    there = dbs.dbs_check(certificate_number="")
    said = {"reference": there.person.reference, "name": "Other", **doing}
    assert refusal(operations.create, model=Person, council=there.council, **said)[0] == "reference"
    elsewhere = make_council("elsewhere")
    assert operations.create(model=Person, council=elsewhere, **said).name == "Other"
    said = {**CHECK, "council": there.council, "person": there.person, "certificate_number": ""}
    again = operations.create(model=DbsCheck, **said, **doing)
    assert (again.masked_number, str(again)) == ("", "certificate")


def test_a_role_is_added_changed_and_withdrawn(doing):
    person = make.person()
    said = {"council": person.council, "person": person, "starts_on": date(2014, 3, 1), **doing}
    said |= {"group": "employee", "service": "Child in Need", "role": "Social Worker"}
    refused = refusal(operations.create, model=Engagement, needs_check=False, **said)
    assert refused == ("not_eligible_because", "Explain why this role needs no check")
    role = operations.create(model=Engagement, **said)
    assert role.needs_check and last().what == "dbs_register.add_role"
    role = operations.change(record=role, version=1, ends_on=ON, **doing)
    assert role.ends_on == ON
    early = {"record": role, "version": 2, "ends_on": date(2014, 2, 28)}
    assert refusal(operations.change, **early, **doing)[0] == "ends_on"
    operations.withdraw(record=role, version=2, because="Another person's", **doing)
    assert Engagement.objects.active().count() == 0


CHECK = {"certificate_number": "001234567890", "issued_on": date(2015, 3, 2)}


def test_a_certificate_is_recorded_changed_and_withdrawn(doing):
    person = make.person()
    said = {**CHECK, "council": person.council, "person": person, **doing}
    for field, value in (("certificate_number", "A23456789012"), ("seen_on", date(2015, 3, 1))):
        where, sentence = refusal(operations.create, model=DbsCheck, **{**said, field: value})
        assert where == field and str(value) not in sentence
    check = operations.create(model=DbsCheck, **said)
    assert str(check) == "certificate ending 7890"
    check = operations.change(record=check, version=1, certificate_number="001234561111", **doing)
    assert check.masked_number == "ending 1111"
    held = list(HistoryDetail.objects.filter(field="certificate_number").values_list("after"))
    assert held == [("ending 7890",), ("ending 1111",)], "history holds four digits alone"
    check = operations.withdraw(record=check, version=2, because="Another person's", **doing)
    assert refusal(operations.change, record=check, version=3, issued_on=ON, **doing)[0] == ""
    assert DbsCheck.objects.active().count() == 0


def test_an_application_is_recorded_closed_opened_again_and_withdrawn(doing):
    person = make.person()
    said = {"council": person.council, "person": person, "submitted_on": date(2016, 1, 4), **doing}
    application = operations.create(model=DbsApplication, **said)
    close = {"record": application, "outcome": "certificate", **doing}
    field, _ = refusal(checks.close_application, version=1, closed_on=date(2016, 1, 3), **close)
    assert field == "closed_on"
    application = checks.close_application(version=1, closed_on=ON, **close)
    assert application.outcome == "certificate" and last().what == "dbs_register.close"
    assert "already" in refusal(checks.close_application, version=2, closed_on=ON, **close)[1]
    change = {"record": application, "version": 2, "outcome": "", **doing}
    assert refusal(operations.change, **change)[0] == "outcome"
    application = operations.change(closed_on=None, **change)
    application = operations.withdraw(record=application, version=3, because="No", **doing)
    close = {"closed_on": ON, "outcome": "stopped", **doing}
    refused = refusal(checks.close_application, record=application, version=4, **close)
    assert "withdrawn" in refused[1]


def test_a_look_up_needs_consent_and_a_certificate_issued_by_then(doing):
    check = dbs.dbs_check(issued_on=date(2015, 3, 2))
    said = {"council": check.council, "person": check.person, "looked_on": ON, **doing}
    said |= {"answer": "BLANK_NO_NEW_INFO", "post": make.post(), "consent_held": True}
    for wrong, field in (
        ({"looked_on": date(2015, 3, 1)}, "looked_on"),
        ({"person": make.person()}, "looked_on"),
        ({"consent_held": False}, "consent_held"),
    ):
        assert refusal(operations.create, model=UpdateLookup, **{**said, **wrong})[0] == field
    lookup = operations.create(model=UpdateLookup, **said)
    assert lookup.answer == HistoryDetail.objects.get(field="answer").after == "CURRENT"
    lookup = operations.change(record=lookup, version=1, answer="NEW_INFO", **doing)
    assert lookup.answer == "NOT_CURRENT"
    assert (
        operations.change(record=lookup, version=2, post=make.post("Other"), **doing).version == 3
    )


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
