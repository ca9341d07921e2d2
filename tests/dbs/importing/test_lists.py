"""Re-check lists, Update Service answers and workforce lists as files."""

from datetime import date

import pytest

from assurance.dbs.importing.rechecks import RECHECKS, UPDATE_SERVICE
from assurance.dbs.importing.register import WORKFORCE
from assurance.dbs.models.checks import DbsApplication, DbsCheck, UpdateLookup
from assurance.people.models.people import Engagement, Person
from tests.dbs.importing.reading import across, asked, refused
from tests.make import dbs, people

pytestmark = pytest.mark.django_db
SENT, CLOSED = date(2015, 11, 2), date(2015, 12, 1)


@pytest.fixture
def sam():
    """Somebody on the register with a certificate of 2012."""
    person = people.engagement(person=people.person(reference="A1")).person
    dbs.dbs_check(person=person, certificate_number="000000000012", issued_on=date(2012, 5, 1))
    return person


def test_a_recheck_is_an_application_of_somebody_who_stands(sam):
    person, application = asked(RECHECKS, {"reference": "A1", "submitted_on": SENT})
    assert person.new_only and person.identity == {"reference": "A1"}
    assert application.model is DbsApplication
    assert application.identity == {"person": person, "submitted_on": SENT}


def test_a_new_certificate_closes_the_application(sam):
    told = {"closed_on": CLOSED, "outcome": "certificate"}
    new = {"certificate_number": "000000000099", "issued_on": CLOSED}
    row = {"reference": "A1", "submitted_on": SENT, **told, **new}
    assert refused(RECHECKS, row) == []
    _, application, check = asked(RECHECKS, row)
    assert application.values == told
    assert check.model is DbsCheck and check.values["issued_on"] == CLOSED


def test_a_recheck_that_makes_no_sense_is_refused(sam):
    for said, column in (
        ({"reference": "B9", "submitted_on": SENT}, "reference"),
        ({}, ""),
        ({"submitted_on": SENT, "closed_on": date(2015, 11, 1), "outcome": "stopped"}, "closed_on"),
        ({"submitted_on": SENT, "closed_on": CLOSED}, "outcome"),
        ({"submitted_on": SENT, "outcome": "stopped"}, "closed_on"),
        ({"closed_on": CLOSED, "outcome": "stopped"}, "submitted_on"),
        ({"submitted_on": SENT, "issued_on": date(2011, 1, 1)}, "issued_on"),
    ):
        assert refused(RECHECKS, {"reference": "A1", **said}) == [column], said


def answer(**said):
    """A row with an answer about Sam."""
    usual = {"reference": "A1", "looked_on": CLOSED, "answer": "CURRENT"}
    return {**usual, "post": people.post("HR adviser"), "consent_held": True, **said}


def test_an_answer_is_a_look_up_of_its_day_of_somebody_known_by_name_or_by_certificate(sam):
    person, lookup = asked(UPDATE_SERVICE, answer())
    assert lookup.model is UpdateLookup
    assert lookup.identity == {"person": person, "looked_on": CLOSED}
    assert lookup.values["answer"] == "CURRENT"
    row = answer(reference=None, certificate_number="000000000012")
    assert refused(UPDATE_SERVICE, row) == []
    assert asked(UPDATE_SERVICE, row)[0].identity == {"reference": "A1"}


def test_an_answer_that_may_not_be_kept_is_refused(sam):
    for said, column in (
        ({"reference": None}, "reference"),
        ({"reference": None, "certificate_number": "000000000077"}, "reference"),
        ({"consent_held": False}, "consent_held"),
        ({"looked_on": date(2012, 4, 30)}, "looked_on"),
    ):
        assert refused(UPDATE_SERVICE, answer(**said)) == [column], said


def test_somebody_without_a_certificate_cannot_have_been_looked_up():
    people.person(reference="A1")
    assert refused(UPDATE_SERVICE, answer()) == ["looked_on"]


def worker(**said):
    """A row of a workforce list."""
    usual = {"reference": "A1", "name": "Post holder 1", "group": "employee"}
    role = {"service": "Child in Need", "role": "Social Worker", "starts_on": people.LONG_AGO}
    return {**usual, **role, **said}


def test_a_worker_is_a_person_and_a_role_with_its_rules_and_no_certificate(sam):
    assert [one.model for one in asked(WORKFORCE, worker())] == [Person, Engagement]
    assert refused(WORKFORCE, worker(ends_on=date(2009, 12, 31))) == ["ends_on"]
    assert across(WORKFORCE, worker(), worker(name="Another", role="Team Manager")) == [2, 3]
