"""A number of the text that a column of a table near it comes to, but for a slip."""

import re
from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.prose.numbers import COUNT
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.phrases import stems
from reports.quantities.derivation.slips import NEAR, slip
from reports.quantities.model import Denial, Sure
from reports.quantities.passages import statements
from reports.quantities.tables import TOTAL, tables_near

_ALL = SentencePattern(
    r"\b(?:in\s+(?:all|total)|altogether|total|together|over\s+the|during\s+the|in\s+the\s+(?:year|quarter|half|period)|across)\b",
    re.I,
)
_LEAST, _ROWS = 20, 3


def sums_in_text(reading: Reading) -> Iterator[Denial]:
    """`In the quarter 651 visits were made`, of months that come to 615."""
    for row in statements(reading):
        if not _ALL.search(row.sentence.text):
            continue
        for item in row.counts:
            if item.phrase.is_stock and item.value >= _LEAST and item.phrase.head:
                yield from _denied(reading, row, item)


def _denied(reading, row, item):
    number = item.phrase.number
    for table in tables_near(reading, row.line):
        values = {cell.value for cells in table.numbers for cell in cells if cell}
        sums = dict(_sums(table))
        if number.value in values or number.value in sums:
            return
        for total, heading in sums.items():
            named = item.phrase.head in stems(heading)
            if named and total not in values and slip(number.value, total, COUNT) > NEAR:
                says = (
                    f"The column “{heading}” comes to {total}, but the report gives {number.words}."
                )
                yield Denial.of(item, says, "Put the wrong number right.", Sure.GUESSED)
                return


def _sums(table):
    """(what a column of counts comes to, its heading)."""
    for place in range(1, len(table.headings)):
        cells = [
            numbers[place]
            for numbers, label in zip(table.numbers, table.rows, strict=True)
            if place < len(numbers) and numbers[place] and not TOTAL.match(label)
        ]
        if len(cells) >= _ROWS and all(cell.kind == COUNT and not cell.places for cell in cells):
            yield sum(cell.value for cell in cells), table.headings[place]
