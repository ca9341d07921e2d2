"""The DBS register as a file: what a row asks for and what refuses it."""

from datetime import date

import pytest

from assurance.dbs.importing.register import DBS_REGISTER
from assurance.dbs.models.checks import DbsCheck
from assurance.people.models.people import Engagement, Person
from tests.dbs.importing.reading import across, asked, refused, warned
from tests.kinds.rows import against
from tests.make import people
from tests.sweeping import swept

pytestmark = pytest.mark.django_db
DAY = date(2014, 5, 14)


def row(**said):
    """A row with everything, the values of `said` in place of the usual ones."""
    usual = {
        "reference": "A1",
        "name": "Sam Example",
        "group": "employee",
        "service": "Child in Need",
        "role": "Social Worker",
        "starts_on": date(2014, 4, 1),
        "certificate_number": "001234567890",
        "issued_on": DAY,
        "seen_on": date(2014, 5, 20),
    }
    return {**usual, **said}


def test_a_row_asks_for_the_person_the_role_and_the_certificate():
    person, role, check = asked(DBS_REGISTER, row(work_email="s@council.example"))
    assert (person.model, role.model, check.model) == (Person, Engagement, DbsCheck)
    assert person.identity == {"reference": "A1"}
    assert person.values == {"name": "Sam Example", "work_email": "s@council.example"}
    assert role.identity == {
        "person": person,
        "role": "Social Worker",
        "starts_on": date(2014, 4, 1),
    }
    assert check.identity == {"person": person, "certificate_number": "001234567890"}
    assert check.values["issued_on"] == DAY


def test_a_row_without_a_role_is_a_person_with_a_certificate_and_is_warned_of():
    unchecked = row(certificate_number=None, issued_on=None, seen_on=None)
    assert [one.model for one in asked(DBS_REGISTER, unchecked)] == [Person, Engagement]
    bare = row(group=None, service=None, role=None, starts_on=None)
    assert [one.model for one in asked(DBS_REGISTER, bare)] == [Person, DbsCheck]
    assert warned(DBS_REGISTER, bare)[0].startswith("Row 2: 1 person has no role")
    assert warned(DBS_REGISTER, row()) == []


@swept(
    [
        ({"ends_on": date(2014, 3, 31)}, ["ends_on"]),
        ({"needs_check": False}, ["not_eligible_because"]),
        ({"certificate_number": "12345"}, ["certificate_number"]),
        ({"ends_on": date(2014, 4, 1)}, []),
        ({"needs_check": False, "not_eligible_because": "Sees no child"}, []),
        ({"seen_on": DAY}, []),
    ]
)
def test_what_would_be_refused_if_it_were_typed_is_refused_and_its_edges_are_taken(said, columns):
    assert refused(DBS_REGISTER, row(**said)) == columns


def test_two_names_of_one_reference_and_one_number_of_two_people_refuse_both_rows():
    rows = (row(), row(name="Somebody Else", certificate_number=None), row(reference="A2"))
    assert across(DBS_REGISTER, *rows)[:2] == [2, 3]
    assert across(DBS_REGISTER, row(), row(reference="A2", name="B")) == [2, 3]
    assert across(DBS_REGISTER, row(), row(role="Practice Manager")) == []


def test_what_is_read_against_takes_few_queries(django_assert_max_num_queries):
    rows = [row(reference=f"A{one}", certificate_number=f"{one:012}") for one in range(40)]
    for one in rows[:20]:
        people.engagement(person=people.person(reference=one["reference"]))
    council = people.person().council
    with django_assert_max_num_queries(4):
        against(DBS_REGISTER, *rows, council=council)
