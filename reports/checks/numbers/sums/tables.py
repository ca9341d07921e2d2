"""Tables whose totals, shares and sums of shares must hold."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from reports.checks.numbers.columns import (
    TOTAL,
    Column,
    TableSums,
    counted,
    is_measure,
    without_summed,
)
from reports.checks.numbers.overlaps import says_otherwise
from reports.checks.reading import Reading
from reports.checks.rule import Fault, Severity, fault, rule
from reports.prose.numbers import PERCENT
from reports.prose.quantities.arithmetic import (
    CUT,
    RIGHT,
    WRONG,
    is_swapped,
    number_text,
    rounded,
    verdict,
)
from reports.prose.quantities.number_forms import half_unit, in_form_of, last_place

_FEWEST, _FAR_OVER = 3, 150
_ROUNDED = re.compile(r"£\s?(?:000|m|k)\b|\b(?:thousand|million|rounded)", re.I)


@rule("table-total", Severity.ERROR, "C02; source of error 6", follows=("table-percent",))
def totals(reading: Reading, _known) -> Iterator[Fault]:
    """The totals of a table are the sums of its rows and columns."""
    for table in _tables(reading):
        if says_otherwise(reading, table.grid) or table.are_means:
            continue
        for column in table.sums():
            yield from _down(table, column)
        yield from _across(table)


@rule("table-percent", Severity.ERROR, "C02; source of error 1", follows=("shares-over-whole",))
def shares(reading: Reading, _known) -> Iterator[Fault]:
    """A per cent of a table is its count divided by its base, rounded to the places shown."""
    for table in _tables(reading):
        for column in table.columns:
            if column.shares:
                yield from _of_column(table, column)


@rule("shares-over-whole", Severity.ERROR, "C02; source of error 2")
def over_whole(reading: Reading, _known) -> Iterator[Fault]:
    """Shares of one whole add to 100, but for rounding."""
    for table in _tables(reading):
        if says_otherwise(reading, table.grid):
            continue
        for column in table.columns:
            if column.shares:
                yield from _sum_of_shares(table, column)


def _tables(reading):
    return [grid for grid in map(counted, reading.grids) if grid]


def _down(table: TableSums, column: Column):
    if len(column.cells) != len(table.rows):
        return
    for place in table.totals:
        stated = column.cells[place]
        sums = list(_sums(table, column, place))
        added = [item for item in sums if len(item[1]) > 1]
        if not stated.count or not stated.known or not added or table.is_mean(column, place):
            continue
        if any(stated.value == total for total, _parts in sums):
            continue
        total, parts = added[0]
        near = max(3, stated.value / (10 if table.reckoned else 4))
        named = TOTAL.match(table.rows[place]) or is_swapped(total, stated.value)
        if not named and abs(total - stated.value) > near:
            continue
        whole = stated.count
        text = in_form_of(parts[0], whole)
        for part in parts[1:]:
            text += f" {'+' if part >= 0 else '−'} {in_form_of(abs(part), whole)}"
        name = f"The column “{column.heading}”" if column.heading else "The column"
        says = f"{name} adds to {in_form_of(total, whole)} ({text}), but the total is "
        weight = Severity.WARNING if table.reckoned else None
        # Thousands that were rounded before they were added are a unit or so from their sum.
        rounded = _ROUNDED.search(f"{table.grid.caption} {column.heading}")
        unit = last_place(whole) or (1 if rounded else 0)
        if unit and abs(total - stated.value) * 2 <= (len(parts) + 1) * unit:
            weight = Severity.ADVICE
        yield _of_cell(stated, f"{says}{whole.words}.", in_form_of(total, whole), severity=weight)


def _sums(table, column, place):
    """(sum, its parts) of each run of rows that the total at `place` may be of."""
    parts = table.parts()
    earlier = [other for other in table.totals if other < place]
    since = earlier[-1] if earlier else -1
    later = [other for other in table.totals if other > place]
    ways = (
        [part for part in parts if since < part < place],
        [part for part in parts if part < place],
        earlier,
        [part for part in parts if place < part < (later[0] if later else len(table.rows))],
        [part for part in parts if part > place],
        later,
        # “Change in the family” may be a reason that is counted like any other.
        [row for row in range(len(table.rows)) if row not in table.totals],
        without_summed(column, parts),
    )
    for rows in ways:
        cells = [column.cells[row] for row in rows]
        if cells and all(cell.known for cell in cells):
            yield sum(cell.value for cell in cells), [cell.value for cell in cells]


def _across(table: TableSums):
    """The rows of a total column, where most of them do add up."""
    columns = table.sums()
    named = [column for column in columns if TOTAL.match(column.heading) or _is_all(column.heading)]
    # “County” over the last column may be a total too.
    ends = columns[-1:] + columns[:1] if len(columns) > _FEWEST else ()
    for whole in named if len(named) == 1 else () if named else ends:
        right, wrong = _rows_across(table, columns, whole)
        if len(right) > (not named) and len(right) >= len(wrong):
            for place, cell, values in wrong:
                text = " + ".join(in_form_of(value, cell.count) for value in values)
                total = in_form_of(sum(values), cell.count)
                says = f"“{table.rows[place]}” adds to {total} ({text}), and "
                says += f"its total is {cell.count.words}."
                weight = None if named else Severity.WARNING
                yield _of_cell(cell, says, total, severity=weight)
            return


def _rows_across(table: TableSums, columns, whole: Column):
    """(the rows whose cells add to that of a column, those whose do not), each with its cells."""
    parts = [column for column in columns if column is not whole]
    right, wrong = [], []
    for place, cell in enumerate(whole.cells) if len(parts) > 1 else ():
        cells = [part.cells[place] for part in parts if place < len(part.cells)]
        if cell.count and all(item.known for item in (cell, *cells)):
            values = [item.value for item in cells]
            added = right if sum(values) == cell.value else wrong
            added.append((place, cell, values))
    return right, [row for row in wrong if not is_measure(table.rows[row[0]])]


def _is_all(heading):
    return heading.strip().casefold() in ("all", "overall", "sum")


@dataclass(frozen=True)
class _Way:
    """One way to have made a column of per cents: (row, count, base) for each that it explains."""

    rows: tuple[tuple[int, Fraction, Fraction], ...]
    of_total: bool


def _of_column(table: TableSums, column: Column):
    ways = [*_of_totals(table, column), *_of_rows(table, column)]
    judged = [(way, _verdicts(column, way)) for way in ways if way.rows]
    if not judged:
        return
    way, verdicts = max(judged, key=lambda item: _merit(item[1]))
    right = sum(item != WRONG for item in verdicts)
    only = len({way.of_total for way in ways}) == 1 and len(ways) == 1 and way.of_total
    if (right < 2 and not only) or right * 2 < len(verdicts):
        return
    for (row, count, base), result in zip(way.rows, verdicts, strict=True):
        if result == RIGHT:
            continue
        cell = column.cells[row]
        exact = count * 100 / base
        right_one = number_text(rounded(exact, cell.percent.places), cell.percent.places)
        text = (
            f"{number_text(count)} of {number_text(base)} is {right_one}% "
            f"({number_text(exact, 1)}%)"
        )
        if result == CUT:
            says = f"{text}; {cell.percent.words} is cut, not rounded."
            yield _of_cell(cell, says, right_one, cell.percent, Severity.ADVICE)
        else:
            says = f"{text}, but the table has {cell.percent.words}."
            yield _of_cell(cell, says, right_one, cell.percent)


def _merit(verdicts):
    return sum(item == RIGHT for item in verdicts), -len(verdicts)


def _verdicts(column, way):
    items = [column.cells[row].percent for row, _count, _base in way.rows]
    exact = [count * 100 / base for _row, count, base in way.rows]
    return [verdict(item, share, share) for item, share in zip(items, exact, strict=True)]


def _of_totals(table, column):
    """Each column of counts against its total, stated or, where shares are of all, reckoned."""
    for counts in _counts_for(table, column):
        if len(counts.cells) != len(table.rows):
            continue
        base = _base(table, counts, column)
        if base:
            rows = [
                (row, counts.cells[row].value, base)
                for row in range(len(table.rows))
                if _can_be_read(counts, column, row)
            ]
            yield _Way(tuple(rows), True)


def _base(table, counts, column):
    for place in table.totals:
        if counts.cells[place].count:
            return counts.cells[place].value
    parts = [counts.cells[part] for part in table.parts()]
    stated = [column.cells[part].percent for part in table.parts() if part < len(column.cells)]
    if not parts or not all(part.known for part in parts) or not all(stated):
        return None
    separate = abs(sum(item.value for item in stated) - 100)
    near = Fraction(len(stated), 2) + 2
    return sum(part.value for part in parts) if separate <= near else None


def _of_rows(table, column):
    """Each pair of columns of counts, row by row."""
    counts = _counts_for(table, column)
    for top in counts:
        for base in counts:
            rows = [
                (row, top.cells[row].value, base.cells[row].value)
                for row in range(min(len(top.cells), len(base.cells), len(column.cells)))
                if top is not base
                and _can_be_read(top, column, row)
                and base.cells[row].count
                and base.cells[row].value >= top.cells[row].value
                and base.cells[row].value
            ]
            if len(rows) > 1:
                yield _Way(tuple(rows), False)


def _counts_for(table, column):
    own = [item for item in table.columns if item.place == column.place and item.counts]
    return own or [column for column in table.columns if column.counts]


def _can_be_read(counts, column, row):
    if row >= len(column.cells) or not column.cells[row].percent:
        return False
    return bool(counts.cells[row].count and counts.cells[row].known)


def _sum_of_shares(table: TableSums, column: Column):
    parts = [column.cells[part] for part in table.parts() if part < len(column.cells)]
    items = [part.percent for part in parts if part.percent]
    if len(items) < 2 or len(items) != len(parts):
        return
    total, room = sum(item.value for item in items), _room(items)
    claims = [
        column.cells[total]
        for total in table.totals
        if total < len(column.cells) and column.cells[total].percent
    ]
    text = " + ".join(number_text(item.value, item.places) for item in items)
    # Beside one row of all, rows that come to far more are each of all: in touch, in work.
    if total > _FAR_OVER and table.has_row_of_all:
        return
    if claims and claims[-1].percent.value == 100 and abs(total - 100) > room:
        says = f"The shares add to {number_text(total)}% ({text}), but the total is 100%."
        yield _of_cell(claims[-1], says, "")
    elif not (claims or table.is_of_years) and room < total - 100 <= 15 and len(items) > 2:
        says = f"The shares of one whole add to {number_text(total)}% ({text})."
        yield _of_cell(parts[-1], says, "", severity=Severity.WARNING)


def _room(value):
    """How far rightly rounded shares may be from 100: half a unit of the last place for each."""
    return sum(map(half_unit, value))


def _of_cell(cell, says, write, number=None, severity=None):
    stated = number or cell.count or cell.percent
    new = f"{write}%" if write and stated.kind == PERCENT and "%" in stated.words else write
    is_live = cell.line.entry_at(stated.start)
    text = f"Write {write}." if write else "Check each share against its count."
    if is_live:  # Nobody writes what records count.
        text = "Add the part that is missing, or write in a note what the figures leave out."
    old = "" if is_live or not write else stated.words
    return fault(cell.line, stated, says, text, swap=(old, new if old else ""), severity=severity)
