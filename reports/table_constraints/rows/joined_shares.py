"""A share by itself in a clause that names one row of a table in any words."""

import re
from collections.abc import Iterator
from fractions import Fraction

from reports.checks.reading import Reading
from reports.prose.dates import Mention
from reports.prose.numbers import COUNT, PERCENT, SPAN
from reports.prose.quantities.arithmetic import WRONG, number_text, verdict
from reports.quantities.coverage import most_covered, names_more
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.roles import CHANGE, TARGET
from reports.quantities.selections import beside_tables, cells_of
from reports.quantities.tables import Shown, names

_CLAUSES = re.compile(r";\s|,\s+(?:and|but|while|whereas|against)\s|\s(?:but|while|whereas)\s")
_UNSURE = re.compile(
    r"\b(?:rose|fell|up|down|rise|fall|increase\w*|decrease\w*|others?|rest|both|than\s+(?:in|last|a\s+year)|or\s+(?:better|worse|more|less|above|below|over|under)|before|earlier|previous\w*)\b",
    re.I,
)
_ELSEWHERE = re.compile(
    r"\b(?:nation\w*|england|wales|region\w*|neighbours?|targets?|aims?|expect\w*|hope\w*|should|will|would|if|average|last|ago|limits?|ceiling|standard|had\s+been)\b",
    re.I,
)
_OF = re.compile(r"\s*(?:per\s+cent\s+)?of\b", re.I)
_FAR, _FEWEST, _MOST = Fraction(11, 5), 3, 40
_MEND = "Correct the share, or state its population."


def joined_shares(reading: Reading) -> Iterator[Denial]:
    """`Those more than 20 miles away are 37 per cent of all children`, of 57 among 312."""
    for row, tables in beside_tables(reading):
        for item, clause in _shares(row):
            about = [
                x for x in tables if all(_is_of(reading, x, y) for y in row.sentence.marks("d"))
            ]
            denials = [_denied(row, table, item, clause) for table in about]
            denials = [x for x in denials if x is not None]
            if len(denials) == 1 and denials[0]:
                yield denials[0]


def _is_of(reading: Reading, table: Shown, day: Mention) -> bool:
    """True for a date that a table names, or one in the period of the report."""
    period = reading.period
    inside = period and day.first and period[0] <= day.last and day.first <= period[1]
    return bool(inside) or names(table.text, day.words.rstrip("."))


def _shares(row: Statement) -> Iterator[tuple[Quantity, str]]:
    text, start = row.sentence.text, 0
    for end in (*(x.start() for x in _CLAUSES.finditer(text)), len(text)):
        items = [x for x in row.quantities if start <= x.phrase.start < end]
        items = [x for x in items if x.phrase.number.kind != SPAN]
        shares = [x for x in items if x.phrase.number.kind == PERCENT]
        clause = row.sentence.said(text[start:end])
        plain = not (_UNSURE.search(clause) or _ELSEWHERE.search(clause))
        if len(shares) == len(items) == 1 and plain and _is_share(shares[0]):
            yield shares[0], clause
        start = end


def _is_share(item: Quantity) -> bool:
    phrase = item.phrase
    return phrase.role not in (CHANGE, TARGET) and not phrase.number.bound and item.value < 100


def _denied(row: Statement, table: Shown, item: Quantity, clause: str) -> Denial | bool | None:
    if table.is_list or row.line.at == table.grid.at or not _FEWEST <= len(table.rows) <= _MOST:
        return None
    # “19 per cent of referrals” is of a row, and not its share.
    behind = re.split(
        r"\s(?:was|were|is|are|had|have)\s", clause.partition(item.phrase.number.words)[2]
    )[0]
    if most_covered(table.rows, behind) and _OF.match(behind):
        return None
    rows = most_covered(table.rows, clause)
    # “Education, employment and training” is more than the row “Training or employment”.
    if rows and names_more(table.rows, rows[0], clause):
        return None
    cells = table.numbers[rows[0]] if rows else ()
    if not any(x and x.kind == COUNT for x in cells):
        return None
    own = [x for x in cells if x]
    totals = [x for x in cells_of(table, None) if x]
    every = {x.value for line in (*table.numbers, totals) for x in line if x and x.kind == COUNT}
    shares = {Fraction(a.value * 100) / b for a in own for b in every if b and a.kind == COUNT}
    shares |= {x.value for x in (*own, *totals) if x.kind == PERCENT}
    shares |= {100 - x for x in shares}
    if any(verdict(item.phrase.number, x, x) != WRONG for x in shares):
        return False
    wholes = [
        (x, y)
        for x, y in zip(cells, cells_of(table, None), strict=False)
        if x and y and x.kind == y.kind == COUNT and y.value
    ]
    if len(wholes) != 1:
        return None
    part, whole = wholes[0]
    exact = Fraction(part.value * 100) / whole.value
    if not item.value / _FAR <= exact <= item.value * _FAR:
        return None
    says = f"“{table.rows[rows[0]]}” is {part.words} of {number_text(whole.value)} in the table "
    says += f"({table.grid.at}), which is {number_text(exact, 1)}%, but the report gives "
    says += f"{item.phrase.number.words}."
    return Denial.of(item, says, _MEND)
