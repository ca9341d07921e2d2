"""What a paper counts: its counts sentence by sentence, those it prints most, counts with bases."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reports.checks.reading import CELL, Reading, shared
from reports.prose.numbers import COUNT, MONEY, Number
from reports.quantities.model import Quantity, Statement
from reports.quantities.passages import statements
from reports.share_constraints.evidence.others import is_of_others
from reports.share_constraints.sizes.rate_marks import POWERS, bases_of_rates

# So many numbers that stand in several lines, and counts with their base, are kept.
_SALIENT, _TOLD = 6, 200
# One that is not larger is printed often by chance.
_LARGER = 10
_WHICH = re.compile(r"\bof\s+(?:which|whom|these|them)\b\W*(?:[a-z]+\s+){0,2}$", re.I)
_OF_THEM = re.compile(r"\s+of\s+(?:them|whom|these|those|which)\b(?!\s+⟦)", re.I)
_PLANNED = re.compile(r"\b(?:planned|(?:against|to)\s+an?\s+plan\s+of|plan\s+was\s+for)\b", re.I)
# “From 52 to 56 per cent”.
# “Ten to 12 per cent”, “ten points higher”.
_PERCENT_TOO = re.compile(r"\s?(?:to|and|or|–|-)\s?⟦p|\s+(?:percentage\s+)?points?\b", re.I)


@dataclass(frozen=True)
class Tallies:
    """`salient`: the numbers that a paper prints in several lines, the most often first; `wholes`:
    stem of a noun → the count of it that is printed most often; `told`: counts with their bases."""

    salient: tuple[Number, ...]
    wholes: Mapping[str, Quantity]
    told: tuple[tuple[Quantity, Quantity], ...]


def counts_of(row: Statement) -> tuple[Quantity, ...]:
    """The counts and sums of a sentence that a share may be reckoned from."""
    powers, text = bases_of_rates(row), row.sentence.text
    return tuple(
        item
        for item in row.quantities
        if (item.phrase.is_stock or item.phrase.is_sum or item.phrase.is_rough)
        and item.phrase.mark not in powers
        and not _PERCENT_TOO.match(text, item.phrase.end)
        and not is_planned(item)
        and not is_of_others(text, item.phrase.start, item.phrase.end, compared=False)
    )


def is_planned(item: Quantity) -> bool:
    """Whether a count is of what was planned."""
    around = item.phrase.label[-30:], item.phrase.clause[:30]
    return any(map(_PLANNED.search, around))


def tallies(reading: Reading) -> Tallies:
    """The tallies of a paper."""
    return shared(reading, _tallies)


def _tallies(reading):
    lines, every = defaultdict(set), {}
    for line in reading.lines:
        for number in line.numbers if line.kind != CELL or len(line.numbers) == 1 else ():
            if number.kind in (COUNT, MONEY) and number.value > _LARGER:
                lines[number.kind, number.value].add(id(line))
                every.setdefault((number.kind, number.value), number)
    many = {key: len(places) for key, places in lines.items() if len(places) > 1}
    ranked = sorted((-count, -key[1], key) for key, count in many.items())
    salient = tuple(every[key] for *_, key in ranked if key[1] not in POWERS)[:_SALIENT]
    based, wholes = [], {}
    for row in statements(reading):
        counts = counts_of(row)
        based += _with_bases(row, counts) if len(based) < _TOLD else ()
        for item in counts:
            weight = many.get((item.phrase.number.kind, item.value), 0), item.value
            if item.phrase.head and weight > wholes.get(item.phrase.head, ((1, 0),))[0]:
                wholes[item.phrase.head] = weight, item
    return Tallies(salient, {head: item for head, (_, item) in wholes.items()}, tuple(based))


def _with_bases(row: Statement, counts) -> Iterator[tuple[Quantity, Quantity]]:
    index, text = {item.phrase.mark: item for item in counts}, row.sentence.text
    for place, item in enumerate(counts):
        last = counts[place - 1] if place else item
        of_them = _WHICH.search(text[last.phrase.end : item.phrase.start])
        of_them = of_them or _OF_THEM.match(text, item.phrase.end)
        base = last if of_them else index.get(item.phrase.base)
        if base and base.value > item.value:
            yield item, base
