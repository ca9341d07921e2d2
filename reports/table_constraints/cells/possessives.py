"""Numbers that a sentence gives to a row of a table by its name: `Court's 30 audits`."""

import re
from collections.abc import Iterator
from itertools import combinations

from reports.checks.reading import Reading
from reports.prose.numbers import COUNT
from reports.prose.quantities.arithmetic import number_text
from reports.quantities.derivation.support import is_borne
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.nouns import PLAIN
from reports.quantities.selections import beside_tables, is_of_table, rows_counted
from reports.quantities.tables import Shown, names

_THEIRS = re.compile(r"([A-Z][\w-]*(?:\s+(?:and\s+)?[A-Z][\w-]*)*)[’']s?\s+(?:own\s+)?$")
_MEND = "Use the table’s value, or explain the difference."


def possessives(reading: Reading) -> Iterator[Denial]:
    """A count that belongs to a row is in the cells of that row, or is reckoned from them."""
    for row, tables in beside_tables(reading):
        for item in row.counts:
            for table in tables:
                if item.phrase.is_stock and not table.is_list:
                    yield from _unlike(reading, row, item, table)


def _unlike(reading: Reading, row: Statement, item: Quantity, table: Shown) -> Iterator[Denial]:
    owner = _THEIRS.search(row.sentence.text[: item.phrase.start])
    if not owner or not is_of_table(row, table):
        return
    places = [at for at in rows_counted(table) if names(owner[1], table.rows[at])]
    foreign = frozenset(item.phrase.noun) - table.named - PLAIN
    if len(places) != 1 or foreign:
        return
    cells = [cell for cell in table.numbers[places[0]] if cell and cell.kind == COUNT]
    values = [cell.value for cell in cells]
    reckoned = {a + b for a, b in combinations(values, 2)}
    if not cells or item.value in reckoned.union(values):
        return
    # What counts the things of the table is of no other sum.
    if item.phrase.noun or not is_borne(reading, item.line, item.phrase.number):
        right = " and ".join(number_text(value) for value in values)
        says = f"The report gives “{table.rows[places[0]]}” {item.phrase.number.words}, but its "
        yield Denial.of(item, f"{says}row of the table ({table.grid.at}) has {right}.", _MEND)
