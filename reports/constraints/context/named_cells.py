"""Claims about the cells of one column: that a row has none, the most or the fewest of them."""

import re
from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.prose.asides import AIMS, EARLIER_TIMES, EXCEPTIONS, OTHER_AREAS
from reports.prose.numbers import COUNT
from reports.quantities.model import Denial, Statement
from reports.quantities.selections import beside_tables
from reports.quantities.tables import TOTAL, Shown, names_loosely

_NONE = re.compile(r"^\W*(?:no|none\s+of\s+the|not\s+one)\b", re.I)
_MOST = re.compile(
    r"\b(?:had|has|have|recorded|received|took|saw|held)\s+the\s+(?:(?P<most>most|highest\s+number\s+of|largest\s+number\s+of|greatest\s+number\s+of)"
    r"|(?P<least>fewest|lowest\s+number\s+of|smallest\s+number\s+of))\s+(?P<what>[^.;:,⟦]{3,60})",
    re.I,
)
_EXCEPT = re.compile(
    rf"\b(?:{OTHER_AREAS}|{AIMS}|{EARLIER_TIMES}|{EXCEPTIONS}|but|other\w*|save|bar|only|"
    r"than|without|second|third|fourth|joint\w*|rates?|shares?|proportion\w*|"
    r"per\s?cent|last|more|further)\b",
    re.I,
)
_MEND = "Write what the table shows."
_FEW = 2


def named_cells(reading: Reading) -> Iterator[Denial]:
    """The claims about a row and a column of a table near that the column denies."""
    for row, tables in beside_tables(reading):
        text = row.sentence.text
        is_none, most = _NONE.match(text), _MOST.search(text)
        if not (is_none or most) or _EXCEPT.search(text) or row.quantities:
            continue
        for table in tables:
            written = row.sentence.said()
            column = _column(table, written)
            places = [
                at for at, label in enumerate(table.rows) if label and names_loosely(written, label)
            ]
            if column is None or len(places) != 1 or table.is_list:
                continue
            cells = _cells(table, column)
            if places[0] in cells:
                yield from _denied(row, table, places[0], cells, most)


def _denied(row: Statement, table: Shown, place, cells, most) -> Iterator[Denial]:
    mine, way = cells[place], -1 if most and most["least"] else 1
    passing = [x for x in cells.values() if (x.value - mine.value) * way > 0]
    if (most and not passing) or (not most and not mine.value):
        return
    says = f"The table ({table.grid.at}) has {mine.words} for “{table.rows[place]}”"
    says += f" and {passing[0].words} for another." if most else "."
    yield Denial(row.line, row.span, says, _MEND)


def _column(table: Shown, written):
    """The place of the one column that a text names among several; None of another table."""
    heads = [(at, head) for at, head in enumerate(table.headings) if at and head]
    named = [at for at, head in heads if not TOTAL.match(head) and names_loosely(written, head)]
    return named[0] if len(named) == 1 and len(heads) >= _FEW and not table.periods else None


def _cells(table: Shown, column):
    """Row → count of a column, without the total."""
    return {
        at: cells[column]
        for at, cells in enumerate(table.numbers)
        if column < len(cells)
        and cells[column]
        and cells[column].kind == COUNT
        and not TOTAL.match(table.rows[at])
    }
