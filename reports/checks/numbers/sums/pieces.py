"""Bands in a row, each with its count: they meet, and go no further than the whole they part."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import trunc

from reports.checks.numbers.passages import opened
from reports.checks.reading import Line, Reading
from reports.prose.marks import MARK, Marked
from reports.prose.numbers import Number
from reports.prose.quantities.bands import ENDLESS

_N = r"⟦[cmx](?P<{0}>\d+)⟧"
_UNIT = r"(?:\s(?!and\b|or\b|to\b)[a-z]+){0,2}?"
# A band: `300 to 426 days`, `fewer than 300`, `427 days or more`, `Years 10 and 11`.
_BAND = re.compile(
    rf"(?P<from_under>(?:under|below|(?:less|fewer|younger|shorter)\s+than)\s+){_N.format('under')}"
    rf"|(?:up\s+to|within|no\s+more\s+than|not\s+more\s+than|at\s+most|reception\s+to(?:\s+year)?)\s+{_N.format('most')}"
    rf"|(?:over|above|(?:more|older|longer)\s+than)\s+{_N.format('over')}(?!{_UNIT}\s?(?:to|–|-)\s?⟦)"
    rf"|(?:(?P<more>over|above|(?:more|older|longer)\s+than)\s+)?{_N.format('first')}{_UNIT}\s?"
    rf"(?:to|–|-|—|(?P<joined>and|or|but)(?=\s+(?:under\s+|up\s+to\s+)?⟦))\s?(?P<short>(?:under|below|(?:less|fewer)\s+than)\s+)?(?:up\s+to\s+)?{_N.format('last')}"
    rf"|{_N.format('least')}{_UNIT},?\s+(?:and|or)\s+(?:more|over|above|older|longer|upwards)\b"
    rf"|at\s+least\s+{_N.format('least_too')}",
    re.I,
)
_COUNT = re.compile(r"⟦c(\d+)⟧")
_SPLIT = re.compile(r";")
_COMMAS = re.compile(
    r",(?=\s+(?:and\s+)?(?:⟦|under|below|over|up\s|aged?\b|years?\s|fewer|less|more|those))", re.I
)
_SUMMED = re.compile(
    r"\b(?:of\s+(?:which|whom|these|those|them)|includ\w+|together|in\s+all|overlap\w*|total|more\s+than\s+one)\b",
    re.I,
)
# The whole before the bands says from what to what they run: `205 young people of 17 to 25`.
_RUNS = re.compile(
    r"\b(?:of|aged?|from|between|ages|years?)\s+⟦[cx](?P<first>\d+)⟧\s?(?:to|and|–|-)\s?⟦[cx](?P<last>\d+)⟧(?!\s?%)",
    re.I,
)
_FEWEST, _OLDEST = 3, 26
# What lasts no whole number of these may end where the next begins.
_MEASURED = re.compile(r"\b(?:minutes?|hours?|days?|weeks?|months?|years?|miles?|%)\b", re.I)
_UNITS = re.compile(r"\b(minute|hour|day|week|month|year)s?\b(?!\s+(?:\d|⟦))", re.I)
_YEARS = range(1900, 2101)
MEET = "Let each band begin where the one before has ended."


@dataclass(frozen=True)
class Piece:
    """A band with its count: from `first` to `last` whole units, and the stretch of its line."""

    line: Line
    span: tuple[int, int]
    first: int
    last: int
    words: str
    is_single: bool = False
    is_money: bool = False


def unlike_bands(reading: Reading) -> Iterator[tuple[Piece, str]]:
    """(the band, what is wrong with it) of the bands of a list or a sentence that part a whole."""
    for listing, lead in opened(reading):
        rows = [(line, line.marked) for line in listing.items]
        if len(rows) >= _FEWEST and all(len(marked) == 1 for _line, marked in rows):
            pieces = [_piece(line, marked[0], marked[0].text, 0) for line, marked in rows]
            over = lead or reading.line_before(listing.items[0].where)
            yield from _judged(pieces, over.marked[-1] if over and over.marked else None, "", True)
    for line in reading.prose():
        for place, sentence in enumerate(line.marked):
            text = sentence.text
            pattern = _SPLIT if text.count(";") >= _FEWEST - 1 else _COMMAS
            if text.count("⟦") >= 2 * _FEWEST and len(pattern.findall(text)) >= _FEWEST - 1:
                lead = line.marked[place - 1] if place else None
                yield from _judged([*_pieces(line, sentence, pattern)], lead, text)


def _pieces(line: Line, sentence: Marked, pattern) -> Iterator[Piece | None]:
    text = sentence.text.rstrip(" .")
    starts = [0, *(match.end() for match in pattern.finditer(text))]
    ends = [*(match.start() for match in pattern.finditer(text)), len(text)]
    for start, end in zip(starts, ends, strict=True):
        # What opens the sentence, up to a colon, is of the whole.
        colon = text.rfind(":", start, end) if start == 0 else -1
        opened = colon + 1 if colon >= 0 and _BAND.search(text, colon + 1, end) else start
        yield _piece(line, sentence, text[opened:end], opened)


def _piece(line: Line, sentence: Marked, text, start) -> Piece | None:
    """The band of a piece that has one, beside one count."""
    matches = [x for x in _BAND.finditer(text) if _ends(sentence, x)]
    every = [*MARK.finditer(text)]
    if any(mark[1] == "d" for mark in every) or _SUMMED.search(text):
        return None
    if len(matches) == 1:
        inside = {mark[2] for mark in MARK.finditer(matches[0][0])}
        counts = [x for x in _COUNT.finditer(text) if x[1] not in inside]
        first, last = _ends(sentence, matches[0])
        if len(counts) == 1 and len([x for x in every if x[1] != "p"]) == len(inside) + 1:
            marks = [sentence.thing(mark[2]) for mark in MARK.finditer(matches[0][0])]
            span = marks[0].start, marks[-1].end
            said, is_money = sentence.said(matches[0][0]).strip(), "⟦m" in matches[0][0]
            return Piece(line, span, first, last, said, is_money=is_money)
    elif not matches and len(every) == 2 and (single := _single(sentence, text, every)):
        return Piece(
            line, (single.start, single.end), *(trunc(single.value),) * 2, single.words, True
        )
    return None


def _single(sentence: Marked, text, every) -> Number | None:
    """The age of `38 were 17`, `17: 24`."""
    numbers = [sentence.thing(mark[2]) for mark in every]
    between = text[every[0].end() : every[1].start()].strip().casefold()
    if not all(x.value.denominator == 1 and not x.bound for x in numbers):
        return None
    if between in ("were", "are", "was", "aged", "were aged"):
        return numbers[1] if numbers[1].value < _OLDEST else None
    if between == ":" and text[: every[0].start()].strip().casefold() in (
        "",
        "age",
        "aged",
        "year",
    ):
        return numbers[0] if numbers[0].value < _OLDEST else None
    return None


def _ends(sentence: Marked, match) -> tuple[int, int] | None:
    """The first and the last number of a band, both in it; None of what is none."""
    marks = {
        name: sentence.thing(text)
        for name, text in match.groupdict().items()
        if text and text.isdecimal()
    }
    if not all(isinstance(x, Number) and x.value.denominator == 1 for x in marks.values()):
        return None
    named = {name: trunc(x.value) for name, x in marks.items()}
    if any(value in _YEARS for value in named.values()):
        return None
    if "under" in named:
        return 0, named["under"] - 1
    if "most" in named:
        return 0, named["most"]
    least = next((named[x] for x in ("least", "least_too") if x in named), None)
    if least is not None or "over" in named:
        return least if least is not None else named["over"] + 1, ENDLESS
    first, last = named["first"] + bool(match["more"]), named["last"] - bool(match["short"])
    if match["joined"] and not match["short"] and last != first + 1:
        return None
    return (first, last) if first <= last else None


def _judged(pieces: Sequence[Piece | None], lead, text, is_list=False):
    bands = [x for x in pieces if x]
    ranges = [x for x in bands if not x.is_single]
    if len(bands) < _FEWEST or len(bands) < len(pieces) - 1 or len(ranges) < 2:
        return
    # “Six months” is no number of years.
    if len({unit.casefold() for unit in _UNITS.findall(text)}) > 1:
        return
    ordered = sorted(bands, key=lambda x: (x.first, x.last))
    steps = [(one, other, other.first - one.last) for one, other in pairwise(ordered)]
    wrong = [step for step in steps if step[2] != 1]
    measured = _MEASURED.search(text)
    if (len(wrong) == 1 and len(steps) > 1) or (len(wrong) == 2 and len(steps) > 3):
        one, other, step = wrong[0]
        # “6 to 12 months; 12 to 18 months”: one moment is in both.
        if not is_list and not (step == 0 and (measured or other.is_money)):
            yield other, _says(one, other)
    elif not wrong:
        yield from _beyond(ordered, lead)


def _says(one: Piece, other: Piece):
    pair = f"“{one.words}” and “{other.words}”"
    return f"Between {pair} some are left out." if other.first > one.last else f"{pair} overlap."


def _beyond(ordered: Sequence[Piece], lead: Marked | None):
    """`Of 17 to 25: 17; 18 to 20; 21 to 28`: the last band goes further than the whole."""
    match = _RUNS.search(lead.text) if lead else None
    if match is None:
        return
    first, last = (lead.thing(match[name]) for name in ("first", "last"))
    ends = ordered[0].first == first.value, ordered[-1].last == last.value
    if ends[0] != ends[1] and ordered[-1].last != ENDLESS and ordered[0].first:
        piece = ordered[-1] if ends[0] else ordered[0]
        whole = f"{first.words} to {last.words}"
        yield piece, f"The whole runs from {whole}, but the report has “{piece.words}”."
