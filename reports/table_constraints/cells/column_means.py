"""An average that a sentence gives for a column, against the mean of its cells."""

import re
from collections.abc import Iterator
from fractions import Fraction

from reports.checks.reading import Reading
from reports.prose.numbers import COUNT, SPAN
from reports.prose.quantities.arithmetic import number_text, rounded
from reports.quantities.model import Denial, Statement
from reports.quantities.selections import (
    beside_tables,
    is_of_kind,
    is_of_table,
    rows_counted,
    rows_named,
)
from reports.quantities.tables import Shown, names_loosely

_MEAN = re.compile(r"\b(?:on\s+average|average[ds]?|mean)\b", re.I)
# Other averages, and those that weigh each row by its size.
_OF_OTHERS = re.compile(
    r"\b(?:median|rate|per|each|weighted|than|above|below|over|under|longest|shortest|except\w*)\b",
    re.I,
)
_FAR, _MEND = 2, "Use the mean of the column, or state how the average was reckoned."


def column_means(reading: Reading) -> Iterator[Denial]:
    """`On average reports were ready after 12 days`: the mean of the column of days."""
    for row, tables in beside_tables(reading):
        text = row.sentence.text
        alone = len(row.quantities) == 1 and _MEAN.search(text) and not _OF_OTHERS.search(text)
        for table in tables if alone else ():
            if not table.is_list and not table.periods and is_of_table(row, table):
                yield from _unlike(row, table)


def _unlike(row: Statement, table: Shown) -> Iterator[Denial]:
    number, written = row.quantities[0].phrase.number, row.sentence.said()
    named = [at for at, head in enumerate(table.headings) if at and names_loosely(written, head)]
    if len(named) != 1 or rows_named(table, written) or number.kind not in (COUNT, SPAN):
        return
    if number.bound or not is_of_kind(table, named[0], COUNT):
        return
    values = [table.numbers[at][named[0]].value for at in rows_counted(table)]
    # “In the autumn the average was 24”: the cell of a row that is named in other words.
    if number.value in values:
        return
    mean = Fraction(sum(values), len(values))
    # What is near no middle of the column is an average of something else.
    is_near = abs(mean - number.value) * _FAR <= mean
    if is_near and rounded(mean, number.places) != number.value and mean != number.value:
        says = f"The mean of “{table.headings[named[0]]}” ({table.grid.at}) is "
        says += f"{number_text(mean, 1)}, but the report gives {number.words}."
        yield Denial(row.line, number, says, _MEND)
