"""The paragraph that opens a table, against what the table adds to."""

import re
from collections.abc import Iterator

from reports.checks.numbers.columns import counted
from reports.checks.reading import Reading
from reports.prose.quantities.phrases import stems
from reports.quantities.model import Denial
from reports.quantities.passages import statements

_LEADS_TO_TABLE = re.compile(r":\W*$|\b(?:table|below|follows|following|shown|set\s+out)\b", re.I)
# Under so many any number is near another.
_LEAST = 10


def over_tables(reading: Reading) -> Iterator[Denial]:
    """The count of a paragraph that opens a table, where the table's total is nearly it."""
    openers = {id(reading.line_before(grid.where)): grid for grid in reading.grids}
    for row in statements(reading):
        table = counted(openers[id(row.line)]) if id(row.line) in openers else None
        if not table or len(table.totals) != 1 or not _LEADS_TO_TABLE.search(row.line.text):
            continue
        totals = {item.cells[table.totals[0]].value for item in table.sums()}
        # “The remaining 279 are in the table”: its total is another number of the paragraph.
        if totals & {x.value for x in row.line.numbers}:
            continue
        grid = openers[id(row.line)]
        named = stems(f"{grid.caption} {' '.join(cell.text for cell in grid.columns)}")
        for item in row.counts if not totals & {item.value for item in row.counts} else ():
            near = [total for total in totals if abs(total - item.value) * 10 <= total]
            near = near if set(item.phrase.noun) & named else ()
            if near and not item.phrase.number.bound and item.value >= _LEAST:
                says = f"The report gives {item.phrase.said}, but the table adds up to {near[0]}."
                yield Denial.of(
                    item, says, "Use one value for one thing, or explain the difference."
                )
