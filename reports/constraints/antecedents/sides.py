"""On which side of a limit a value is, where that limit was named before it or is in a table: `The
ceiling was set at 10%. … 32 of the 327, or 9.8%. We are outside the limit`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reports.checks.reading import Reading, shared
from reports.constraints.claims.trials import table_trials
from reports.prose.asides import CONDITIONS, EARLIER_TIMES, NEGATIONS, OTHER_AREAS
from reports.prose.numbers import COUNT, PERCENT, SPAN, Number
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.betterment import better_way
from reports.quantities.derivation.slips import is_within
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.passages import before, statements
from reports.quantities.repeats.roots import stems_in
from reports.quantities.roles import CHANGE, TARGET
from reports.quantities.tables import shown_tables

_NOUN = (
    r"(?:targets?|(?:time\s?)?limits?|ceilings?|caps?|standards?|marks?|thresholds?|aims?|goals?|maximum|"
    r"minimum|timescales?|deadlines?)"
)
_SIDE = SentencePattern(
    r"\b(?:(?P<within>inside|within|me(?:t|ets?)|quicker\s+than|faster\s+than)|(?P<outside>outside|breach\w*|miss(?:ed|es)?|slower\s+than)|"
    r"(?P<above>above|beyond|over|past|ahead\s+of|higher\s+than|longer\s+than|exceed\w*)|"
    r"(?P<below>below|under|behind|short\s+of|lower\s+than|shorter\s+than|beneath))\s+(?:the|our|its|that|this|their)\s+"
    rf"(?:⟦[cxp]\d+⟧(?:[-\s](?:working\s+)?(?:minute|hour|day|week|month|year)s?)?\s+)?(?:[a-z’-]+\s+){{0,2}}?(?P<noun>{_NOUN})\b"
    r"(?!\s+(?:of\s+)?⟦p|\s+set\s+for)",
    re.I,
)
# “Three were between two and six days over the limit.”
_SO_FAR_OFF = re.compile(r"⟦[cx]\d+⟧(?:\s+(?:working\s+)?(?:day|week|month|hour)s?)?\s+$", re.I)
# “We try to close 80% in a month”, “the limit is no more than 10%”, “set at 10%”, “a 98% target”.
_STATED = re.compile(
    rf"\b(?:{_NOUN}|try|aims?|seeks?|wants?|asks?|requires?)\b(?:[^⟦.;:]|⟦[d]\d+⟧){{0,90}}?⟦(?P<kind>[cpx])(?P<mark>\d+)⟧|⟦(?P<kinds>[cpx])(?P<ahead>\d+)⟧(?:[-\s][a-z]+){{0,2}}?\s+{_NOUN}\b",
    re.I,
)
# “Should be seen within five working days and have a plan within thirty”.
_WITHIN = re.compile(
    r"(?P<lead>[^⟦.;]{0,80}?)\b(?:within|in\s+no\s+more\s+than|no\s+(?:more|later|longer)\s+than|at\s+most)\s+⟦[cx](?P<mark>\d+)⟧",
    re.I,
)
_SET_AT = re.compile(
    r"\b(?:it|this|that|which|they)\s+(?:was|were|is|are|had\s+been|has\s+been)\s+(?:set|fixed|put|agreed)\s+(?:at|as)\s+⟦(?P<kind>[cpx])(?P<mark>\d+)⟧",
    re.I,
)
_ANY_NOUN = re.compile(rf"\b{_NOUN}\b", re.I)
_MOST_OF = re.compile(
    r"\b(?:no\s+(?:more|longer|later|higher|greater)\s+than|at\s+most|ceilings?|caps?|(?:time\s?)?limits?|maximum|"
    r"or\s+(?:less|fewer|below|under)|fewer\s+than|less\s+than|lower\s+(?:result|figure|rate|number)\s+is|within\s+⟦[xc])\b",
    re.I,
)
_LEAST_OF = re.compile(
    r"\b(?:at\s+least|minimum|no\s+(?:less|fewer)\s+than|or\s+(?:more|better|above|over))\b", re.I
)
_UNSURE = re.compile(
    rf"\b(?:{NEGATIONS}|{CONDITIONS}|could|no|nearly|almost|except\w*|all|each|every|none|both|"
    r"some|most|many|may|can)\b",
    re.I,
)
_ELSEWHERE = re.compile(
    rf"\b(?:{OTHER_AREAS}|{EARLIER_TIMES}|last\s+[a-z]+|before|than|"
    r"(?:a|the)\s+year(?!\s+(?:end(?:ed)?|to)\b))\b",
    re.I,
)
_TIME = re.compile(r"\s*(?:working\s+|calendar\s+)?(?:days?|weeks?|months?|hours?)\b", re.I)
_POINTS = re.compile(r"⟦q(?P<mark>\d+)⟧(?:\s+(?:percentage\s+)?points?)?\s*$", re.I)
_OF_TIME = stems_in("standard target limit time timescale average mean working calendar day week")
_WOULD = re.compile(r"\b(?:would|should|could|might|if)\b", re.I)
_BACK, _FAR, _TIMES, _MEND = 3, 12, 2, "Write what the numbers show, or correct them."


@dataclass(frozen=True)
class _Limit:
    """A limit and the way it binds: 1 where a value is to be no less, -1 no more, 0 if unsure."""

    number: Number
    way: int


def sides(reading: Reading) -> Iterator[Denial]:
    """A value is inside, outside, above or below the one limit that was named for it."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        matches = [*_SIDE.finditer(row.sentence.text)]
        ahead = row.sentence.text[: matches[0].start()] if len(matches) == 1 else ""
        # “To meet the target we would have needed 40.”
        ahead = "" if _WOULD.search(row.sentence.text) else ahead
        if not ahead or _UNSURE.search(ahead) or _SO_FAR_OFF.search(ahead):
            continue
        side, near = matches[0], before(rows, place, _FAR)
        limits = _limits(row, near)
        found = _value_and_limit(reading, row, near, side, limits)
        if found and not _is_borne(*found, side):
            value, limit = found
            says = f"It is {value.words} against {limit.number.words}, but the report has "
            words = row.sentence.said(side.group())
            yield Denial(row.line, row.span, f"{says}“{words}”.", _MEND)


