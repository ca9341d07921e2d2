"""The numbers of a report that one of them may follow from, wherever they are."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from fractions import Fraction
from functools import cached_property
from itertools import product

from reports.checks.reading import Line, Reading, shared
from reports.prose.numbers import COUNT
from reports.prose.quantities.phrases import PEOPLE, stems
from reports.quantities.derivation.figures import Figure, Figures, figures
from reports.quantities.model import Quantity
from reports.quantities.nouns import PLAIN
from reports.quantities.passages import statements
from reports.quantities.tables import TOTAL, Shown, shown_tables

# So many numbers right before one may be parts beside it.
_RUN, _SIGNED, _FEW = 6, 3, 10


class Known:
    """Every number of a report in order, each with its quantity in prose."""

    def __init__(self, reading: Reading):
        self.figures: Figures = figures(reading)
        self.places: Mapping[int, int] = reading.places
        self.tables: Mapping[str, Shown] = {x.grid.where: x for x in shown_tables(reading)}
        self.bases = {
            (id(row.line), x.phrase.base) for row in statements(reading) for x in row.quantities
        }
        self.items: Mapping[tuple[int, int], Quantity] = {
            (id(x.line), x.phrase.number.start): x
            for row in statements(reading)
            for x in row.quantities
        }

    def item(self, figure: Figure) -> Quantity | None:
        """The quantity of a number in prose."""
        return self.items.get((id(figure.line), figure.number.start))

    def head(self, figure: Figure) -> str:
        """The stem of what a number counts: one for all people, nothing where it is left open."""
        item = self.item(figure)
        return self.head_of(item) if item else ""

    def head_of(self, item: Quantity) -> str:
        """The same of a quantity."""
        head = item.phrase.head
        if not head or head in PLAIN or head == "time":
            return ""
        return "person" if PEOPLE.search(" ".join(item.phrase.noun)) else head

    def is_total(self, figure: Figure) -> bool:
        """True for a cell in the row of totals."""
        table = self.tables.get(figure.group[1]) if figure.row >= 0 else None
        return bool(table and TOTAL.match(table.rows[figure.row]))

    def is_named(self, figure: Figure, text: str) -> bool:
        """True if a text names what a number, or a row of totals, counts."""
        item = self.item(figure)
        if item is None:
            table = self.tables.get(figure.group[1])
            head = table.headings[figure.column] if table and self.is_total(figure) else ""
            return bool(stems(head) and stems(head) <= stems(text))
        if not self.head_of(item) or not item.phrase.is_stock:
            return False
        people = PEOPLE.search(" ".join(item.phrase.noun)) and PEOPLE.search(text)
        return item.phrase.head in stems(text) or bool(people)

    def of(self, item: Quantity) -> Figure | None:
        """The figure of a quantity."""
        return self.figures.of(item.line, item.phrase.number)

    def alike(self, figure: Figure) -> Sequence[Figure]:
        """Every other number of its unit."""
        return [x for x in self.figures.rows if x.unit == figure.unit and x is not figure]

    def other_values(self, figure: Figure) -> Set[Fraction]:
        """The values of every other number of its unit."""
        many = self._many[figure.unit]
        return many.keys() if many[figure.value] > 1 else many.keys() - {figure.value}

    @cached_property
    def _many(self) -> Mapping[str, Counter]:
        """Unit → how many numbers have each value."""
        many = defaultdict(Counter)
        for item in self.figures.rows:
            many[item.unit][item.value] += 1
        return many

    def is_base(self, figure: Figure) -> bool:
        """True for what another number of its sentence is out of."""
        item = self.item(figure)
        return item is not None and (id(item.line), item.phrase.mark) in self.bases

    def near(self, line: Line, many: int) -> Sequence[Figure]:
        """So many numbers on either side of a line, with its own."""
        place = self.places.get(id(line), 0)
        at = bisect_left(self.figures.rows, place, key=lambda x: x.place)
        return self.figures.rows[max(0, at - many) : at + many]

    def before(self, figure: Figure) -> list[Figure]:
        """The numbers of its unit before one, the nearest last."""
        at = self.figures.at[id(figure.line), figure.number.start]
        return [x for x in self.figures.rows[:at] if x.unit == figure.unit]

    def behind(self, figure: Figure) -> list[Figure]:
        """The numbers of its unit behind one in its section."""
        at = self.figures.at[id(figure.line), figure.number.start]
        rows = self.figures.rows[at + 1 :]
        return [x for x in rows if x.unit == figure.unit and x.section == figure.section]


def known(reading: Reading) -> Known:
    """The numbers of a report, found once for all rules."""
    return shared(reading, Known)


def runs_before(rows: Sequence[Figure]) -> Iterator[Sequence[Figure]]:
    """The last number of some, the last two, and so on."""
    for many in range(1, min(_RUN, len(rows)) + 1):
        yield rows[-many:]


def is_explained(every: Known, figure: Figure) -> bool:
    """True if a count or sum is given again elsewhere, or is what numbers around it come to: the
    rest that those right before it leave of any other, a sum of those right around it, or the
    difference of two of its passage."""
    value, values = figure.value, every.other_values(figure)
    # A few are stated everywhere, of other things.
    if value < _FEW:
        values = {x.value for x in every.alike(figure) if x.section == figure.section}
    before, behind = every.before(figure), every.behind(figure)
    if value in values:
        return True
    parts = [x for x in before if not every.is_base(x)]
    own = [x for x in behind if x.group == figure.group]
    sides = [*runs_before(before), *runs_before(parts), own]
    sides += [behind[:many] for many in range(1, _RUN + 1)]
    sides += [[*run, *own] for run in runs_before(parts)] if own else []
    if any(_sum(run) + value in values or (_sum(run) == value and len(run) > 1) for run in sides):
        return True
    if any(_is_signed(run, value) for run in runs_before(parts)):
        return True
    near = (*before, *behind)
    near_values = {x.value for x in near if x.section == figure.section and x.row < 0}
    return any(first - value in near_values for first in near_values)


def _is_signed(run: Sequence[Figure], value: Fraction) -> bool:
    """True if what came and went, after the first of a few numbers, leads to another."""
    first, others = run[0].value, [x.value for x in run[1:]]
    signs = product((1, -1), repeat=len(others)) if len(others) <= _SIGNED else ()
    return any(
        first + sum(x * way for x, way in zip(others, ways, strict=True)) == value for ways in signs
    )


def _sum(rows: Sequence[Figure]) -> Fraction:
    return sum((x.value for x in rows), Fraction(0))


def stock(every: Known, figure: Figure) -> bool:
    """True for a number that can be a whole or a part."""
    item = every.item(figure)
    return figure.unit == COUNT and (item is None or item.phrase.is_stock)
