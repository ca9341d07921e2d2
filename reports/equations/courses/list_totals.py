"""The mean of the counts of a list, and shares of a scale that are more than all."""

import re
from collections.abc import Iterator
from fractions import Fraction

from reports.checks.reading import Reading
from reports.equations.courses.value_lists import lists_of_values
from reports.prose.asides import AIMS, EARLIER_TIMES, OTHER_AREAS
from reports.prose.numbers import COUNT, PERCENT
from reports.prose.quantities.arithmetic import number_text
from reports.prose.quantities.phrases import stems
from reports.quantities.model import Denial
from reports.quantities.passages import statements

_MEAN = re.compile(
    r"\b(?:on\s+average|an?\s+average\s+of|the\s+(?:average|mean)\s+(?:is|was|of)|averag(?:ed|ing))\s+(?:[a-z]+\s+){0,4}?⟦c(?P<mark>\d+)⟧",
    re.I,
)
_OTHERS = re.compile(rf"\b(?:{OTHER_AREAS}|{AIMS}|{EARLIER_TIMES})\b", re.I)
_SCALE = re.compile(
    r"\b(?:very|fairly|quite|neither|dis\w+|satisf\w+|agree|disagree|don[’']t\s+know|no\s+(?:view|answer|opinion)|strongly|"
    r"excellent|good|poor)\b",
    re.I,
)
_HALF, _TWO, _OVER, _MOST = Fraction(51, 100), 2, Fraction(203, 2), 140


def means_of_lists(reading: Reading) -> Iterator[Denial]:
    """`January: 17, February: 22, March: 24. On average 23 came each month.`"""
    rows = statements(reading)
    for lead, items, end in lists_of_values(reading, COUNT):
        row = rows[end] if end < len(rows) else None
        match = _MEAN.search(row.sentence.text) if row else None
        if not match or len(row.counts) != 1 or _OTHERS.search(match.string, match.start()):
            continue
        head = row.counts[0].phrase.head
        texts = [x.sentence.said() for x in (*lead, *items)]
        if head and head not in stems(" ".join(texts)):
            continue
        stated, values = row.sentence.thing(match["mark"]), [Fraction(x.value) for x in items]
        true = sum(values) / len(values)
        inside = min(values) <= stated.value <= max(values)
        if inside and not stated.bound and abs(true - stated.value) > _HALF / 10**stated.places:
            says = f"The mean of the {len(values)} values is {number_text(true, 1)}, "
            says += f"but the report has {stated.words}."
            yield Denial(row.line, stated, says, "Correct the mean, or its numbers.")


def shares_of_lists(reading: Reading) -> Iterator[Denial]:
    """`Very satisfied: 54%, fairly satisfied: 38%, dissatisfied: 12%` are more than all."""
    for _, items, _ in lists_of_values(reading, PERCENT):
        scale = sum(bool(_SCALE.search(x.sentence.text)) for x in items)
        total = sum(Fraction(x.value) for x in items)
        if scale >= _TWO and _OVER < total <= _MOST:
            says = f"The shares of the list come to {number_text(total, 1)}%."
            last = items[-1]
            yield Denial(last.line, last.phrase.number, says, "Put the wrong number right.")
