"""The days of a line, those without a year in the year or years that may be meant."""

import re
from dataclasses import dataclass
from datetime import date

from reports.checks.reading import Line, Reading
from reports.prose.dates import DAY, Mention

_TO_COME = re.compile(r"\b(?:will|shall|is\s+to|are\s+to|due|next|planned|begins?|starts?)\b", re.I)
_TO = re.compile(r"\s*(?:to|until|–|-)\s*(?:[a-z]+day\s+)?", re.I)
# A paper speaks of its own year and of the one before it.
_YEARS = 2


@dataclass(frozen=True)
class Day:
    """A day that a line names, with every date that it may mean: one where its year is written,
    or where a day of the same line with a year leaves no other."""

    mention: Mention
    dates: tuple[date, ...]

    @property
    def start(self) -> int:
        """Where it begins in its line."""
        return self.mention.start

    @property
    def end(self) -> int:
        """Where it ends in its line."""
        return self.mention.end

    @property
    def only(self) -> date | None:
        """Its date, where there is but one."""
        return self.dates[0] if len(self.dates) == 1 else None


def days_of(reading: Reading, line: Line) -> tuple[Day, ...]:
    """Every day that a line names and that there can be, in order."""
    days = [item for item in line.dates if item.precision == DAY and not item.impossible]
    return tuple(Day(item, _dates(reading, line, item)) for item in days)


def _dates(reading: Reading, line: Line, item: Mention):
    if item.first:
        return (item.first,)
    near = [other for other in line.dates if other.first and other.precision == DAY]
    # “Monday 5 December to Friday 9 December 2022”: of one range.
    ends = [other for other in near if _TO.fullmatch(line.text[item.end : other.start])]
    if ends:
        return tuple(filter(None, (_day_in(year, item) for year in _back(ends[0], item))))
    before = [other for other in near if other.start < item.start]
    behind = [other for other in near if other.start > item.start]
    usual = _usual_years(reading)
    if usual and _TO_COME.search(line.sentence_at(item.start).text):
        # “The adviser will visit on 14 January”, in a report of December.
        usual = (*usual, usual[0] + 1)
    known = before[-1] if before else behind[0] if behind else None
    years = usual
    if known:
        years = _onward(known, item) if before else _back(known, item)
        # “Published on 21 November. The visit before it was on 6 May 2021”: of two stories.
        told_apart = line.sentence_at(known.start) != line.sentence_at(item.start)
        if told_apart and (not before or known.year not in usual):
            years = dict.fromkeys((*usual, *years))
    return tuple(filter(None, (_day_in(year, item) for year in years)))


def _usual_years(reading: Reading):
    """The years of a date that has none, where nothing else gives it."""
    last = reading.dated.year if reading.dated else 0
    return tuple(range(last, last - _YEARS, -1)) if last else ()


def _onward(known: Mention, item: Mention):
    """The years of a day behind one with a year: that one, or the next where it would run back."""
    later = (item.month, item.day) >= (known.month, known.day)
    return (known.year,) if later else (known.year, known.year + 1)


def _back(known: Mention, item: Mention):
    """The years of a day before one with a year."""
    earlier = (item.month, item.day) <= (known.month, known.day)
    return (known.year,) if earlier else (known.year, known.year - 1)


def _day_in(year, item: Mention):
    try:
        return date(year, item.month, item.day)
    except ValueError:
        return None
