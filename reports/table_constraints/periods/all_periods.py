"""A number of all periods of a table together: `over the three years 521 came into care`."""

import re
from collections.abc import Iterator
from fractions import Fraction

from reports.checks.reading import Reading
from reports.prose.quantities.arithmetic import number_text
from reports.quantities.derivation.slips import is_mistyped
from reports.quantities.derivation.support import is_borne
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.selections import beside_tables, is_of_table
from reports.quantities.tables import TOTAL, Shown

_ALL_PERIODS = re.compile(
    r"\b(?:over|in|during|across|for)\s+(?:all\s+)?(?:the|these|those)\s+(?:last\s+|past\s+)?"
    r"⟦[a-z]\d+⟧|\b(?:over|in|during|across|for)\s+(?:all\s+)?(?:the|these|those)\s+(?:last\s+|past\s+)?"
    r"(?:two|three|four|five|six)\s+(?:years|quarters|months|terms|half-years)\b",
    re.I,
)
_UNIT = re.compile(r"\s*(?:years|quarters|months|terms|half-years)\b|\W", re.I)
_ONE_OF_MANY = re.compile(
    r"\b(?:average|mean|each|per|every|rose|fell|risen|fallen|grew|grown|up|down|from|target|plan\w*)\b",
    re.I,
)
_FEWEST = 2
_MEND = "Use the sum of the table’s periods, or explain the difference."


def all_periods(reading: Reading) -> Iterator[Denial]:
    """`Over the three years 531 came into care`, where the column of the table comes to 521."""
    for row, tables in beside_tables(reading):
        match = _ALL_PERIODS.search(row.sentence.text)
        if not match or _ONE_OF_MANY.search(row.sentence.text):
            continue
        items = [x for x in row.quantities if x.phrase.start >= match.end() and _is_amount(x)]
        for table in tables:
            for shown in (table, *table.turned):
                if not table.is_list and len(shown.periods) >= _FEWEST and is_of_table(row, shown):
                    yield from _unlike(reading, row, shown, items)


def _is_amount(item: Quantity) -> bool:
    return item.phrase.is_stock or item.phrase.is_sum


def _unlike(reading: Reading, row: Statement, table: Shown, items) -> Iterator[Denial]:
    """The numbers that are no sum of a row of periods, and one slip from the sum of one."""
    sums = {}
    for place, label in enumerate(table.rows):
        cells = list(table.in_periods(place).values())
        if len(cells) == len(table.periods) and len({x.kind for x in cells}) == 1:
            sums[place] = (sum((x.value for x in cells), Fraction(0)), cells[0].kind, label)
    for item in items:
        kind = item.phrase.number.kind
        same = [x for x in sums.values() if x[1] == kind and not TOTAL.match(x[2])]
        if any(x[0] == item.value for x in sums.values()) or item.value in table.values:
            continue
        near = [x for x in same if is_mistyped(item.value, x[0])]
        if len(near) == 1 and not is_borne(reading, item.line, item.phrase.number):
            says = f"“{near[0][2]}” ({table.grid.at}) comes to {number_text(near[0][0])} in all, "
            yield Denial.of(item, f"{says}but the report gives {item.phrase.number.words}.", _MEND)
