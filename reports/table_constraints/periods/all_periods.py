"""A number of all periods of a table together: `over the three years 521 came into care`."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from reports.checks.reading import Reading
from reports.prose.quantities.arithmetic import number_text
from reports.quantities.derivation.slips import is_mistyped, is_within
from reports.quantities.derivation.support import is_borne
from reports.quantities.model import Denial, Quantity
from reports.quantities.repeats.roots import root, stems_in
from reports.quantities.selections import beside_tables, in_periods, whole_row
from reports.quantities.tables import TOTAL, Shown

_ALL_PERIODS = re.compile(
    r"\b(?:over|in|during|across|for)\s+(?:all\s+)?(?:the|these|those)\s+(?:last\s+|past\s+)?"
    r"(?:⟦[a-z]\d+⟧|(?:two|three|four|five|six)\s+(?:years|quarters|months|terms|half-years)\b)",
    re.I,
)
_ONE_OF_MANY = re.compile(
    r"\b(?:average|mean|each|per|every|rose|fell|risen|fallen|grew|grown|up|down|from|target|plan\w*)\b",
    re.I,
)
_FEWEST, _TIMES = 2, 2
_MEND = "Use the sum of the table’s periods, or explain the difference."


def all_periods(reading: Reading) -> Iterator[Denial]:
    """`Over the three years 531 came into care`, where the column of the table comes to 521."""
    for row, tables in beside_tables(reading):
        match = _ALL_PERIODS.search(row.sentence.text)
        if not match or _ONE_OF_MANY.search(row.sentence.text):
            continue
        items = [x for x in row.quantities if x.phrase.start >= match.end() and _is_amount(x)]
        for table in in_periods(row, tables, _FEWEST):
            yield from _unlike(reading, table, items)


def _is_amount(item: Quantity) -> bool:
    return item.phrase.is_stock or item.phrase.is_sum


def _is_of(item: Quantity, table: Shown) -> bool:
    """True if a number is of the one thing that a table has: money, or what its words name."""
    named = stems_in(f"{table.grid.caption} {' '.join((*table.rows, *table.headings))}")
    return item.phrase.is_sum or bool(named & frozenset(map(root, item.phrase.noun)))


def _unlike(reading: Reading, table: Shown, items: Sequence[Quantity]) -> Iterator[Denial]:
    """The numbers that are no sum of a row of periods, and one slip from the sum of one."""
    rows = [(label, whole_row(table, place)) for place, label in enumerate(table.rows)]
    sums = [
        (label, cells[0].kind, sum((x.value for x in cells), Fraction(0)))
        for label, cells in rows
        if cells
    ]
    known = {total for *_, total in sums} | table.values
    for item in items:
        kind = item.phrase.number.kind
        same = [(label, total) for label, other, total in sums if other == kind]
        members = [x for x in same if not TOTAL.match(x[0])]
        alone = len(rows) == len(members) == 1 and _is_of(item, table)
        near = [
            x
            for x in members
            if is_mistyped(item.value, x[1]) or (alone and is_within(item.value, x[1], _TIMES))
        ]
        if item.value in known or len(near) != 1:
            continue
        if not is_borne(reading, item.line, item.phrase.number):
            [(label, total)] = near
            says = f"“{label}” ({table.grid.at}) comes to {number_text(total)} in all, "
            yield Denial.of(item, f"{says}but the report gives {item.phrase.number.words}.", _MEND)
