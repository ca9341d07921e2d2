"""By how much a row moved from one of its periods to another: `from 2022 to 2023 it fell by 3.4
percentage points`."""

import re
from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.prose.numbers import COUNT, PERCENT, Number
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.arithmetic import DIRECTION, number_text
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import statements
from reports.quantities.selections import beside_tables, in_periods, rows_named
from reports.quantities.tables import Shown, names, shown_tables

_BETWEEN = re.compile(
    r"\b(?:from|between)\s+⟦d(?P<first>\d+)⟧\s+(?:to|and)\s+⟦d(?P<last>\d+)⟧[^⟦.;]{0,60}?"
    rf"{DIRECTION}[^⟦.;]{{0,20}}?\bby\s+(?:[a-z]+\s+)?⟦(?P<kind>[cq])(?P<by>\d+)⟧",
    re.I,
)
# “The share held in 15 working days fell from 88% to 82%”.
_MOVED = SentencePattern(
    r"\bfrom\s+⟦(?P<kind>[cpm])(?P<old>\d+)⟧[^⟦.;:]{0,30}?\bto\s+⟦(?P=kind)(?P<new>\d+)⟧(?!\s+(?:to|and|per)\b)",
    re.I,
)
_FEWEST, _MEND = 2, "Use the table’s values, or explain the difference."
_KINDS = {"q": PERCENT, "c": COUNT}


def steps_between(reading: Reading) -> Iterator[Denial]:
    """`From 2022/23 to 2023/24 it went down by 4.3 points`, where the table has 34.8 and 31.4."""
    for row, tables in beside_tables(reading):
        match = _BETWEEN.search(row.sentence.text)
        for table in in_periods(row, tables, _FEWEST) if match else ():
            yield from _unlike(row, match, table)


def moves_of_rows(reading: Reading) -> Iterator[Denial]:
    """`It fell from 88% to 82%`, where the one row that it names, in any table, has 88% and 84%."""
    tables = [x for x in shown_tables(reading) if len(x.periods) >= _FEWEST]
    for row in statements(reading) if tables else ():
        moves = [*_MOVED.finditer(row.sentence.text)]
        if len(moves) == 1:
            old, new = (row.sentence.thing(moves[0][x]) for x in ("old", "new"))
            rows = [x for table in tables for x in _rows_from(table, row, old)]
            later = rows[0] if len(rows) == 1 else ()
            same = {x.value for x in later if x.kind == new.kind}
            if same and new.value not in same and not (old.bound or new.bound):
                says = (
                    f"The table has {old.words} and then {later[-1].words}, but the report gives "
                )
                yield Denial(row.line, new, f"{says}{new.words}.", _MEND)


def _rows_from(table: Shown, row: Statement, old: Number) -> Iterator[list[Number]]:
    """The cells behind a number in each row that has it and that a sentence names."""
    for at in rows_named(table, row.sentence.said()):
        cells = [*table.in_periods(at).values()]
        for place, cell in enumerate(cells[:-1]):
            if (cell.kind, cell.value) == (old.kind, old.value):
                yield cells[place + 1 :]


def _unlike(row: Statement, match: re.Match, table: Shown) -> Iterator[Denial]:
    places = rows_named(table, row.sentence.said()) or range(len(table.rows))
    ends = [_column(table, row.sentence.thing(match[x]).words) for x in ("first", "last")]
    by = row.sentence.thing(match["by"])
    if len(places) != 1 or None in ends or by.bound:
        return
    cells = table.in_periods(places[0])
    old, new = (cells.get(at) for at in ends)
    if not old or not new or {old.kind, new.kind} != {_KINDS[match["kind"]]}:
        return
    step, way = new.value - old.value, 1 if match["up"] else -1
    if abs(step) != by.value or (step and (step > 0) != (way > 0)):
        says = f"From {old.words} to {new.words} ({table.grid.at}) is a change of "
        says += f"{number_text(abs(step), max(old.places, new.places))}, but the report gives “"
        says += f"{match['up'] or match['down']} … {by.words}”."
        yield Denial(row.line, row.span, says, _MEND)


def _column(table: Shown, day: str) -> int | None:
    """The place of the period that a date names."""
    return next((at for at, head in table.periods if names(head, day) or names(day, head)), None)
