"""The certificate of a row, held against each that the register may hold; whom lists may name."""

import pytest

from assurance.dbs.importing import certificates
from assurance.dbs.importing.rechecks import RECHECKS
from assurance.dbs.importing.register import DBS_REGISTER, WORKFORCE
from assurance.imports.declaration import Fault
from tests.cast import make_council
from tests.dbs.importing.reading import asked, refused
from tests.dbs.importing.told import (
    DAY,
    NUMBER,
    ONE,
    OTHER,
    faults_of,
    held,
    row,
    withdrawn,
    worker,
)
from tests.kinds.rows import against
from tests.make import dbs, people


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ({"issued_on": None}, Fault("issued_on", *certificates.NO_DAY)),
        (
            {"certificate_number": "12345678901"},
            Fault("certificate_number", "A certificate number has 12 digits: this one has 11"),
        ),
        (
            {"seen_on": DAY - ONE},
            Fault(
                "seen_on",
                "It was issued on 29 February 2016: it cannot have been seen before that date",
            ),
        ),
    ],
)
def test_a_certificate_that_the_register_does_not_hold_is_refused_as_typed(said, fault):
    assert faults_of(DBS_REGISTER, row(**said)) == [fault]


@pytest.mark.django_db
def test_a_number_of_somebody_else_and_a_withdrawn_one_are_told_apart():
    held(people.person(reference="B2"), certificate_number=NUMBER)
    assert faults_of(DBS_REGISTER, row()) == [Fault("certificate_number", *certificates.ANOTHERS)]
    withdrawn(held(certificate_number=OTHER))
    assert faults_of(DBS_REGISTER, row(certificate_number=OTHER)) == [
        Fault("certificate_number", *certificates.WITHDRAWN)
    ]


@pytest.mark.django_db
def test_only_an_older_certificate_than_the_newest_held_is_refused():
    person = people.person(reference="A1")
    held(person, certificate_number="000000000002", issued_on=None)
    withdrawn(held(person, certificate_number="000000000001", issued_on=DAY + 900 * ONE))
    assert faults_of(DBS_REGISTER, row(issued_on=DAY - 9 * ONE)) == []
    held(person, certificate_number=OTHER, issued_on=DAY)
    for days in (-1, 0, 1, 400):
        wanted = [Fault("issued_on", *certificates.NEWER)] if days < 0 else []
        assert faults_of(DBS_REGISTER, row(issued_on=DAY + days * ONE)) == wanted, days
    assert faults_of(DBS_REGISTER, row(certificate_number=OTHER, issued_on=None)) == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("stands", "said", "identity", "numbered"),
    [
        # number and day of the one held; of the row; what the row's is known by
        ((NUMBER, DAY), (NUMBER, DAY), {"certificate_number": NUMBER}, False),
        ((NUMBER, DAY), (NUMBER, DAY + ONE), {"certificate_number": NUMBER}, False),
        ((NUMBER, DAY), (NUMBER, None), {"certificate_number": NUMBER}, False),
        ((NUMBER, DAY), (None, DAY), {"certificate_number": NUMBER}, False),
        ((NUMBER, DAY), (None, DAY + ONE), {"issued_on": DAY + ONE}, False),
        ((NUMBER, DAY), (OTHER, DAY), {"certificate_number": OTHER}, False),
        (("", DAY), (NUMBER, DAY), {"issued_on": DAY}, True),
        (("", DAY), (None, DAY), {"issued_on": DAY}, True),
        (("", DAY), (NUMBER, DAY + ONE), {"certificate_number": NUMBER}, False),
        (("", None), (NUMBER, DAY), {"certificate_number": NUMBER}, False),
    ],
)
def test_what_the_certificate_of_a_row_is_known_by(stands, said, identity, numbered):
    held(certificate_number=stands[0], issued_on=stands[1])
    one = row(certificate_number=said[0], issued_on=said[1], certificate_level="basic")
    assert refused(DBS_REGISTER, one) == []
    person, check = asked(DBS_REGISTER, one)
    assert check.identity == {"person": person, **identity}
    assert {**check.values, **check.identity}["issued_on"] == said[1]
    assert check.values["level"] == "basic"
    assert check.values.get("certificate_number") == (said[0] if numbered else None)


@pytest.mark.django_db
def test_another_councils_people_and_numbers_are_not_read():
    theirs = people.person(reference="A1", council=make_council("otherby"))
    held(theirs, certificate_number=NUMBER, issued_on=DAY + ONE)
    dbs.application(person=theirs)
    assert faults_of(DBS_REGISTER, row()) == []
    assert refused(RECHECKS, {"reference": "A1", "submitted_on": DAY}) == ["reference"]
    reading = against(RECHECKS, {"reference": "A1"})
    assert reading.current("person", {"reference": "A1"}) is None
    assert not reading.beside("dbsapplication", {"reference": "A1"})
    people.engagement(person=theirs)
    assert against(WORKFORCE, worker()).held == set()
