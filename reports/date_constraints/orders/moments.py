"""The days, ends of months and months of a sentence, each with every time that it may mean."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product

from assurance.runtime.digits import whole
from assurance.runtime.periods import MONTHS, end_of_month
from assurance.runtime.typography import with_capital
from reports.checks.reading import SIDE_BY_SIDE, Reading, shared
from reports.checks.timing.days.days import days_of
from reports.prose.dates import DAY, MONTH, Mention
from reports.prose.patterns import SentencePattern
from reports.quantities.model import Statement

# “From Tuesday 4 to Thursday 6 November”, “between 4 and 6 November”, “the end of September”.
_DATE = SentencePattern(
    r"(?:(?P<end>\b(?:end|close|last\s+day)\s+of\s+)|(?P<start>\b(?:start|beginning|first\s+day)\s+of\s+)|"
    r"(?:⟦[cx](?P<bare>\d+)⟧|\b(?P<nth>\d{1,2})(?:st|nd|rd|th))(?P<joint>\s?(?:to|until|till|and|–|-)\s?(?:the\s+)?))?⟦d(?P<mark>\d+)⟧",
    re.I,
)
# A report speaks of its own year and of the one before.
_YEARS = 2
# A month without its year that is so long before another is of the year after it.
_NO_NEW_YEAR = 75
_MOST = 2 * SIDE_BY_SIDE


@dataclass(frozen=True)
class Moment:
    """A date or month of a sentence: where it is in its marked text, how it is written, and the
    (first, last) date of each time that it may mean."""

    start: int
    end: int
    text: str
    times: tuple[tuple[date, date], ...]
    has_year: bool = True
    is_day: bool = True
    # “From 4 to 6 November” is one stretch of time with two ends.
    opens: bool = False


def moments(reading: Reading, row: Statement) -> list[Moment]:
    """Every day and month of a sentence, in order, that can be placed in time."""
    if "⟦d" not in row.sentence.text:
        return []
    known = _known(reading, row)
    result = []
    for match in _DATE.finditer(row.sentence.text):
        result += _of(reading, row, match, known)
    return result


def _known(reading: Reading, row: Statement):
    """The dates that each day of a line may mean, made once for all its sentences."""
    lines = shared(reading, _lines)
    if id(row.line) not in lines:
        days = days_of(reading, row.line) if len(row.line.dates) <= _MOST else ()
        lines[id(row.line)] = {id(day.mention): day.dates for day in days}
    return lines[id(row.line)]


def _lines(_reading: Reading) -> dict:
    return {}


def _of(reading: Reading, row: Statement, match: re.Match, known) -> Iterator[Moment]:
    mention = row.sentence.thing(match["mark"])
    times = _times(reading, mention, known)
    if not times:
        return
    if match["end"] or match["start"]:
        at = 1 if match["end"] else 0
        times = tuple((time[at], time[at]) for time in times)
    place = match.start(), match.end()
    is_day = mention.precision == DAY or bool(match["end"] or match["start"])
    bare = _bare(row, match) if mention.precision == DAY else None
    if bare:
        begins = tuple(
            (time[0].replace(day=bare),) * 2 for time in times if bare <= end_of_month(time[0]).day
        )
        opens = "from" in row.sentence.text[max(0, place[0] - 30) : place[0]].casefold()
        is_span = opens or "and" not in match["joint"]
        text = f"{bare} {with_capital(MONTHS[mention.month - 1])}"
        yield Moment(place[0], place[0] + 1, text, begins, mention.has_year, opens=is_span)
    text = (match["end"] or match["start"] or "") + mention.words.strip(" .,")
    yield Moment(*place, text, times, mention.has_year, is_day)


def _bare(row: Statement, match: re.Match) -> int | None:
    """The number that is right before a date as another date of its month, or None."""
    number = whole(match["nth"] or "0")
    if match["bare"]:
        thing = row.sentence.thing(match["bare"])
        value = thing.value if not isinstance(thing, Mention) else 0
        number = value.numerator if value and value.denominator == 1 else 0
        if not row.sentence.thing(match["bare"]).words.isdecimal():
            return None
    return number if 1 <= number <= 31 else None


def _times(reading: Reading, mention: Mention, known) -> tuple[tuple[date, date], ...]:
    if mention.impossible:
        return ()
    if mention.precision == DAY:
        return tuple((day, day) for day in known.get(id(mention), ()))
    if mention.precision != MONTH:
        return ()
    if mention.first:
        return ((mention.first, mention.last),)
    last = reading.dated.year if reading.dated else 0
    firsts = [date(last - ago, mention.month, 1) for ago in range(_YEARS)] if last else []
    return tuple((first, end_of_month(first)) for first in firsts)


def pairs(first: Moment, last: Moment) -> Iterator[tuple[tuple[date, date], tuple[date, date]]]:
    """The times that two moments may mean together: two that have no year are of one."""
    if not (first.has_year or last.has_year) and len(first.times) == len(last.times):
        yield from zip(first.times, last.times, strict=True)
    else:
        yield from product(first.times, last.times)


def is_before(first: Moment, last: Moment) -> bool:
    """True if the second of two moments is before the first, whatever years they are of."""
    both = [*pairs(first, last)]
    return bool(both) and all(
        late[1] < early[0] and (last.has_year or (early[0] - late[1]).days < _NO_NEW_YEAR)
        for early, late in both
    )
