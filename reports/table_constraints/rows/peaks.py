"""Claims of a peak in a period, against a table whose rows are periods."""

import re
from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.prose.numbers import COUNT, MONEY, PERCENT
from reports.quantities.model import Denial, Statement
from reports.quantities.selections import beside_tables, rows_counted
from reports.quantities.tables import TOTAL, Shown, names, names_loosely

_PEAK = re.compile(
    r"\b(?:(?P<up>peaked|(?:reached|hit)\s+(?:its|their|a|the)\s+(?:peak|height|highest(?:\s+(?:point|level))?|maximum)|"
    r"(?:was|were)\s+at\s+(?:its|their)\s+(?:peak|height|highest|greatest|busiest))|"
    r"(?P<down>bottomed\s+out|(?:reached|hit)\s+(?:its|their|a|the)\s+(?:lowest(?:\s+(?:point|level))?|minimum|low\s+point)|"
    r"(?:was|were)\s+at\s+(?:its|their)\s+(?:lowest|quietest|smallest)))"
    r"(?:\s+(?:point|level))?\s+(?:in|during|at|on)\s+(?P<when>[^.;:,]{3,50})",
    re.I,
)
_ALL = re.compile(r"\b(?:both|all|every|each)\b", re.I)
_UNSURE = re.compile(
    r"\b(?:not|except\w*|apart|but|last\s+year|previous\w*|before|since|if)\b", re.I
)
_FEWEST = 3


def peaks(reading: Reading) -> Iterator[Denial]:
    """`Both columns reached their peak in the last quarter` is so in the table near."""
    for row, tables in beside_tables(reading):
        match = _PEAK.search(row.sentence.said())
        for table in tables if match and not _UNSURE.search(match.string[: match.end()]) else ():
            for shown in (table, *((table.flipped,) if len(table.periods) >= _FEWEST else ())):
                if len(shown.dated_rows) >= _FEWEST:
                    yield from _denied(row, shown, match)


def _denied(row: Statement, table: Shown, match: re.Match) -> Iterator[Denial]:
    places = rows_counted(table)
    meant = [at for at in places if names(match["when"], table.rows[at])]
    if len(meant) != 1 or len(places) < _FEWEST:
        return
    columns = [at for at in range(1, len(table.headings)) if _is_plain(table, at, places)]
    lead = match.string[: match.start()]
    named = [at for at in columns if table.headings[at] and names_loosely(lead, table.headings[at])]
    columns = named or columns
    best = max if match["up"] else min
    reached = {at: best(table.numbers[x][at].value for x in places) for at in columns}
    holds = [table.numbers[meant[0]][at].value == value for at, value in reached.items()]
    is_all = _ALL.search(lead) or len(named) == 1
    if holds and not (all(holds) if is_all else any(holds)):
        wrong = next(at for at, fine in zip(reached, holds, strict=True) if not fine)
        top = next(x for x in places if table.numbers[x][wrong].value == reached[wrong])
        says = f"In the {table.kind} ({table.grid.at}) that is so of “{table.rows[top]}”, "
        says += f"with {table.numbers[top][wrong].words}, and not of “{table.rows[meant[0]]}”."
        yield Denial(row.line, row.span, says, "Name the period that the table has.")


def _is_plain(table: Shown, column: int, places: list[int]) -> bool:
    """True for a column that is no total with a number of one kind in each row."""
    cells = [table.numbers[x][column] if column < len(table.numbers[x]) else None for x in places]
    kinds = {cell.kind for cell in cells if cell}
    return (
        all(cells)
        and len(kinds) == 1
        and kinds <= {COUNT, PERCENT, MONEY}
        and not TOTAL.match(table.headings[column])
    )
