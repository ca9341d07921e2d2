"""A withdrawal that was a mistake: for a day whoever made it can undo it, until a report is frozen
that would print another number with the record than it does without."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.utils import timezone

from assurance.records.history import HistoryEntry
from assurance.records.withdrawals.quoted_changes import QuotedChange
from assurance.runtime.periods import moment_from_today, say_day

UNDONE_WITHIN = timedelta(days=1)


def withdrawn_at(record) -> datetime | None:
    """The moment at which `record` was withdrawn, as history has it; None where it was withdrawn
    with another record."""
    changes = HistoryEntry.objects.about(record).filter(changes__has_key="withdrawn_on")
    entry = changes.first()
    is_this = entry and entry.changes["withdrawn_on"]["to"] == record.withdrawn_on.isoformat()
    return entry.at if is_this else None


def undone_until(at: datetime) -> datetime:
    """The same time by the clock on the day after `at`."""
    return timezone.localtime(at) + UNDONE_WITHIN


def why_not_undo(record, since: datetime | None, now: datetime, by) -> str:
    """Why somebody cannot undo, `now`, a withdrawal made at the moment `since`, or nothing."""
    if not record.is_withdrawn:
        return "This record is not withdrawn."
    instead = record.instead_of_undo
    if record.withdrawn_by_id != by.pk:
        return f"Only the person who withdrew this record can undo that. {instead}"
    if since is None:
        return f"This record was withdrawn with another one, so it cannot be undone here. {instead}"
    last = undone_until(since)
    if now <= last:
        return ""
    last = moment_from_today(last)
    return f"The withdrawal could be undone until {last:%H:%M} on {say_day(last)}. {instead}"


def why_not_quoted(record, changes: Sequence[QuotedChange]) -> str:
    """Why the withdrawal of `record` cannot be undone once a report was frozen without it, or
    nothing."""
    for change in changes:
        return (
            f"“{change.edition}” of {say_day(change.issued_on)} was made without this record and "
            f"would print otherwise with it ({change.title}), so the withdrawal cannot be undone. "
            f"{record.instead_of_undo}"
        )
    return ""
