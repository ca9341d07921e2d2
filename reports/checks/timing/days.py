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
        for one in line.dates:
            if one.impossible:
                says = f"“{one.words}” cannot be: {_why(one)}."
                mend = Mend("Write the date that is meant.", line.block)
                yield fault(line, one.start, says, end=one.end, mend=mend)


def wrong_weekdays(reading, _known):
    """A weekday that the date beside it was not."""
    for line in reading.lines:
        for one in line.dates:
            written, end = _weekday_of(line.text, one)
            if not written or one.precision != DAY or one.first is None:
                continue
            right = WEEKDAYS[one.first.weekday()].capitalize()
            if right.casefold()[:3] == written.casefold()[:3]:
                continue
            said = line.text[one.start : end].strip()
            day = f"{one.first.day} {one.first:%B %Y}"
            mend = Mend(
                f"Write {right}, or the date that is meant.",
                line.block,
                said,
                said.replace(written, right),
            )
            says = f"{day} is a {right}, and the paper says {written}."
            yield fault(line, one.start, says, end=end, mend=mend)


def _why(one):
    if one.precision == YEARS:
        return "its last year is before its first"
    if one.month > 12 or (one.precision == DAY and not one.month):
        return f"there is no month {one.month}"
    if one.year and not 1800 <= one.year <= 2200:
        return f"the year {one.year:04} is not one of a paper like this"
    name = MONTHS[one.month - 1].capitalize()
    year = f" {one.year}" if one.month == 2 and one.year else ""
    return f"{name}{year} has {monthrange(one.year or 2000, one.month)[1]} days"


def _weekday_of(text, one):
    """(the weekday written before or straight after a date, where the two end)."""
    if one.weekday:
        return one.weekday, one.end
    after = _AFTER.match(text, one.end)
    return (after["weekday"], after.end()) if after else ("", one.end)


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
