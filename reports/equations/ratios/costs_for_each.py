"""The cost of each of so many: `1,560 nights, at a cost of £468,000. That is £300 a night`."""

import re
from collections.abc import Iterator, Sequence

from reports.checks.reading import Reading
from reports.prose.asides import AIMS, CONDITIONS, EXPECTATIONS, OTHER_AREAS
from reports.prose.numbers import MONEY, Number
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.arithmetic import number_text
from reports.prose.quantities.phrases import stem
from reports.quantities.derivation.quotients import is_wrong_quotient
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.passages import before, statements

_EACH = SentencePattern(
    r"(?:^\W*(?:that|this|it)\s+(?:(?:is|was|makes?|comes?\s+to|works?\s+out\s+at)\s+)|,\s+(?:or|that\s+is|which\s+is)\s+)"
    r"(?:(?:an\s+average\s+of|about|just|on\s+average)\s+)*⟦m(?P<mean>\d+)⟧\s+(?:an?|per|for\s+each|for\s+every|each)\s+(?P<unit>[a-z-]+)",
    re.I,
)
_OTHERS = SentencePattern(
    rf"\b(?:{OTHER_AREAS}|{AIMS}|{CONDITIONS}|{EXPECTATIONS}|against|than|budget\w*|of\s+which|other)\b",
    re.I,
)


def costs_for_each(reading: Reading) -> Iterator[Denial]:
    """The cost of one is the one sum before it over the one number of its things."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        match = _EACH.search(row.sentence.text)
        near = [x for x in before(rows, place, 1) if x.line is row.line]
        passage = (*near, row)
        if match is None or any(_OTHERS.search(x.sentence.text) for x in passage):
            continue
        mean = row.sentence.thing(match["mean"])
        sums, things = _sums(passage, mean), _things(passage, stem(match["unit"].casefold()))
        if len(sums) != 1 or len(things) != 1 or sums[0].sentence is not things[0].sentence:
            continue
        total, many = sums[0].phrase.number, things[0]
        if total.value > mean.value and is_wrong_quotient(mean, total, many.phrase.number):
            exact = number_text(total.value / many.value, 2 if mean.places else 0)
            says = (
                f"{total.words} over {many.phrase.number.words} is £{exact}, but the report gives "
            )
            yield Denial(
                row.line, mean, f"{says}{mean.words}.", "Correct the cost, or its numbers."
            )


def _sums(passage: Sequence[Statement], mean: Number) -> list[Quantity]:
    items = [x for row in passage for x in row.quantities if x.phrase.number is not mean]
    return [x for x in items if x.phrase.number.kind == MONEY and not x.phrase.number.bound]


def _things(passage: Sequence[Statement], unit: str) -> list[Quantity]:
    counts = [x for row in passage for x in row.quantities if x.phrase.number.kind != MONEY]
    return [
        x for x in counts if x.phrase.head == unit and x.value > 1 and not x.phrase.number.bound
    ]
