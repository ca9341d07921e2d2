"""The share of its column that a row has now, against the last period of a table."""

import re
from collections.abc import Iterator
from fractions import Fraction

from reports.checks.reading import Reading
from reports.prose.numbers import COUNT
from reports.prose.quantities.arithmetic import number_text
from reports.prose.quantities.claims import CLAIM, claim_of
from reports.quantities.model import Denial, Statement
from reports.quantities.selections import beside_tables, is_of_table, rows_counted, rows_named
from reports.quantities.tables import TOTAL, Shown

_NOW = re.compile(r"\b(?:is|are|makes?|accounts?|represents?|now|currently|today)\b", re.I)
_UNSURE = re.compile(
    r"\b(?:was|were|had|not|no\s+longer|but|except\w*|than|before|earlier|previous\w*|last|rise|fall|growth|increase|"
    r"decrease|of\s+(?:these|them|those|whom))\b|⟦[cpm]",
    re.I,
)


def period_shares(reading: Reading) -> Iterator[Denial]:
    """`Neglect is now the category of just over half` is so of the last column."""
    for row, tables in beside_tables(reading):
        clause = re.split(r";|,\s+(?:and|but|while|though)\s", row.sentence.text)[0]
        # “What people write about most” is a rank.
        claims = [x for x in CLAIM.finditer(clause.rstrip(" .")) if x["fraction"] or x["most"]]
        claims = [x for x in claims if x["fraction"] or x.end() < len(clause.rstrip(" ."))]
        claim = claim_of(claims[0]) if len(claims) == 1 else None
        if claim and _NOW.search(clause) and not _UNSURE.search(clause):
            for table in tables:
                if not table.is_list and is_of_table(row, table):
                    yield from _denied(row, table, clause, claim)


def _denied(row: Statement, table: Shown, clause: str, claim) -> Iterator[Denial]:
    rows, named = rows_counted(table), rows_named(table, row.sentence.said(clause))
    if len(table.periods) < 2 or len(named) != 1 or any(map(TOTAL.match, table.headings)):
        return
    last = table.periods[-1][0]
    cells = [table.numbers[at][last] if last < len(table.numbers[at]) else None for at in rows]
    own = table.numbers[named[0]][last] if last < len(table.numbers[named[0]]) else None
    if own is None or any(x is None or x.kind != COUNT for x in cells):
        return
    total = sum(x.value for x in cells)
    share = Fraction(own.value) / total if total else None
    if share is not None and claim.is_denied(share):
        says = f"In the last column of the table ({table.grid.at}) “{table.rows[named[0]]}” has "
        says += f"{number_text(share * 100, 1)}%, but the report uses “{claim.word}”."
        yield Denial(row.line, row.span, says, "Write what the table shows.")
