"""A row that a sentence names by its place: `The quietest quarter of 2023-24 was the second`."""

import re
from collections.abc import Iterator

from assurance.runtime.digits import ORDINALS
from reports.checks.reading import Reading
from reports.prose.patterns import SentencePattern
from reports.quantities.model import Denial, Statement
from reports.quantities.selections import (
    beside_tables,
    columns_named,
    is_of_table,
    picked_column,
    rows_counted,
)
from reports.quantities.tables import Shown, names
from reports.table_constraints.claims.other_numbers import is_count

_ORDINALS = ORDINALS[:6]
_NAMED = SentencePattern(
    r"\bthe\s+(?:(?P<most>busiest|highest|largest|heaviest|greatest)|(?P<least>quietest|lowest|smallest|lightest))\s+"
    r"(?P<unit>quarter|term|month|half-year|week|session|round)\b(?P<of>[^.;:,]{0,40}?)\s+(?:was|is)\s+the\s+"
    rf"(?P<nth>{'|'.join(_ORDINALS)}|last|final)\b(?=\s*(?:[.,;:)]|$|(?:quarter|term|month|week|round)\b|and\b|with\b|when\b|which\b))",
    re.I,
)
_FEWEST, _MEND = 3, "Name the row that the table has."


def ordinal_rows(reading: Reading) -> Iterator[Denial]:
    """The row at a place in the table is the one with the most or the least, where its rows are
    the things that the sentence ranks."""
    for row, tables in beside_tables(reading):
        for match in _NAMED.finditer(row.sentence.text):
            of_unit = [x for x in tables if _is_of(row, x, match["unit"])]
            if len(of_unit) == 1:
                yield from _denied(row, of_unit[0], match)


def _is_of(row: Statement, table: Shown, unit: str) -> bool:
    heads = table.headings[0].casefold() if table.headings else ""
    return not table.is_list and unit.casefold() in heads and is_of_table(row, table)


def _denied(row: Statement, table: Shown, match: re.Match) -> Iterator[Denial]:
    rows, nth = rows_counted(table), match["nth"].casefold()
    place = _ORDINALS.index(nth) if nth in _ORDINALS else len(rows) - 1
    columns = _columns(table, row.sentence.said())
    if len(rows) < _FEWEST or place >= len(rows) or len(columns) != 1:
        return
    cells = [picked_column(table, columns[0])[at] for at in rows]
    if not all(map(is_count, cells)):
        return
    values = [x.value for x in cells]
    best = max(values) if match["most"] else min(values)
    if values[place] != best:
        label = table.rows[rows[values.index(best)]]
        says = f"By the table ({table.grid.at}) that is “{label}”, and not "
        says += f"“{table.rows[rows[place]]}”."
        yield Denial(row.line, row.span, says, _MEND)


def _columns(table: Shown, text: str) -> list[int]:
    """The one column of counts, or the one of them that a text names."""
    counts = [at for at in range(1, len(table.headings)) if table.counts_in(at)]
    named = [at for at in counts if names(text, table.headings[at])]
    named = named or [at for at in columns_named(table, text) if at in counts]
    return named or counts
