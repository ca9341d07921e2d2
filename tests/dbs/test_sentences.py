"""Every sentence that refuses something of the DBS register, whole and at its field, as the page
says it."""

from datetime import date, timedelta

import pytest

from assurance.dbs.models.checks import DbsApplication, DbsCheck, UpdateLookup
from assurance.people.models.people import Engagement, Person
from assurance.runtime.periods import today
from tests.dbs.entries import refused, typed, typed_check, typed_role
from tests.make import dbs, people
from tests.refusals import at

pytestmark = pytest.mark.django_db
# Still to come where a run goes on past midnight.
TO_COME = today() + timedelta(2)
TAKEN = "This reference belongs to Post holder 1: check it, or give this person another"
ISSUED = date(2015, 3, 2)


def test_a_person_is_refused(signed_in):
    people.person()
    for said, field, sentence in (
        ({"reference": ""}, "reference", "Enter the reference"),
        ({"reference": "x" * 41}, "reference", "The reference must have 40 characters or fewer"),
        ({"name": ""}, "name", "Enter the name"),
        ({"name": "x" * 121}, "name", "The name must have 120 characters or fewer"),
        *at("work_email", ("nobody", "Enter an e-mail address such as name@council.example")),
        *at(
            "reference",
            *((written, TAKEN) for written in ("P0001", "p0001")),
        ),
    ):
        entry = {"reference": "A1", "name": "Post holder", "work_email": "", **said}
        assert refused(signed_in.post("/dbs/add/", entry), Person, kept=1) == (field, sentence), (
            said
        )


def test_the_reference_of_somebody_withdrawn_is_refused_with_the_day(signed_in):
    gone = people.person(reference="A1")
    signed_in.post(f"/dbs/{gone.pk}/withdraw/", {"because": "Entered twice", "version": 1})
    answer = signed_in.post("/dbs/add/", {"reference": "A1", "name": "Another"})
    field, sentence = refused(answer, Person, kept=1)
    assert (field, sentence.partition(": ")[::2]) == (
        "reference",
        (
            "This reference belonged to a record withdrawn on 18 January 2016",
            "give the new one another reference",
        ),
    )


ASIDE = {
    "set_aside_from": date(2016, 1, 4),
    "set_aside_because": "Long absence",
}


ROLE_REFUSED = (
    ({"starts_on": ""}, "starts_on", "Enter the start date in the role"),
    ({"needs_check": ""}, "needs_check", "Select whether the role needs a DBS check"),
    ({"group": ""}, "group", "Select the group"),
    ({"role": "x" * 121}, "role", "The role must have 120 characters or fewer"),
    ({"service": ""}, "service", "Enter the service"),
    ({"role": ""}, "role", "Enter the role"),
    ({"group": "family"}, "group", "Select the group from the list"),
    ({"level": ""}, "level", "Select the level"),
    ({"workforce": "none"}, "workforce", "Select the workforce from the list"),
    *at(
        "ends_on", (date(2014, 2, 28), "It starts on 1 March 2014: it cannot end before that date")
    ),
    ({"needs_check": "False"}, "not_eligible_because", "Explain why this role needs no check"),
    (
        {"set_aside_until": date(2016, 2, 1)},
        "set_aside_from",
        "Enter the date from which this person is set aside",
    ),
    (
        {**ASIDE, "set_aside_until": date(2016, 1, 3)},
        "set_aside_until",
        "Set aside from 4 January 2016: it cannot end before that date",
    ),
    (
        {**ASIDE, "set_aside_because": ""},
        "set_aside_because",
        "Explain why this person is set aside",
    ),
    (
        {**ASIDE, "set_aside_because": "x" * 201},
        "set_aside_because",
        "Why must have 200 characters or fewer",
    ),
    *at(
        "risk_assessed_on",
        (TO_COME, "The date of the risk assessment must be today or in the past"),
    ),
)


@pytest.mark.long
def test_a_role_is_refused(signed_in):
    address = f"/dbs/{people.person().pk}/roles/add/"
    for said, field, sentence in ROLE_REFUSED:
        found = refused(signed_in.post(address, typed_role(**said)), Engagement)
        assert found == (field, sentence), said


