"""Days as papers write them, in words or figures, and what they say about meetings and periods."""

import re
from datetime import date, timedelta

from assurance.runtime.digits import whole
from assurance.runtime.periods import months_after
from reports.prose.months import NAMED, month_number

_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"
_MONTH = rf"(?:{NAMED})\.?"
IN_WORDS = re.compile(
    rf"{_WEEKDAY}(?P<day>\d{{1,2}})\s?(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH}),?\s+"
    r"(?P<year>\d{4})",
    re.IGNORECASE,
)
IN_FIGURES = re.compile(
    r"(?<![\d./])(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4}|\d{2})(?!\d|\.\d)"
)
ISO = re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)")
_ONE = r"(?:\d{4}-\d{2}-\d{2}|\d(?:[^.]|\.(?=\d|\s+\d{4})){3,24}?\d{4})"
_SPAN = re.compile(
    r"\b(?:period|covers?|covering|report(?:s|ing)? on)\b[^.;\[(]{0,20}?"
    rf"(?P<first>{_ONE})\s*"
    rf"(?:to|and|until|–|-|—)\s*{_WEEKDAY}(?P<last>{_ONE})",
    re.IGNORECASE,
)
HALF_YEAR = 6


def day_in(words: str) -> date | None:
    """The first day of the calendar that is written in `words`, or None."""
    return next(iter(days_in(words)), None)


def days_in(words: str) -> list[date]:
    """Every day of the calendar that is written in `words`, in order."""
    found = (one for pattern in (IN_WORDS, IN_FIGURES, ISO) for one in pattern.finditer(words))
    return [day for one in sorted(found, key=lambda one: one.start()) if (day := _day(one))]


def is_a_day(words: str) -> bool:
    """Whether `words` are a day and nothing else."""
    bare = words.strip(" .,*_#")
    patterns = (IN_WORDS, IN_FIGURES, ISO)
    return any(found and _day(found) for found in (one.fullmatch(bare) for one in patterns))


def span_in(words: str) -> tuple[date, date] | None:
    """The first period that is written in `words` with both its days, or None."""
    for found in _SPAN.finditer(words):
        first, last = day_in(found["first"]), day_in(found["last"])
        if first and last and first <= last:
            return first, last
    return None


def half_year_to(day: date) -> tuple[date, date]:
    """The six months before `day`, their first and last day."""
    return months_after(day, -HALF_YEAR), day - timedelta(days=1)


def _day(found):
    try:
        month = found["month"]
        number = whole(month) if month.isdecimal() else month_number(month)
        year = whole(found["year"])
        return date(year + 2000 if year < 100 else year, number, whole(found["day"]))
    except ValueError:
        return None
