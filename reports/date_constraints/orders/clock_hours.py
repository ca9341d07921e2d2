"""Hours between two times of day: `found at 21:00 on Friday 11 October and seen at 16:00 on Monday
14 October, which is within 72 hours`."""

import re
from collections.abc import Iterator
from datetime import datetime, time, timedelta

from assurance.runtime.digits import whole
from reports.checks.reading import Reading
from reports.date_constraints.orders.moments import Moment, moments
from reports.prose.patterns import SentencePattern
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import statements

_CLOCK = r"(?:⟦x\d+⟧:⟦x\d+⟧|⟦x\d+⟧\s*[ap]\.?m\b\.?|noon|midday|midnight)"
_AT = SentencePattern(rf"(?P<clock>{_CLOCK})\s+on\s+(?P<day>⟦d\d+⟧)", re.I)
_HOURS = SentencePattern(
    r"\b(?:(?P<in>(?:with)?in(?:side)?|under|less\s+than)|(?P<out>outside|beyond|over|more\s+than|after)|(?P<is>some|about|exactly|just|or|of|is|was|,))"
    r"\s*(?:the\s+|a\s+|its\s+|our\s+)?(?:limit\s+of\s+)?⟦x(?P<mark>\d+)⟧[\s-]hours?\b(?P<later>\s+(?:later|afterwards|after))?",
    re.I,
)
_NOT = re.compile(r"\b(?:not|never|n[’']t|should|must|had\s+to|instead|due|target)\b", re.I)
_WRITTEN = re.compile(r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?\s*(?P<half>[ap]\.?m)?", re.I)
_NOON, _HOURS_OF_A_DAY, _MINUTES, _ROOM = 12, 24, 60, 1


def clock_hours(reading: Reading) -> Iterator[Denial]:
    """The denials of hours that the two times before them do not have between them."""
    for row in statements(reading):
        times = [*_AT.finditer(row.sentence.text)] if "⟦x" in row.sentence.text else []
        if len(times) == 2:
            claim = _HOURS.search(row.sentence.text, times[1].end())
            if claim and not _NOT.search(row.sentence.text[times[1].end() : claim.start()]):
                yield from _denied(reading, row, times, claim)


def _denied(reading: Reading, row: Statement, times, claim: re.Match) -> Iterator[Denial]:
    days = {day.start: day for day in moments(reading, row) if day.is_day}
    moments_of = [_moment(row, match, days.get(match.start("day"))) for match in times]
    if None in moments_of or (claim["is"] == "," and not claim["later"]):
        return
    apart = (moments_of[1] - moments_of[0]) / timedelta(hours=1)
    limit = float(row.sentence.thing(claim["mark"]).value)
    if claim["in"] or claim["out"]:
        wrong = apart > limit if claim["in"] else apart <= limit
    else:
        wrong = abs(apart - limit) > _ROOM
    if wrong and apart > 0:
        says = f"The two times are {apart:g} hours apart, but the report has "
        words = row.sentence.said(claim.group()).strip(" ,")
        yield Denial(row.line, row.span, f"{says}“{words}”.", "Correct a time, or the hours.")


def _moment(row: Statement, match: re.Match, day: Moment | None) -> datetime | None:
    """The one moment that a time and its day are, or None."""
    dates = {times[0] for times in day.times} if day else set()
    clock = _clock(row.sentence.said(match["clock"]))
    return datetime.combine(dates.pop(), clock) if clock and len(dates) == 1 else None


def _clock(text: str) -> time | None:
    """The time of day that is written, or None where there is none such."""
    word = text.casefold()
    if word in ("noon", "midday"):
        return time(_NOON)
    match = _WRITTEN.fullmatch(word.strip(" ."))
    if match is None or whole(match["hour"]) >= _HOURS_OF_A_DAY:
        return None
    hour, minute = whole(match["hour"]), whole(match["minute"] or "0")
    if match["half"]:
        hour = hour % _NOON + (_NOON if match["half"].startswith("p") else 0)
    return time(hour, minute) if minute < _MINUTES else None
