"""Whom the rows of lists name, the roles that they tell in part, and the applications they mean."""

from datetime import date
from itertools import product

import pytest

from assurance.dbs.importing import people as importing
from assurance.dbs.importing import rechecks, register
from assurance.dbs.importing.rechecks import NOBODY, RECHECKS, UPDATE_SERVICE
from assurance.dbs.importing.register import DBS_REGISTER, WORKFORCE
from assurance.dbs.models.checks import DbsApplication
from assurance.imports.declaration import Fault
from assurance.imports.file_templates import values_of
from assurance.imports.plan import lookup
from assurance.imports.plan.headings import Choices
from assurance.imports.plan.rows import read_rows
from assurance.people.models.people import Person
from assurance.records import operations
from assurance.records.refusals import Refused
from assurance.runtime.periods import today
from assurance.tables.table import Row, Table
from tests.cast import make_council, officer
from tests.dbs.importing.reading import across, asked, refused, sentences, warned
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
from tests.sweeping import swept

BLANK = dict.fromkeys(("group", "service", "role", "starts_on"))


@pytest.mark.django_db
@swept(
    list(product((DBS_REGISTER, WORKFORCE), BLANK)), named=lambda case: f"{case[0].key} {case[1]}"
)
def test_each_part_of_a_role_left_out_is_asked_for_in_its_own_words(sheet, left):
    [fault] = faults_of(sheet, worker(**{left: None}))
    assert (fault.column, fault.wrong) == (left, "The role is incomplete: this is missing")
    assert (fault.wrong, fault.right) == importing.ROLE.column(left).needed


@pytest.mark.django_db
def test_a_role_of_its_last_day_alone_is_told_in_part():
    found = faults_of(DBS_REGISTER, worker(**BLANK, ends_on=DAY))
    assert [one.column for one in found] == ["group", "service", "role", "starts_on"]


@pytest.mark.django_db
def test_only_the_very_role_that_stands_needs_no_more_said():
    people.engagement(person=people.person(reference="A1"), role="Manager", starts_on=DAY)
    others = {"role": "Senior Manager"}, {"starts_on": DAY + ONE}, {"reference": "B2"}
    for said in ({}, *others):
        one = worker(group=None, service=None, **said)
        assert (refused(WORKFORCE, one) == []) is (said == {}), said


@pytest.mark.django_db
def test_a_withdrawn_person_is_refused_in_each_kind_of_file_with_the_day():
    person = people.person(reference="A1")
    held(person, certificate_number=NUMBER, issued_on=DAY)
    withdrawn(person)
    told = (
        "This reference belonged to a record withdrawn on 29 February 2016: give the new one "
        "another reference"
    )
    look = {"looked_on": DAY, "answer": "CURRENT", "post": people.post("HR"), "consent_held": True}
    for sheet, one in (
        (DBS_REGISTER, row()),
        (WORKFORCE, worker()),
        (RECHECKS, {"reference": "A1", "submitted_on": DAY}),
        (UPDATE_SERVICE, {"reference": "A1", **look}),
    ):
        assert sentences(sheet, one) == [told], sheet.key


@pytest.mark.django_db
def test_people_without_a_role_are_counted_once_each_and_not_those_who_have_one():
    people.engagement(person=people.person(reference="C3"))
    rows = [row(reference=name) for name in ("A1", "A1", "B2", "C3")]
    [told] = warned(DBS_REGISTER, *rows)
    assert told.startswith("Rows 2, 3, 4: 2 people have no role here or on the register")
    assert warned(DBS_REGISTER, *rows, worker(), worker(reference="B2")) == []


