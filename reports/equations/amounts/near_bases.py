"""`371, or 78.1%`, of the 426 of the sentence before: a share that no number of the report bears
out, and that a count near it makes but for a slip."""

import re
from collections.abc import Iterator
from fractions import Fraction

from reports.checks.reading import Reading, shared
from reports.prose.numbers import COUNT, PERCENT, Number
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.arithmetic import (
    WRONG,
    number_text,
    rounded,
    verdict,
)
from reports.quantities.derivation.bases import are_of_one_whole
from reports.quantities.derivation.slips import slip
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.passages import before, statements

_PAIR = SentencePattern(
    r"⟦c(?P<count>\d+)⟧(?:\s+(?!of\b)[a-z’'-]+){0,6}?,?\s*(?:\(|\bor\s+|–\s+|which\s+is\s+|that\s+is\s+|a\s+(?:rate|share|proportion)\s+of\s+)"
    r"(?:some\s+|about\s+)?⟦p(?P<share>\d+)⟧|⟦p(?P<first>\d+)⟧\s+\(⟦c(?P<behind>\d+)⟧",
    re.I,
)
_CHANGE = re.compile(
    r"\b(?:more|fewer|less|up|down|rise|fall|increase|decrease|higher|lower|by|growth|over|under)\b",
    re.I,
)
# “139 of the 143 who were 18 to 20 (97.2%)”: an end of a range.
_TO = re.compile(r"⟧\s*(?:to|or|–|-)\s*$")
_OF = re.compile(r"\b(?:of|from)\s+(?:the\s+|these\s+|those\s+)?$", re.I)
# Of two digits only swapped ones are a slip beyond chance.
_SURE = 3.0
_BACK, _HUNDRED = 2, 100


def near_bases(reading: Reading) -> Iterator[Denial]:
    """`426 were looked after. A dental check was recorded for 371, or 78.1%.`"""
    rows = statements(reading)
    for place, row in enumerate(rows):
        pairs = [*_PAIR.finditer(row.sentence.text)]
        near = [row, *(x for x in before(rows, place, _BACK) if x.line is row.line)]
        numbers = [_numbers(row, match) for match in pairs]
        if are_of_one_whole(numbers):
            continue
        for match, (count, share) in zip(pairs, numbers, strict=True):
            ahead = row.sentence.text[max(0, match.start() - 30) : match.end()]
            # “25 of 41, or 61%” has its whole.
            if not (
                _OF.search(row.sentence.text[: match.start()][-20:])
                or _TO.search(row.sentence.text[: match.start()][-20:])
                or count.bound
                or share.bound
                or _CHANGE.search(ahead)
            ):
                yield from _denied(reading, row, near, count, share)


def _numbers(row: Statement, match: re.Match) -> tuple[Number, Number]:
    """The count and the share of a pair, in whichever order."""
    marks = match["count"] or match["behind"], match["share"] or match["first"]
    return row.sentence.thing(marks[0]), row.sentence.thing(marks[1])


def _denied(
    reading: Reading, row: Statement, near, count: Number, share: Number
) -> Iterator[Denial]:
    bases = [x for other in near for x in other.counts if _is_base(x, count)]
    if not bases or any(_is_share(count, base, share) for base in shared(reading, _counts)):
        return
    for base in bases:
        right = rounded(count.value * _HUNDRED / base.value, share.places)
        if slip(share.value, right, PERCENT) >= _SURE:
            says = f"{count.words} of {base.phrase.number.words} is "
            says += f"{number_text(right, share.places)}%, "
            mend = "Correct the share, or state its population."
            yield Denial(row.line, share, f"{says}but the report gives {share.words}.", mend)
            return


def _is_base(item: Quantity, count: Number) -> bool:
    return item.phrase.is_stock and item.value > count.value and item.phrase.number is not count


def _is_share(count: Number, base: Fraction, share: Number) -> bool:
    if base < count.value or not base:
        return False
    value = count.value * _HUNDRED / base
    return any(verdict(share, x, x) != WRONG for x in (value, _HUNDRED - value))


def _counts(reading: Reading) -> frozenset[Fraction]:
    """Every count of a report, with those of its tables."""
    return frozenset(x.value for line in reading.lines for x in line.numbers if x.kind == COUNT)
