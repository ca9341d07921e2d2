"""A re-check policy or a wording of reminders that another person than its writer approves."""

from datetime import date, timedelta

import pytest

from assurance.dbs.models.policies import RecheckPolicy
from assurance.dbs.models.reminders import ReminderWording
from assurance.dbs.operations import policies
from assurance.dbs.rules import second_persons as rules
from assurance.people.second_person_rules import NOT_IN_POST
from assurance.records.history import CommandLine, HistoryEntry
from assurance.records.refusals import Refused
from reports.tasks.all_tasks import needs_of
from tests import cast
from tests.audits.entries import parts
from tests.dbs.entries import typed_policy
from tests.make import dbs, people
from tests.page_requests import words

pytestmark = pytest.mark.django_db
ON, ONE = date(2016, 1, 18), timedelta(1)
FIRST, NEXT = date(2016, 2, 1), date(2016, 3, 1)
WORDING = {"subject": "Your re-check", "body": "By {due}"}
KINDS = [
    (policies.record_policy, RecheckPolicy, dbs.policy, {"interval_months": 24}, "policy"),
    (policies.record_wording, ReminderWording, dbs.wording, WORDING, "wording"),
]


@pytest.fixture(params=KINDS, ids=["policy", "wording"])
def kind(request):
    """The operation that records one, its model, its maker, what is said of it, its page."""
    return request.param


def administrator_with_post():
    """An administrator who holds a post."""
    return people.holder(account=cast.make_user("administrator"))


def recorded(kind, by, on=ON, **said):
    """One from `FIRST` on, unless another day is said."""
    council = cast.make_council()
    return kind[0](council=council, by=by, on=on, **{**kind[3], "from_date": FIRST, **said})


def approved(row, held, on=ON):
    """The row as the holder of a post approves it."""
    return policies.approve(record=row, approver=held.post, by=held.account, on=on)


def test_it_waits_while_the_one_before_holds_and_is_used_once_approved(kind):
    one, other = administrator_with_post(), administrator_with_post()
    before, rows = kind[2](), kind[1].objects
    row = recorded(kind, one.account)
    assert (row.approver, row.recorded_by, row.approved_by) == (
        None,
        one.account,
        "Waits for approval",
    )
    assert list(rows.in_force(FIRST)) == [before] and before.to_date is None
    with pytest.raises(Refused, match="You wrote this: another person approves it"):
        approved(row, one)
    row = approved(row, other)
    assert (row.approver, row.approved_by) == (other.post, other.post)
    before.refresh_from_db()
    assert before.to_date == FIRST - ONE
    assert (list(rows.in_force(FIRST)), list(rows.in_force(FIRST - ONE))) == ([row], [before])
    [entry] = HistoryEntry.objects.about(row).filter(what__endswith=".approve")
    assert (entry.on, entry.changes["approver"]["to"]) == (ON, str(other.post))
    with pytest.raises(Refused, match="approved already"):
        approved(row, other)


def test_it_is_approved_for_a_post_that_the_account_holds_that_day(kind):
    one, other = administrator_with_post(), administrator_with_post()
    row = recorded(kind, one.account)
    with pytest.raises(Refused, match=NOT_IN_POST):
        policies.approve(record=row, approver=one.post, by=other.account, on=ON)
    assert kind[1].objects.waiting_for_approval().get() == row


def test_where_the_policy_does_not_ask_it_stays_one_step(kind):
    one = administrator_with_post()
    with pytest.raises(Refused, match=rules.APPROVE_LATER):
        recorded(kind, one.account, approver=one.post)
    people.second_persons(from_date=ON, policies=False, reason="One administrator.")
    with pytest.raises(Refused, match=rules.NO_APPROVER):
        recorded(kind, one.account)
    row = recorded(kind, one.account, approver=one.post)
    assert list(kind[1].objects.in_force(FIRST)) == [row]
    # The day before the policy of one person began, two were needed.
    with pytest.raises(Refused, match=rules.APPROVE_LATER):
        recorded(kind, one.account, on=ON - ONE, approver=one.post, from_date=NEXT)
    command = CommandLine("load")
    later = recorded(kind, command, on=ON - ONE, approver=one.post, from_date=NEXT)
    assert (later.recorded_by, later.approver) == (None, one.post)


def test_two_that_wait_take_their_turns_in_whichever_order_they_are_approved(kind):
    one, other = administrator_with_post(), administrator_with_post()
    before = kind[2]()
    rows = [recorded(kind, one.account, from_date=day) for day in (FIRST, NEXT)]
    for row in reversed(rows):
        approved(row, other)
    ends = kind[1].objects.order_by("from_date").values_list("to_date", flat=True)
    assert list(ends) == [FIRST - ONE, NEXT - ONE, None]
    assert [kind[1].objects.in_force(day).get() for day in (ON, FIRST, NEXT)] == [before, *rows]


def test_a_corrected_policy_waits_again_and_the_one_before_holds_meanwhile():
    one, other = administrator_with_post(), administrator_with_post()
    before = dbs.policy()
    row = approved(recorded(KINDS[0], one.account), other)
    row = policies.change_policy(record=row, interval_months=12, by=other.account, on=ON)
    before.refresh_from_db()
    assert (row.approver, row.recorded_by, before.to_date) == (None, other.account, None)
    with pytest.raises(Refused, match="You wrote this"):
        approved(row, other)
    # Waiting, it may begin on another day, after that of the one before.
    row = policies.change_policy(record=row, from_date=NEXT, by=other.account, on=ON)
    with pytest.raises(Refused):
        policies.change_policy(record=row, from_date=before.from_date, by=other.account, on=ON)
    approved(row, one)
    before.refresh_from_db()
    assert before.to_date == NEXT - ONE


@pytest.mark.long
def test_the_other_administrator_is_asked_and_approves_on_its_page(client, kind, settings):
    settings.CANDOUR_TODAY = ON.isoformat()
    one, other = administrator_with_post(), administrator_with_post()
    start = {"policy": "/dbs/policies/", "wording": "/dbs/reminders/wordings/"}[kind[4]]
    client.force_login(one.account)
    assert 'name="approver"' not in client.get(f"{start}add/").content.decode()
    typed = typed_policy() if kind[4] == "policy" else WORDING | parts("from_date", FIRST)
    assert client.post(f"{start}add/", typed).status_code == 302
    row = kind[1].objects.get()
    page = words(client.get(f"{start}{row.pk}/"))
    assert "Waits for approval" in page and "You wrote this: another person approves it." in page
    assert f"{start}{row.pk}/approve/" not in page
    assert "You wrote this: another person approves it." in words(
        client.get(f"{start}{row.pk}/approve/")
    )
    assert not [need for need in needs_of(one.account, ON) if start in need.address]
    [need] = [need for need in needs_of(other.account, ON) if start in need.address]
    client.force_login(other.account)
    assert need.words.startswith("1 ") and need.words in words(client.get("/home/"))
    assert [line["record"] for line in client.get(need.address).context["lines"]] == [row]
    client.post(f"{start}{row.pk}/approve/", {"approver": other.post.pk})
    row.refresh_from_db()
    assert row.approver == other.post
    assert "Waits for approval" not in words(client.get(f"{start}{row.pk}/"))
    client.force_login(cast.officer())
    assert client.get(f"{start}{row.pk}/approve/").status_code == 403
