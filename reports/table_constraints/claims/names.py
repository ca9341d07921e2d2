"""Rows of a table by every name that prose has for them: labels, bands of age, numbers."""

import re
from collections import Counter

from reports.prose.quantities.bands import band_of, bands_told
from reports.prose.quantities.phrases import stem, stems
from reports.quantities.selections import rows_counted, rows_named
from reports.quantities.tables import Shown

_NUMBERED = re.compile(r"^\W*(\d{1,2})\b[.)]?\s+[A-Za-z]")
_LONG = 6
_JOINED = re.compile(r"\s+(?:and|or|/|&)\s+|,\s+")


def rows_meant(table: Shown, text: str) -> list[int]:
    """The places of the rows that a text names by label, by band, by number or by a part of it."""
    named = rows_named(table, text)
    readings = (_by_number, _by_band, _by_part, _by_first)
    return named or next(filter(None, (read(table, text) for read in readings)), [])


def _by_number(table: Shown, text: str) -> list[int]:
    """`Priority 5` is the row `5 Accommodation` of a column headed “Priority”."""
    head = stem(table.headings[0].split()[-1]) if table.headings[0].strip() else ""
    rows = []
    for at in rows_counted(table) if head else ():
        number = _NUMBERED.match(table.rows[at])
        if number and re.search(rf"\b{re.escape(head)}\w*\s+{number[1]}\b", text, re.I):
            rows.append(at)
    return rows


def _by_band(table: Shown, text: str) -> list[int]:
    named = {(band.first, band.last) for band, _, _ in bands_told(text)}
    bands = {at: band_of(table.rows[at]) for at in rows_counted(table)} if named else {}
    if None in bands.values():
        return []
    return [at for at, band in bands.items() if (band.first, band.last) in named]


def _by_part(table: Shown, text: str) -> list[int]:
    """`Young people` is the row `Children and young people` where no other row has the words."""
    own, every = stems(text), [stems(label) for label in table.rows]
    rows = []
    for at in rows_counted(table):
        parts = [stems(x) for x in _JOINED.split(table.rows[at])]
        others = frozenset().union(*(x for place, x in enumerate(every) if place != at))
        if len(parts) > 1 and any(x and x <= own and not x & others for x in parts):
            rows.append(at)
    return rows


def _by_first(table: Shown, text: str) -> list[int]:
    """`The residential homes` are the row `Residential staff`, by a word that no other row has."""
    own = stems(text)
    plain = stems(f"{table.grid.caption} {' '.join(table.headings)}")
    many = Counter(word for label in table.rows for word in stems(label))
    rows = []
    for at in rows_counted(table):
        first = stem(table.rows[at].split()[0].strip(",:"))
        if len(first) >= _LONG and many[first] == 1 and first in own - plain:
            rows.append(at)
    return rows
