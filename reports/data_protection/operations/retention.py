"""What a run of the retention schedule removes in batches, each with one entry of history."""

from datetime import date

from django.db import transaction

from assurance.accounts.models.access_log import LoggedAccess
from assurance.accounts.models.accounts import User
from assurance.records import history
from assurance.records.history import HistoryDetail
from assurance.runtime.databases.erased_bytes import empty_log_after_commit
from assurance.runtime.periods import this_moment
from reports.data_protection.models import RetentionRun
from reports.data_protection.period_ends import end_of_day, old_details, tries
from reports.data_protection.subjects import TRIES

AT_ONCE = 500


@transaction.atomic
def prune_sign_in_tries(*, council, last: date, on_hold: set, because: str, by, on: date) -> int:
    """Removes a batch of sign-in attempts of dates up to `last`: those of the council's accounts,
    and those that name no account; of the accounts with the keys `on_hold` they stay. Gives how
    many; nought leaves no entry."""
    number, kept = 0, User.objects.filter(pk__in=on_hold).values("email")
    for model in TRIES:
        rows = tries(model, council, last).exclude(username__in=kept).order_by("pk")[:AT_ONCE]
        number += _delete(model, rows)
    return _settled("data_protection.prune_sign_in", council, number, because, by, on)


@transaction.atomic
def prune_access_log(*, council, last: date, on_hold: set, because: str, by, on: date) -> int:
    """Removes a batch of lines of the access log of dates up to `last`, but for the accounts with
    the keys `on_hold`; how many."""
    rows = LoggedAccess.objects.of(council).before(end_of_day(last))
    number = _delete(LoggedAccess, rows.exclude(account__in=on_hold)[:AT_ONCE])
    return _settled("data_protection.prune_access_log", council, number, because, by, on)


@transaction.atomic
def erase_old_details(*, council, last: date, on_hold: set, because: str, by, on: date) -> int:
    """Removes a batch of the personal values in history of dates up to `last`; how many. Those of
    the entries numbered `on_hold` stay."""
    rows = old_details(council, last).exclude(seq__in=on_hold).order_by("seq", "pk")[:AT_ONCE]
    pairs = [[row.seq, row.field] for row in rows]
    number = _delete(HistoryDetail, rows)
    more = {history.ERASED: pairs}
    return _settled("data_protection.erase_history", council, number, because, by, on, **more)


@transaction.atomic
def note_run(*, council, results: list[dict], by, on: date) -> RetentionRun:
    """Keeps the report of a run."""
    now = this_moment()
    run = RetentionRun.objects.create(council=council, ran_on=on, ended_at=now, results=results)
    removed = {row["kind"]: row["removed"] for row in results if row["removed"]}
    changes = history.impersonal_changes(removed)
    history.record("data_protection.apply_schedule", about=run, by=by, on=on, changes=changes)
    return run


def _delete(model, rows):
    keys = [row.pk for row in rows]
    model.objects.filter(pk__in=keys).delete()
    return len(keys)


def _settled(what, council, number, because, by, on, **more):
    if number:
        empty_log_after_commit()
        changes = history.impersonal_changes({"removed": number, **more})
        history.record(what, about=council, by=by, on=on, changes=changes, reason=because)
    return number
