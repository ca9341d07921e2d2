"""Setting somebody aside: one records it, another approves it, and until then they are counted."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.dbs.models.statuses import register
from assurance.dbs.operations import set_asides
from assurance.dbs.rules import second_persons
from assurance.people.models.people import Engagement
from assurance.records.history import HistoryEntry
from assurance.records.record import EditConflict
from assurance.records.refusals import Refused
from tests.cases import written_cases
from tests.cast import make_council, officer
from tests.dbs.entries import typed_role
from tests.make import dbs, people
from tests.page_requests import words

pytestmark = pytest.mark.django_db
DAY, ONE = date(2016, 1, 18), timedelta(1)
ASIDE = {"set_aside_from": DAY, "set_aside_until": DAY + 9 * ONE, "set_aside_because": "Leave"}


@pytest.fixture(autouse=True)
def on_the_day(settings):
    """The day on which roles are changed."""
    settings.CANDOUR_TODAY = DAY.isoformat()


@pytest.fixture
def keeper():
    """Who keeps roles, and holds a post of their own."""
    return people.holder(post=people.post("Head of Performance")).account


@pytest.fixture
def approver():
    """Who holds another post."""
    return people.holder(post=people.post("Director")).account


def change(role, by, /, **said):
    """Changes a role by the operation."""
    return set_asides.change_role(record=role, version=role.version, by=by, on=DAY, **said)


def approve(role, by, title="Director", **said):
    """Approves by the operation."""
    fields = {"record": role, "version": role.version, **said}
    return set_asides.approve_set_aside(approver=people.post(title), by=by, on=DAY, **fields)


def counted():
    """How many people need a check on the day."""
    return register(make_council()).at(DAY, {}).needing_check().count()


def test_one_records_it_another_approves_it_and_only_then_is_nobody_counted(
    client, keeper, approver
):
    dbs.policy()
    role = people.engagement()
    client.force_login(keeper)
    page = f"/dbs/roles/{role.pk}/"
    client.post(f"{page}change/", typed_role(**ASIDE, version=1))
    role.refresh_from_db()
    assert (role.set_aside_recorded_by, role.set_aside_recorded_on) == (keeper, DAY)
    assert counted() == 1
    sentence = "You recorded that this person is set aside: another person approves it."
    answer = words(client.get(page))
    assert "Set aside, not approved yet" in answer and f"Recorded by {keeper}" in answer
    assert role.person.name in words(client.get("/dbs/set-aside/"))
    assert sentence in answer and f"{page}approve-set-aside/" not in answer
    assert sentence in words(client.get(f"{page}approve-set-aside/"))
    client.force_login(approver)
    fields = {"approver": people.post("Director").pk, "version": role.version}
    answer = client.post(f"{page}approve-set-aside/", fields, follow=True)
    assert "Approved. The person is not counted on these days." in words(answer)
    assert counted() == 0 and "No one is waiting" in words(client.get("/dbs/set-aside/"))
    entry = HistoryEntry.objects.about(role).order_by("-pk")[0]
    assert entry.what == "dbs_register.approve_set_aside"
    assert entry.changes == {"set_aside_approver": {"from": None, "to": "Director"}}


def test_a_new_role_may_be_set_aside_at_once_and_waits(keeper):
    who = people.person()
    fields = {"group": "employee", "service": "Child in Need", "role": "Lead", "starts_on": DAY}
    told = {"council": who.council, "person": who, "by": keeper, "on": DAY}
    role = set_asides.record_role(**fields, **ASIDE, **told)
    assert role.set_aside_recorded_by == keeper
    assert set_asides.record_role(**fields, **told).set_aside_recorded_by is None
    assert list(Engagement.objects.waiting_for_approval()) == [role]


def test_what_is_set_aside_otherwise_waits_again_but_an_earlier_end_does_not(keeper, approver):
    role = approve(change(people.engagement(), keeper, **ASIDE), approver)
    role = change(role, keeper, set_aside_until=DAY + ONE, role="Lead")
    assert role.set_aside_approver.title == "Director"
    role = change(role, keeper, set_aside_until=DAY + 30 * ONE)
    assert role.set_aside_approver is None and role.set_aside_recorded_by == keeper
    role = approve(role, approver)
    ended = dict.fromkeys(("set_aside_from", "set_aside_until"))
    role = change(role, keeper, set_aside_because="", **ended)
    assert role.set_aside_approver is role.set_aside_recorded_by is None


def test_what_cannot_be_approved_says_why(keeper, approver):
    waiting = change(people.engagement(), keeper, **ASIDE)
    done = approve(change(people.engagement(), keeper, **ASIDE), approver)
    for role, by, title, sentence in (
        (people.engagement(), approver, "Director", "there is nothing to approve"),
        (done, approver, "Director", "approved already"),
        (waiting, keeper, "Head of Performance", "another person approves it"),
        (waiting, approver, "Head of Performance", "You are not in this post"),
    ):
        with pytest.raises(Refused, match=sentence):
            approve(role, by, title)
    with pytest.raises(EditConflict):
        approve(waiting, approver, version=waiting.version + 1)


def test_a_policy_of_its_first_day_lets_one_person_approve_it(keeper):
    people.second_persons(from_date=DAY, set_asides=False, reason="There is one officer.")
    role = approve(change(people.engagement(), keeper, **ASIDE), keeper, "Head of Performance")
    assert role.set_aside_approver.title == "Head of Performance"
    early = change(people.engagement(), keeper, **{**ASIDE, "set_aside_from": DAY - ONE})
    with pytest.raises(Refused, match="another person"):
        approve(early, keeper, "Head of Performance")


def test_who_holds_no_post_is_told_and_another_council_sees_nothing(client, keeper):
    role = change(people.engagement(), keeper, **ASIDE)
    client.force_login(officer())
    page = f"/dbs/roles/{role.pk}/approve-set-aside/"
    assert "You are in no post today" in words(client.get(page))
    record = words(client.get(f"/dbs/roles/{role.pk}/"))
    assert "You are in no post today" in record and page not in record
    client.force_login(officer(make_council("otherby")))
    assert client.get(page).status_code == 404
    assert "No one is waiting" in words(client.get("/dbs/set-aside/"))


days = st.sampled_from((None, DAY - ONE, DAY, DAY + ONE))


class Role:
    """A role as the rule reads it."""

    def __init__(self, first, last, because):
        self.set_aside_from, self.set_aside_until = first, last
        self.set_aside_because = because


@written_cases()
@given(days, days, days, days)
def test_only_what_sets_aside_no_day_more_needs_no_new_approval(first, last, start, end):
    role = Role(first, last, "Leave")
    fields = {"set_aside_from": start, "set_aside_until": end}
    asks = second_persons.asks_again(role, fields)
    if start != first:
        assert asks
    else:
        known = (end or date.max, last or date.max)
        assert asks is (known[0] > known[1])
    assert second_persons.asks_again(role, {"set_aside_because": "Other"})
    assert not second_persons.asks_again(role, {"role": "Lead"})
