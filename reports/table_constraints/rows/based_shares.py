"""`71% of the 276 children had seen a dentist`: a share of a number in a table."""

import re
from collections.abc import Iterator
from fractions import Fraction

from reports.checks.reading import Reading
from reports.prose.asides import AIMS, EARLIER_TIMES, NEGATIONS
from reports.prose.numbers import COUNT, PERCENT
from reports.prose.quantities.arithmetic import number_text
from reports.quantities.derivation.claimed_shares import ClaimedShare
from reports.quantities.model import Denial, Statement
from reports.quantities.repeats.roots import stems_in
from reports.quantities.roles import CHANGE, TARGET
from reports.quantities.selections import (
    beside_tables,
    columns_named,
    is_of_table,
    rows_counted,
    rows_named,
)
from reports.quantities.tables import TOTAL, Shown

_OF = re.compile(r"⟦p(?P<share>\d+)⟧\s+of\s+(?:(?:the|all|our|these|those)\s+)*⟦c(?P<base>\d+)⟧")
_UNSURE = re.compile(
    rf"\b(?:{AIMS}|{EARLIER_TIMES}|{NEGATIONS}|but|except|than|against|compared|before|"
    r"rose|fell|up|down|both|or(?!\s+(?:better|worse|more|less)\b)|other|others|"
    r"rest|without|whom|which)\b",
    re.I,
)
# So many words may stand in its sentence that its table has not.
_OTHERS = 1
_MEND = "Correct the share, or state its population."


def based_shares(reading: Reading) -> Iterator[Denial]:
    """A share of a number of a table is that of the row or column which the sentence names."""
    for row, tables in beside_tables(reading):
        match = _OF.search(row.sentence.text)
        if not match or len(row.quantities) != 2 or _UNSURE.search(row.sentence.text):
            continue
        number = row.sentence.thing(match["share"])
        item = next(x for x in row.quantities if x.phrase.number == number)
        if number.kind != PERCENT or number.bound or item.phrase.role in (CHANGE, TARGET):
            continue
        claim, base = ClaimedShare.of_number(number), row.sentence.thing(match["base"])
        for table in tables:
            others = stems_in(row.sentence.said()) - stems_in(table.text)
            is_about = len(others) <= _OTHERS and row.line.at != table.grid.at
            if is_about and is_of_table(row, table):
                yield from _denied(row, table, claim, base.value)


def _denied(row: Statement, table: Shown, claim: ClaimedShare, base) -> Iterator[Denial]:
    shares = [x for place in _places(table, base) for x in _shares(row, table, *place)]
    nearest = claim.missed(shares)
    if nearest is not None:
        says = f"By the {table.kind} ({table.grid.at}) it is {number_text(nearest * 100, 1)}%, "
        yield Denial(row.line, claim.number, f"{says}but the report has {claim.words}.", _MEND)


def _places(table: Shown, base: Fraction) -> Iterator[tuple[int, int]]:
    """The rows and columns of the counts that are the base."""
    for at, cells in enumerate(table.numbers):
        for column, cell in enumerate(cells):
            if cell and cell.kind == COUNT and cell.value == base:
                yield at, column


def _shares(row: Statement, table: Shown, at: int, column: int) -> Iterator[Fraction]:
    """The shares of the base that a sentence may mean, each with its rest: of the columns or rows
    that it names."""
    written, base = row.sentence.said(), table.numbers[at][column].value
    named = rows_named(table, written)
    parts = []
    if at not in rows_counted(table) and TOTAL.match(table.rows[at]) and named:
        parts = [table.numbers[x][column] for x in named if column < len(table.numbers[x])]
    elif set(named) <= {at}:
        columns = [x for x in columns_named(table, written) if x != column]
        parts = [table.numbers[at][x] for x in columns if x < len(table.numbers[at])]
    for part in parts:
        if part and part.kind == COUNT and 0 < part.value <= base:
            yield part.value / Fraction(base)
            yield 1 - part.value / Fraction(base)
    if len(parts) > 1 and all(x and x.kind == COUNT for x in parts):
        yield sum(x.value for x in parts) / Fraction(base)
