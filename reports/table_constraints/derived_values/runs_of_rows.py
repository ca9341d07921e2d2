"""For how many quarters in a row a column rose or fell up to its last: `has now risen for two
quarters running`."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reports.checks.reading import Reading
from reports.prose.asides import AIMS, OTHER_AREAS
from reports.prose.numbers import value_of
from reports.prose.patterns import SentencePattern
from reports.quantities.model import Denial
from reports.quantities.selections import (
    beside_tables,
    columns_named,
    picked_column,
    rows_counted,
    rows_named,
    whole_row,
)
from reports.quantities.tables import Shown

_RUN = SentencePattern(
    r"\b(?:(?P<up>rose|risen|rising|grew|grown|increased|gone\s+up|went\s+up)|(?P<down>fell|fallen|falling|dropped|decreased|declined|gone\s+down|went\s+down))"
    r"\s+(?:now\s+)?(?:for|in)\s+(?:the\s+last\s+)?(?:⟦[cx](?P<mark>\d+)⟧|(?P<word>two|three|four|five|six))\s+(?P<unit>quarters|years|months|terms|half-years|counts)\s+"
    r"(?:running|in\s+a\s+row|in\s+succession)\b",
    re.I,
)
_OTHERS = re.compile(rf"\b(?:{OTHER_AREAS}|{AIMS}|had)\b", re.I)
_FEWEST, _MEND = 3, "Write what the table shows."


def runs_of_rows(reading: Reading) -> Iterator[Denial]:
    """A column or row went one way up to its last value for as many periods as a sentence has."""
    for row, tables in beside_tables(reading):
        match = _RUN.search(row.sentence.text)
        if match is None or _OTHERS.search(row.sentence.text[: match.end()]):
            continue
        many = row.sentence.thing(match["mark"]).value if match["mark"] else value_of(match["word"])
        ahead = row.sentence.said(row.sentence.text[: match.start()])
        for table in tables:
            runs = {_run(values, bool(match["up"])) for values in _series(table, ahead)}
            # What rose in every period shown may have risen before.
            if runs and many not in runs and not table.is_list and max(runs) < _shown(table) - 1:
                written = row.sentence.said(match.group())
                says = f"The report has “{written}”, but by the table ({table.grid.at}) it is "
                yield Denial(row.line, row.span, f"{says}{_words(runs)}.", _MEND)


def _series(table: Shown, text: str) -> Iterator[Sequence]:
    """The values of each column that a text names, over rows that are periods; else of the one row
    that it names, over periods."""
    if len(table.dated_rows) >= _FEWEST:
        rows = rows_counted(table)
        for at in columns_named(table, text):
            cells = picked_column(table, at)
            if all(cells[x] for x in rows):
                yield [cells[x].value for x in rows]
    elif len(table.periods) >= _FEWEST and len(rows := rows_named(table, text)) == 1:
        values = [x.value for x in whole_row(table, rows[0])]
        yield from [values] if values else []


def _run(values: Sequence, is_up: bool) -> int:
    """How many steps up, or down, the last values have made in a row."""
    run = 0
    for first, last in reversed([*pairwise(values)]):
        if (last > first) is not is_up or last == first:
            return run
        run += 1
    return run


def _shown(table: Shown) -> int:
    return max(len(table.dated_rows), len(table.periods))


def _words(runs: set[int]) -> str:
    return " or ".join(map(str, sorted(runs)))