@pytest.mark.django_db
def test_only_who_is_still_in_post_is_missed_in_a_workforce_list():
    ended = {"C3": {"ends_on": DAY}}
    roles = {
        name: people.engagement(person=people.person(reference=name), **ended.get(name, {}))
        for name in ("A1", "B2", "C3", "D4", "E5")
    }
    withdrawn(roles["D4"])
    withdrawn(roles["E5"].person)
    [told] = warned(WORKFORCE, worker())
    assert told.startswith("1 person has a role on the register that has not ended and is not in")
    assert warned(WORKFORCE, worker(), worker(reference="B2")) == []


def test_a_key_with_two_meanings_refuses_each_row_that_has_it_and_no_other():
    rows = [
        (2, {"reference": "A1", "name": "Sam"}),
        (3, {"reference": "A1", "name": "Alex"}),
        (4, {"reference": "A1", "name": None}),
        (5, {"reference": "B2", "name": "Sam"}),
        (6, {"reference": "B2", "name": "Sam"}),
        (7, {"reference": None, "name": "Kit"}),
        (8, {"reference": None, "name": "Lee"}),
    ]
    found = list(importing.two_of_one(rows, "reference", "name", register.TWO_NAMES))
    assert [number for number, _ in found] == [2, 3, 4]
    assert {fault for _, fault in found} == {Fault("reference", register.TWO_NAMES)}


@pytest.mark.django_db
def test_more_people_than_one_look_up_takes_are_all_found(monkeypatch):
    monkeypatch.setattr(lookup, "AT_ONCE", 2)
    names = [f"A{number}" for number in range(5)]
    for name in names:
        dbs.application(person=held(people.person(reference=name)).person)
    day = dict.fromkeys(("submitted_on", "issued_on"), date(2016, 1, 4))
    rows = [{"reference": name, **day} for name in names]
    reading = against(RECHECKS, *rows)
    for record in ("person", "dbscheck", "dbsapplication"):
        assert all(len(reading.beside(record, one)) for one in rows), record
    assert [reading.current("person", one).reference for one in rows] == names
    # What no row tells of is not read for thousands of people.
    alone = against(RECHECKS, *({"reference": name} for name in names))
    assert not alone.beside("dbscheck", rows[0]) and alone.current("person", rows[0])


# --- re-checks and answers


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("stand", "found"),
    [
        # (submitted, closed) of the applications held, in days after the 29th of February
        ([], None),
        ([(0, None)], 0),
        ([(0, None), (1, None)], None),
        ([(0, 4), (2, None)], 2),
        ([(0, 5)], 0),
        ([(0, 5), (1, 5)], None),
        ([(0, 4)], None),
        ([(0, 5), (2, None)], 2),
    ],
)
def test_an_outcome_without_a_day_of_sending_finds_the_one_application_it_can_mean(stand, found):
    person = held().person
    for sent, closed in stand:
        said = {"closed_on": DAY + closed * ONE, "outcome": "stopped"} if closed else {}
        dbs.application(person=person, submitted_on=DAY + sent * ONE, **said)
    one = {"reference": "A1", "closed_on": DAY + 5 * ONE, "outcome": "stopped"}
    if found is None:
        assert faults_of(RECHECKS, one) == [Fault("submitted_on", *rechecks.NO_DAY)]
    else:
        assert faults_of(RECHECKS, one) == []
        [_, application] = asked(RECHECKS, one)
        assert application.identity["submitted_on"] == DAY + found * ONE


@pytest.mark.django_db
def test_a_withdrawn_application_or_certificate_is_not_the_one_that_is_meant():
    withdrawn(dbs.application(person=held().person, submitted_on=DAY))
    one = {"reference": "A1", "closed_on": DAY, "outcome": "stopped"}
    assert refused(RECHECKS, one) == ["submitted_on"]
    withdrawn(held(people.person(reference="B2"), certificate_number=NUMBER))
    one = {"certificate_number": NUMBER, "looked_on": DAY, "answer": "CURRENT"}
    one |= {"post": people.post("HR"), "consent_held": True}
    assert faults_of(UPDATE_SERVICE, one) == [Fault("reference", *NOBODY)]
    assert sentences(UPDATE_SERVICE, {**one, "consent_held": False}) == [NOBODY[0]]


