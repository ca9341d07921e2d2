"""When roles of an account were really in force: what is entered late counts from its entry."""

from datetime import date

from assurance.accounts.access import GRANTS, SUBJECT_OF, Permission
from assurance.accounts.models.accounts import Grant, User
from assurance.records.history import HistoryEntry

GIVEN = ("accounts.add_account", "accounts.add_grant")
ENDED = "accounts.end_grant"
STOPPED, LET_IN = "accounts.deactivate", "accounts.reactivate"


def all_spans(account: User, first: date, last: date) -> dict[Permission, list[tuple]]:
    """Permission → the (from, to) between `first` and `last` on which roles of `account` had it and
    it could sign in."""
    entries = _entries(account)
    opened = _open_spans(entries, first, last)
    dates = {grant: in_force_between(grant, entries) for grant in account.held_grants}
    spans = {}
    for permission in Permission:
        subject = SUBJECT_OF.get(permission)
        clipped = [
            (max(start, from_date), min(end or last, to_date))
            for grant, (start, end) in dates.items()
            for from_date, to_date in opened
            if permission in GRANTS[grant.role] and grant.covers(subject)
        ]
        spans[permission] = sorted((start, end) for start, end in clipped if start <= end)
    return spans


def in_force_between(grant: Grant, entries: list[HistoryEntry]) -> tuple[date, date | None]:
    """The first and the last date on which a role was in force by `entries`, those of history about
    its account: one that was given with a date before its entry began when it was entered, and one
    that was ended with such a date lasted until that was entered."""
    start, end = grant.from_date, grant.to_date
    given = [entry.on for entry in entries if entry.what in GIVEN and _gave(entry, grant)]
    ended = [entry.on for entry in entries if entry.what == ENDED and _ended(entry, grant)]
    return max([start, *given]), end and max([end, *ended])


def _open_spans(entries, first, last):
    """The (from, to) on which the account could sign in; the date on which it was stopped or let in
    again counts."""
    spans, start = [], first
    for entry in entries:
        if entry.what == STOPPED and start:
            spans.append((start, min(entry.on, last)))
            start = None
        elif entry.what == LET_IN and not start:
            start = max(entry.on, first)
    return [*spans, (start, last)] if start else spans


def _entries(account):
    kinds = (*GIVEN, ENDED, STOPPED, LET_IN)
    rows = HistoryEntry.objects.about(account).filter(what__in=kinds)
    return list(rows.order_by("seq"))


def _gave(entry, grant):
    values = {"role": grant.role, "subject": grant.subject}
    return _has(entry, "to", **values, from_date=grant.from_date.isoformat())


def _ended(entry, grant):
    is_same = _has(entry, "from", role=grant.role, subject=grant.subject)
    return is_same and _has(entry, "to", to_date=grant.to_date and grant.to_date.isoformat())


def _has(entry, side, **values):
    return all((entry.changes.get(name) or {}).get(side) == value for name, value in values.items())
