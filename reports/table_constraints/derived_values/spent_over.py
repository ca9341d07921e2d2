"""By which per cent more or less than its budget was spent: `spent 1.2 per cent more than its
budget`."""

import re
from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.prose.asides import CONDITIONS, EARLIER_TIMES, EXPECTATIONS
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.arithmetic import WRONG, number_text, verdict
from reports.quantities.model import Denial, Statement
from reports.quantities.selections import beside_tables, cells_of, is_of_table, rows_named
from reports.quantities.tables import TOTAL, Shown
from reports.table_constraints.cells.predicates import money_columns

_THAN_BUDGET = SentencePattern(
    r"⟦p(?P<mark>\d+)⟧\s+(?:(?P<over>more\s+than|over|above)|(?P<under>less\s+than|under|below))\s+(?:its|the|our|their|this)\s+"
    r"(?:[a-z]+\s+)?budget\b",
    re.I,
)
_OTHERS = re.compile(rf"\b(?:{CONDITIONS}|{EXPECTATIONS}|{EARLIER_TIMES})\b", re.I)
_MEND = "Use what the table shows, or explain the difference."


def spent_over(reading: Reading) -> Iterator[Denial]:
    """Spending is over or under the budget of its row, or of all, by that per cent."""
    for row, tables in beside_tables(reading):
        match = _THAN_BUDGET.search(row.sentence.text)
        with_money = [x for x in tables if money_columns(x)]
        if (
            match is None
            or len(with_money) != 1
            or _OTHERS.search(row.sentence.text[: match.end()])
        ):
            continue
        [table] = with_money
        if is_of_table(row, table):
            yield from _denied(row, table, match)


def _denied(row: Statement, table: Shown, match: re.Match) -> Iterator[Denial]:
    number, columns = row.sentence.thing(match["mark"]), money_columns(table)
    place = _place(table, row.sentence.said(row.sentence.text[: match.start()].rpartition(";")[2]))
    cells = cells_of(table, place) if place is not None else ()
    pair = [cells[at] for at in columns] if cells and max(columns) < len(cells) else [None]
    if None in pair or number.bound or not pair[0].value:
        return
    gap = pair[1].value - pair[0].value
    rate = abs(gap) * 100 / pair[0].value
    is_way = gap > 0 if match["over"] else gap < 0
    if not is_way or verdict(number, rate, rate) == WRONG:
        says = f"For “{table.rows[place]}” the table ({table.grid.at}) has {pair[1].words} against "
        says += f"{pair[0].words}, {number_text(rate, max(number.places, 1))}% "
        says += f"{'more' if gap > 0 else 'less'}, but the report gives {number.words}."
        yield Denial(row.line, number, says, _MEND)


def _place(table: Shown, text: str) -> int | None:
    """The place of the one row that a text names, else of the total."""
    named = rows_named(table, text)
    totals = [at for at, label in enumerate(table.rows) if TOTAL.match(label)]
    places = named or totals
    return places[0] if len(places) == 1 else None