@pytest.mark.django_db
def test_a_new_certificate_alone_is_no_application():
    held(certificate_number=OTHER, issued_on=DAY)
    one = {"reference": "A1", "certificate_number": NUMBER, "issued_on": DAY + ONE}
    assert faults_of(RECHECKS, one) == []
    assert DbsApplication not in [wanted.model for wanted in asked(RECHECKS, one)]
    assert sentences(RECHECKS, {"reference": "A1"}) == [rechecks.NOTHING[0]]


@pytest.mark.django_db
def test_a_certificate_is_not_refused_twice_for_two_rows_of_one_person():
    rows = [{"reference": "A1", "certificate_number": NUMBER} for _ in range(2)]
    assert across(RECHECKS, *rows) == []
    assert across(RECHECKS, *rows, {"reference": "B2", "certificate_number": NUMBER}) == [2, 3, 4]


@pytest.mark.django_db
@pytest.mark.parametrize(("looked", "columns"), [(-1, ["looked_on"]), (0, []), (1, [])])
def test_an_answer_is_of_the_first_certificates_day_or_later(looked, columns):
    person = people.person(reference="A1")
    for number, issued in ((NUMBER, DAY + 9 * ONE), (OTHER, DAY), ("", None)):
        held(person, certificate_number=number, issued_on=issued)
    one = {"answer": "CURRENT", "post": people.post("HR"), "consent_held": True}
    one |= {"reference": "A1", "looked_on": DAY + looked * ONE}
    assert refused(UPDATE_SERVICE, one) == columns


@pytest.mark.django_db
def test_what_stands_is_a_row_for_each_role_with_the_latest_certificate():
    person = people.person(reference="A1", name="Sam")
    for role in ("Manager", "Panel chair"):
        people.engagement(person=person, role=role)
    withdrawn(people.engagement(person=person, role="Nobody's"))
    held(person, certificate_number=OTHER, issued_on=DAY)
    held(person, certificate_number=NUMBER, issued_on=DAY - ONE)
    withdrawn(held(person, certificate_number="000000000001", issued_on=DAY + ONE))
    bare = people.person(reference="B2", name="Alex")
    held(bare, certificate_number="000000000002", issued_on=None)
    people.person(reference="C3", council=make_council("otherby"))
    withdrawn(people.person(reference="D4"))
    rows = list(values_of(DBS_REGISTER, make_council()))
    told = [(one["reference"], one.get("role"), one.get("certificate_number")) for one in rows]
    assert told == [
        ("A1", "Manager", OTHER),
        ("A1", "Panel chair", OTHER),
        ("B2", None, "000000000002"),
    ]
    assert rows[0]["issued_on"] == DAY and rows[2]["issued_on"] is None


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["2", "-", "1,204", "…"])
def test_a_total_of_a_list_is_no_person(name):
    wrong = "A name has letters: write the person’s name, or take the row out if it is a total"
    assert sentences(DBS_REGISTER, row(name=name)) == [wrong]
    assert sentences(WORKFORCE, worker(name=name)) == [wrong]
    with pytest.raises(Refused, match="A name has letters"):
        operations.create(
            model=Person, council=make_council(), reference="A9", name=name, work_email="",
            by=officer(), on=DAY,
        )  # fmt: skip


def test_a_role_that_is_still_to_begin_is_looked_at_before_it_is_imported():
    given = worker(starts_on=date(2016, 3, 1)), worker(reference="B2", starts_on=today() + ONE)
    rows = tuple(Row(number, tuple(one.values())) for number, one in enumerate(given, 2))
    found = read_rows(WORKFORCE, Table("staff.csv", "digest", tuple(given[0]), rows), Choices())
    [told] = found.warnings
    assert told.startswith("Row 3, “Role began on”: this date is still to come.")
    assert len(found.rows) == 2
