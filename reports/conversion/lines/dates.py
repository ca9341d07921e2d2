"""Days as papers write them, in words or figures, and what they say about meetings and periods."""

import re
from datetime import date, timedelta

from assurance.runtime.digits import whole
from assurance.runtime.periods import months_after
from reports.prose.dates import NAMED, month_number

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
_WAYS = (IN_WORDS, IN_FIGURES, ISO)
_DATE_PATTERN = r"(?:\d{4}-\d{2}-\d{2}|\d(?:[^.]|\.(?=\d|\s+\d{4})){3,24}?\d{4})"
_SPAN = re.compile(
    r"\b(?:period|covers?|covering|report(?:s|ing)? on)\b[^.;\[(]{0,20}?"
    rf"(?P<first>{_DATE_PATTERN})\s*"
    rf"(?:to|and|until|–|-|—)\s*{_WEEKDAY}(?P<last>{_DATE_PATTERN})",
    re.IGNORECASE,
)
HALF_YEAR = 6


def day_in(text: str) -> date | None:
    """The first day of the calendar that is written in `words`, or None."""
    return next(iter(days_in(text)), None)


def days_in(text: str) -> list[date]:
    """Every day of the calendar that is written in `words`, in order."""
    matches = sorted(_matches(text), key=lambda item: item.start())
    return [day for item in matches if (day := _day(item))]


def is_a_day(text: str) -> bool:
    """Whether `words` are a day and nothing else."""
    bare = text.strip(" .,*_#")
    return any(item and _day(item) for item in (pattern.fullmatch(bare) for pattern in _WAYS))


def dated_line(text: str) -> tuple[str, str] | None:
    """(the words before its date, the date as written) of a line that ends with one, or None."""
    bare = text.strip(" .,*_#)|")
    last = (item for item in _matches(bare) if item.end() == len(bare) and item.start())
    return next(((bare[: item.start()], item.group()) for item in last if _day(item)), None)


def _matches(text):
    return (match for pattern in _WAYS for match in pattern.finditer(text))


def span_in(text: str) -> tuple[date, date] | None:
    """The first period that is written in `words` with both its days, or None."""
    for match in _SPAN.finditer(text):
        first, last = day_in(match["first"]), day_in(match["last"])
        if first and last and first <= last:
            return first, last
    return None


def half_year_to(day: date) -> tuple[date, date]:
    """The six months before `day`, their first and last day."""
    return months_after(day, -HALF_YEAR), day - timedelta(days=1)


def _day(result):
    try:
        month = result["month"]
        number = whole(month) if month.isdecimal() else month_number(month)
        year = whole(result["year"])
        return date(year + 2000 if year < 100 else year, number, whole(result["day"]))
    except ValueError:
        return None
