"""Tables whose totals, shares and sums of shares must hold."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from reports.checks.numbers.arithmetic import CUT, RIGHT, WRONG, rounded, shown, verdict
from reports.checks.numbers.columns import TOTAL, Column, TableSums, counted, texts_beside
from reports.checks.reading import Reading, shared
from reports.checks.rule import Fault, Mend, Rule, Severity, fault
from reports.prose.numbers import PERCENT

FAMILY = "numbers"
_MORE_THAN_ONCE = re.compile(
    r"more\s+than\s+on(?:e|ce)|not\s+(?:add|sum)|several\s+(?:answers|reasons)|"
    r"multiple|overlap|rounding|both\s+columns",
    re.I,
)


def totals(reading: Reading, _known) -> Iterator[Fault]:
    """A total row or column that is not the sum of what it totals."""
    for table in _tables(reading):
        if _says_otherwise(reading, table):
            continue
        for column in table.sums():
            yield from _down(table, column)
        yield from _across(table)


def shares(reading: Reading, _known) -> Iterator[Fault]:
    """A per cent of a table that its count and base in the table deny."""
    for table in _tables(reading):
        for column in table.columns:
            if column.shares:
                yield from _of_column(table, column)


def over_whole(reading: Reading, _known) -> Iterator[Fault]:
    """Per cents of one whole that add to more than 100, or to other than the 100 they claim."""
    for table in _tables(reading):
        if _says_otherwise(reading, table):
            continue
        for column in table.columns:
            if column.shares:
                yield from _sum_of_shares(table, column)


def _tables(reading):
    return [one for one in map(counted, reading.grids) if one]


def _says_otherwise(reading, table):
    """Whether the table's own words say that its rows overlap or do not add."""
    beside = shared(reading, texts_beside).get(table.grid.where, ())
    return bool(_MORE_THAN_ONCE.search(" ".join((table.grid.caption, *beside))))


def _down(table: TableSums, column: Column):
    if len(column.cells) != len(table.rows):
        return
    for place in table.totals:
        stated = column.cells[place]
        sums = list(_sums(table, column, place))
        added = [one for one in sums if len(one[1]) > 1]
        if not stated.count or not stated.known or not added:
            continue
        if stated.value in [total for total, _parts in sums]:
            continue
        total, parts = added[0]
        near = abs(total - stated.value) <= max(3, stated.value / 4)
        if not TOTAL.match(table.rows[place]) and not near:
            continue
        said = " + ".join(shown(one) for one in parts)
        name = f"The column “{column.heading}”" if column.heading else "The column"
        says = f"{name} adds to {shown(total)} ({said}), and the total says "
        yield _of_cell(stated, f"{says}{stated.count.words}.", shown(total))


def _sums(table, column, place):
    """(sum, its parts) that the total at `place` may be: of all parts, of those since the total
    before, of the totals before, of those that follow it."""
    parts = table.parts()
    others = [one for one in table.totals if one != place]
    earlier = [one for one in others if one < place]
    since = earlier[-1] if earlier else -1
    later = [one for one in others if one > place]
    ways = (
        [one for one in parts if since < one < place],
        [one for one in parts if one < place],
        earlier,
        [one for one in parts if place < one < (later[0] if later else len(table.rows))],
        [one for one in parts if one > place],
        later,
    )
    for rows in ways:
        cells = [column.cells[one] for one in rows]
        if cells and all(one.known for one in cells):
            yield sum(one.value for one in cells), [one.value for one in cells]


