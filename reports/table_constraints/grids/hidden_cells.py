"""Cells of tables that are not shown and follow from numbers of the same or of another table.

Totals are held against their parts, and rows or columns against those of other tables whose labels
and numbers agree wherever both are shown. Nothing here knows what is hidden: a cell that fewer than
three numbers could stand in is given away, whatever stands in it.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from reports.checks.numbers.overlaps import says_otherwise
from reports.checks.reading import CAPTION, PROSE, Line, Reading
from reports.checks.rule import QUANTITIES, Fault, Severity, fault, rule
from reports.prose.numbers import COUNT
from reports.prose.quantities.phrases import PEOPLE, stems
from reports.quantities.repeats.mentions import Mention, mentions
from reports.table_constraints.grids.count_tables import Cell, CountTable, read_table

# Fewer values than these tell what a cell hides; one that two lines share by chance is small.
_FEWEST_VALUES, _TELLING = 3, 6
# So many tables with hidden cells, lines and rounds are weighed.
_TABLES, _LINES, _ROUNDS = 20, 400, 12
_MEND = "Hide another number of that row or column as well, or leave one of the two tables out."
_SAYS = "The number hidden in {} is protected, but readers can work it out from {}."


@dataclass(frozen=True)
class _Sum:
    """Cells that together come to a cell, or to a number that a sentence tells; `place` says in
    words where that stands."""

    parts: tuple[Cell, ...]
    whole: Cell | Fraction
    place: str


@rule(
    "hidden-cell-recovered", Severity.ERROR, "disclosure design on linked tables", family=QUANTITIES
)
def hidden_cells(reading: Reading, _known) -> Iterator[Fault]:
    """No cell that is not shown follows from the totals and the other tables of the report."""
    tables = [
        table for number, grid in enumerate(reading.grids) if (table := read_table(number, grid))
    ]
    if not any(table.hidden for table in tables):
        return
    index = {table.number: table for table in tables}
    sums = [item for table in tables if not says_otherwise(reading, table.grid)
            for item in _own_sums(table)]  # fmt: skip
    sums += _across(tables)
    sums += _told_wholes(reading, [table for table in tables if table.hidden], sums)
    for cell, source in _solved(index, sums).items():
        line, place = index[cell[0]].line_of(cell), index[cell[0]].place_of(cell)
        yield fault(line, (0, len(line.text)), _SAYS.format(place, source), _MEND)


def _own_sums(table: CountTable) -> Iterator[_Sum]:
    """The sums that the totals of a table state, unless it shows that they do not hold."""
    for is_row, totals in ((False, table.total_rows), (True, table.total_columns)):
        matches = []
        for of_row, place, parts in table.lines():
            for total in totals if of_row is is_row and len(parts) > 1 else ():
                whole = (table.number, place, total) if is_row else (table.number, total, place)
                if whole in parts or not _all_known(table, (*parts, whole)):
                    continue
                matches.append(_Sum(parts, whole, table.place_of(whole)))
        complete = [item for item in matches if not table.hidden & {*item.parts, item.whole}]
        if len(totals) == 1 and all(map(_holds(table), complete)):
            yield from matches


def _holds(table: CountTable):
    """Whether a sum of shown cells holds."""
    return lambda item: sum(table.shown[part] for part in item.parts) == table.shown[item.whole]


def _all_known(table: CountTable, cells):
    return all(cell in table.shown or cell in table.hidden for cell in cells)


def _across(tables) -> Iterator[_Sum]:
    """What lines of other tables say of rows and columns with hidden cells: the same numbers by
    the same labels, or the totals of them."""
    lines = defaultdict(list)
    for table in tables:
        for of_row, _place, cells in list(table.lines())[:_LINES]:
            names = [table.heads[cell[2]] if of_row else table.labels[cell[1]] for cell in cells]
            values = {name: cell for name, cell in zip(names, cells, strict=True) if name}
            if len(values) == len(cells) > 1:
                lines[frozenset(values)].append((table, values))
    for table in [item for item in tables if item.hidden][:_TABLES]:
        for along in (False, True):
            yield from _against(table, along, lines)


def _against(table: CountTable, along: bool, lines) -> Iterator[_Sum]:
    """The sums that lines elsewhere give of a table's columns (`along` its rows) and of their
    totals, by labels that are the same."""
    own = [cells for of_row, _place, cells in table.lines() if of_row is along]
    own = [cells for cells in own if cells]
    place = 2 if along else 1
    names = table.heads if along else table.labels
    labels = frozenset(names[cell[place]] for cell in own[0]) if own else frozenset()
    plain = [cells for cells in own if not _of_total(table, cells, along)]
    for other, values in lines.get(labels, ())[:_LINES]:
        if other is table or len(labels) != len(own[0]):
            continue
        same = [(cells,) for cells in plain]
        groups = [*same, tuple(plain)] if len(plain) > 1 else same
        for group in groups:
            sums = [
                _Sum(
                    parts,
                    values[names[parts[0][place]]],
                    other.place_of(values[names[parts[0][place]]]),
                )
                for parts in zip(*group, strict=True)
            ]
            totals = () if along else _totalled(table, other, group, values)
            yield from _borne_out(table, other, [*sums, *totals])


def _totalled(table: CountTable, other: CountTable, columns, values) -> Iterator[_Sum]:
    """The sum of columns in the total rows of two tables, which alone bears the sums out where each
    row hides a cell."""
    column, *others = {cell[2] for cell in values.values()}
    totals = table.total_rows, other.total_rows
    if not others and [len(rows) for rows in totals] == [1, 1]:
        (row,), (other_row,) = totals
        parts = tuple((table.number, row, cells[0][2]) for cells in columns)
        whole = (other.number, other_row, column)
        if _all_known(table, parts):
            yield _Sum(parts, whole, other.place_of(whole))


def _of_total(table: CountTable, cells, along):
    place = 1 if along else 2
    return cells[0][place] in (table.total_rows if along else table.total_columns)


def _borne_out(table: CountTable, other: CountTable, sums):
    """Those sums, where they hold wherever all is shown, and that is by no chance."""
    complete = [
        item
        for item in sums
        if item.whole in other.shown and all(part in table.shown for part in item.parts)
    ]
    telling = {other.shown[item.whole] for item in complete}
    holds = all(
        sum(table.shown[part] for part in item.parts) == other.shown[item.whole]
        for item in complete
    )
    if holds and any(value >= _TELLING for value in telling) and len(telling) * 2 >= len(sums) - 1:
        known = [item for item in sums if item.whole in other.shown or item.whole in other.hidden]
        yield from (item for item in known if _all_known(table, item.parts))


def _told_wholes(reading: Reading, tables, sums) -> Iterator[_Sum]:
    """The whole of a column without a total, that a sentence tells of the day in its caption."""
    totalled = {item.parts for item in sums}
    wholes = [item for item in mentions(reading) if _is_whole(item)]
    for table in tables if wholes else ():
        line = reading.lines[reading.first_places.get(table.grid.where, 0)]
        caption = line if line.kind == CAPTION else Line("", "", "", table.grid.caption)
        for of_row, column, parts in table.lines():
            if of_row or table.total_rows or parts in totalled or not _all_known(table, parts):
                continue
            head = Line("", "", "", f"{caption.text}, {table.grid.columns[column].text}")
            days = {(item.first, item.last) for item in head.dates if item.first}
            alike = [item for item in wholes if days == {item.days}]
            named = stems(head.text.replace("-", " ")) if alike else frozenset()
            for item in alike:
                tags = stems(" ".join(item.near).replace("-", " ")) - {"there"}
                if len(tags) > 1 and tags <= named:
                    yield _Sum(parts, item.number.value, item.line.at)


def _is_whole(item: Mention):
    number = item.number
    exact = number.kind == COUNT and not number.bound and number.value.denominator == 1
    plain = item.line.kind in PROSE and not item.scopes and not item.part
    return exact and plain and bool(item.days) and bool(PEOPLE.search(item.line.text))


def _solved(index, sums) -> dict[Cell, str]:
    """Cells that fewer than three values fit, each with the place that tells of it last."""
    low, high, origin = defaultdict(Fraction), {}, {}
    hidden = {cell for table in index.values() for cell in table.hidden}
    visible = {cell: count for table in index.values() for cell, count in table.shown.items()}
    for _round in range(_ROUNDS):
        moved = False
        for item in sums:
            for cell, least, most in _bounds(item, visible, hidden, low, high):
                if least > low[cell] or (most is not None and most < high.get(cell, most + 1)):
                    low[cell] = max(low[cell], least)
                    if most is not None:
                        high[cell] = min(high.get(cell, most), most)
                    origin[cell] = item.place
                    moved = True
        if not moved:
            break
    return {
        cell: origin[cell]
        for cell in sorted(hidden & set(high))
        if 0 <= high[cell] - low[cell] < _FEWEST_VALUES - 1
    }


def _bounds(item: _Sum, shown, hidden, low, high):
    """(hidden cell, its least, its most or None) by one sum and what is known of the others."""

    def ends(cell):
        if isinstance(cell, Fraction):
            return cell, cell
        if cell in shown:
            return shown[cell], shown[cell]
        return low[cell], high.get(cell)

    parts = [(part, *ends(part)) for part in item.parts]
    least, most = ends(item.whole)
    total_low = sum((entry[1] for entry in parts), Fraction(0))
    unbounded = [entry[0] for entry in parts if entry[2] is None]
    total_high = sum((entry[2] for entry in parts if entry[2] is not None), Fraction(0))
    if not isinstance(item.whole, Fraction) and item.whole in hidden:
        yield item.whole, total_low, None if unbounded else total_high
    for part, own_low, own_high in parts:
        if part in hidden:
            others_high = None if set(unbounded) - {part} else total_high - (own_high or 0)
            floor = max(Fraction(0), least - others_high) if others_high is not None else own_low
            yield part, floor, None if most is None else most - (total_low - own_low)
