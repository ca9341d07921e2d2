"""A policy that follows another of its kind, and what becomes due by it."""

from datetime import date

import pytest
from django.urls import reverse

from assurance.records.history import HistoryEntry
from reports.data_protection import rules
from reports.data_protection.models import RetentionPolicy
from reports.data_protection.operations.policies import add_policy
from tests import cast
from tests.make import data_protection as make
from tests.make import people
from tests.page_requests import boxes

DAY = date(2020, 2, 18)
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def day(settings):
    settings.CANDOUR_TODAY = DAY.isoformat()


def test_a_later_policy_without_an_end_ends_the_older_one():
    lead, older = cast.data_protection_lead(), make.policy()
    other = make.policy(rules.CHILD_ROWS)
    values = {"kind": rules.STAFF, "length": 1, "unit": rules.YEARS, "reason": "Decision 4"}
    new = {"council": lead.council, "by": lead, "on": DAY, **values}
    for_a_time = add_policy(from_date=date(2019, 1, 1), to_date=date(2019, 6, 1), **new)
    older.refresh_from_db()
    assert older.to_date is None
    newest = add_policy(from_date=date(2020, 2, 1), to_date=None, **new)
    older.refresh_from_db()
    other.refresh_from_db()
    assert (older.to_date, other.to_date) == (date(2020, 1, 31), None)
    [entry] = HistoryEntry.objects.about(older)
    assert entry.changes["to_date"]["to"] == "2020-01-31"
    assert not HistoryEntry.objects.about(other)
    states = {row.pk: row.state for row in RetentionPolicy.objects.visible_to(lead)}
    assert states[newest.pk] == states[other.pk] == "Applies"
    assert states[older.pk] == states[for_a_time.pk] == "Ended"


def test_two_policies_in_force_say_which_applies():
    older, newer = make.policy(), make.policy(length=2, from_date=date(2019, 1, 1))
    later = make.policy(length=3, from_date=date(2020, 4, 1))
    rows = (older, newer, later)
    expected = ["A later policy applies", "Applies", "Not started"]
    assert [row.state for row in rows] == expected
    listed = RetentionPolicy.objects.visible_to(cast.data_protection_lead())
    assert [listed.get(pk=row.pk).state for row in rows] == expected


def test_a_policy_by_which_records_are_due_is_saved_once_their_number_was_shown(client):
    make.policy()
    people.engagement(starts_on=date(2010, 1, 1), ends_on=date(2018, 1, 1))
    people.engagement(starts_on=date(2000, 1, 1), ends_on=date(2010, 1, 1))
    client.force_login(cast.data_protection_lead())
    typed = {"kind": rules.STAFF, "length": "1", "unit": rules.YEARS, "reason": "Decision 4"}
    typed |= boxes(from_date="18 2 2020", to_date="")
    address = reverse("data_protection:policy-add")
    page = client.post(address, typed).content.decode()
    # The other person is due by the policy in force as well.
    assert "1 more record is due for removal when this policy starts" in page
    assert 'name="number" value="1"' in page and RetentionPolicy.objects.count() == 1
    assert client.post(address, {**typed, "number": "2"}).status_code == 200
    assert client.post(address, {**typed, "number": "1"}).status_code == 302
    page = client.get(reverse("data_protection:policy-list")).content.decode()
    assert "Applies" in page and RetentionPolicy.objects.count() == 2
