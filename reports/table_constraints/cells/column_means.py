"""An average that a sentence gives for a column, against the mean of its cells."""

import re
from collections.abc import Iterator
from fractions import Fraction

from reports.checks.reading import Reading
from reports.prose.numbers import COUNT, SPAN
from reports.prose.quantities.arithmetic import WRONG, number_text, rounded, verdict
from reports.quantities.derivation.slips import is_within
from reports.quantities.model import Denial, Statement
from reports.quantities.selections import (
    beside_tables,
    is_of_kind,
    is_of_table,
    picked,
    rows_counted,
    rows_named,
)
from reports.quantities.tables import TOTAL, Shown, names_loosely

_MEAN = re.compile(r"\b(?:on\s+average|average[ds]?|mean)\b", re.I)
# Other averages, and those that weigh each row by its size.
_OF_OTHERS = re.compile(
    r"\b(?:median|rate|per|each|weighted|than|above|below|over|under|longest|shortest|except\w*)\b",
    re.I,
)
# “A mean of 2.4 for each child”, “the mean caseload is 16.0 for each worker”.
_EACH = re.compile(r"\b(?:each|every|per|an?)\b", re.I)
_ALL = re.compile(
    r"\b(?:across|over|in|for)\s+(?:all|the)\b|\boverall\b|\baltogether\b|\bwhole\b|\btogether\b",
    re.I,
)
_FAR, _CLOSE, _MEND = (
    2,
    Fraction(3, 2),
    "Use the mean of the column, or state how the average was reckoned.",
)


def column_means(reading: Reading) -> Iterator[Denial]:
    """`On average reports were ready after 12 days`: the mean of the column of days."""
    for row, tables in beside_tables(reading):
        text = row.sentence.text
        alone = len(row.quantities) == 1 and _MEAN.search(text) and not _OF_OTHERS.search(text)
        for table in tables if alone else ():
            if not table.is_list and not table.periods and is_of_table(row, table):
                yield from _unlike(row, table)


def column_quotients(reading: Reading) -> Iterator[Denial]:
    """`The mean went from 2.4 to 3.2 episodes a child`, where the two columns of one row come to
    2.4 and those of another to 2.7; `across all teams it is 18.0`, where those of the total do."""
    for row, tables in beside_tables(reading):
        text = row.sentence.text
        means = [x.phrase.number for x in row.counts if x.phrase.number.places]
        if not 0 < len(means) <= _FAR or not (_MEAN.search(text) and _EACH.search(text)):
            continue
        grids = [x for x in tables if not x.is_list]
        for table in grids if len(grids) == 1 else ():
            yield from _unlike_quotient(row, table, means)


def _unlike_quotient(row: Statement, table: Shown, means) -> Iterator[Denial]:
    columns = [at for at in range(1, len(table.headings)) if table.counts_in(at)]
    pairs = [picked(cells, columns) for cells in table.numbers]
    if len(columns) != _FAR or any(None in pair or not pair[1].value for pair in pairs):
        return
    every = [
        [Fraction(x.value) / y.value for x, y in some]
        for some in (pairs, [pair[::-1] for pair in pairs])
        if all(y.value for _, y in some)
    ]
    wrong = [x for x in means if not any(_is_of(x, quotients) for quotients in every)]
    right = [x for x in means if x not in wrong]
    totals = [at for at, label in enumerate(table.rows) if TOTAL.match(label)]
    if len(wrong) != 1 or wrong[0].bound:
        return
    for quotients in every:
        # One of two means is of a row of these columns; or the one is of all rows by its words.
        of_rows = len(means) > 1 and _is_of(right[0], quotients)
        of_all = len(means) == len(totals) == 1 and _ALL.search(row.sentence.text)
        meant = quotients[totals[0] if of_all else -1]
        if (of_rows or of_all) and is_within(wrong[0].value, meant, _CLOSE):
            says = f"By the table ({table.grid.at}) it is {number_text(meant, wrong[0].places)}, "
            yield Denial(row.line, wrong[0], f"{says}but the report gives {wrong[0].words}.", _MEND)
            return


def _is_of(number, quotients) -> bool:
    return any(verdict(number, x, x) != WRONG for x in quotients)


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
