"""`248 are aged ten or over`, `the seven children rated red`, `six came from the first two rows`:
a number that is given to some rows of a table at once, against what they come to."""

import re
from collections.abc import Iterator
from fractions import Fraction
from math import trunc

from reports.checks.reading import Reading
from reports.prose.asides import CONDITIONS, EARLIER_TIMES, OTHER_AREAS
from reports.prose.quantities.arithmetic import number_text
from reports.prose.quantities.bands import ENDLESS, Band, band_of, bands_told
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.roles import BOUND, CHANGE, MEAN, RATE, TARGET
from reports.quantities.selections import beside_tables, columns_named, rows_counted
from reports.quantities.tables import Shown
from reports.table_constraints.claims.groups import called, sums_of
from reports.table_constraints.measures.states import rows_graded

_CLAUSES = re.compile(r"[,;:]\s|\s(?:and|but|while|whereas)\s+(?=⟦c)")
_UNSURE = re.compile(
    rf"\b(?:{OTHER_AREAS}|elsewhere|{EARLIER_TIMES}|{CONDITIONS}|before|boys|girls|male|female|"
    r"of\s+(?:these|them|those|whom|which)|also|most|rose|fell|than|not|average|"
    r"each(?!\s+(?:day|week|fortnight|month|quarter|year))|every)\b",
    re.I,
)
_FIRST = re.compile(
    r"\bthe\s+(?P<end>first|top|upper|last|bottom|lowest)\s+⟦c(?P<many>\d+)⟧\s+(?:of\s+(?:the|these|those)\s+)?[a-z]+",
    re.I,
)
_TOP = ("first", "top", "upper")
_ROLES = (BOUND, CHANGE, RATE, TARGET)
# “Reviewed each fortnight” is of no mean.
_EACH_TIME = re.compile(r"\beach\s+(?:day|week|fortnight|month|quarter|year)\b", re.I)
_FEWEST, _NEAR, _MEND = 3, 2, "Put right the number, or the table."


def row_sums(reading: Reading) -> Iterator[Denial]:
    """A number that is given to rows of one band, one grade or one end is what they come to."""
    for row, tables in beside_tables(reading):
        near = [x for x in tables if not x.is_list and row.line.at != x.grid.at]
        for item, clause in _items(row) if near else ():
            wrong = [_denied(row, table, item, clause) for table in near]
            wrong = [x for x in wrong if x is not None]
            if len(wrong) == 1 and wrong[0]:
                yield wrong[0]


def _items(row: Statement) -> Iterator[tuple[Quantity, str]]:
    """Each clause with one count that is no band's end and no number of rows."""
    text, start = row.sentence.text, 0
    for end in (*(x.start() for x in _CLAUSES.finditer(text)), len(text)):
        clause = text[start:end]
        taken = {mark for x in _FIRST.finditer(clause) for mark in (x["many"],)}
        ends = {x for band, _, _ in bands_told(row.sentence.said(clause)) for x in _ends(band)}
        items = [
            x
            for x in row.counts
            if start <= x.phrase.start < end and x.value not in ends and x.phrase.role not in _ROLES
        ]
        items = [x for x in items if x.phrase.role != MEAN or _EACH_TIME.search(clause)]
        items = [x for x in items if str(x.phrase.mark) not in taken]
        if len(items) == 1 and not _UNSURE.search(clause) and not items[0].phrase.number.bound:
            yield items[0], clause
        start = end


def _ends(band: Band) -> tuple[int, ...]:
    return band.first, band.last, band.first - 1, band.last + 1


def _denied(row: Statement, table: Shown, item: Quantity, clause: str):
    """The denial of a sum; False where a column has it, None where no rows are meant."""
    rows = _rows_of(row, table, item, clause)
    if not rows or len(rows) == len(rows_counted(table)):
        return None
    sums = sums_of(table, rows)
    named = [x for x in columns_named(table, row.sentence.said()) if x in sums]
    values = [sums[x] for x in named or sums]
    if not values or item.value in values or item.value in sums.values():
        return False if values else None
    if not any(_is_near(item.value, x) for x in values):
        return None
    says = (
        f"{called(table, rows)} ({table.grid.at}) come to {number_text(values[0])}, but the report "
    )
    return Denial.of(item, f"{says}gives {item.phrase.number.words}.", _MEND)


def _is_near(value: Fraction, other: Fraction) -> bool:
    return bool(other) and value <= other * _NEAR and other <= value * _NEAR


def _rows_of(row: Statement, table: Shown, item: Quantity, clause: str) -> list[int]:
    """The rows that a clause takes together: of a band, of an end, or with one word of a grade."""
    counted = rows_counted(table)
    if first := _FIRST.search(clause):
        many = trunc(row.sentence.thing(first["many"]).value)
        is_top = first["end"].casefold() in _TOP
        return counted[:many] if is_top else counted[-many:]
    own_bands = [band for band, _, _ in bands_told(row.sentence.said(clause))]
    if len(own_bands) == 1:
        bands = {at: band_of(table.rows[at]) for at in counted}
        if len(bands) < _FEWEST or None in bands.values():
            return []
        inside = [at for at, own in bands.items() if _is_within(own, own_bands[0])]
        cut = any(own.overlaps(own_bands[0]) for at, own in bands.items() if at not in inside)
        return [] if cut else inside
    graded = rows_graded(row, table, clause)
    return sorted(graded[0]) if len(graded) == 1 and item.phrase.noun else []


def _is_within(own: Band, band: Band) -> bool:
    """True if all of a row's numbers are of a band; the last row of a table may have no end."""
    return band.first <= own.first and (own.last <= band.last or own.last == ENDLESS == band.last)
