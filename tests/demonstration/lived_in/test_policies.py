"""What administrators and officers of the demonstration keep beside the subjects of its reports."""

from datetime import date
from itertools import pairwise

import pytest

from assurance.accounts.models.accounts import Council
from assurance.dbs.models.checks import UpdateLookup
from assurance.dbs.models.reminders import ReminderWording
from assurance.figures.models import DisclosurePolicy
from assurance.governance.models.measures import MeasureValue
from assurance.governance.models.relations import MeasureRelation
from reports.demonstration.load import LAST_DAY

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.usefixtures("everything")]


def council():
    return Council.objects.get(slug="eborford")


def test_policies_of_small_numbers_were_approved_by_another_and_one_is_still_to_begin():
    rows = list(DisclosurePolicy.objects.of(council()).order_by("from_date"))
    assert all(row.approved_by not in (None, row.entered_by) for row in rows)
    assert [row.from_date > LAST_DAY for row in rows] == [False, False, False, True]
    held = DisclosurePolicy.objects.by_unit(council(), LAST_DAY)
    assert {policy.threshold for policy in held.values()} == {5} and len(held) == 2


def test_wordings_of_reminders_follow_one_another_without_a_gap():
    rows = list(ReminderWording.objects.of(council()).order_by("from_date"))
    assert len(rows) == len({row.body for row in rows}) == 3
    for earlier, later in pairwise(rows):
        assert (later.from_date - earlier.to_date).days == 1
    assert rows[-1].to_date is None


def test_look_ups_are_of_people_with_a_certificate_and_some_find_nobody():
    rows = UpdateLookup.objects.of(council()).prefetch_related("person__checks")
    assert {row.answer for row in rows} == {"CURRENT", "NO_MATCH"}
    for row in rows:
        assert row.consent_held
        assert min(check.issued_on for check in row.person.checks.all()) <= row.looked_on


def test_parts_that_do_not_overlap_add_up_to_their_measure():
    day = date(2020, 1, 31)
    relation = MeasureRelation.objects.of(council()).get(kind=MeasureRelation.SUM)
    values = MeasureValue.objects.of(council()).filter(to_date=day)
    parts = [values.get(measure=member).value for member in relation.members.all()]
    assert sum(parts) == values.get(measure=relation.measure).value == 4928


def test_a_part_is_never_more_than_the_measure_that_it_is_part_of():
    relation = MeasureRelation.objects.of(council()).get(kind=MeasureRelation.PART)
    values = MeasureValue.objects.of(council()).filter(to_date=date(2020, 1, 31))
    [part] = relation.members.all()
    assert values.get(measure=part).value < values.get(measure=relation.measure).value
