"""Dates that a paper takes from elsewhere: the day of its meeting, and text from the last one."""

import re
from datetime import date, timedelta

from assurance.runtime.periods import say_day
from reports.checks.reading import FACT, PROSE
from reports.checks.rule import Severity, fault, rule
from reports.prose.dates import DAY, MONTH

_MEETING = re.compile(
    r"\b(?:this|today[’']s|tonight[’']s|the\s+present)\s+meeting\b[^.;]{0,40}?"
    r"(?:\bon\b|\bof\b|,|\()\s*(?:the\s+)?$"
    r"|\bmeeting\s+(?:to\s+be\s+held|being\s+held|at\s+which\s+this\s+(?:report|paper)\s+is\s+"
    r"(?:considered|presented|received))\s+(?:on\s+)?(?:the\s+)?$"
    r"|\bthis\s+(?:report|paper)\s+(?:is|was)\s+(?:[a-z]+\s+)?(?:for|to)\s+the\s+meeting\s+of\s+"
    r"[^.;]{0,60}?\bon\s+(?:the\s+)?$"
    r"|\b(?:date\s+of\s+meeting|meeting\s+date|date\s+of\s+committee)\s*:?\s*$",
    re.I,
)
_FIXED_DATE = re.compile(
    r"\b(?:since|agreed|decided|asked|resolved|adopted|law|act|regulations|published|introduced|"
    r"established|set\s+up|compared|against|than|from)\b",
    re.I,
)


@rule("meeting-date", Severity.ERROR, "issue: dates")
def other_meeting_dates(reading, _known):
    """A date that is said to be the meeting's is the meeting's."""
    if reading.meeting_date is None:
        return
    right = say_day(reading.meeting_date)
    for line in reading.lines:
        if line.kind not in (*PROSE, FACT):
            continue
        for item in line.dates:
            if item.precision != DAY or item.first in (None, reading.meeting_date):
                continue
            before = line.text[max(0, item.start - 80) : item.start]
            if line.kind == FACT and not item.start:
                before = line.label
            if not _MEETING.search(before):
                continue
            says = f"The meeting is on {right}, and the paper says {item.words}."
            yield fault(line, item, says, f"Write {right}.", swap=(item.words, right))


@rule("carried-date", Severity.WARNING, "C04")
def last_periods_dates(reading, _known):
    """Text that was carried forward names no date or month of the last period."""
    if reading.period is None:
        return
    first, last = _before(reading.period)
    for line in reading.lines:
        if not line.carried:
            continue
        for item in line.dates:
            if line.entry_at(item.start) is not None or not _is_of(item, first, last, reading):
                continue
            if _FIXED_DATE.search(line.text[max(0, item.start - 30) : item.start]):
                continue
            says = (
                f"“{item.words}” belongs to the last paper's period, and this text was carried "
                "forward from it."
            )
            yield fault(line, item, says, "Bring it up to date, or confirm that it stands.")


def _before(period):
    """The period of the same length, in whole months or else in days, that ends before `period`."""
    start, end = period
    last, after = start - timedelta(days=1), end + timedelta(days=1)
    if start.day == after.day == 1:
        month = 2 * (start.year * 12 + start.month) - (after.year * 12 + after.month) - 1
        return date(month // 12, month % 12 + 1, 1), last
    return last - (end - start), last


def _is_of(item, first, last, reading):
    if item.first is not None:
        return first <= item.first and item.last <= last
    if item.precision not in (DAY, MONTH) or item.impossible:
        return False
    start, end = reading.period
    return item.month in _months(first, last) and item.month not in _months(start, end)


def _months(first: date, last: date):
    """The numbers of the months from that of `first` to that of `last`, twelve at most."""
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    return {(first.month - 1 + step) % 12 + 1 for step in range(min(count, 12))}
