"""Every measure by which the rows of a table may be compared: its columns, and what two of them, or
some in a row, come to."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from reports.prose.numbers import COUNT, MONEY, PERCENT
from reports.prose.quantities.betterment import better_way
from reports.quantities.repeats.roots import stems_in
from reports.quantities.tables import TOTAL, Shown
from reports.table_constraints.claims.directions import OF_TIME

# A table of more columns has too many pairs for a measure to say anything.
_MOST_COLUMNS = 9
# What counts some of what the column before it counts: it ranks nothing unless it is named.
_SECONDARY = re.compile(r"\W*(?:with|of\s+which|of\s+whom|of\s+these|including|without)\b", re.I)
_RATE = re.compile(r"\b(?:rates?|per|share|proportion|percentage)\b|%", re.I)
_GAP = re.compile(r"\b(?:variance|difference|over\s?/?\s?under|gap|change|movement)\b", re.I)
_TARGET = re.compile(r"\b(?:targets?|standards?|aims?|goals?|budget|places|limits?)\b", re.I)

Values = Mapping[int, Fraction]


@dataclass(frozen=True)
class Measure:
    """The value of each row, by the columns that it is made of; `is_share` of a part of a whole,
    `is_change` of a difference of two, `way` 1 where more of it is better, -1 where less is, 0
    where that is unsure."""

    columns: tuple[int, ...]
    values: Values
    kind: str
    is_share: bool = False
    is_change: bool = False
    is_gap: bool = False
    is_second: bool = False
    way: int = 0

    @property
    def parts(self) -> frozenset[int]:
        """The columns of which it tells: without the one that a share is of."""
        is_made = self.is_share and len(self.columns) > 1
        return frozenset(self.columns[:-1] if is_made else self.columns)


def columns_of(table: Shown, rows: Sequence[int]) -> list[Measure]:
    """A measure of each column that has a number of one kind in each of these rows."""
    made = []
    for at in range(1, len(table.headings)):
        cells = [table.numbers[x][at] if at < len(table.numbers[x]) else None for x in rows]
        if cells and None not in cells and len({x.kind for x in cells}) == 1:
            values = {x: cell.value for x, cell in zip(rows, cells, strict=True)}
            made.append(_column(table, at, values, cells[0].kind))
    return made if len(made) <= _MOST_COLUMNS else []


def _column(table: Shown, at: int, values: Values, kind: str) -> Measure:
    head = table.headings[at]
    second, gap = bool(_SECONDARY.match(head)), bool(_GAP.search(head))
    about = f"{head} {table.grid.caption}"
    way = better_way(about) or (1 if kind == PERCENT else -1 if OF_TIME.search(about) else 0)
    is_share = kind == PERCENT or bool(_RATE.search(head))
    return Measure((at,), values, kind, is_share, gap, gap, second, way)


def shares_of(table: Shown, columns: Sequence[Measure]) -> list[Measure]:
    """The shares that a column, or some in a row, are of the largest, of the first, or of the one
    before them."""
    counts = [x for x in columns if x.kind == COUNT]
    return [
        made
        for base in counts
        for first in range(len(counts))
        for last in range(first + 1, len(counts) + 1)
        if _is_largest(base, counts) or base in counts[max(0, first - 1) : first] + counts[:1]
        for made in _share(table, counts[first:last], base)
    ]


def _is_largest(base: Measure, counts: Sequence[Measure]) -> bool:
    return all(base.values[at] >= x.values[at] for x in counts for at in base.values)


def _share(table: Shown, parts: Sequence[Measure], base: Measure) -> Iterator[Measure]:
    if base in parts or not all(base.values.values()):
        return
    values = {at: sum((x.values[at] for x in parts), Fraction(0)) for at in base.values}
    if all(0 <= value <= base.values[at] for at, value in values.items()) and values:
        shares = {at: value / base.values[at] for at, value in values.items()}
        places = tuple(x.columns[0] for x in (*parts, base))
        heads = " ".join(table.headings[x] for x in places[:-1])
        yield Measure(places, shares, PERCENT, is_share=True, way=better_way(heads))


def changes_of(table: Shown, columns: Sequence[Measure]) -> list[Measure]:
    """The differences of two columns of one kind, of periods if there are any, and by rate."""
    periods = [at for at, _ in table.periods]
    timed = [x for at in periods for x in columns if x.columns == (at,)]
    pairs = combinations(timed if len(timed) > 1 else columns, 2)
    return [made for old, new in pairs if old.kind == new.kind for made in _change(old, new)]


def _change(old: Measure, new: Measure) -> Iterator[Measure]:
    places = (*old.columns, *new.columns)
    by = {at: new.values[at] - value for at, value in old.values.items()}
    yield Measure(places, by, new.kind, is_change=True, is_gap=new.kind == MONEY, way=new.way)
    if all(old.values.values()):
        rates = {at: value / old.values[at] for at, value in by.items()}
        yield Measure(places, rates, PERCENT, is_change=True, way=new.way)


def together(columns: Sequence[Measure]) -> list[Measure]:
    """The sum of all columns of a table whose columns are of one kind."""
    own = [x for x in columns if not (x.is_change or x.is_second)]
    if len(own) < 2 or len({x.kind for x in own}) > 1 or own[0].kind == PERCENT:
        return []
    values = {at: sum((x.values[at] for x in own), Fraction(0)) for at in own[0].values}
    return [Measure(tuple(x.columns[0] for x in own), values, own[0].kind)]


def named_by(table: Shown, measures: Sequence[Measure], text: str) -> list[Measure]:
    """The measures of which a text names a column, by words that are no row's and no caption's."""
    own = stems_in(text) - stems_in(" ".join(table.rows))
    caption = stems_in(table.grid.caption)
    heads = {at: stems_in(table.headings[at]) for at in range(len(table.headings))}
    plain = [at for at in heads if at and not TOTAL.match(table.headings[at])]
    chosen = {at for at in plain if own & (heads[at] - caption)}
    chosen |= {at for at in plain if heads[at] <= caption and own & heads[at]}
    exact = [x for x in measures if x.parts and x.parts <= chosen]
    return exact or [x for x in measures if chosen & x.parts]


def is_target(table: Shown, column: int) -> bool:
    """True for a column of targets, budgets or places, which something else is laid against."""
    return bool(_TARGET.search(table.headings[column]))


def where(measure: Measure, test: Callable[[Fraction], bool]) -> frozenset[int]:
    """The rows whose value of a measure passes a test."""
    return frozenset(at for at, value in measure.values.items() if test(value))
