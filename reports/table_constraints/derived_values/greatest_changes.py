"""The row that rose or fell the most by a sentence: `the greatest rise was in schools`."""

import re
from collections.abc import Iterator
from fractions import Fraction

from reports.checks.reading import Reading
from reports.prose.asides import AIMS, EARLIER_TIMES, OTHER_AREAS
from reports.prose.patterns import SentencePattern
from reports.quantities.model import Denial, Statement
from reports.quantities.selections import beside_tables, is_of_table, rows_counted, rows_named
from reports.quantities.tables import Shown

_GREATEST = SentencePattern(
    r"\bthe\s+(?P<most>greatest|largest|biggest|steepest|sharpest|smallest|least)\s+(?:(?P<up>rise|increase|growth|gain)|(?P<down>fall|drop|decrease|decline|"
    r"reduction)|(?P<either>change|difference))\s+(?P<counted>in\s+numbers?\s+|of\s+all\s+)?(?:was|came|is|were)\s+(?:in|among|for|at|that\s+(?:in|of|for))\s+"
    r"(?P<row>[^⟦.;:,]{3,80})",
    re.I,
)
_OTHERS = re.compile(rf"\b(?:{OTHER_AREAS}|{AIMS}|{EARLIER_TIMES}|one\s+of|second|next)\b", re.I)
_FEWEST, _LEAST = 3, ("smallest", "least")
_MEND = "Name the row that the table has."


def greatest_changes(reading: Reading) -> Iterator[Denial]:
    """The row that changed the most by its sentence does so in the table near, in number or by its
    rate."""
    for row, tables in beside_tables(reading):
        match = _GREATEST.search(row.sentence.text)
        if match is None or _OTHERS.search(match.group()):
            continue
        wrong = [x for table in tables if (x := _denied(row, table, match)) is not None]
        if len(wrong) == 1 and wrong[0]:
            yield wrong[0]


def _denied(row: Statement, table: Shown, match: re.Match) -> Denial | bool | None:
    """The denial of a claim by a table; False where it is right, None where it is of none."""
    named = rows_named(table, row.sentence.said(match["row"]))
    columns = [at for at, _ in table.periods]
    if len(named) != 1 or len(columns) != 2 or table.is_list or not is_of_table(row, table):
        return None
    changes = {at: pair for at in rows_counted(table) if (pair := _pair(table, at, columns))}
    if named[0] not in changes or len(changes) < _FEWEST:
        return None
    sign = -1 if match["down"] else 1
    for measure in (_by_number,) if match["counted"] else (_by_number, _by_rate):
        values = {at: measure(*pair) for at, pair in changes.items()}
        values = {at: abs(x) if match["either"] else x * sign for at, x in values.items()}
        if match["most"].casefold() in _LEAST:
            values = {at: -x for at, x in values.items() if x > 0}
        if named[0] in values and values[named[0]] == max(values.values()):
            return False
    best = max(changes, key=lambda at: _by_number(*changes[at]) * sign)
    if match["either"] or match["most"].casefold() in _LEAST:
        best = None
    says = f"By the table ({table.grid.at}) it is not “{table.rows[named[0]]}”"
    says += f" but “{table.rows[best]}”." if best is not None else "."
    return Denial(row.line, row.span, says, _MEND)


def _pair(table: Shown, at: int, columns) -> tuple[Fraction, Fraction] | None:
    cells = table.in_periods(at)
    pair = [cells[x] for x in columns if x in cells]
    alike = len(pair) == len(columns) and len({x.kind for x in pair}) == 1
    return (pair[0].value, pair[1].value) if alike else None


def _by_number(first: Fraction, last: Fraction) -> Fraction:
    return last - first


def _by_rate(first: Fraction, last: Fraction) -> Fraction:
    return (last - first) / first if first else last - first
