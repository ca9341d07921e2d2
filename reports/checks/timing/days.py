"""Days that the calendar does not have, and weekdays that it denies."""

import re
from calendar import monthrange

from assurance.runtime.periods import MONTHS, say_day
from reports.checks.rule import Severity, fault, rule
from reports.prose.dates import DAY, WEEKDAYS, YEARS

_AFTER = re.compile(
    r"\s*[(\[,]\s*(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b\s*[)\]]?"
)


@rule("impossible-date", Severity.ERROR, "C05")
def impossible_dates(reading, _known):
    """Every date that the paper names is one of the calendar."""
    for line in reading.lines:
        for date in line.dates:
            if date.impossible:
                says = f"“{date.words}” cannot be: {_why(date)}."
                yield fault(line, date, says, "Write the date that is meant.")


@rule("wrong-weekday", Severity.ERROR, "error 16")
def wrong_weekdays(reading, _known):
    """A weekday is that of the date beside it."""
    for line in reading.lines:
        for date in line.dates:
            written, end = _weekday_of(line.text, date)
            if not written or date.precision != DAY or date.first is None:
                continue
            right = WEEKDAYS[date.first.weekday()].capitalize()
            if right.casefold()[:3] == written.casefold()[:3]:
                continue
            text = line.text[date.start : end].strip()
            day = say_day(date.first)
            mend = f"Write {right}, or the date that is meant."
            says = f"{day} is a {right}, and the paper says {written}."
            yield fault(
                line, (date.start, end), says, mend, swap=(text, text.replace(written, right))
            )


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