def _value_and_limit(reading, row, near, side, limits) -> tuple[Number, _Limit] | None:
    """The value that a word of side is of, and its limit; None where either is unsure."""
    gap = _POINTS.search(row.sentence.text[: side.start()])
    if found := gap and _by_gap(reading, row.sentence.thing(gap["mark"]), limits):
        return found
    values = _values(row, near, side, limits)
    if len(values) != 1:
        return None
    if not limits and side["noun"].casefold().startswith("target"):
        limits = _in_tables(reading, values[0])
    kind = _kind(values[0])
    alike = [x for x in limits if _kind(x.number) == kind]
    alike = [x for x in alike if is_within(x.number.value, values[0].value, _TIMES)]
    return (values[0], alike[0]) if len({x.number.value for x in alike}) == 1 else None


def _kind(number: Number) -> str:
    """The kind of a number, one for those of lengths of time."""
    return COUNT if number.kind == SPAN else number.kind


def _by_gap(reading: Reading, gap: Number, limits) -> tuple[Number, _Limit] | None:
    """The per cent of the report that is so many points from the limit, on one side only."""
    every = shared(reading, _percents)
    ends = [x.number.value + way * gap.value for x in limits[:1] for way in (1, -1)]
    some = [every[x] for x in ends if x in every]
    return (some[0], limits[0]) if len(some) == 1 else None


def _percents(reading: Reading):
    """Value → a per cent of the text or of a table."""
    numbers = (x.phrase.number for row in statements(reading) for x in row.quantities)
    cells = (x for table in shown_tables(reading) for row in table.numbers for x in row if x)
    return {x.value: x for x in (*cells, *numbers) if x.kind == PERCENT}


