"""Weekdays that stand apart from their dates, or beside a day whose year is written elsewhere."""

import re
from collections.abc import Iterator

from assurance.runtime.digits import whole
from assurance.runtime.periods import say_day
from assurance.runtime.typography import with_capital
from reports.checks.reading import Reading
from reports.checks.rule import Fault, Severity, fault, rule
from reports.checks.timing.days.days import Day, days_of
from reports.prose.dates import WEEKDAYS

_NAME = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
# “…, a Tuesday to a Thursday”, “… (a Tuesday and a Wednesday)”.
_BEHIND = re.compile(
    rf",?\s*\(?(?:being\s+|respectively\s+|both\s+)?an?\s+(?P<one>{_NAME})"
    rf"(?:\s+(?:to|and|until|through)\s+an?\s+(?P<other>{_NAME}))?\b"
)
# “Tuesday 12 to Thursday 14 February”, “19 and 20 September”.
_AHEAD = re.compile(
    rf"(?:(?P<name>{_NAME})\s+)?(?:the\s+)?(?<![\d./])(?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
    r"\s*(?:to|and|until|–|-)\s*(?:the\s+)?$"
)
_REACH = 40
_TO_COME = re.compile(r"\b(?:will|booked|due|planned|next|(?:is|are)\s+to)\b", re.I)


@rule("weekday-apart", Severity.WARNING, "error 16", follows=("wrong-weekday",))
def weekdays_apart(reading: Reading, _known) -> Iterator[Fault]:
    """A weekday away from its date, or next to a date without a year, is that of the date."""
    for line in reading.lines:
        for item in days_of(reading, line) if line.dates else ():
            for name, day, span in _named(line.text, item):
                dates = [other.replace(day=day) for other in item.dates if _has(other, day)]
                if not dates or any(
                    _is(name, other) for other in (*dates, *_next(line.text, item, dates))
                ):
                    continue
                right = with_capital(WEEKDAYS[dates[0].weekday()])
                says = f"{say_day(dates[0])} is a {right}, but the report has {name}."
                yield fault(line, span, says, f"Write {right}, or the date that is meant.")


def _next(text, item: Day, dates):
    """The same days of the next year, which a day to come without a year may be of: `are booked for
    Wednesday 17 January` in a report of November."""
    is_ahead = not item.mention.year and _TO_COME.search(
        text, max(0, item.start - _REACH), item.start
    )
    return [x.replace(year=x.year + 1) for x in dates if _recurs(x)] if is_ahead else ()


def _recurs(day):
    return (day.month, day.day) != (2, 29)


def _named(text, item: Day):
    """(weekday, day of the month, its place) of each weekday that is meant by a day."""
    start, end = item.start, item.end
    if item.mention.weekday and not item.mention.first and len(item.mention.weekday) > 5:
        yield item.mention.weekday, item.mention.day, (start, end)
    first = _AHEAD.search(text, max(0, start - _REACH), start)
    day = whole(first["day"]) if first else 0
    if first and first["name"]:
        yield first["name"], day, first.span()
    behind = _BEHIND.match(text, end)
    if not behind or item.mention.weekday:
        return
    if behind["other"] and first:
        yield behind["one"], day, behind.span("one")
        yield behind["other"], item.mention.day, behind.span("other")
    elif not behind["other"] and not first:
        yield behind["one"], item.mention.day, behind.span("one")


def _has(day, number):
    try:
        day.replace(day=number)
    except ValueError:
        return False
    return True


def _is(name, day):
    return WEEKDAYS[day.weekday()] == name.casefold()
