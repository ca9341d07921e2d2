"""`Well over half are 55 or older`: what the bands of a list or table come to from there on."""

import re
from collections.abc import Iterator

from assurance.runtime.digits import whole
from reports.checks.reading import Reading
from reports.prose.numbers import COUNT
from reports.prose.quantities.arithmetic import number_text
from reports.prose.quantities.bands import band_of
from reports.prose.quantities.claims import CLAIM, claim_of
from reports.quantities.model import Denial
from reports.quantities.selections import beside_tables
from reports.quantities.tables import TOTAL, Shown

_FROM = re.compile(
    r"(?:\baged\s+|\bare\s+|\bwere\s+|\bhad\s+|\bhave\s+|\bis\s+)(?:(?P<least>\d+|[a-z]+)\s+(?:or|and)\s+(?:older|over|more|above)|(?:under|below|younger\s+than)\s+(?P<under>\d+|[a-z]+))\b",
    re.I,
)
_MEND = "Write the share that the bands show, or put the age right."
_LEAST = 3


def shares_of_bands(reading: Reading) -> Iterator[Denial]:
    """The shares in words of all at or over an age, or under it, that bands near deny."""
    for row, tables in beside_tables(reading):
        text = row.sentence.text
        written = row.sentence.said()
        match, claims = (
            _FROM.search(written),
            [x for x in CLAIM.finditer(text) if x["fraction"] or x["most"]],
        )
        claim = claim_of(claims[0]) if match and len(claims) == 1 else None
        if claim is None or any(x.phrase.is_stock for x in row.counts):
            continue
        for table in tables:
            share = _share(table, match)
            if share is not None and claim.is_denied(share):
                says = (
                    f"By the {table.kind} ({table.grid.at}) it is {number_text(share * 100, 1)}%, "
                )
                says += f"but the report has “{claim.word}”."
                yield Denial(row.line, row.span, says, _MEND)
                break


def _share(table: Shown, match):
    """The share of the bands that a match names, where one ends right there; else None."""
    rows = [
        (band_of(label), [x for x in cells if x and x.kind == COUNT])
        for label, cells in zip(table.rows, table.numbers, strict=True)
        if not TOTAL.match(label)
    ]
    if len(rows) < _LEAST or any(not band or len(cells) != 1 for band, cells in rows):
        return None
    edge = match["least"] or match["under"]
    if not edge.isdecimal():
        return None
    age, total = whole(edge), sum(cells[0].value for _, cells in rows)
    above = [cells[0].value for band, cells in rows if band.first >= age]
    if not any(band.first == age for band, _ in rows) or not total:
        return None
    return sum(above) / total if match["least"] else 1 - sum(above) / total
