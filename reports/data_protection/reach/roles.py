"""When roles of an account were really in force: what is entered late counts from its entry."""

from datetime import date

from assurance.accounts.access import GRANTS, SUBJECT_OF, Permission
from assurance.accounts.models.accounts import Grant, User
from assurance.records.history import HistoryEntry

GIVEN = ("accounts.add_account", "accounts.add_grant")
ENDED = "accounts.end_grant"


def all_spans(account: User, first: date, last: date) -> dict[Permission, list[tuple]]:
    """Permission → the (from, to) between `first` and `last` on which roles of `account` had it."""
    entries = _entries(account)
    dates = {grant: in_force_between(grant, entries) for grant in account.held_grants}
    spans = {}
    for permission in Permission:
        subject = SUBJECT_OF.get(permission)
        clipped = [
            (max(start, first), min(end or last, last))
            for grant, (start, end) in dates.items()
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


def _entries(account):
    rows = HistoryEntry.objects.about(account).filter(what__in=(*GIVEN, ENDED))
    return list(rows.order_by("seq"))


def _gave(entry, grant):
    values = {"role": grant.role, "subject": grant.subject}
    return _has(entry, "to", **values, from_date=grant.from_date.isoformat())


def _ended(entry, grant):
    is_same = _has(entry, "from", role=grant.role, subject=grant.subject)
    return is_same and _has(entry, "to", to_date=grant.to_date and grant.to_date.isoformat())


def _has(entry, side, **values):
    return all((entry.changes.get(name) or {}).get(side) == value for name, value in values.items())
