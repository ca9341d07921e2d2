"""Which DBS audit answers for a day, of all that are in force."""

from collections.abc import Iterable
from datetime import date

from assurance.dbs.rules import positions, statuses


def speaking_of(audits: Iterable, cohort, first: date, last: date, moment=positions.POSITION):
    """The audit that answers for the days `first` to `last`, or None: the one whose position date
    is the latest of them; of what was found at the audit, the one whose audit is, or of a single
    day the one whose position it is.

    Without a cohort the usual one's answers; where that has none, another's, if only one cohort has
    any. Two of them would answer for different people.
    """
    own = [row for row in audits if cohort is None or row.cohort_id == cohort.pk]
    at_audit = moment == positions.AUDIT
    rows = [
        row
        for row in own
        if (at_audit and first <= row.audit_date <= last)
        or (first <= row.position_date <= last and (not at_audit or first == last))
    ]
    rows = [row for row in rows if row.cohort.usual] or rows
    if len({row.cohort_id for row in rows}) != 1:
        return None
    return max(rows, key=_audit_first if at_audit else _position_first)


def foreseeing(audits: Iterable, cohort, first: date, last: date):
    """The audit that says how many fall due in the month from `first` to `last`, or None: the
    latest position of `last` or earlier, of an audit in the 12 months before the month or in it.
    Cohorts are chosen as in `speaking_of`."""
    earliest = statuses.due_on(first, -12)
    recent = [row for row in audits if earliest <= row.audit_date <= last]
    return speaking_of(recent, cohort, date.min, last)


def _position_first(row):
    return row.position_date, row.audit_date, row.pk


def _audit_first(row):
    return row.audit_date, row.position_date, row.pk
