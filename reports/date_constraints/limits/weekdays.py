"""`It kept to Tuesdays`, against the dates that the same paragraph goes on to give."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from assurance.runtime.digits import ORDINALS
from assurance.runtime.typography import with_capital
from reports.checks.reading import Reading
from reports.checks.timing.days.days import Day, days_of
from reports.prose.dates import WEEKDAYS
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import by_line

_DAY = "|".join(WEEKDAYS)
_ALWAYS = re.compile(
    rf"\b(?:kept|keeps|keep)\s+to\s+(?:meeting\s+on\s+)?(?P<day>{_DAY})s\b"
    rf"|\b(?:each\s+time|always|each|every\s+time|all(?:\s+of\s+(?:them|which))?)\s+(?:on\s+)?(?:a\s+)?(?P<each>{_DAY})s?\b",
    re.I,
)
# “It is held every Tuesday, beginning on 6 May; the last was on 24 June.”
_EVERY = re.compile(rf"\bevery\s+(?P<day>{_DAY})\b", re.I)
# “It was to sit on Friday 8 March. It did on the following Monday, 11 March.”
_FOLLOWING = re.compile(rf"\b(?:following|next)\s+(?:(?P<day>{_DAY}),?\s*)?$", re.I)
_OF_WEEKS = re.compile(
    r"\b(?:ke(?:ep|pt)\w*\s+to|following|next|every|each|always|all|of\s+the\s+month)\b", re.I
)
# “It meets on the second Wednesday of the month.”
_ORDINALS = ORDINALS[:4]
_IN_MONTH = re.compile(
    rf"\b(?:meets|met|sits|sat|is\s+held|was\s+held|are\s+held|were\s+held)\s+on\s+the\s+(?P<nth>{'|'.join(_ORDINALS)})\s+(?P<day>{_DAY})\s+"
    r"(?:of|in)\s+(?:the|each|every)\s+month\b(?!\s+(?:except|but|when))",
    re.I,
)
_EXCEPT = re.compile(r"\b(?:(?<!without\s)except\w*|apart|but\s+(?:one|two)|save)\b", re.I)
_FEWEST, _WEEK = 3, 7
# What is held every week: its first or last time.
_OF_A_ROUND = re.compile(
    r"\b(?:began|begins|beginning|start\w*|first|last|until|to|from|ended|ends)\b", re.I
)
_LONG = 200


def weekdays_kept(reading: Reading) -> Iterator[Denial]:
    """`The panel kept to Tuesdays. It sat on 5 September and 7 December 2023`: a Thursday."""
    for rows in by_line(reading).values():
        every = days_of(reading, rows[0].line) if _OF_WEEKS.search(rows[0].line.text) else ()
        for place, row in enumerate(rows if every else ()):
            match = _ALWAYS.search(row.sentence.text)
            if match and not _EXCEPT.search(row.sentence.text):
                days = _days_in(every, rows[place : place + 2])
                yield from _unlike(row, days, _place_of(match["day"] or match["each"]))
            if match := _EVERY.search(row.sentence.text):
                yield from _off_the_day(row, _days_in(every, [row]), _place_of(match["day"]))
            if match := _IN_MONTH.search(row.sentence.text):
                days = _days_in(every, rows[place : place + 2])
                yield from _off_the_month(row, days, match)
            yield from _following(row, _days_in(every, rows[max(0, place - 1) : place + 1]))


def _days_in(days: Sequence[Day], rows: Sequence[Statement]) -> list[Day]:
    """Those of the days of a line that some of its sentences name."""
    ends = rows[0].sentence.start, rows[-1].sentence.end
    first, last = (bisect_left(days, end, key=lambda day: day.start) for end in ends)
    return list(days[first:last])


def _unlike(row: Statement, days: Sequence[Day], weekday: int) -> Iterator[Denial]:
    known = [day for day in days if day.only and not day.mention.weekday]
    wrong = [day for day in known if day.only.weekday() != weekday]
    # Where more of them fall on other days the words are of something else.
    if len(known) >= _FEWEST and len(wrong) == 1:
        says = f"{wrong[0].mention.words} is a {_called(wrong[0].only.weekday())}, and no "
        place = wrong[0].start, wrong[0].end
        yield Denial(row.line, place, f"{says}{_called(weekday)}.", "Put the date right.")


def _off_the_day(row: Statement, days: Sequence[Day], weekday: int) -> Iterator[Denial]:
    """The denial of the later of two dates of what is held every week on one day, where in the year
    in which the first is that day the other is none."""
    if len(days) != 2 or any(day.mention.weekday for day in days):
        return
    first, last = days
    if _EXCEPT.search(row.sentence.text) or not _OF_A_ROUND.search(row.sentence.text):
        return
    likely = [x for x in first.dates if x.weekday() == weekday]
    dates = [x for x in last.dates if any(abs((x - each).days) < _LONG for each in likely)]
    if likely and dates and all(x.weekday() != weekday for x in dates):
        says = f"{last.mention.words} is no {_called(weekday)} where {first.mention.words} is one."
        yield Denial(row.line, (last.start, last.end), says, "Put the date right.")


def _off_the_month(row: Statement, days: Sequence[Day], match: re.Match) -> Iterator[Denial]:
    """The denial of one of some dates of what is on one weekday of each month, as the second."""
    weekday, nth = _place_of(match["day"]), match["nth"].casefold()
    week = _ORDINALS.index(nth)
    wrong = [
        day
        for day in days
        if not any(x.weekday() == weekday and (x.day - 1) // _WEEK == week for x in day.dates)
    ]
    if len(days) > _FEWEST and len(wrong) == 1 and not _EXCEPT.search(row.line.text):
        says = f"{wrong[0].mention.words} is not the {nth} {match['day']} of its month."
        yield Denial(row.line, (wrong[0].start, wrong[0].end), says, "Put the date right.")


def _following(row: Statement, days: Sequence[Day]) -> Iterator[Denial]:
    """The denial of a date that is not the first such weekday after the date before it."""
    for before, day in pairwise(days):
        match = _FOLLOWING.search(row.line.text, max(0, day.start - 40), day.start)
        named = match and (match["day"] or day.mention.weekday)
        first = _likely(before) if named else None
        if first is None or day.start < row.sentence.start:
            continue
        weekday = _place_of(named)
        meant = first + timedelta((weekday - first.weekday()) % _WEEK or _WEEK)
        if (meant.month, meant.day) != (day.mention.month, day.mention.day):
            says = (
                f"The {_called(weekday)} after {before.mention.words} is {meant:%-d %B}, and not "
            )
            place = day.start, day.end
            yield Denial(row.line, place, f"{says}{day.mention.words}.", "Put the date right.")


def _likely(day: Day) -> date | None:
    """The one date that is meant, of those that have the weekday that is written with it."""
    written = day.mention.weekday
    dates = [x for x in day.dates if not written or x.weekday() == _place_of(written)]
    return dates[0] if len(dates) == 1 else None


def _place_of(name: str) -> int:
    """The place in the week of a weekday, written in full or short."""
    return next(at for at, day in enumerate(WEEKDAYS) if day.startswith(name[:3].casefold()))


def _called(weekday: int) -> str:
    return with_capital(WEEKDAYS[weekday])