def _across(table: TableSums):
    """The rows of a total column, where most of them do add up."""
    columns = table.sums()
    whole = [one for one in columns if TOTAL.match(one.heading) or _is_all(one.heading)]
    if len(whole) != 1:
        return
    parts = [one for one in columns if one is not whole[0]]
    if len(parts) < 2:
        return
    wrong, right = [], 0
    for place, cell in enumerate(whole[0].cells):
        cells = [one.cells[place] for one in parts if place < len(one.cells)]
        if not cell.count or not all(one.known for one in (cell, *cells)):
            continue
        values = [one.value for one in cells]
        right += sum(values) == cell.value
        wrong += [(place, cell, values)] if sum(values) != cell.value else []
    if right and right >= len(wrong):
        for place, cell, values in wrong:
            said = " + ".join(shown(one) for one in values)
            says = (
                f"“{table.rows[place]}” adds to {shown(sum(values))} ({said}), and its total says "
            )
            yield _of_cell(cell, f"{says}{cell.count.words}.", shown(sum(values)))


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
    way, verdicts = max(judged, key=lambda one: _merit(one[1]))
    right = sum(one != WRONG for one in verdicts)
    only = len({one.of_total for one in ways}) == 1 and len(ways) == 1 and way.of_total
    if (right < 2 and not only) or right * 2 < len(verdicts):
        return
    for (row, count, base), found in zip(way.rows, verdicts, strict=True):
        if found == RIGHT:
            continue
        cell = column.cells[row]
        exact = count * 100 / base
        right_one = shown(rounded(exact, cell.percent.places), cell.percent.places)
        words = f"{shown(count)} of {shown(base)} is {right_one}% ({shown(exact, 1)}%)"
        if found == CUT:
            says = f"{words}; {cell.percent.words} is cut, not rounded."
            yield _of_cell(cell, says, right_one, cell.percent, Severity.ADVICE)
        else:
            says = f"{words}, and the table says {cell.percent.words}."
            yield _of_cell(cell, says, right_one, cell.percent)


def _merit(verdicts):
    return sum(one == RIGHT for one in verdicts), -len(verdicts)


def _verdicts(column, way):
    said = [column.cells[row].percent for row, _count, _base in way.rows]
    exact = [count * 100 / base for _row, count, base in way.rows]
    return [verdict(one, share, share) for one, share in zip(said, exact, strict=True)]


def _of_totals(table, column):
    """Each column of counts against its total: the stated one, else the sum where the shares were
    meant to be of all."""
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
    parts = [counts.cells[one] for one in table.parts()]
    stated = [column.cells[one].percent for one in table.parts() if one < len(column.cells)]
    if not parts or not all(one.known for one in parts) or not all(stated):
        return None
    apart = abs(sum(one.value for one in stated) - 100)
    near = Fraction(len(stated), 2) + 2
    return sum(one.value for one in parts) if apart <= near else None


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
    own = [one for one in table.columns if one.place == column.place and one.counts]
    return own or [one for one in table.columns if one.counts]


def _can_be_read(counts, column, row):
    if row >= len(column.cells) or not column.cells[row].percent:
        return False
    return bool(counts.cells[row].count and counts.cells[row].known)


def _sum_of_shares(table: TableSums, column: Column):
    parts = [column.cells[one] for one in table.parts() if one < len(column.cells)]
    said = [one.percent for one in parts if one.percent]
    if len(said) < 2 or len(said) != len(parts):
        return
    total, room = sum(one.value for one in said), _room(said)
    claims = [
        column.cells[one]
        for one in table.totals
        if one < len(column.cells) and column.cells[one].percent
    ]
    words = " + ".join(shown(one.value, one.places) for one in said)
    if claims and claims[-1].percent.value == 100 and abs(total - 100) > room:
        says = f"The shares add to {shown(total)}% ({words}), and the total says 100%."
        yield _of_cell(claims[-1], says, "")
    elif not claims and room < total - 100 <= 15 and len(said) > 2:
        says = f"The shares of one whole add to {shown(total)}% ({words})."
        yield _of_cell(parts[-1], says, "", severity=Severity.WARNING)


def _room(said):
    """How far rightly rounded shares may be from 100: half a unit of the last place for each."""
    return sum(Fraction(1, 2 * 10**one.places) for one in said)


def _of_cell(cell, says, write, number=None, severity=None):
    stated = number or cell.count or cell.percent
    new = f"{write}%" if write and stated.kind == PERCENT and "%" in stated.words else write
    words = f"Write {write}." if write else "Check each share against its count."
    old = "" if cell.line.entry_at(stated.start) or not write else stated.words
    mend = Mend(words, cell.line.block, old, new if old else "")
    return fault(cell.line, stated.start, says, end=stated.end, mend=mend, severity=severity)


RULES = (
    Rule(
        "table-total",
        FAMILY,
        Severity.ERROR,
        "The totals of a table are the sums of its rows and columns.",
        totals,
        "C02; source of error 6",
        follows=("table-percent",),
    ),
    Rule(
        "table-percent",
        FAMILY,
        Severity.ERROR,
        "A per cent of a table is its count divided by its base, rounded to the places shown.",
        shares,
        "C02; source of error 1",
        follows=("shares-over-whole",),
    ),
    Rule(
        "shares-over-whole",
        FAMILY,
        Severity.ERROR,
        "Shares of one whole add to 100, but for rounding.",
        over_whole,
        "C02; source of error 2",
    ),
)
