"""A share in words of all up to or from a value, against the bands of a table near: `More than
half of the workers hold 16 or fewer`, of which the rows come to exactly half."""

import re
from collections.abc import Iterator
from fractions import Fraction

from assurance.runtime.digits import whole
from reports.checks.reading import Reading
from reports.prose.numbers import COUNT, value_of
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.arithmetic import number_text
from reports.prose.quantities.bands import ENDLESS, Band, band_of
from reports.prose.quantities.claims import CLAIM, claim_of
from reports.quantities.model import Denial
from reports.quantities.selections import beside_tables
from reports.quantities.tables import TOTAL, Shown

_NUMBER = r"(?P<{0}>\d{{1,4}}|[a-z]+(?:-[a-z]+)?)"
# “16 or fewer”, “over 20 days”, “at least three years”: where the bands end or begin.
_EDGE = SentencePattern(
    rf"\b{_NUMBER.format('most')}\s+(?:[a-z]+\s+)?(?:or|and)\s+(?:fewer|less|under|younger|below|shorter)\b"
    rf"|\b{_NUMBER.format('least')}\s+(?:[a-z]+\s+)?(?:or|and)\s+(?:older|over|more|above|longer|upwards)\b"
    rf"|\b(?:fewer\s+than|less\s+than|under|below|younger\s+than|inside|before\s+the\s+age\s+of)\s+{_NUMBER.format('under')}\b(?!\s+(?:per|in))"
    rf"|\b(?:up\s+to|no\s+more\s+than|at\s+most|within)\s+{_NUMBER.format('within')}\b"
    rf"|\b(?:more\s+than|over|above|older\s+than|longer\s+than|beyond)\s+{_NUMBER.format('over')}\b(?!\s+(?:per|in))"
    rf"|\b(?:at\s+least)\s+{_NUMBER.format('from')}\b",
    re.I,
)
_LOWEST = re.compile(
    rf"^\W*{_NUMBER.format('last')}\s+(?:[a-z]+\s+)?(?:or|and)\s+(?:fewer|less|under|below|younger|shorter)\W*$",
    re.I,
)
_FEWEST, _MEND = 3, "Write the share that the bands show, or correct the rows."


def bands_in_words(reading: Reading) -> Iterator[Denial]:
    """A share in words of what ends or begins at a band is what the rows of a table come to."""
    for row, tables in beside_tables(reading):
        written = row.sentence.said()
        claims = [x for x in CLAIM.finditer(written) if x["fraction"] or x["most"]]
        claim = claim_of(claims[0]) if len(claims) == 1 else None
        edges = [x for x in _EDGE.finditer(written) if claim and not _overlaps(x, claims[0])]
        if claim is None or len(edges) != 1 or any(x.phrase.is_stock for x in row.counts):
            continue
        shares = [x for table in tables if (x := _share(table, edges[0])) is not None]
        # Of a share of all of them the rows are of another thing.
        if shares and 1 not in shares and all(map(claim.is_denied, shares)):
            says = f"By the rows it is {number_text(shares[0] * 100, 1)}%, but the report has "
            yield Denial(row.line, row.span, f"{says}“{claim.word.strip()}”.", _MEND)


def _overlaps(first: re.Match, last: re.Match) -> bool:
    return first.start() < last.end() and last.start() < first.end()


def _share(table: Shown, edge: re.Match) -> Fraction | None:
    """The share of the rows up to an edge or from it, where a band of a table ends right there."""
    rows = [*_banded(table)]
    if len(rows) < _FEWEST:
        return None
    last = max(band.last for band, _ in rows)
    first, end = _ends(edge)
    if not any(band.first == first or band.last == end for band, _ in rows):
        return None
    inside = [
        x for band, x in rows if band.first >= first and min(band.last, last) <= max(end, first)
    ]
    total = sum(x for _, x in rows)
    return Fraction(sum(inside)) / total if total else None


def _banded(table: Shown) -> Iterator[tuple[Band, Fraction]]:
    """Each band of the rows of a table with its one count; none where a row is no band."""
    for label, cells in zip(table.rows, table.numbers, strict=True):
        band, counts = _band(label), [x for x in cells[1:] if x and x.kind == COUNT]
        if not TOTAL.match(label) and band and len(counts) == 1:
            yield band, counts[0].value


def _band(label: str) -> Band | None:
    """The band that a row's heading names; of `12 or fewer` as well."""
    lowest = _LOWEST.match(label)
    last = _value(lowest["last"]) if lowest else None
    return Band(0, last, label, open_end=True) if last is not None else band_of(label)


def _value(text: str) -> int | None:
    return whole(text) if text.isdecimal() else value_of(text)


def _ends(edge: re.Match) -> tuple[int, int]:
    """The first and the last whole number that the words of an edge take in."""
    name = edge.lastgroup or ""
    value = _value(edge[name])
    if value is None:
        return -1, -1
    ends = {
        "most": (-1, value),
        "within": (-1, value),
        "under": (-1, value - 1),
        "least": (value, ENDLESS),
        "from": (value, ENDLESS),
        "over": (value + 1, ENDLESS),
    }
    return ends[name]
