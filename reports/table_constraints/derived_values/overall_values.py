"""The average or share of all rows, which is between those of the rows: `Taken over all children
the average was 421 days`."""

import re
from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.prose.numbers import COUNT
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.arithmetic import number_text
from reports.quantities.model import Denial, Statement
from reports.quantities.repeats.roots import stems_in
from reports.quantities.selections import (
    beside_tables,
    is_of_table,
    picked_column,
    rows_counted,
    rows_named,
)
from reports.quantities.tables import Shown

_OVERALL = SentencePattern(
    r"\b(?:taken\s+(?:together|over\s+all|as\s+a\s+whole)|overall|over\s+(?:all|the\s+(?:whole\s+)?(?:year|half-year|period))|as\s+a\s+whole|all\s+together)\b",
    re.I,
)
_VALUE = SentencePattern(
    r"\b(?:average|mean)\s+(?:[a-z]+\s+){0,2}?(?:of|was|is)\s+⟦[cxp](?P<mean>\d+)⟧|\b(?:was|is|at|came\s+to)\s+⟦p(?P<share>\d+)⟧",
    re.I,
)
_MEAN, _SHARE = re.compile(r"\b(?:average|mean|per)\b", re.I), re.compile(r"\bper\s+cent\b|%", re.I)
_FEWEST, _MEND = 3, "Correct the number, or the table."


def overall_values(reading: Reading) -> Iterator[Denial]:
    """An average or share of all is not above or below that of every row."""
    for row, tables in beside_tables(reading):
        text = row.sentence.text
        match = _VALUE.search(text) if _OVERALL.search(text) else None
        # What is told behind the value is of it, or of a clause of its own.
        if match is None or row.is_clause:
            continue
        number = row.sentence.thing(match["mean"] or match["share"])
        columns = [
            (table, at)
            for table in tables
            if not table.is_list and is_of_table(row, table, text[: match.end()])
            for at in _columns(row, table, bool(match["mean"]))
        ]
        if len(columns) == 1 and not number.bound:
            yield from _denied(row, *columns[0], number)


def _columns(row: Statement, table: Shown, is_mean: bool) -> Iterator[int]:
    """The columns of averages, or of shares, of whose words a sentence has some."""
    own = stems_in(row.sentence.said())
    if rows_named(table, row.sentence.said()):
        return
    for at in range(1, len(table.headings)):
        head = table.headings[at]
        kind = _MEAN.search(_SHARE.sub(" ", head)) if is_mean else _SHARE.search(head)
        if kind and own & stems_in(_SHARE.sub(" ", head)):
            yield at


def _denied(row: Statement, table: Shown, at: int, number) -> Iterator[Denial]:
    cells = [picked_column(table, at)[place] for place in rows_counted(table)]
    values = [x.value for x in cells if x and (x.kind == COUNT or x.kind == number.kind)]
    if len(values) < _FEWEST or min(values) <= number.value <= max(values):
        return
    places = max(x.places for x in cells if x)
    says = f"In the table ({table.grid.at}) “{table.headings[at]}” is from "
    says += f"{number_text(min(values), places)} to {number_text(max(values), places)}, but the "
    yield Denial(row.line, number, f"{says}report gives {number.words} for all.", _MEND)
