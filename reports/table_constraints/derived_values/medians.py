"""The median of a column of a table: `the median of the nine investigations is 60 working days`."""

import re
from collections.abc import Iterator
from statistics import median

from reports.checks.reading import Reading
from reports.prose.asides import AIMS, EARLIER_TIMES, OTHER_AREAS
from reports.prose.numbers import MONEY
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.arithmetic import number_text
from reports.prose.quantities.phrases import stems
from reports.quantities.model import Denial, Statement
from reports.quantities.selections import beside_tables, picked_column, rows_counted
from reports.quantities.tables import Shown
from reports.table_constraints.claims.other_numbers import is_count

_MEDIAN = SentencePattern(
    r"\bmedian\b(?:[^⟦.;:]|⟦d\d+⟧){0,60}?(?:⟦c(?P<many>\d+)⟧[^⟦.;:]{1,40}?)?\b(?:is|was|of|at|came\s+to)\s+⟦[cxm](?P<mark>\d+)⟧(?P<unit>(?:\s+[a-z]+){0,3})",
    re.I,
)
_OTHERS = re.compile(rf"\b(?:{OTHER_AREAS}|{AIMS}|{EARLIER_TIMES}|without|leaving\s+out)\b", re.I)
_FEWEST, _MEND = 3, "Correct the median, or the table."


def medians(reading: Reading) -> Iterator[Denial]:
    """A median is that of the one column of the table near which its unit names."""
    for row, tables in beside_tables(reading):
        match = _MEDIAN.search(row.sentence.text)
        if match is None or _OTHERS.search(match.group()):
            continue
        number = row.sentence.thing(match["mark"])
        many = row.sentence.thing(match["many"]).value if match["many"] else None
        for table in tables:
            if not (number.bound or table.is_list):
                yield from _denied(row, table, number, many, match["unit"])


def _denied(row: Statement, table: Shown, number, many, unit: str) -> Iterator[Denial]:
    rows = rows_counted(table)
    own = stems(row.sentence.said())
    heads = ((at, stems(table.headings[at])) for at in range(1, len(table.headings)))
    columns = [at for at, head in heads if head & stems(unit) and head <= own]
    if len(columns) != 1 or len(rows) < _FEWEST or many not in (None, len(rows)):
        return
    # “£16.50 for men” is no median of how many men there are.
    of_money = "£" in f"{table.headings[columns[0]]} {table.grid.caption}"
    if number.kind == MONEY and not of_money:
        return
    cells = [picked_column(table, columns[0])[at] for at in rows]
    if not all(map(is_count, cells)):
        return
    true = median(x.value for x in cells)
    if true != number.value:
        says = f"The median of “{table.headings[columns[0]]}” in the table ({table.grid.at}) is "
        says += f"{number_text(true, 1 if true.denominator > 1 else 0)}, but the report gives "
        yield Denial(row.line, number, f"{says}{number.words}.", _MEND)
