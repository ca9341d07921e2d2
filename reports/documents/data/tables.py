"""The tables and charts of a paper as data: numbers without commas, withheld ones marked."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import ceil, trunc

from assurance.runtime.digits import exact, whole
from reports.documents.data.changes import signed
from reports.documents.data.separated_values import separated
from reports.documents.document import (
    FIGURE,
    HIDDEN,
    TYPED,
    Cell,
    Chart,
    Document,
    Headlines,
    Section,
    Table,
)
from reports.documents.entries import Entry
from reports.documents.headlines import headline_table

WITHHELD = "[c]"
ROW = "Row"
# With a paper's own name before it, no longer than a file's name may be.
LONGEST = 24
_NUMBER = re.compile(r"[-−+]?(\d{1,3}(,\d{3})*|\d+)(\.\d+)?")
_PRINT = 8
# Letters in a line of a table, and the lines of one that is short: a quarter of a page. A row's
# rules and the space about them are half a line.
LINE, SHORT, ABOUT = 78, 13, 0.6


@dataclass(frozen=True)
class PrintedTable:
    """A table as it is printed: `name` is for files, `title` has its label, `heads` are unlike one
    another, and a cell is a number or words. `figures` are (row, column, number of the figure) of
    what cells print, rows and columns from one."""

    name: str
    title: str
    anchor: str
    heads: tuple[str, ...]
    rows: tuple[tuple[int | float | str, ...], ...]
    notes: tuple[str, ...]
    figures: tuple[tuple[int, int, int], ...] = ()


def printed_tables(document: Document, quoted: Table | None = None) -> list[PrintedTable]:
    """Every table of `document` in reading order, last that of the details that it has `quoted`
    from records; one without columns prints nothing."""
    tables = [*tables_of(document.sections), *(((quoted, quoted.caption),) if quoted else ())]
    return [_printed(table, title) for table, title in tables if table.columns]


def table_csv(table: PrintedTable) -> str:
    """The heads and the rows of a table."""
    return separated([table.heads, *table.rows])


def table_row(table: PrintedTable, entries: Mapping[int, Entry]) -> dict:
    """A table as plain lists and words, for JSON, with the keys of its figures, `entries` by
    number."""
    return {
        "name": table.name,
        "title": table.title,
        "anchor": table.anchor,
        "columns": list(table.heads),
        "rows": [list(row) for row in table.rows],
        "notes": list(table.notes),
        "figures": [
            {"row": row, "column": column, "number": number, "key": entry.key}
            | {"member": entry.member, "start": entry.start, "end": entry.end}
            for row, column, number in table.figures
            if (entry := entries.get(number))
        ],
    }


def tables_of(blocks: Iterable) -> Iterator[tuple[Table, str]]:
    """Every table of some sections, those of charts and of headline figures as well, each with its
    title."""
    for block in blocks:
        if isinstance(block, Section):
            yield from tables_of(block.blocks)
        elif isinstance(block, Chart):
            yield block.table, titled(block)
        elif isinstance(block, Headlines):
            table = headline_table(block)
            yield table, titled(table)
        elif isinstance(block, Table):
            yield block, titled(block)


def _printed(table, title):
    return PrintedTable(
        name=_short(table.anchor),
        title=title,
        anchor=table.anchor,
        heads=_heads(table.columns),
        rows=tuple(tuple(value(cell) for cell in row) for row in table.rows),
        notes=tuple("".join(run.text for run in note.runs) for note in table.notes),
        figures=tuple(_figures(table.rows)),
    )


def _figures(rows):
    """Where each figure and typed number stands; a withheld one too, whose value is marked."""
    for row, cells in enumerate(rows, 1):
        for column, cell in enumerate(cells, 1):
            for run in cell.runs:
                if run.kind in (FIGURE, HIDDEN, TYPED) and run.to:
                    yield row, column, whole(run.to)


def _short(anchor):
    if len(anchor) <= LONGEST:
        return anchor
    mark = hashlib.sha256(anchor.encode()).hexdigest()[:_PRINT]
    return f"{anchor[: LONGEST - _PRINT - 1]}-{mark}"


def _heads(columns):
    """The words of each head; one that is empty or stands twice gets its place."""
    heads: list[str] = []
    for place, cell in enumerate(columns, 1):
        text = _cell_text(cell) or (ROW if place == 1 else f"Column {place}")
        heads.append(f"{text} ({place})" if text in heads else text)
    return tuple(heads)


def value(cell: Cell) -> int | float | str:
    """What a cell holds: a number where it prints nothing else or a change, else its words."""
    text = _cell_text(cell)
    number_text = signed(text)
    if not (cell.numeric and _NUMBER.fullmatch(number_text)):
        return text
    figures = number_text.lstrip("-−+")
    number = exact(figures)
    if number is None:
        return text
    plain = float(number) if "." in figures else trunc(number)
    return -plain if number_text[0] in "-−" else plain


def _cell_text(cell):
    return "".join(run.text for run in cell.runs).strip()


def is_short(table: Table) -> bool:
    """True where the rows of a table, by their letters, take at most a quarter of a page."""
    letters = (sum(len(_cell_text(cell)) for cell in row) for row in table.rows)
    return sum(max(1, ceil(number / LINE)) + ABOUT for number in letters) <= SHORT


def is_tall(table: Table) -> bool:
    """True where the first rows of a table, by their letters, take three lines or more each."""
    room = LINE / max(1, len(table.columns))
    first = [max((len(_cell_text(cell)) for cell in row), default=0) for row in table.rows[:2]]
    return bool(first) and min(first) > 2 * room


def titled(drawn: Table | Chart) -> str:
    """`Table 2: Children by age`, or as much of it as there is."""
    return ": ".join(text for text in (drawn.label, drawn.caption) if text)