def _limits(row: Statement, near: Sequence[Statement]) -> list[_Limit]:
    """The limits of the nearest sentence that states any."""
    for place, other in enumerate((row, *near)):
        text = other.sentence.text
        marks = [x["mark"] or x["ahead"] for x in _STATED.finditer(text)]
        words = text
        behind = near[place] if place < len(near) else None
        if not marks and behind and (set_at := _SET_AT.search(text)):
            marks = [set_at["mark"]] if _ANY_NOUN.search(behind.sentence.text) else []
            words = f"{behind.sentence.text} {text}"
        if within := [*_WITHIN.finditer(text)] if len(marks) < _TIMES else []:
            own = stems_in(row.sentence.said())
            named = [x["mark"] for x in within if (stems_in(x["lead"]) - _OF_TIME) & own]
            return [
                _Limit(other.sentence.thing(x), -1) for x in named or [x["mark"] for x in within]
            ]
        if marks:
            numbers = [other.sentence.thing(x) for x in marks]
            # “95% for reviews and 85% for visits”: which one is meant cannot be told.
            alike = [x for x in other.quantities if x.phrase.number.kind == numbers[0].kind]
            numbers += [x.phrase.number for x in alike if other is not row and not _is_other(x)]
            return [_Limit(x, _way(words, x)) for x in numbers]
    return []


def _way(text: str, number: Number) -> int:
    """Which way a limit binds by its words."""
    if number.bound in ("<", "<=") or _MOST_OF.search(text):
        return -1
    return 1 if number.bound in (">", ">=") or _LEAST_OF.search(text) else better_way(text)


def _values(row: Statement, near, side, limits) -> list[Number]:
    """The one value of the nearest sentence of the paragraph with any: of its own up to a word of
    side, else of those before it."""
    kinds = {_kind(x.number) for x in limits} or {PERCENT}
    known = {x.number.value for x in limits}
    own = [x for x in row.quantities if x.phrase.start < side.start()]
    earlier = [x.quantities for x in near[:_BACK] if x.line is row.line]
    for items in (own, *earlier):
        values = [
            x.phrase.number
            for x in items
            if x.value not in known and _is_of_kind(x, kinds) and not _is_other(x)
        ]
        if values:
            return values
    return []


def _is_of_kind(item: Quantity, kinds) -> bool:
    is_long = item.phrase.number.kind != COUNT or _TIME.match(item.sentence.text, item.phrase.end)
    return bool(is_long) and _kind(item.phrase.number) in kinds


def _is_other(item: Quantity) -> bool:
    """True of a change, an aim, or the value of another time or place."""
    phrase = item.phrase
    around = f"{phrase.label[-60:]} ⟦ {phrase.clause[:60]}"
    return bool(phrase.role in (CHANGE, TARGET) or phrase.number.bound or _ELSEWHERE.search(around))


def _in_tables(reading: Reading, value: Number) -> list[_Limit]:
    """The targets of the rows whose latest value is that one."""
    trials = (x for table in shown_tables(reading) for x in table_trials(table))
    same = [x for x in trials if (x.value.kind, x.value.value) == (value.kind, value.value)]
    return [_Limit(x.aim, x.is_way_known * (-1 if x.is_low else 1)) for x in same]


def _is_borne(value: Number, limit: _Limit, side: re.Match) -> bool:
    """True if a value is where its sentence has it, or that is unsure."""
    end = limit.number.value
    if side["above"]:
        return value.value > end
    if side["below"]:
        return value.value < end
    is_most = _kind(limit.number) == COUNT or _MOST_OF.search(side["noun"])
    way = limit.way or (-1 if is_most else 0)
    is_within = value.value <= end if way < 0 else value.value >= end
    return not way or is_within == bool(side["within"])
