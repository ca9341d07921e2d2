"""How many are of an age or more, or under one, against the rows of a table of ages."""

import re
from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.prose.numbers import COUNT
from reports.prose.quantities.arithmetic import number_text
from reports.prose.quantities.bands import ENDLESS, Band, band_of, bands_told
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.selections import beside_tables, rows_counted
from reports.quantities.tables import Shown

_AGE = re.compile(r"\b(?:aged?|years?\s+old|years?\s+of\s+age|ages)\b", re.I)
_UNBORN = re.compile(r"\W*(?:not\s+yet\s+born|unborn(?:\s+bab\w+)?)\W*$", re.I)
_UNSURE = re.compile(
    r"\b(?:before|earlier|previous\w*|last|boys|girls|male|female|of\s+(?:these|them|those|whom|which)|also|both|"
    r"most|rose|fell|than|nation\w*|region\w*|england|elsewhere)\b",
    re.I,
)
_FEWEST, _MEND = 3, "Correct the number, or the table."


def age_rows(reading: Reading) -> Iterator[Denial]:
    """`77 were aged ten or above` adds the rows of those ages."""
    for row, tables in beside_tables(reading):
        claim = _claim_of(row)
        for table in tables if claim else ():
            yield from _denied(table, *claim)


def _claim_of(row: Statement) -> tuple[Quantity, Band] | None:
    """The one count of a sentence with the one band of age that it is of."""
    counts = [x for x in row.counts if x.phrase.is_stock and x.phrase.number.kind == COUNT]
    told = [band for band, _, _ in bands_told(row.sentence.said())]
    alone = len(counts) == 1 == len(told) and _AGE.search(row.sentence.text)
    if not alone or _UNSURE.search(row.sentence.text) or counts[0].phrase.number.bound:
        return None
    ends = {told[0].first, told[0].last}
    return None if counts[0].value in ends else (counts[0], told[0])


def _denied(table: Shown, item: Quantity, band: Band) -> Iterator[Denial]:
    bands = {at: _band(table.rows[at]) for at in rows_counted(table)}
    if len(bands) < _FEWEST or None in bands.values() or table.periods:
        return
    inside = [at for at, own in bands.items() if _is_within(own, band)]
    if len(inside) < 1 or any(own.overlaps(band) and at not in inside for at, own in bands.items()):
        return
    columns = zip(*(table.numbers[at] for at in inside), strict=False)
    sums = [
        sum(x.value for x in column)
        for column in columns
        if all(x is not None and x.kind == COUNT for x in column)
    ]
    near_by = sums and abs(sums[0] - item.value) * _FEWEST <= sums[0]
    if near_by and item.value not in sums and item.value not in table.values:
        says = f"In the {table.kind} ({table.grid.at}) those aged {band.words} are "
        says += f"{number_text(sums[0])}, but the report gives {item.phrase.number.words}."
        yield Denial.of(item, says, _MEND)


def _band(label: str) -> Band | None:
    return Band(-1, -1, label) if _UNBORN.match(label) else band_of(label)


def _is_within(own: Band, band: Band) -> bool:
    """True if all of a row's ages are of a band; the last row of a table may have no end."""
    first = band.first <= own.first or (own.first < 0 and not band.first)
    return first and (own.last <= band.last or (own.last == ENDLESS == band.last))
