"""Where a report prints a value: in its lines, and in the cells of its tables."""

from collections import defaultdict
from collections.abc import Mapping
from fractions import Fraction

from reports.checks.reading import Reading, shared


def texts_with(reading: Reading) -> Mapping[Fraction, list[str]]:
    """Each value → the lines that it is printed in; of the cell of a table, its caption and the
    label of its row."""
    return shared(reading, _texts_with)


def _texts_with(reading):
    labels = {
        id(cell): f"{grid.caption} {row[0].text}"
        for grid in reading.grids
        for row in grid.rows
        for cell in row
    }
    index = defaultdict(list)
    for line in reading.lines:
        for number in line.numbers:
            index[number.value].append(labels.get(id(line), line.text))
    return index
