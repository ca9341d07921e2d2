"""Two dates of a line that stand for a beginning and an end."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from assurance.runtime.digits import whole
from reports.checks.reading import Line
from reports.prose.dates import DAY, MONTH, YEAR, Mention

_JOINED = re.compile(
    r"\s*(?:–|—|-|−|to|until|till|through)\s*(?:the\s+|about\s+)?"
    r"(?:(?:\d{1,2}(?:[:.]\d{2})?\s?(?:am|pm)?|noon|midnight)\s+)?(?:on\s+)?",
    re.I,
)
_AND = re.compile(r"\s+and\s+(?:the\s+)?", re.I)
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.I)
_CLOSING = re.compile(
    r",?\s+(?:and|until\s+it)\s+(?:will\s+|to\s+|was\s+|were\s+)?(?:clos|end|finish|conclud|complet)\w*\s+"
    r"(?:on\s+)?(?:the\s+)?",
    re.I,
)
# “from 1 to 9 October 2015”, “7–9 October 2015”: a day that takes its month from the other.
_BARE_DAY = re.compile(
    r"(?:\b(?P<from>from|between)\s+(?:the\s+)?)?(?<![\w./-])(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    r"\s*(?P<joint>to|until|and|–|-)\s*(?:the\s+)?$",
    re.I,
)
_LONGEST_JOINT = 30
_NEARLY_A_YEAR, _A_YEAR = 300, 362
# A year that has every day of the calendar.
_LEAP = 2000


@dataclass(frozen=True)
class Range:
    """A beginning and an end as written; a first day without a year has that of the second."""

    first: Mention
    last: Mention
    start: date
    end: date

    @property
    def days(self) -> int:
        """How many days it has, both ends counted."""
        return (self.end - self.start).days + 1


def ranges(line: Line) -> Iterator[Range]:
    """Every range in `line` of one precision whose last end has a year, or of days of one month."""
    for last in line.dates:
        first = _bare_day(line.text, last)
        if first and last.first:
            yield Range(first, last, first.first, last.first)
    for first, last in zip(line.dates, line.dates[1:], strict=False):
        if not is_joined(line.text, first, last) or first.precision != last.precision:
            continue
        if last.last is None and _are_of_one_year(first, last):
            yield Range(first, last, *(date(_LEAP, x.month, x.day) for x in (first, last)))
        if last.last is None or first.precision not in (DAY, MONTH, YEAR):
            continue
        start = first.first or _in_year_of(first, last)
        if start:
            yield Range(first, last, start, last.last)


def _bare_day(text, last):
    """The day of the same month that stands before a day as its beginning, or None."""
    match = _BARE_DAY.search(text, max(0, last.start - 30), last.start)
    if last.precision != DAY or not last.first or not match or last.weekday:
        return None
    day = whole(match["day"])
    is_and = match["joint"].casefold() == "and"
    if (is_and and (match["from"] or "").casefold() != "between") or not 1 <= day <= 31:
        return None
    try:
        first = last.first.replace(day=day)
    except ValueError:
        return None
    place = {"start": match.start("day"), "end": match.end("day"), "words": match["day"]}
    return replace(last, first=first, last=first, day=day, **place)


def is_joined(text: str, first: Mention, last: Mention) -> bool:
    """Whether `first` and `last` stand together as from and to."""
    between = text[first.end : last.start]
    if len(between) > _LONGEST_JOINT:
        return False
    if _JOINED.fullmatch(between) or _CLOSING.fullmatch(between):
        return True
    before = text[max(0, first.start - 20) : first.start]
    return bool(_AND.fullmatch(between) and _BETWEEN.search(before))


def _are_of_one_year(first, last):
    """True if two days, neither with a year, run on, or are of one month."""
    plain = not (first.has_year or last.has_year or first.impossible or last.impossible)
    return plain and first.precision == last.precision == DAY and first.month <= last.month


def _in_year_of(first, last):
    """The day of a first date without a year: in the year of the last, or the one before."""
    if first.has_year or first.impossible:
        return None
    day = first.day or 1
    if day > 1 and (first.month, last.precision) == (last.month, DAY) and day > last.day:
        # Of one month: a stretch of nearly a year would name its years.
        return date(last.year, first.month, day)
    for year in (last.year, last.year - 1):
        try:
            result = date(year, first.month, day)
        except ValueError:
            continue
        if result <= last.last:
            turned = year < last.year and last.precision == DAY and _is_turned(result, last)
            return date(last.year, first.month, day) if turned else result
    return None


def _is_turned(start, last):
    """True if two days are likelier the wrong way round than nearly a year apart: no year begins on
    the first, and no school year ends there."""
    a_year = start.day == 1 or (last.last - start).days > _A_YEAR or last.month in (6, 7, 8)
    return not a_year and (last.last - start).days > _NEARLY_A_YEAR
