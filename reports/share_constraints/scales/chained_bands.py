"""Bands that a sentence names one after another, each with its count: the next begins where the
last ends."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from reports.checks.numbers.sums.bands import in_prose, listed
from reports.checks.reading import Line, Reading
from reports.prose.patterns import SentencePattern
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import by_line, statements

_N = r"⟦[cxp](?P<{0}>\d+)⟧"
_UNIT = r"(?:(?:\s+of)?\s+(?!or\b|and\b|to\b|but\b|of\b)[a-z]+){0,2}?"
_UP = (
    r"(?P<{0}>(?:(?:no|not)\s+(?:more|longer|later|older)\s+than|at\s+most|up\s+to|within|inside|"
    r"in\s+the\s+last)|(?P<{1}>(?:less|fewer|shorter|younger)\s+than|under|below))\s+"
)
_MORE = r"(?:(?:or|and)\s+(?:more|over|older|longer|above|upwards)|or\s+later)(?!\s+(?:than\b|⟦))"
_LESS = r"(?:or|and)\s+(?:less|fewer|under|younger|sooner)(?!\s+(?:than\b|⟦))"
_THEN = r"\s*,?\s+(?:but|and)\s+(?:[a-z]+\s+)?"
_BAND = SentencePattern(
    rf"(?:\b(?:(?P<past>(?:more|longer|older|later)\s+than|over|above|beyond|after)|at\s+least|from)\s+)?{_N.format('low')}{_UNIT}"
    rf"(?:\s+{_MORE})?{_THEN}{_UP.format('to', 'short')}{_N.format('high')}"
    rf"|(?:\bbetween\s+)?{_N.format('first')}{_UNIT}\s?(?:\bto\b|–|-|\b(?P<or>or)\b|\b(?P<and>and)\b)\s?(?P<less>(?:less\s+than|under)\s+)?{_N.format('last')}"
    rf"|\b{_UP.format('most', 'below')}{_N.format('end')}"
    rf"|{_N.format('least')}{_UNIT}\s+(?:{_MORE}|(?P<down>{_LESS}))\b"
    rf"|\b(?:(?P<beyond>(?:more|longer|older|later)\s+than|over|above|beyond|after)|at\s+least)\s+{_N.format('begin')}",
    re.I,
)
_BETWEEN = re.compile(r"\bbetween\s+$", re.I)
_LISTED = re.compile(r"⟧,\s+$")
# What says that the bands are no parts of one whole.
_APART = SentencePattern(
    r"\b(?:target|aim|limit|rose|fell|increase\w*|decrease\w*|average|mean|last\s+year|year\s+before|of\s+(?:whom|which)|includ\w+|"
    r"compared|than\s+in|against)\b",
    re.I,
)
_TIME, _AHEAD = re.compile(r"\b(minute|hour|day|week|month|year)s?\b", re.I), 12
_FEWEST, _MEND = 3, "Make the bands meet without overlapping."


@dataclass(frozen=True)
class _Range:
    """A band: its ends, None where it is open, and whether each is in it."""

    low: Fraction | None
    has_low: bool
    high: Fraction | None
    has_high: bool
    text: str


def chained_bands(reading: Reading) -> Iterator[Denial]:
    """`Nine by up to 30 days, five by 31 to 60 days and three by 60 days or more`."""
    denials = [*_chained(reading)]
    # Bands of age and those that a list begins with have rules of their own.
    rules = (in_prose, listed) if denials else ()
    known = {fault.where for rule in rules for fault in rule.check(reading, None)}
    for lines, denial in denials:
        if not known & {line.where for line in lines}:
            yield denial


def _chained(reading: Reading) -> Iterator[tuple[Sequence[Line], Denial]]:
    """(the lines, the denial) of each sentence and each list whose bands do not meet."""
    for row in statements(reading):
        if len(row.quantities) >= _FEWEST and not _APART.search(row.sentence.text):
            bands = _bands(row)
            if _are_counted(row, bands):
                yield from (((row.line,), x) for x in _denied(row, bands))
    index = by_line(reading)
    for listing in reading.lists:
        rows = [index[id(item)][:1] for item in listing.items]
        bands = [_bands(row) for own in rows for row in own]
        if len(bands) >= _FEWEST and all(len(x) == 1 for x in bands):
            denials = _denied(rows[-1][0], [band for [band] in bands]) if rows[-1] else ()
            yield from ((listing.items, x) for x in denials)


def _bands(row: Statement) -> list[_Range]:
    text = row.sentence.text
    matches = [x for x in _BAND.finditer(text) if _is_band(row, x)]
    # “4 weeks” and “1 month” are no ends of one scale.
    near = (text[x.start() : x.end() + _AHEAD] for x in matches)
    units = {unit.casefold() for stretch in near for unit in _TIME.findall(stretch)}
    return [_range(row, match) for match in matches] if len(units) < 2 else []


def _is_band(row: Statement, match: re.Match) -> bool:
    """True unless two numbers are joined by “and” or “or” as those of two things."""
    if not (match["or"] or match["and"]):
        return True
    first, last = (row.sentence.thing(match[name]).value for name in ("first", "last"))
    ahead = row.sentence.text[: match.start("first")].rpartition("⟦")[0]
    # “118 aged 18, 19 or 20” are of three ages.
    if match["or"] and _LISTED.search(ahead):
        return False
    return last == first + 1 if match["or"] else bool(_BETWEEN.search(ahead))


def _range(row: Statement, match: re.Match) -> _Range:
    def value(name: str) -> Fraction | None:
        return Fraction(row.sentence.thing(match[name]).value) if match[name] else None

    text = row.sentence.said(match.group()).strip()
    if match["low"]:
        return _Range(value("low"), not match["past"], value("high"), not match["short"], text)
    if match["first"]:
        return _Range(value("first"), True, value("last"), not match["less"], text)
    if match["end"]:
        return _Range(None, False, value("end"), not match["below"], text)
    if match["least"] and match["down"]:
        return _Range(None, False, value("least"), True, text)
    low = value("least") or value("begin")
    return _Range(low, not match["beyond"], None, False, text)


def _are_counted(row: Statement, bands: Sequence[_Range]) -> bool:
    """True if a sentence has a number for each band besides their ends, but for one."""
    ends = sum((x.low is not None) + (x.high is not None) for x in bands)
    return len(row.sentence.marks("cxp")) - ends >= len(bands) - 1


def _denied(row: Statement, bands: Sequence[_Range]) -> Iterator[Denial]:
    bands = bands if _rises(bands) else bands[::-1]
    if len(bands) < _FEWEST or not _rises(bands):
        return
    # “6 to 12 months and 12 to 24” meet, unless others are told as “13 to 24”.
    stepped = any(x.has_high and y.has_low and y.low == x.high + 1 for x, y in pairwise(bands))
    verdicts = [(_gap(first, last, stepped), first, last) for first, last in pairwise(bands)]
    wrong = [x for x in verdicts if x[0] and not _is_filled(row, *x[1:])]
    if len(wrong) == 1 and len(verdicts) > 1:
        gap, first, last = wrong[0]
        says = "overlap: some are in both" if gap < 0 else "leave some out between them"
        yield Denial(row.line, row.span, f"“{first.text}” and “{last.text}” {says}.", _MEND)


def _is_filled(row: Statement, first: _Range, last: _Range) -> bool:
    """True if the one value between two bands is counted by itself: `29 were 15`."""
    alone = {first.high + 1} & {last.low - 1}
    return bool(alone & {x.value for x in row.quantities})


def _rises(bands: Sequence[_Range]) -> bool:
    """True if only the first band is open below and only the last above, and each begins later."""
    inner = all(x.high is not None for x in bands[:-1]) and all(
        x.low is not None for x in bands[1:]
    )
    return inner and all(a.low is None or a.low < b.low for a, b in pairwise(bands))


def _gap(first: _Range, last: _Range, stepped: bool) -> int:
    """Less than nought where two bands overlap, more where some are in neither, else nought."""
    step = last.low - first.high
    if first.has_high and last.has_low and (stepped or step):
        step -= 1
    return (step > 0) - (step < 0)
