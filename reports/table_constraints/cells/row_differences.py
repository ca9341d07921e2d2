"""`The north had 102 more than the south`: two rows of a table, or one in two of its periods."""

import re
from collections.abc import Iterator
from fractions import Fraction

from reports.checks.reading import Reading
from reports.prose.numbers import COUNT
from reports.prose.quantities.arithmetic import number_text
from reports.quantities.derivation.slips import is_mistyped
from reports.quantities.model import Denial, Quantity, Statement, Sure
from reports.quantities.roles import CHANGE
from reports.quantities.selections import beside_tables, is_of_kind, is_of_table, rows_named
from reports.quantities.tables import Shown, names

_COMPARED = re.compile(
    r"\s+(?:[a-z-]+\s+){0,4}?(?:(?P<up>more|higher|greater|larger)|(?P<down>fewer|less|lower|smaller))\b",
    re.I,
)
_UNSURE = re.compile(
    r"\b(?:not|target|planned|expected|average|mean|each|per|nation\w*|england|region\w*)\b", re.I
)
_MEND = "Use the table’s values, or explain the difference."


def row_differences(reading: Reading) -> Iterator[Denial]:
    """So many more or fewer than another row or period has are what the cells differ by."""
    for row, tables in beside_tables(reading):
        changes = [x for x in row.counts if x.phrase.role == CHANGE]
        ways = [_COMPARED.match(row.sentence.text, x.phrase.end) for x in changes]
        if len(changes) != 1 or not ways[0] or _UNSURE.search(row.sentence.text):
            continue
        for table in tables:
            if not table.is_list and is_of_table(row, table):
                yield from _denied(row, table, changes[0], 1 if ways[0]["up"] else -1)


def _denied(row: Statement, table: Shown, item: Quantity, way: int) -> Iterator[Denial]:
    steps = _steps(row, table, item)
    if not steps or any(step * way == item.value for step in steps):
        return
    near = [abs(step) for step in steps if is_mistyped(item.value, abs(step))]
    turned = [step for step in steps if abs(step) == item.value]
    if not near and not turned and len(steps) > 1:
        return
    right = abs(turned[0]) if turned else (near or [abs(steps[0])])[0]
    says = f"By the table ({table.grid.at}) the difference is {number_text(right)}"
    says += " the other way" if turned else ""
    sure = Sure.JOINED if near or turned else Sure.GUESSED
    yield Denial.of(item, f"{says}, but the report gives {item.phrase.number.words}.", _MEND, sure)


def _steps(row: Statement, table: Shown, item: Quantity) -> list[Fraction]:
    """The difference of the first row named and the second in each column of counts, or of the one
    row named in two periods."""
    text = row.sentence.text
    than = text.find(" than ", item.phrase.end)
    # What another clause names is of no difference.
    before = row.sentence.said(re.split(r"[;:]", text[: max(than, 0)])[-1])
    behind = row.sentence.said(re.split(r"[;:.,]", text[than:])[0])
    first, last = rows_named(table, before), rows_named(table, behind)
    if than < 0 or len(first) != 1:
        return []
    if len(last) == 1 and last != first:
        columns = [at for at in range(1, len(table.headings)) if is_of_kind(table, at, COUNT)]
        cells = [(table.numbers[first[0]][at], table.numbers[last[0]][at]) for at in columns]
        return [new.value - old.value for new, old in cells]
    return [] if last else _between_periods(table, first[0], before, behind)


def _between_periods(table: Shown, place, before, behind) -> list[Fraction]:
    cells = table.in_periods(place)
    old = [at for at, head in table.periods if names(behind, head)]
    new = [at for at, head in table.periods if names(before, head)] or list(cells)[-1:]
    if len(old) != 1 or len(new) != 1 or old == new or not {old[0], new[0]} <= set(cells):
        return []
    pair = cells[new[0]], cells[old[0]]
    return [pair[0].value - pair[1].value] if {x.kind for x in pair} == {COUNT} else []
