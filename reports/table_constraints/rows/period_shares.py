"""The share of its column that a row has now, against the last period of a table."""

import re
from collections.abc import Iterator
from fractions import Fraction

from reports.checks.reading import Reading
from reports.prose.numbers import COUNT, PERCENT
from reports.prose.quantities.arithmetic import number_text
from reports.prose.quantities.claims import CLAIM
from reports.quantities.derivation.claimed_shares import ClaimedShare
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import just_before, statements
from reports.quantities.repeats.roots import stems_in
from reports.quantities.selections import beside_tables, is_of_table, rows_counted, rows_named
from reports.quantities.tables import TOTAL, Shown

_NOW = re.compile(r"\b(?:is|are|makes?|accounts?|represents?|now|currently|today)\b", re.I)
_MAKES_UP = re.compile(r"\b(?:makes?\s+up|accounts?\s+for|represents?)\s+⟦p", re.I)
_IT = re.compile(r"\W*(?:it|this|that|they|these)\b", re.I)
_UNSURE_WORDS = re.compile(
    r"\b(?:was|were|had|not|no\s+longer|but|except\w*|than|before|earlier|previous\w*|last|rise|fall|growth|increase|"
    r"decrease|of\s+(?:these|them|those|whom))\b",
    re.I,
)
_UNSURE = re.compile(rf"{_UNSURE_WORDS.pattern}|⟦[cpm]", re.I)


def period_shares(reading: Reading) -> Iterator[Denial]:
    """`Neglect is now the category of just over half` is so of the last column."""
    rows = statements(reading)
    for row, tables in beside_tables(reading):
        clause = re.split(r";|,\s+(?:and|but|while|though)\s", row.sentence.text)[0]
        claim = _claim_of(row, clause)
        for table in tables if claim else ():
            if not table.is_list and is_of_table(row, table) and _is_about(row, table, claim):
                place = _place(row, table, clause, just_before(rows, row.order - 1))
                if place is not None:
                    yield from _denied(row, table, place, claim)


def _claim_of(row: Statement, clause: str) -> ClaimedShare | None:
    """The one share that a clause states of now: in words, or a per cent that it makes up."""
    if not _NOW.search(clause):
        return None
    number = row.quantities[0].phrase.number if len(row.quantities) == 1 else None
    if number and number.kind == PERCENT and _MAKES_UP.search(clause):
        is_unsure = number.bound or _UNSURE_WORDS.search(clause)
        return None if is_unsure else ClaimedShare.of_number(number)
    if _UNSURE.search(clause):
        return None
    # “What people write about most” is a rank.
    claims = [x for x in CLAIM.finditer(clause.rstrip(" .")) if x["fraction"] or x["most"]]
    claims = [x for x in claims if x["fraction"] or x.end() < len(clause.rstrip(" ."))]
    return ClaimedShare.of_words(claims[0]) if len(claims) == 1 else None


def _is_about(row: Statement, table: Shown, claim: ClaimedShare) -> bool:
    """True unless a sentence has a per cent of something that is not in its table."""
    return not claim.number or not stems_in(row.sentence.said()) - stems_in(table.text)


def _place(row: Statement, table: Shown, clause: str, earlier: Statement | None) -> int | None:
    """The one row that a clause names, or the sentence before one that begins with “it”."""
    named = rows_named(table, row.sentence.said(clause))
    if not named and earlier and _IT.match(clause):
        named = rows_named(table, earlier.sentence.said())
    return named[0] if len(named) == 1 else None


def _denied(row: Statement, table: Shown, place: int, claim: ClaimedShare) -> Iterator[Denial]:
    rows = rows_counted(table)
    if len(table.periods) < 2 or any(map(TOTAL.match, table.headings)):
        return
    last = table.periods[-1][0]
    cells = [table.numbers[at][last] if last < len(table.numbers[at]) else None for at in rows]
    own = table.numbers[place][last] if last < len(table.numbers[place]) else None
    if own is None or any(x is None or x.kind != COUNT for x in cells):
        return
    total = sum(x.value for x in cells)
    share = Fraction(own.value) / total if total else None
    if share is not None and claim.denies(share):
        says = f"In the last column of the table ({table.grid.at}) “{table.rows[place]}” has "
        says += f"{number_text(share * 100, 1)}%, but the report uses “{claim.words}”."
        yield Denial(row.line, row.span, says, "Write what the table shows.")
