"""By how much text tells that a row of a table passes another, or its own value of then."""

import re
from collections.abc import Iterator
from itertools import combinations

from reports.checks.quantities.derivation.slips import slip
from reports.checks.quantities.grammar import CHANGE
from reports.checks.quantities.grids.cells import Sheet
from reports.checks.quantities.grids.surroundings import rows_of, sheets_by
from reports.checks.quantities.model import Denial, Quantity, Statement, constraint
from reports.checks.quantities.passages import statements
from reports.checks.reading import Reading
from reports.prose.numbers import COUNT, MONEY
from reports.prose.quantities.arithmetic import number_text

_BY = re.compile(r"\bby\s+$", re.I)
_CLAUSE = re.compile(r"[;:.]|,\s+(?:and|but|while|whereas)\b")
# What is compared with something that the table may not have.
_UNSURE = re.compile(
    r"\b(?:nation\w*|england|region\w*|target|average|last|previous\w*|earlier|ago|before|expected|"
    r"planned|together|combined|each|every|between|of\s+(?:which|whom|these)|not|no)\b",
    re.I,
)
_CHANGED = re.compile(r"\b(?:chang\w+|varian\w+|differen\w+|over|under|movement)\b", re.I)
_SCALES = (1, 1000, 10**6)
# One digit mistyped or two swapped, as against any other number.
_SLIP = 1.5
_MEND = "Put the difference right, or the numbers that it is of."


@constraint(
    "difference-unlike-table",
    "C02; source of error 6",
    follows=("text-unlike-table", "rank-denied"),
)
def difference_unlike_table(reading: Reading) -> Iterator[Denial]:
    """By how much a row of a table is said to pass another is what lies between their numbers."""
    for row in statements(reading):
        for item in row.quantities:
            by = _BY.search(row.sentence.text[: item.phrase.start])
            known = item.phrase.number.kind in (COUNT, MONEY) and not item.phrase.number.bound
            if not known or not (by or item.phrase.role == CHANGE):
                continue
            clause = _clause(row, item)
            if len(re.findall(r"⟦[cpm]", clause)) > 1 or _UNSURE.search(clause):
                continue
            for sheet in sheets_by(reading, row.line):
                yield from _of_rows(row, item, sheet, row.sentence.said(clause))


def _clause(row: Statement, item: Quantity):
    """The clause of a sentence in which a number stands."""
    text = row.sentence.text
    start = max((m.end() for m in _CLAUSE.finditer(text, 0, item.phrase.start)), default=0)
    end = _CLAUSE.search(text, item.phrase.end)
    return text[start : end.start() if end else len(text)]


def _of_rows(row: Statement, item: Quantity, sheet: Sheet, clause) -> Iterator[Denial]:
    """The denial of a difference that looks like one of the rows named, mistyped."""
    steps = _steps(sheet, rows_of(sheet, clause))
    number = item.phrase.number
    values = {number.value / scale for scale in (_SCALES if number.kind == MONEY else (1,))}
    shown = {abs(cell.exact) for line in sheet.rows for cell in line if cell}
    if not steps or values & (steps | shown):
        return
    for step in sorted(steps):
        for value in values:
            # Of a number of two digits, that its first or last is another may be chance.
            if slip(value, step, COUNT) >= _SLIP and min(value, step) > 0:
                says = f"The table ({sheet.grid.at}) makes it {number_text(step, _places(step))}, "
                says += f"and the paper says {number.words}."
                yield Denial.of(item, says, _MEND)
                return


def _places(step):
    return 0 if step.denominator == 1 else 1


def _steps(sheet: Sheet, rows):
    """What lies between two rows in each column, or in one row between its two columns."""
    if len(rows) == 2:
        pairs = list(zip(*(sheet.rows[place] for place in rows), strict=True))
    elif len(rows) == 1:
        cells = [
            cell
            for cell, head in zip(sheet.rows[rows[0]], sheet.heads, strict=True)
            if not _CHANGED.search(head)
        ]
        pairs = list(combinations(cells, 2)) if len(cells) == 2 else []
    else:
        pairs = []
    return {
        abs(one.exact - other.exact)
        for one, other in pairs
        if one and other and one.is_share == other.is_share
    }
