"""Counts of a sentence by the rows of a table, where all but one are those of the table."""

import re
from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.prose.numbers import COUNT
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.selections import beside_tables, is_of_kind, is_of_table, rows_counted
from reports.quantities.tables import Shown, names_loosely

_CLAUSES = re.compile(r"[;,]\s+(?:(?:and|but|while|with)\s+)?|\s(?:and|but|while)\s+")
_ELSE = re.compile(
    r"\b(?:before|last|previous\w*|earlier|of\s+(?:which|whom|them|these|those)|others?|includ\w+|more|fewer|less|than|both|together)\b",
    re.I,
)
_FEWEST = 2


def told_rows(reading: Reading) -> Iterator[Denial]:
    """`57 reached stage one and 12 stage two`, of a table that has 57 and 9."""
    for row, tables in beside_tables(reading):
        if len(row.counts) < _FEWEST:
            continue
        for table in tables if not _ELSE.search(row.sentence.text) else ():
            columns = [at for at in range(1, len(table.headings)) if is_of_kind(table, at, COUNT)]
            if not table.is_list and len(columns) == 1 and is_of_table(row, table):
                yield from _denied(row, table, columns[0])


def _denied(row: Statement, table: Shown, column: int) -> Iterator[Denial]:
    stocks = [(item, place) for item, place in _pairs(row, table) if item.phrase.is_stock]
    counts = [x for x in row.quantities if not _is_in_name(x, table)]
    if (
        len(stocks) != len(counts)
        or len(stocks) < _FEWEST
        or len({place for _, place in stocks}) != len(stocks)
    ):
        return
    wrong = [(x, at) for x, at in stocks if x.value != table.numbers[at][column].value]
    values = {cells[column].value for cells in table.numbers if cells[column]}
    if len(wrong) == 1 and wrong[0][0].value not in values and not wrong[0][0].phrase.number.bound:
        item, place = wrong[0]
        cell = table.numbers[place][column]
        says = f"For “{table.rows[place]}” the table ({table.grid.at}) has {cell.words}, but the "
        yield Denial.of(item, f"{says}report gives {item.phrase.number.words}.", "Use one number.")


def _pairs(row: Statement, table: Shown):
    """(count, place of the row) of each clause that has one count and names one row."""
    text, start = row.sentence.text, 0
    for end in (*(match.start() for match in _CLAUSES.finditer(text)), len(text)):
        items = [x for x in row.counts if start <= x.phrase.start < end]
        items = [x for x in items if not _is_in_name(x, table)]
        clause = row.sentence.said(text[start:end])
        named = [at for at in rows_counted(table) if names_loosely(clause, table.rows[at])]
        if len(items) == len(named) == 1:
            yield items[0], named[0]
        if items:
            start = end


def _is_in_name(item: Quantity, table: Shown) -> bool:
    """True for a number that is the end of a row's name: `stage two`."""
    ahead = item.phrase.label.rpartition(" ")[2]
    name = f"{ahead} {item.phrase.number.words}".casefold()
    return bool(ahead) and any(label.casefold().startswith(name) for label in table.rows)
