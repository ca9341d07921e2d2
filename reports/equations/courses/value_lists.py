"""The values that a sentence or a list gives one after another."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reports.checks.reading import ITEM, Reading
from reports.prose.numbers import COUNT, Number
from reports.quantities.model import Quantity, Statement
from reports.quantities.passages import statements

FEWEST = 3
# What may stand between two values: times and a few words, but none that begins a part or a whole.
_BETWEEN = re.compile(
    r"(?:(?!\b(?:of|than|total|out|against|target|both|all|which|whom|who|where|per|average)\b)"
    r"(?:[^⟦.;:]|⟦[dx]\d+⟧)){1,40}",
    re.I,
)


def values_of(row: Statement) -> Sequence[Number]:
    """The longest list of exact values of one kind in a sentence; none of fewer than three."""
    best: list[Number] = []
    for kind in "cpm":
        marks = [*re.finditer(rf"⟦{kind}(\d+)⟧", row.sentence.text)]
        run = marks[:1]
        for mark, other in pairwise(marks):
            goes_on = _BETWEEN.fullmatch(row.sentence.text, mark.end(), other.start())
            run = [*run, other] if goes_on else [other]
            if len(run) > max(len(best), FEWEST - 1):
                best = [row.sentence.thing(x[1]) for x in run]
    return () if any(x.bound for x in best) else best


def lists_of_values(
    reading: Reading, kind: str
) -> Iterator[tuple[Sequence[Statement], Sequence[Quantity], int]]:
    """(the sentence before, the numbers, the place behind) of each list with one number of a kind
    and no other in each of its items, three or more, as places among all statements."""
    rows = statements(reading)
    place = 0
    while place < len(rows):
        end = place
        while end < len(rows) and _has_one(rows[end], kind):
            end += 1
        if end - place >= FEWEST:
            yield rows[max(0, place - 1) : place], [x.quantities[0] for x in rows[place:end]], end
        place = max(end, place + 1)


def _has_one(row: Statement, kind: str) -> bool:
    """True for an item of a list that has one number, exact and of that kind."""
    if row.line.kind != ITEM or len(row.quantities) != 1:
        return False
    return row.quantities[0].phrase.number.kind == kind and (kind != COUNT or bool(row.counts))
