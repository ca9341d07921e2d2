"""How many are of some ages, against the rows of the one list of ages that a report has."""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction

from reports.checks.reading import Reading
from reports.prose.numbers import COUNT
from reports.prose.quantities.arithmetic import number_text
from reports.prose.quantities.bands import Band, band_of, bands_told
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.passages import statements
from reports.quantities.selections import rows_counted
from reports.quantities.tables import Shown, all_tables

# “The 252 children aged 5 to 15”, “all 158 of those between 10 and 15”.
_OF_AGE = re.compile(
    r"^\s+(?:[a-z]+\s+){0,3}?(?:aged?|ages|between\s+the\s+ages\s+of|between|who\s+(?:are|were))\s+(?P<ages>[^.;:,]{3,40})",
    re.I,
)
_ALL = re.compile(r"\b(?:the|all|our|those|every\s+one\s+of\s+the)\s+(?:(?:the|of)\s+)*$", re.I)
_UNSURE = re.compile(
    r"\b(?:before|earlier|last|previous\w*|boys|girls|in\s+the\s+(?:city|county|borough|district)|population|nation\w*|region\w*|"
    r"schools?\s+(?:roll|census)|resident\w*|left|ceased|started|new)\b",
    re.I,
)
_FEWEST, _NEAR = 3, Fraction(1, 4)


def ages(reading: Reading) -> Iterator[Denial]:
    """`The 272 children aged 5 to 15`: the rows of those ages come to 252."""
    lists = [(x, bands) for x in all_tables(reading) if (bands := _bands(x))]
    if len(lists) != 1:
        return
    table, bands = lists[0]
    for row in statements(reading):
        for item in row.counts if not _UNSURE.search(row.sentence.text) else ():
            band = _band(row, item)
            if band and row.line.at != table.grid.at:
                yield from _denied(table, bands, item, band)


def _bands(table: Shown) -> dict[int, Band]:
    """The band of each row of a table of ages that has one column of counts."""
    made = {at: band_of(table.rows[at]) for at in rows_counted(table)}
    bands = {at: band for at, band in made.items() if band}
    about = f"{table.grid.caption} {' '.join(table.headings)}"
    is_of_ages = re.search(r"\bages?\b|\baged\b", about, re.I)
    whole = len(bands) == len(made) >= _FEWEST and not table.periods
    return bands if whole and is_of_ages and all(_cell(table, at) for at in bands) else {}


def _cell(table: Shown, row: int):
    numbers = [x for x in table.numbers[row] if x and x.kind == COUNT]
    return numbers[0] if len(numbers) == 1 else None


def _band(row: Statement, item: Quantity) -> Band | None:
    """The ages of all those that a count is of."""
    text = row.sentence.text
    match = _OF_AGE.match(text[item.phrase.end :])
    if not match or not _ALL.search(text[max(0, item.phrase.start - 40) : item.phrase.start]):
        return None
    bands = [band for band, _, _ in bands_told(row.sentence.said(match["ages"]))]
    return bands[0] if len(bands) == 1 else None


def _denied(
    table: Shown, bands: Mapping[int, Band], item: Quantity, band: Band
) -> Iterator[Denial]:
    inside = [at for at, own in bands.items() if band.first <= own.first and own.last <= band.last]
    parted = any(own.overlaps(band) for at, own in bands.items() if at not in inside)
    covered = inside and (bands[inside[0]].first, bands[inside[-1]].last) == (band.first, band.last)
    if parted or not covered:
        return
    total = sum((_cell(table, at).value for at in inside), Fraction(0))
    if total != item.value and abs(total - item.value) <= total * _NEAR:
        says = f"In the {table.kind} ({table.grid.at}) those aged {band.words} are "
        says += f"{number_text(total)}, but the report gives {item.phrase.number.words}."
        yield Denial.of(item, says, "Correct the number, or the list.")
