"""Of a row that was changed past the program, the fields are named that history has another value
for; none where history cannot tell."""

import pytest

from assurance.accounts.models.accounts import Grant
from assurance.dbs.models.checks import DbsCheck
from assurance.people.models.people import Engagement, Person
from assurance.records import history
from assurance.records.history import HistoryDetail
from assurance.records.operations import change, create
from assurance.records.proofs.changed_fields import changed_fields
from assurance.records.proofs.faults import CHANGED, OTHER_VALUES, look_at_rows
from tests.cast import make_council, make_user, officer
from tests.make import people
from tests.records.history.entries import CHECK, ENGAGEMENT, ON, PERSON, of_council
from tests.records.proofs.altered_rows import tell

pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    """A person that an operation recorded."""
    return create(model=Person, **of_council(**PERSON), by=officer(), on=ON)


def changed(row):
    """The fields that are named of `row` as it is stored."""
    return changed_fields(type(row).objects.get(pk=row.pk))


def test_each_changed_field_is_named_with_the_row(person):
    tell("SET name = 'Another', reference = reference", person)
    assert changed(person) == ["name"]
    [fault] = look_at_rows(person.council).faults
    entry = f"{history.HistoryEntry.objects.about(person).first().seq} of {ON:%-d %B %Y}"
    sentence = CHANGED.format(entry=entry)
    assert fault.explanation == f"{sentence} {OTHER_VALUES.format(fields='name')}"


def test_words_dates_keys_and_numbers_in_part_are_compared_as_history_has_them(person):
    said = {"council": person.council, "person": person, "by": officer(), "on": ON}
    engagement, check = (
        create(model=model, **said, **more)
        for model, more in ((Engagement, ENGAGEMENT), (DbsCheck, CHECK))
    )
    assert changed(engagement) == changed(check) == []
    tell("SET certificate_number = '000000000001', issued_on = '2001-02-03'", check)
    assert changed(check) == ["certificate number", "issued on"]
    other = people.person(council=person.council)
    tell(f"SET person_id = {other.pk}", engagement)
    assert changed(engagement) == []


def test_what_was_erased_or_written_otherwise_since_is_not_named(person):
    tell("SET name = 'Another'", person)
    HistoryDetail.objects.filter(field="name").delete()
    assert changed(person) == []
    person.refresh_from_db()
    row = change(record=person, by=officer(), on=ON, name="Third", version=person.version)
    assert changed(row) == []
    tell("SET name = 'Another'", row)
    assert changed(row) == ["name"]
    Person.objects.filter(pk=row.pk).update(work_email="x@netherby.example")
    history.record("imports.import", about=make_council(), by=officer(), on=ON)
    assert changed(row) == []


def test_of_a_row_that_no_such_operation_writes_no_field_is_named():
    assert changed_fields(make_user().grants.first() or Grant()) == []
