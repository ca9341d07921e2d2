"""`It kept to Tuesdays`, against the dates that the same paragraph goes on to give."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from reports.checks.reading import Reading
from reports.prose.dates import Mention
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import by_line

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY = "|".join(_DAYS)
_ALWAYS = re.compile(rf"\b(?:kept|keeps|keep)\s+to\s+(?:meeting\s+on\s+)?(?P<day>{_DAY})s\b", re.I)
# “It was to sit on Friday 8 March. It did on the following Monday, 11 March.”
_FOLLOWING = re.compile(rf"\b(?:the\s+)?(?:following|next)\s+(?P<day>{_DAY}),?\s*$", re.I)
_EXCEPT = re.compile(r"\b(?:(?<!without\s)except\w*|apart|but\s+(?:one|two)|save)\b", re.I)
_FEWEST, _WEEK = 3, 7


def weekdays_kept(reading: Reading) -> Iterator[Denial]:
    """`The panel kept to Tuesdays. It sat on 5 September and 7 December 2023`: a Thursday."""
    for rows in by_line(reading).values():
        for place, row in enumerate(rows):
            match = _ALWAYS.search(row.sentence.text)
            if match and not _EXCEPT.search(row.sentence.text):
                yield from _unlike(rows[place : place + 2], _DAYS.index(match["day"].casefold()))
            yield from _following(rows[max(0, place - 1) : place + 1], row)


def _unlike(rows: Sequence[Statement], weekday: int) -> Iterator[Denial]:
    dates = [(row, day) for row in rows for day in row.sentence.marks("d")]
    days = [(row, day, on) for row, day in dates if not day.weekday and (on := _day_of(day, dates))]
    wrong = [(row, day, on) for row, day, on in days if on.weekday() != weekday]
    # Where more of them fall on other days the words are of something else.
    if len(days) >= _FEWEST and len(wrong) == 1:
        row, day, on = wrong[0]
        says = f"{day.words} is a {_DAYS[on.weekday()].title()}, and no {_DAYS[weekday].title()}."
        yield Denial(row.line, (day.start, day.end), says, "Put the date right, or the claim.")


def _following(rows: Sequence[Statement], row: Statement) -> Iterator[Denial]:
    """The denial of a date that is not the first such weekday after the date before it."""
    dates = [day for other in rows for day in other.sentence.marks("d") if day.day]
    for before, day in pairwise(dates):
        match = _FOLLOWING.search(row.line.text, max(0, day.start - 40), day.start)
        weekday = match["day"] if match else day.weekday if _is_following(row, day) else ""
        first = _likely(before) if weekday else None
        if first is None or day.start < row.sentence.start:
            continue
        gap = (_DAYS.index(weekday.casefold()) - first.weekday()) % _WEEK or _WEEK
        meant = first + timedelta(gap)
        if (meant.month, meant.day) != (day.month, day.day):
            says = f"The {weekday} after {before.words} is {meant:%-d %B}, and not {day.words}."
            yield Denial(row.line, (day.start, day.end), says, "Put the date right.")


def _is_following(row: Statement, day: Mention) -> bool:
    lead = row.line.text[max(0, day.start - 20) : day.start]
    return bool(re.search(r"\b(?:the\s+)?(?:following|next)\s+$", lead, re.I))


def _likely(day: Mention) -> date | None:
    """A date with its year, or in one in which it has the weekday that it is written with."""
    if day.first:
        return day.first
    if not (day.weekday and day.month and day.day):
        return None
    for year in range(2000, 2000 + 4 * _WEEK):
        try:
            found = date(year, day.month, day.day)
        except ValueError:
            continue
        if found.strftime("%A").casefold() == day.weekday.casefold():
            return found
    return None


def _day_of(day: Mention, dates) -> date | None:
    """A date with its year, or with that of a date behind it."""
    if day.first and day.day:
        return day.first
    years = [other.year for _, other in dates if other.year and other.start > day.start]
    if not (day.day and day.month and years):
        return None
    try:
        return date(years[0], day.month, day.day)
    except ValueError:
        return None