CERTIFICATE_REFUSED = (
    ({"certificate_number": ""}, "certificate_number", "Enter the certificate number"),
    ({"level": "high"}, "level", "Select the level from the list"),
    *at(
        "certificate_number",
        ("1" * 13, "A certificate number has 12 digits: this one has 13"),
        (
            "0012-3456-78",
            "A certificate number has 12 digits and nothing else: leave out letters and spaces",
        ),
        (
            "٠٠١٢٣٤٥٦٧٨٩٠",
            "A certificate number has 12 digits and nothing else: leave out letters and spaces",
        ),
        (
            "000000000001",
            (
                "This certificate number is recorded already: check the number, or withdraw "
                "the other one"
            ),
        ),
    ),
    ({"issued_on": ""}, "issued_on", "Enter the date of issue"),
    (
        {"issued_on": date(2014, 6, 1)},
        "issued_on",
        (
            "The earlier check is dated 2 June 2014: a re-check cannot "
            "be older than the check that it renews"
        ),
    ),
    ({"issued_on": TO_COME}, "issued_on", "The date of issue must be today or in the past"),
    (
        {"seen_on": ISSUED - timedelta(1)},
        "seen_on",
        "It was issued on 2 March 2015: it cannot have been seen before that date",
    ),
    ({"seen_on": TO_COME}, "seen_on", "The date it was seen must be today or in the past"),
    ({"workforce": ""}, "workforce", "Select the workforce"),
)


def test_a_certificate_is_refused(signed_in):
    person = dbs.dbs_check().person
    for said, field, sentence in CERTIFICATE_REFUSED:
        answer = signed_in.post(f"/dbs/{person.pk}/certificates/add/", typed_check(**said))
        assert refused(answer, DbsCheck, kept=1) == (field, sentence), said


def test_a_certificate_that_was_renewed_since_is_refused_a_later_day(signed_in):
    first = dbs.dbs_check()
    dbs.dbs_check(person=first.person, issued_on=date(2015, 6, 2))
    entry = typed_check(certificate_number="", issued_on=date(2015, 6, 3), version=1)
    answer = signed_in.post(f"/dbs/certificates/{first.pk}/change/", entry)
    assert refused(answer, DbsCheck, kept=2) == (
        "issued_on",
        "It was renewed by a certificate of 2 June 2015: it cannot be newer than that",
    )


SUBMITTED = date(2016, 1, 4)


def test_an_application_is_refused(signed_in):
    address = f"/dbs/{people.person().pk}/applications/add/"
    for said, field, sentence in (
        *at(
            "submitted_on",
            ("", "Enter the date of the application"),
            (TO_COME, "The date of the application must be today or in the past"),
        ),
        ({"outcome": "lost"}, "outcome", "Select the outcome from the list"),
        ({"outcome": "stopped"}, "closed_on", "Enter the date that the application was closed"),
        ({"closed_on": SUBMITTED}, "outcome", "Choose the outcome of the application"),
        (
            {"closed_on": SUBMITTED - timedelta(1), "outcome": "stopped"},
            "closed_on",
            "It was submitted on 4 January 2016: it cannot be closed before that date",
        ),
        (
            {"closed_on": TO_COME, "outcome": "stopped"},
            "closed_on",
            "The date it was closed must be today or in the past",
        ),
    ):
        entry = typed(**{"submitted_on": SUBMITTED, "outcome": "", **said})
        assert refused(signed_in.post(address, entry), DbsApplication) == (field, sentence), said


@pytest.mark.long
def test_a_look_up_is_refused(signed_in):
    address = f"/dbs/{dbs.dbs_check().person.pk}/look-ups/add/"
    usual = {"looked_on": SUBMITTED, "answer": "CURRENT", "post": people.post()}
    for said, field, sentence in (
        *at(
            "looked_on",
            ("", "Enter the date of the look-up"),
            (TO_COME, "The date of the look-up must be today or in the past"),
            (
                date(2014, 6, 1),
                (
                    "The certificate is dated 2 June 2014: it cannot have been looked up "
                    "before that date"
                ),
            ),
        ),
        ({"answer": ""}, "answer", "Select the answer"),
        ({"answer": "NON_BLANK_NO_NEW_INFO"}, "answer", "Select the answer from the list"),
        ({"post": ""}, "post", "Select the post: “Looked up by”"),
        *at(
            "consent_held",
            ("", "Select whether the person’s consent is recorded"),
            ("False", "A look-up needs the person’s consent: ask for it first"),
        ),
    ):
        entry = typed(**{**usual, "consent_held": "True", **said})
        assert refused(signed_in.post(address, entry), UpdateLookup) == (field, sentence), said


def test_a_look_up_of_somebody_without_a_certificate_is_refused(signed_in):
    answer = signed_in.post(
        f"/dbs/{people.person().pk}/look-ups/add/",
        typed(looked_on=SUBMITTED, answer="CURRENT", post=people.post(), consent_held="True"),
    )
    assert refused(answer, UpdateLookup) == (
        "looked_on",
        "Record the certificate first: only one that was seen in person can be looked up",
    )
