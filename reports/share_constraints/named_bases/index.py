"""Every count of a report by the words that name what it counts, in whatever form."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from reports.checks.reading import Reading, shared
from reports.prose.content import words_of
from reports.prose.dates import KEPT
from reports.prose.numbers import COUNT
from reports.quantities.coverage import beginning
from reports.quantities.repeats.mentions import Mention, mentions
from reports.quantities.tables import TOTAL, shown_tables

_WORD = re.compile(r"[A-Za-z]{3,}")
_PLAIN = words_of(
    """the and all our its their these those that this which who whom whose was were are has had
    have been being with for from not there than then into over only also each every other some any
    year month quarter half total number last first per cent they them out did does may can will
    report table figure more most made make"""
)
_UNLIKE = words_of("aim elsewhere then each change")


@dataclass(frozen=True)
class Named:
    """A count with the beginnings of the words that name it, and the id of its line."""

    value: Fraction
    roots: frozenset[str]
    line: int


def named(reading: Reading) -> tuple[Named, ...]:
    """The counts of a report that are of its own time and place."""
    return shared(reading, _named)


def _named(reading: Reading) -> tuple[Named, ...]:
    cells = _cells(reading)
    rows = (
        Named(Fraction(x.value), _roots(x, cells), id(x.line))
        for x in mentions(reading)
        if x.number.kind == COUNT and not (x.number.bound or x.number.places or x.scopes & _UNLIKE)
    )
    return tuple(x for x in rows if x.roots)


def _roots(item: Mention, cells: dict[int, str]) -> frozenset[str]:
    if item.group[0] == "table" and id(item.line) in cells:
        return beginnings(cells[id(item.line)])
    return frozenset(map(beginning, item.near | {item.head})) - {""}


def _cells(reading: Reading) -> dict[int, str]:
    """id of a cell → the words of its row and column; of a total, of its table."""
    made = {}
    for table in shown_tables(reading):
        for label, cells in zip(table.rows, table.grid.rows, strict=True):
            total = TOTAL.match(label)
            own = table.grid.caption if total else f"{label} {table.headings[0]}"
            for heading, line in zip(table.headings[1:], cells[1:], strict=False):
                made[id(line)] = f"{own} {heading}"
    return made


@lru_cache(KEPT)
def beginnings(text: str) -> frozenset[str]:
    """The beginnings of the words of a text that mean something."""
    terms = (term.casefold() for term in _WORD.findall(text))
    return frozenset(beginning(term) for term in terms if term not in _PLAIN)


def best(rows: Sequence[Named], roots: frozenset[str]) -> list[Named]:
    """Those of some counts that have most of some words."""
    most = max((len(x.roots & roots) for x in rows), default=0)
    return [x for x in rows if most and len(x.roots & roots) == most]
