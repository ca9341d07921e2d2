"""All, none or both of some things above or below a limit, against the values that are listed."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from reports.checks.reading import Reading
from reports.prose.asides import AIMS, CONDITIONS, EARLIER_TIMES, EXCEPTIONS, EXPECTATIONS
from reports.prose.numbers import Number
from reports.prose.patterns import SentencePattern
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import statements

_ALL = r"(?P<all>all|both|every(?:one|body|\s+one)?|each|always|in\s+every|in\s+each)"
_NONE = r"(?P<none>none|no\s+one|nobody|neither|never|not\s+one|no)"
_OVER = (
    r"(?P<over>more\s+than|over|above|longer\s+than|at\s+least|exceed\w*|in\s+excess\s+of|"
    r"higher\s+than|beyond)"
)
_UNDER = (
    r"(?P<under>less\s+than|fewer\s+than|under|below|within|inside|no\s+more\s+than|at\s+most|"
    r"shorter\s+than|lower\s+than|up\s+to)"
)
_LIMIT = SentencePattern(
    rf"\b(?:{_ALL}|{_NONE})\b(?!\s+but\b)(?P<words>[^⟦.;:]{{0,90}}?)\b(?:{_OVER}|{_UNDER})\s+(?:(?:the|our|a|an|its|their)\s+)?"
    r"(?:[a-z]+\s+(?:of\s+|is\s+)?){0,2}?⟦(?P<kind>[cmpx])(?P<mark>\d+)⟧(?:\s+(?:working\s+|calendar\s+)?(?P<unit>day|week|month|hour|year|minute)s?)?",
    re.I,
)
_EXTREME = re.compile(
    r"\b(?:(?P<most>longest|highest|largest|latest|slowest|oldest|dearest|biggest)|(?P<least>shortest|lowest|smallest|soonest|quickest|youngest|"
    r"cheapest))\b(?:[^⟦.;]|⟦d\d+⟧){0,40}?\b(?:was|is|being|at|took|were)\s+(?:only\s+|just\s+)?⟦(?P<kind>[cmpx])(?P<mark>\d+)⟧"
    r"(?:\s+(?:working\s+|calendar\s+)?(?P<unit>day|week|month|hour|year|minute)s?)?",
    re.I,
)
_UNIT = re.compile(r"\s+(?:working\s+|calendar\s+)?(day|week|month|hour|year|minute)s?\b", re.I)
_UNSURE = re.compile(
    rf"\b(?:{AIMS}|{EARLIER_TIMES}|{EXCEPTIONS}|{CONDITIONS}|{EXPECTATIONS}|nearly|almost|"
    r"last|required|standard\s+is)\b",
    re.I,
)
_DAYS = {
    "hour": Fraction(1, 24),
    "day": Fraction(1),
    "week": Fraction(7),
    "month": Fraction(30),
    "year": Fraction(365),
    "minute": Fraction(1, 1440),
}
_FEWEST, _MEND = 2, "Use the word that is true of each value."


def universal_limits(reading: Reading) -> Iterator[Denial]:
    """`Both were above our ceiling of £250,000. One asked for £268,400 and one for £239,950.`"""
    rows = statements(reading)
    for place, row in enumerate(rows):
        matches = [*_LIMIT.finditer(row.sentence.text)]
        if len(matches) != 1 or _UNSURE.search(row.sentence.text[: matches[0].end()]):
            continue
        match, limit = matches[0], row.sentence.thing(matches[0]["mark"])
        behind = rows[place + 1] if place + 1 < len(rows) else None
        near = [row, *([behind] if behind and behind.line is row.line else [])]
        values = _values(near, row, match)
        wrong = [x for x in values if _is_beyond(match, x[0], limit, x[1])]
        if wrong:
            words = row.sentence.said(match.group())
            says = f"The report has “{words}”, and then {wrong[0][0].words}."
            yield Denial(row.line, row.span, says, _MEND)


def _values(near: Sequence[Statement], row: Statement, match: re.Match):
    """(a value, its unit) of the extreme that is given, or of each that is listed, of the kind and
    number that the claim is of."""
    for other in near:
        start = match.end() if other is row else 0
        extremes = [
            x for x in _EXTREME.finditer(other.sentence.text, start) if x["kind"] in _kinds(match)
        ]
        if len(extremes) == 1:
            return [
                (other.sentence.thing(extremes[0]["mark"]), extremes[0]["unit"] or match["unit"])
            ]
    for other in near:
        text = other.sentence.text
        marks = [
            x
            for x in re.finditer(rf"⟦{_kinds(match)}(\d+)⟧", text)
            if other is not row or x.start() >= match.end()
        ]
        if not marks:
            continue
        unit = next(
            (found[1] for x in reversed(marks) if (found := _UNIT.match(text, x.end()))), None
        )
        both = re.fullmatch(r"both|neither", match["all"] or match["none"] or "", re.I)
        whole = len(marks) == _FEWEST if both else len(marks) > _FEWEST and _is_list(text, marks)
        lists = whole and not re.search(
            r"\b(?:average|mean|total|target|year)\b", text[: marks[0].start()], re.I
        )
        return [(other.sentence.thing(x[1]), unit or match["unit"]) for x in marks] if lists else []
    return []


def _kinds(match: re.Match) -> str:
    return "[cx]" if match["kind"] in "cx" else match["kind"]


def _is_list(text: str, marks) -> bool:
    """True if some numbers are parted by commas, `and` and a unit alone."""
    stretches = (text[a.end() : b.start()] for a, b in pairwise(marks))
    return all(re.fullmatch(r"(?:\s+[a-z]+)?(?:,|,?\s+and)\s+", each) for each in stretches)


def _is_beyond(match: re.Match, value: Number, limit: Number, unit: str | None) -> bool:
    """True if a value is not where all are to be, or is where none is."""
    own = match["unit"]
    if value.bound or (unit and not own):
        return False
    scale = _DAYS[unit.casefold()] / _DAYS[own.casefold()] if own and unit else 1
    size, end = value.value * scale, limit.value
    word = (match["over"] or match["under"]).casefold()
    closed = (
        "least" in word or word in ("within", "inside", "up to", "at most") or "no more" in word
    )
    if match["over"]:
        inside = size >= end if closed else size > end
    else:
        inside = size <= end if closed else size < end
    return inside if match["none"] else not inside
