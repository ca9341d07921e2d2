"""Importing a whole register: all or nothing, with one row of history."""

from datetime import date

import pytest

from assurance.dbs.models import statuses
from assurance.dbs.models.checks import DbsCheck, UpdateLookup
from assurance.dbs.operations.register import import_register
from assurance.people.models.people import Person
from assurance.records.history import CommandLine, HistoryEntry
from assurance.records.refusals import Refused
from tests.cast import make_council
from tests.dbs.whole_register import whole_people
from tests.make import dbs
from tests.make import people as make

pytestmark = pytest.mark.django_db
DOING = {"by": CommandLine("load_demonstration"), "on": date(2016, 1, 18)}
ROLE = {
    "group": "employee",
    "service": "Child in Need",
    "role": "Social Worker",
    "starts_on": date(2014, 3, 1),
}


def somebody(reference="A1", **held):
    """Somebody with a role."""
    return {"reference": reference, "name": "Post holder", "engagements": [ROLE], **held}


def import_files(*people):
    """Brings them in to the usual council."""
    return import_register(council=make_council(), people=people, **DOING)


def test_a_register_is_imported_with_all_that_is_held():
    looked = {"looked_on": date(2016, 1, 4), "post": make.post(), "consent_held": True}
    newer = {"certificate_number": "000000000002", "issued_on": date(2015, 1, 5)}
    older = {"certificate_number": "000000000001", "issued_on": date(2012, 1, 5)}
    made = import_files(
        somebody(
            checks=[newer, older, {"certificate_number": "", "issued_on": None}],
            applications=[{"submitted_on": date(2016, 1, 4)}],
            lookups=[{**looked, "answer": "NON_BLANK_NO_NEW_INFO"}],
        ),
        somebody("A2", work_email="a2@netherby.example"),
    )
    assert [person.reference for person in made] == ["A1", "A2"]
    order = DbsCheck.objects.order_by("pk").values_list("issued_on", flat=True)
    assert list(order) == [None, date(2012, 1, 5), date(2015, 1, 5)]
    assert UpdateLookup.objects.get().answer == "CURRENT"
    [entry] = HistoryEntry.objects.all()
    assert entry.what == "dbs_register.bring_in"
    assert entry.changes["people"] == {"from": None, "to": 2}
    assert entry.changes["checks"] == {"from": None, "to": 3}
    assert len(whole_people(make_council(), ["employee"])) == 2


def test_impossible_dates_of_a_role_come_in_as_not_known():
    made = import_files(somebody(engagements=[{**ROLE, "ends_on": date(2014, 2, 1)}]))
    stands = statuses.standing_of(made[0], date(2016, 1, 18))
    assert stands.status == "UNKNOWN"


@pytest.mark.parametrize(
    ("held", "field"),
    [
        ({"checks": [{"certificate_number": "123"}]}, "certificate_number"),
        ({"checks": [{"certificate_number": "000000000009"}] * 2}, "certificate_number"),
        ({"engagements": [{**ROLE, "needs_check": False}]}, "not_eligible_because"),
        (
            {"applications": [{"submitted_on": date(2016, 1, 4), "closed_on": date(2016, 1, 5)}]},
            "outcome",
        ),
        (
            {"lookups": [{"looked_on": date(2016, 1, 4), "answer": "", "consent_held": True}]},
            "looked_on",
        ),
        ({"checks": [{"issued_on": date(2016, 1, 4), "seen_on": date(2016, 1, 3)}]}, "seen_on"),
    ],
)
def test_nothing_comes_in_where_one_person_makes_no_sense(held, field):
    with pytest.raises(Refused) as refused:
        import_files(somebody(), somebody("A2", **held))
    assert refused.value.field == field
    assert refused.value.sentence.startswith("Person 2: ")
    assert not Person.objects.exists()


def test_a_reference_or_a_number_that_is_there_already_is_refused():
    make.person(reference="A1")
    with pytest.raises(Refused):
        import_files(somebody())
    with pytest.raises(Refused):
        import_files(somebody("A2"), somebody("A2"))
    dbs.dbs_check(certificate_number="000000000009")
    with pytest.raises(Refused):
        import_files(somebody("A3", checks=[{"certificate_number": "000000000009"}]))


def test_a_register_comes_in_a_batch_at_a_time(django_assert_max_num_queries):
    council = make_council()
    many = [somebody(f"A{number}", checks=[{"issued_on": None}]) for number in range(300)]
    # Two of them read the rows' digests, whatever their number.
    with django_assert_max_num_queries(32):
        import_register(council=council, people=many, **DOING)
