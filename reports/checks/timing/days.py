"""Days that the calendar does not have, and weekdays that it denies."""

import re
from calendar import monthrange

from assurance.runtime.periods import MONTHS
from reports.checks.rule import Mend, Rule, Severity, fault
from reports.prose.dates import DAY, WEEKDAYS, YEARS

FAMILY = "timing"
_AFTER = re.compile(
    r"\s*[(\[,]\s*(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b\s*[)\]]?"
)


def impossible_dates(reading, _known):
    """A day, month or year that cannot be."""
    for line in reading.lines:
        for date in line.dates:
            if date.impossible:
                says = f"“{date.words}” cannot be: {_why(date)}."
                mend = Mend("Write the date that is meant.", line.block)
                yield fault(line, date.start, says, end=date.end, mend=mend)


def wrong_weekdays(reading, _known):
    """A weekday that the date beside it was not."""
    for line in reading.lines:
        for date in line.dates:
            written, end = _weekday_of(line.text, date)
            if not written or date.precision != DAY or date.first is None:
                continue
            right = WEEKDAYS[date.first.weekday()].capitalize()
            if right.casefold()[:3] == written.casefold()[:3]:
                continue
            text = line.text[date.start : end].strip()
            day = f"{date.first.day} {date.first:%B %Y}"
            mend = Mend(
                f"Write {right}, or the date that is meant.",
                line.block,
                text,
                text.replace(written, right),
            )
            says = f"{day} is a {right}, and the paper says {written}."
            yield fault(line, date.start, says, end=end, mend=mend)


def _why(item):
    if item.precision == YEARS:
        return "its last year is before its first"
    if item.month > 12 or (item.precision == DAY and not item.month):
        return f"there is no month {item.month}"
    if item.year and not 1800 <= item.year <= 2200:
        return f"the year {item.year:04} is not one of a paper like this"
    name = MONTHS[item.month - 1].capitalize()
    year = f" {item.year}" if item.month == 2 and item.year else ""
    return f"{name}{year} has {monthrange(item.year or 2000, item.month)[1]} days"


def _weekday_of(text, item):
    """(the weekday written before or straight after a date, where the two end)."""
    if item.weekday:
        return item.weekday, item.end
    after = _AFTER.match(text, item.end)
    return (after["weekday"], after.end()) if after else ("", item.end)


RULES = (
    Rule(
        "impossible-date",
        FAMILY,
        Severity.ERROR,
        "Every date that the paper names is one of the calendar.",
        impossible_dates,
        "C05",
    ),
    Rule(
        "wrong-weekday",
        FAMILY,
        Severity.ERROR,
        "A weekday is that of the date beside it.",
        wrong_weekdays,
        "error 16",
    ),
)
