"""Two dates of a line that stand for a beginning and an end."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reports.checks.reading import Line
from reports.papers.prose.dates import DAY, MONTH, YEAR, Mention

_JOINED = re.compile(r"\s*(?:–|—|-|−|to|until|till|through)\s*(?:the\s+|about\s+)?(?:on\s+)?", re.I)
_AND = re.compile(r"\s+and\s+(?:the\s+)?", re.I)
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.I)
_CLOSING = re.compile(
    r",?\s+(?:and|until\s+it)\s+(?:will\s+|to\s+)?(?:clos|end|finish|conclud)\w*\s+"
    r"(?:on\s+)?(?:the\s+)?",
    re.I,
)
_LONGEST_JOINT = 30


@dataclass(frozen=True)
class Range:
    """A beginning and an end as they were written. `start` and `end` are days, where the first has
    no year by that of the second."""

    first: Mention
    last: Mention
    start: date
    end: date

    @property
    def days(self) -> int:
        """How many days it has, both ends counted."""
        return (self.end - self.start).days + 1


def ranges(line: Line) -> Iterator[Range]:
    """Every range in `line` whose two ends are of one precision and whose last has a year."""
    for first, last in zip(line.dates, line.dates[1:], strict=False):
        if not is_joined(line.text, first, last) or first.precision != last.precision:
            continue
        if last.last is None or first.precision not in (DAY, MONTH, YEAR):
            continue
        start = first.first or _in_year_of(first, last)
        if start:
            yield Range(first, last, start, last.last)


def is_joined(text: str, first: Mention, last: Mention) -> bool:
    """Whether `first` and `last` stand together as from and to."""
    between = text[first.end : last.start]
    if len(between) > _LONGEST_JOINT:
        return False
    if _JOINED.fullmatch(between) or _CLOSING.fullmatch(between):
        return True
    before = text[max(0, first.start - 20) : first.start]
    return bool(_AND.fullmatch(between) and _BETWEEN.search(before))


def _in_year_of(first, last):
    """The day that a first date without a year means: in the year of the last, or the one before
    where that would be after it."""
    if first.has_year or first.impossible:
        return None
    day = first.day or 1
    for year in (last.year, last.year - 1):
        try:
            found = date(year, first.month, day)
        except ValueError:
            continue
        if found <= last.last:
            return found
    return None
