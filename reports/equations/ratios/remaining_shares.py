"""The share of those who remain, behind the shares of all others: `36%, 24% and 17%. The remaining
1,619 (23%) came from families`."""

import re
from collections.abc import Iterator, Sequence

from reports.checks.reading import Reading
from reports.prose.asides import AIMS, EARLIER_TIMES, OTHER_AREAS
from reports.prose.numbers import Number
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.arithmetic import number_text
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import before, statements

# “The remaining 1,619 contacts (23%)”, “the other 40 (18%)”.
_REST = SentencePattern(
    r"(?:^\W*|[,;]\s+(?:and\s+|while\s+|but\s+)?)the\s+(?:remaining|other)\s+⟦c\d+⟧(?:\s+[a-z-]+){0,4}?[,\s]+\((?:or\s+)?⟦p(?P<rest>\d+)⟧\)",
    re.I,
)
_BRACKETED = re.compile(r"⟦c\d+⟧[^⟦.;:()]{0,60}\(⟦p(\d+)⟧\)")
_OTHERS = re.compile(
    rf"\b(?:{OTHER_AREAS}|{AIMS}|{EARLIER_TIMES}|whom|which|target|rose|fell|compared|against|each)\b",
    re.I,
)
_FEWEST, _MARKS = 2, re.compile(r"⟦p")


def remaining_shares(reading: Reading) -> Iterator[Denial]:
    """The shares of all parts of a whole, the rest among them, come to all."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        match = _REST.search(row.sentence.text)
        if match is None:
            continue
        near = [x for x in before(rows, place, 1) if x.line is row.line]
        shares = [*_shares(row, match.start())] or [x for y in near for x in _shares(y)]
        rest = row.sentence.thing(match["rest"])
        if len(shares) < _FEWEST or rest.bound:
            continue
        every = [*shares, rest]
        total = sum(x.value for x in every)
        if abs(total - 100) > sum(_room(x) for x in every):
            terms = " + ".join(number_text(x.value, x.places) for x in every)
            says = f"The shares of all parts come to {number_text(total, rest.places)}% ({terms})."
            yield Denial(row.line, rest, says, "Put the wrong share right.")


def _shares(row: Statement, end: int | None = None) -> Sequence[Number]:
    """The shares in brackets behind the counts of a sentence; none where it has others."""
    text = row.sentence.text[:end]
    marks = _BRACKETED.findall(text)
    shares = [row.sentence.thing(mark) for mark in marks]
    plain = len(marks) == len(_MARKS.findall(text)) and not _OTHERS.search(text)
    return shares if plain and not any(x.bound for x in shares) else []


def _room(number: Number):
    """By how much the rounding of a share may put a sum of them out, in points."""
    return 0.5 * 10.0**-number.places
