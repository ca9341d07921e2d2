"""A mean of all rows against the columns of a table that give the least and the most."""

import re
from collections.abc import Iterator
from operator import attrgetter

from reports.checks.reading import Reading
from reports.prose.numbers import Number
from reports.quantities.model import Denial, Statement
from reports.quantities.roles import MEAN
from reports.quantities.selections import beside_tables, rows_counted, rows_named
from reports.quantities.tables import Shown

_LEAST = re.compile(r"^\W*(?:lowest|least|shortest|smallest|minimum|from|cheapest)\b", re.I)
_MOST = re.compile(r"^\W*(?:highest|most|longest|largest|maximum|to|dearest)\b", re.I)
_MEND = "Put the mean or the range right."


def range_means(reading: Reading) -> Iterator[Denial]:
    """`The mean for all is £8,180 a week`, where the highest fee is £7,900."""
    for row, tables in beside_tables(reading):
        means = [x for x in row.quantities if x.phrase.role == MEAN]
        if len(means) != 1:
            continue
        for table in tables:
            if ends := _ends(row, table, means[0].phrase.number):
                number, (low, high) = means[0].phrase.number, ends
                if not low.value <= number.value <= high.value:
                    says = f"{number.words} is not between {low.words} and {high.words} "
                    yield Denial.of(
                        means[0], f"{says}({table.grid.at}), but is called a mean.", _MEND
                    )


def _ends(row: Statement, table: Shown, mean: Number) -> tuple[Number, Number] | None:
    """The least and the most of a table with a column of each, where a sentence names no row."""
    places = {}
    for name, pattern in (("low", _LEAST), ("high", _MOST)):
        found = [at for at, head in enumerate(table.headings) if at and pattern.match(head)]
        if len(found) != 1:
            return None
        places[name] = found[0]
    if rows_named(table, row.sentence.said()):
        return None
    rows = [table.numbers[at] for at in rows_counted(table)]
    pairs = [
        (cells[places["low"]], cells[places["high"]])
        for cells in rows
        if len(cells) > max(places.values())
    ]
    kinds = {x.kind if x else None for pair in pairs for x in pair}
    if not pairs or kinds != {mean.kind}:
        return None
    by_value = attrgetter("value")
    return min((low for low, _ in pairs), key=by_value), max((x for _, x in pairs), key=by_value)
