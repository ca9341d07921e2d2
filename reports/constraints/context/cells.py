"""A part or a whole that a sentence takes from a table, against the other one."""

import re
from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.prose.asides import AIMS, EARLIER_TIMES
from reports.prose.numbers import COUNT
from reports.prose.quantities.arithmetic import number_text
from reports.quantities.derivation.slips import NEAR, is_mistyped, slip
from reports.quantities.derivation.support import is_borne
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.selections import beside_tables
from reports.quantities.tables import TOTAL, Shown, names_loosely

_TOGETHER = re.compile(r"\b(?:together|combined|between\s+them|jointly|taken\s+together)\b", re.I)
_OTHER = re.compile(
    rf"\b(?:{AIMS}|{EARLIER_TIMES}|not|no|except|other|last|before|of\s+whom)\b", re.I
)
_MEND = "Use the table’s value, or explain the difference."
_LEAST = 10


def parts_of_cells(reading: Reading) -> Iterator[Denial]:
    """The numbers of sentences that one cell of a row gives, and another denies."""
    for row, tables in beside_tables(reading):
        if not row.counts or _OTHER.search(row.sentence.text):
            continue
        for table in tables:
            if not table.is_list:
                yield from _part(row, table)
                yield from _whole(reading, row, table)
                yield from _rows_together(reading, row, table)


def _part(row: Statement, table: Shown) -> Iterator[Denial]:
    """`Of the 165 places, 123 are full`, of which the table has 133."""
    for item in row.counts:
        if item.phrase.base is None or item.value in table.values:
            continue
        whole = row.sentence.thing(item.phrase.base)
        written = item.beside(";.")[1]
        heads = enumerate(table.headings)
        columns = [at for at, head in heads if at and head and names_loosely(written, head)]
        places = [
            at
            for at, cells in enumerate(table.numbers)
            if whole.value in {x.value for x in cells if x}
        ]
        if len(columns) != 1 or len(places) != 1 or columns[0] >= len(table.numbers[places[0]]):
            continue
        cell = table.numbers[places[0]][columns[0]]
        if cell and cell.kind == COUNT and is_mistyped(item.value, cell.value):
            yield _denial(item, table, table.headings[columns[0]], cell.value)


def _whole(reading: Reading, row: Statement, table: Shown) -> Iterator[Denial]:
    """`Of the 66 actions 34 are complete`, of a row that has 34 and 63 in all."""
    ends = [at for at, head in enumerate(table.headings) if at and at == len(table.headings) - 1]
    for item in row.counts:
        if item.value in table.values or item.value < _LEAST or not item.phrase.head:
            continue
        others = {x.value for x in row.counts if x is not item and x.value < item.value}
        if not ends or item.phrase.head not in table.named:
            continue
        for label, cells in zip(table.rows, table.numbers, strict=True):
            total = cells[ends[0]] if len(cells) > ends[0] else None
            parts = {x.value for x in cells[1 : ends[0]] if x and x.kind == COUNT}
            known = TOTAL.match(label) and total and total.kind == COUNT and parts & others
            likely = known and slip(item.value, total.value, "") > NEAR
            if likely and sum(parts) == total.value:
                if is_borne(reading, item.line, item.phrase.number):
                    return
                yield _denial(item, table, label, total.value)


def _rows_together(reading: Reading, row: Statement, table: Shown) -> Iterator[Denial]:
    """`Hale and Corby together have 95 places`: the cells of two rows that are named."""
    written = row.sentence.said()
    places = [at for at, label in enumerate(table.rows) if label and names_loosely(written, label)]
    if (
        not _TOGETHER.search(written)
        or not 1 < len(places) < len(table.rows)
        or len(row.counts) > 1
    ):
        return
    sums = {}
    for column in range(1, len(table.headings)):
        cells = [table.numbers[at][column] for at in places if column < len(table.numbers[at])]
        if len(cells) == len(places) and all(x and x.kind == COUNT for x in cells):
            sums[sum(x.value for x in cells)] = table.headings[column]
    for item in row.counts:
        if item.value in sums or item.value in table.values or item.value < _LEAST:
            continue
        near = [total for total in sums if is_mistyped(item.value, total)]
        if len(near) == 1 and not is_borne(reading, item.line, item.phrase.number):
            labels = " and ".join(table.rows[at] for at in places)
            yield _denial(item, table, labels, near[0])


def _denial(item: Quantity, table: Shown, label, value) -> Denial:
    says = f"The report has {item.phrase.number.words} here, but the table ({table.grid.at}) has "
    return Denial.of(item, f"{says}{number_text(value)} for “{label}”.", _MEND)
