"""Rows that the database would refuse are refused before, by their numbers and columns."""

from datetime import date

import pytest
from django.db.models import CheckConstraint, F, Q

from assurance.dbs.models.checks import DbsCheck
from assurance.imports.declaration import TargetRow
from assurance.imports.plan.constraints import fields_of, predicate, unwritable
from assurance.imports.plan.register import compare
from assurance.imports.plan.things import Things
from tests.make import dbs, people
from tests.test_every_constraint import CHECKS, OURS

pytestmark = [pytest.mark.django_db, pytest.mark.dialect]
ON = date(2016, 1, 18)
NUMBER, OTHER = "001234567890", "001234567891"


def faults(council, *targets):
    """(row number, column, what is wrong) of what the targets, one a row from 2 on, break."""
    things = Things()
    for number, target in enumerate(targets, 2):
        things.ask(number, [target])
    compare(things, council)
    return [(number, one.column, one.wrong) for number, one in unwritable(things, council)]


def certificate(person, **said):
    """A certificate of a person, found by its day."""
    identity = {"person": person, "issued_on": said.pop("issued_on", ON)}
    return TargetRow(DbsCheck, identity, said)


def test_two_rows_of_one_number_are_refused_at_the_second():
    first, second = people.person(reference="A1"), people.person(reference="A2")
    told = faults(
        first.council,
        certificate(first, certificate_number=NUMBER),
        certificate(second, certificate_number=NUMBER),
        certificate(second, issued_on=date(2015, 1, 1), certificate_number=OTHER),
    )
    wrong = "Row 2 of the file has another DBS check with the same certificate number"
    assert told == [(3, "certificate_number", wrong)]


def test_a_number_that_a_row_of_the_register_has_is_refused_new_or_changed():
    first, second = people.person(reference="A1"), people.person(reference="A2")
    dbs.dbs_check(person=first, certificate_number=NUMBER)
    dbs.dbs_check(person=second, issued_on=date(2015, 1, 1), certificate_number="")
    told = faults(
        first.council,
        certificate(second, certificate_number=NUMBER),
        certificate(second, issued_on=date(2015, 1, 1), certificate_number=NUMBER),
        certificate(second, issued_on=date(2014, 1, 1), certificate_number=""),
    )
    assert [(row, wrong.partition(" has ")[0]) for row, _, wrong in told] == [
        (3, "Row 2 of the file"),
        (2, "The register"),
    ]


def test_a_number_that_moves_from_one_row_to_another_is_no_second():
    first, second = people.person(reference="A1"), people.person(reference="A2")
    dbs.dbs_check(person=first, issued_on=ON, certificate_number=NUMBER)
    told = faults(
        first.council,
        certificate(first, certificate_number=OTHER),
        certificate(second, certificate_number=NUMBER),
    )
    assert told == []


def test_values_that_do_not_go_together_are_refused_with_their_column():
    person = people.person()
    told = faults(person.council, certificate(person, seen_on=date(2015, 12, 31)))
    [(row, column, wrong)] = told
    assert (row, column) == (2, "issued_on")
    assert wrong.startswith("The register cannot have this") and wrong.endswith("go together")


def test_a_change_is_weighed_with_what_the_row_keeps():
    person = people.person()
    dbs.dbs_check(person=person, issued_on=ON, seen_on=ON, certificate_number=NUMBER)
    kept = TargetRow(DbsCheck, {"certificate_number": NUMBER}, {"seen_on": date(2016, 2, 1)})
    moved = TargetRow(DbsCheck, {"certificate_number": NUMBER}, {"seen_on": date(2015, 2, 1)})
    assert faults(person.council, kept) == []
    assert [(row, column) for row, column, _ in faults(person.council, moved)] == [(2, "seen_on")]


@pytest.mark.parametrize(
    ("condition", "row", "expected"),
    [
        (Q(a=1), {"a": 1}, True),
        (Q(a=1), {"a": None}, None),
        (~Q(a=1), {"a": None}, None),
        (~Q(a=1), {"a": 2}, True),
        (Q(a__isnull=True), {"a": None}, True),
        (Q(a__gte=F("b")), {"a": 2, "b": 1}, True),
        (Q(a__gte=F("b")), {"a": 2, "b": None}, None),
        (Q(a__lte=F("b")), {"a": 2, "b": 1}, False),
        (Q(a__in=("x", "y")), {"a": "x"}, True),
        (Q(a__regex="^[0-9]{2}$"), {"a": "123"}, False),
        (Q(a=1) | Q(b__isnull=True), {"a": None, "b": None}, True),
        (Q(a=1, b=2), {"a": None, "b": 3}, False),
        (Q(), {}, True),
    ],
)
def test_a_condition_is_answered_as_sql_answers_it(condition, row, expected):
    assert predicate(condition)(row) is expected


def test_the_fields_of_a_condition_are_those_on_both_sides():
    assert fields_of(Q(a__gte=F("b")) | ~Q(Q(c="") & Q(d__isnull=True))) == {"a", "b", "c", "d"}


CONDITIONS = {
    one.name: (model, one.condition)
    for model in OURS
    for one in model._meta.constraints
    if isinstance(one, CheckConstraint)
}


def row_of(record, said):
    """Field → value of a record with what is said of it, as fields hold it."""
    record.refresh_from_db()
    fields = record._meta.concrete_fields
    row = {"pk": record.pk} | {one.name: getattr(record, one.attname) for one in fields}
    for name, value in said.items():
        of_field = row[value.name] if isinstance(value, F) else getattr(value, "pk", value)
        row[record._meta.get_field(name).name] = of_field
    return row


@pytest.mark.parametrize("name", sorted(CONDITIONS.keys() & CHECKS.keys()))
def test_every_constraint_answers_as_the_database_does(name):
    make, broken, whole = CHECKS[name]
    _, condition = CONDITIONS[name]
    record = make()
    assert predicate(condition)(row_of(record, broken)) is False
    assert predicate(condition)(row_of(record, whole)) is not False
