"""`The police were the only agency with none`: the one row of a table of which a clause is true."""

import re
from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.quantities.model import Denial, Statement
from reports.quantities.selections import (
    are_rows,
    beside_tables,
    is_of_table,
    rows_counted,
    rows_named,
)
from reports.quantities.tables import Shown
from reports.table_constraints.cells.predicates import rows_true

_ONLY = re.compile(
    r"^(?P<name>[^⟦.;:,]{2,60}?)\s+(?:was|were|is|are)\s+the\s+(?:only|one|sole)\s+(?:[a-z-]+\s+)?(?P<noun>[a-z]+)\s+"
    r"(?:to|that|which|with|where|in\s+which|whose)\b(?P<clause>[^.;:]{3,120})"
    r"|^\W*(?:only|just)\s+(?P<alone>(?:the\s+)?[^⟦.;:,]{2,40}?)\s+(?=had|has|saw|recorded|reached|achieved|met|was|were|spent)"
    r"(?P<of>[^.;:,]{3,120})"
    r"|^(?P<single>[^⟦.;:,]{2,60}?)\s+alone\s+(?=had|has|saw|recorded|reached|achieved|met|was|were|spent)(?P<by>[^.;:,]{3,120})",
    re.I,
)


def only_rows(reading: Reading) -> Iterator[Denial]:
    """A clause about only one row of a table is true of it and of no other."""
    for row, tables in beside_tables(reading):
        match = _ONLY.match(row.sentence.text)
        for table in tables if match else ():
            if not table.is_list and len(rows_counted(table)) > 1 and is_of_table(row, table):
                yield from _denied(row, table, match)


def _denied(row: Statement, table: Shown, match: re.Match) -> Iterator[Denial]:
    name = match["name"] or match["alone"] or match["single"]
    named = rows_named(table, row.sentence.said(name))
    if len(named) != 1 or (match["noun"] and not are_rows(table, match["noun"])):
        return
    true = rows_true(row, table, match["clause"] or match["of"] or match["by"])
    if true is not None and true != frozenset(named):
        labels = ", ".join(f"“{table.rows[at]}”" for at in sorted(true)) or "none of its rows"
        says = f"By the table ({table.grid.at}) it is true of {labels}, and the report has only "
        yield Denial(row.line, row.span, f"{says}“{table.rows[named[0]]}”.", "Write what it shows.")
