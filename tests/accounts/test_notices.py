"""How an account is told of what needs it: a private address of a calendar, and an e-mail."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from assurance.accounts import operations, rules
from assurance.accounts.models.access_log import LoggedAccess, log_access
from assurance.accounts.models.accounts import User
from assurance.accounts.models.notices import Notices
from assurance.records.history import HistoryEntry
from assurance.records.refusals import Refused
from tests import cast

pytestmark = pytest.mark.django_db
MONDAY = date(2016, 1, 18)
ONE = timedelta(days=1)


def calendar(user, on=MONDAY):
    """The row and the private part of a new address."""
    return operations.make_calendar(user=user, by=user, on=on)


def entries(what):
    return list(HistoryEntry.objects.filter(what=f"accounts.{what}").order_by("seq"))


def test_a_new_calendar_address_replaces_the_one_before_and_stands_nowhere():
    user = cast.clerk()
    row, first = calendar(user)
    again, second = calendar(user, MONDAY + ONE)
    assert row.pk == again.pk and first != second and len(first) > 40
    assert not Notices.objects.opened_by(first).exists()
    assert Notices.objects.opened_by(second).get().user == user
    kept = Notices.objects.get()
    assert (kept.feed_digest, kept.feed_made_on) == (rules.digest_of(second), MONDAY + ONE)
    made = entries("make_calendar")
    assert [entry.about for entry in made] == [row.history_name] * 2
    assert not any({first, second, kept.feed_digest} & {*str(entry.changes)} for entry in made)
    assert [[*entry.changes] for entry in made] == [["feed_made_on"]] * 2
    assert row.history_name == f"account {user.pk}, notices" and row.council == user.council
    assert str(row) == f"notices of {user}"


def test_a_calendar_is_stopped_once_and_only_its_own_account_has_it():
    user, other = cast.clerk(), cast.clerk()
    with pytest.raises(Refused, match="no calendar address"):
        operations.stop_calendar(user=user, by=user, on=MONDAY)
    _row, private = calendar(user)
    with pytest.raises(Refused, match="no calendar address"):
        operations.stop_calendar(user=other, by=other, on=MONDAY)
    stopped = operations.stop_calendar(user=user, by=user, on=MONDAY)
    assert (stopped.feed_digest, stopped.feed_made_on) == ("", None)
    assert not Notices.objects.opened_by(private).exists()
    assert not Notices.objects.opened_by("").exists()
    with pytest.raises(Refused, match="no calendar address"):
        operations.stop_calendar(user=user, by=user, on=MONDAY)
    assert len(entries("stop_calendar")) == 1
    assert [*Notices.objects.visible_to(user)] == [stopped]
    assert not Notices.objects.visible_to(other).exists()


@pytest.mark.parametrize("fields", [{"is_active": False}, {"council": None}])
def test_an_account_that_cannot_sign_in_has_no_calendar_and_no_email(fields):
    user = cast.clerk()
    row, private = calendar(user)
    operations.choose_email(user=user, email_every=rules.DAY, by=user, on=MONDAY)
    assert Notices.objects.due_an_email(MONDAY) == [row]
    User.objects.filter(pk=user.pk).update(**fields)
    assert not Notices.objects.opened_by(private).exists()
    assert Notices.objects.due_an_email(MONDAY) == []


def test_an_email_is_chosen_given_up_and_due_by_its_days():
    user = cast.clerk()
    row = operations.choose_email(user=user, email_every=rules.WEEK, by=user, on=MONDAY)
    assert Notices.objects.due_an_email(MONDAY) == [row]
    assert Notices.objects.due_an_email(MONDAY + ONE) == []
    Notices.objects.update(emailed_on=MONDAY - 7 * ONE)
    assert Notices.objects.due_an_email(MONDAY + ONE) == [row]
    assert Notices.objects.due_an_email(MONDAY + 5 * ONE) == []
    Notices.objects.update(emailed_on=MONDAY)
    assert Notices.objects.due_an_email(MONDAY + ONE) == []
    operations.choose_email(user=user, email_every="", by=user, on=MONDAY)
    assert Notices.objects.due_an_email(MONDAY + 7 * ONE) == []
    assert [entry.changes["email_every"]["to"] for entry in entries("choose_email")] == [
        rules.WEEK,
        "",
    ]


def test_the_database_refuses_an_address_without_a_day_and_one_of_two_accounts():
    row, private = calendar(cast.clerk())
    other = Notices(user=cast.clerk(), feed_digest="x")
    with pytest.raises(IntegrityError), transaction.atomic():
        other.save()
    other.feed_digest, other.feed_made_on = rules.digest_of(private), MONDAY
    with pytest.raises(IntegrityError), transaction.atomic():
        other.save()
    other.feed_digest = ""
    with pytest.raises(IntegrityError), transaction.atomic():
        other.save()
    assert Notices.objects.get() == row


def test_a_role_that_was_ended_at_once_is_given_again_on_the_same_day():
    by, user = cast.administrator(), cast.clerk()
    user.grants.update(to_date=MONDAY, ended_at_once=True)
    again = {"user": user, "role": "clerk", "subject": "", "by": by, "on": MONDAY}
    operations.add_grant(**again, from_date=MONDAY, to_date=MONDAY + ONE)
    days = [MONDAY + number * ONE for number in (-1, 0, 1, 2)]
    held = [User.objects.get(pk=user.pk).has_role("clerk", day) for day in days]
    assert held == [True, True, True, False]
    for day in days:
        rows = user.grants.in_force(day)
        assert {row.pk for row in rows} == {
            row.pk for row in user.grants.all() if row.in_force(day)
        }
    with pytest.raises(Refused, match="already has that role"):
        operations.add_grant(**again, from_date=MONDAY + ONE)
    operations.add_grant(**again, from_date=MONDAY + 2 * ONE)


def test_a_grant_that_ended_at_once_on_its_first_day_never_held():
    user = cast.make_user("clerk", since=MONDAY)
    user.grants.update(to_date=MONDAY, ended_at_once=True)
    grant = user.grants.get()
    assert grant.last_day == MONDAY - ONE
    assert not any(grant.in_force(MONDAY + number * ONE) for number in (-2, -1, 0, 1))
    grant.to_date, grant.ended_at_once = None, False
    assert grant.last_day is None and grant.in_force(date.max)


def test_a_logged_access_says_what_it_is_and_keeps_no_words():
    user = cast.clerk()
    row = log_access(user, LoggedAccess.EXPORT, "Checks", 0)
    assert str(row) == f"{row.get_kind_display()}: Checks"
    assert (row.account, row.results) == (user, 0)
