"""A mean that went from one value to another, against the counts before it: where the one follows
from two of them, the other follows from the two that go with those."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import permutations

from reports.checks.reading import Reading
from reports.prose.numbers import COUNT, MONEY, Number
from reports.prose.quantities.arithmetic import number_text, rounded
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.passages import statements

_MEAN = re.compile(
    r"\b(?:average|mean|caseloads?|loads?|each|apiece|per|ratio|a\s+head|unit\s+cost|for\s+every)\b",
    re.I,
)
_PAIR = re.compile(
    r"\bfrom\s+(?:[a-z]+\s+){0,2}⟦(?P<kind>[cm])(?P<first>\d+)⟧[^⟦.;]{0,40}?\bto\s+(?:[a-z]+\s+){0,2}⟦(?P=kind)(?P<last>\d+)⟧"
    r"|⟦(?P<now_kind>[cm])(?P<now>\d+)⟧[^⟦.;]{0,40}?\b(?:against|compared\s+with|up\s+from|down\s+from|where\s+it\s+had\s+been|having\s+been)"
    r"\s+(?:[a-z]+\s+){0,2}⟦(?P=now_kind)(?P<then>\d+)⟧",
    re.I,
)
_OTHERS = re.compile(r"\b(?:nation\w*|england|region\w*|target|median|weighted)\b", re.I)
_BACK, _MOST, _FAR = 4, 8, Fraction(3, 5)
_MEND = "Correct the mean, or the numbers that it follows from."


def pairs_of_means(reading: Reading) -> Iterator[Denial]:
    """`1,106 cases and 57 workers; then 1,060 and 62. The mean went from 19.4 to 15.8`: 17.1."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        match = _PAIR.search(row.sentence.text) if _MEAN.search(row.sentence.text) else None
        if not match or _OTHERS.search(row.sentence.text):
            continue
        marks = (match["first"], match["last"]) if match["first"] else (match["then"], match["now"])
        pair = [row.sentence.thing(x) for x in marks]
        near = [x for x in rows[max(0, place - _BACK) : place] if x.section == row.section]
        counts = _counts(near)
        if 4 <= len(counts) <= _MOST and not any(x.bound for x in pair):
            yield from _denied(row, pair, counts)


def _counts(near: Sequence[Statement]) -> list[Quantity]:
    kinds = (COUNT, MONEY)
    items = [x for row in near for x in row.quantities if x.phrase.number.kind in kinds]
    return [x for x in items if x.value > 1 and not x.phrase.number.places]


def _denied(row: Statement, pair: Sequence[Number], counts: Sequence[Quantity]) -> Iterator[Denial]:
    for known, other in (pair, pair[::-1]):
        bases = [x for x in permutations(counts, 2) if _bears(known, *x)]
        if (
            not known.places
            or len(bases) != 1
            or any(_bears(other, *x) for x in permutations(counts, 2))
        ):
            continue
        part, base = bases[0]
        rest = [x for x in permutations(counts, 2) if not {*x} & {part, base}]
        rest = [x for x in rest if _alike(x[0], part) and _alike(x[1], base)]
        if len(rest) == 1 and rest[0][0].order == rest[0][1].order:
            a, b = (x.phrase.number for x in rest[0])
            true = number_text(a.value / b.value, other.places)
            says = f"{a.words} over {b.words} is {true}, but the report gives {other.words}."
            yield Denial(row.line, other, says, _MEND)
            return


def _bears(mean: Number, part: Quantity, base: Quantity) -> bool:
    """True if a mean is what two numbers come to."""
    return bool(base.value) and rounded(part.value / base.value, mean.places) == mean.value


def _alike(item: Quantity, other: Quantity) -> bool:
    """True if two numbers may count the same things at two times."""
    near = min(item.value, other.value) >= max(item.value, other.value) * _FAR
    heads = {item.phrase.head, other.phrase.head} - {""}
    return near and item.phrase.number.kind == other.phrase.number.kind and len(heads) < 2
