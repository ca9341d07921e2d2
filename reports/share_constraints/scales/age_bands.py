"""Bands of age that have everybody in them, against the count of all that the report repeats."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from assurance.runtime.digits import whole
from reports.checks.reading import Reading, shared
from reports.prose.numbers import COUNT
from reports.prose.quantities.arithmetic import number_text
from reports.prose.quantities.bands import Band, band_of
from reports.quantities.derivation.slips import is_of_one_slip
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import statements

_AGE = re.compile(r"\bage[sd]?\b", re.I)
_COUNT = re.compile(
    r"(?:[:,(–—-]|\s)\s*(?P<count>\d{1,3}(?:,\d{3})+|\d{1,6})\s*(?:\(\d+(?:\.\d+)?%\))?\W*$"
)
_LEADING = re.compile(r"^.*:\s+(?=\S*\s*\S)", re.S)
_FEWEST, _GROWN, _TWICE, _LARGE = 3, 15, 2, 50


def age_bands(reading: Reading) -> Iterator[Denial]:
    """`Under 5, 511; 5 to 11, 702; 12 to 17, 572` of the 1,740 contacts of the report."""
    for row in statements(reading):
        counts = _counts(row) if ";" in row.sentence.text and _AGE.search(row.sentence.text) else []
        total = sum(counts)
        values = shared(reading, _repeated) if total >= _LARGE else {}
        if not counts or values.get(total):
            continue
        wholes = [
            value
            for value, many in values.items()
            if many >= _TWICE and value not in counts and is_of_one_slip(counts, value)
        ]
        if len(wholes) == 1:
            says = f"{' + '.join(map(number_text, counts))} = {number_text(total)}, but the report "
            yield Denial(
                row.line,
                row.span,
                f"{says}has {number_text(wholes[0])} in all.",
                "Put the number right.",
            )


def _counts(row: Statement) -> list[int]:
    """The counts of a sentence whose pieces are the bands of all children, in order."""
    pieces = _LEADING.sub("", row.sentence.said()).split(";")
    bands: list[tuple[Band, int]] = []
    for piece in pieces:
        count, band = _COUNT.search(piece), band_of(re.sub(r"^\s*and\s+", "", piece.strip()))
        if not count or band is None:
            return []
        bands.append((band, whole(count["count"].replace(",", ""))))
    whole_range = len(bands) >= _FEWEST and not bands[0][0].first and bands[-1][0].last >= _GROWN
    meets = all(a.last + 1 == b.first for (a, _), (b, _) in pairwise(bands))
    return [count for _, count in bands] if whole_range and meets else []


def _repeated(reading: Reading) -> Counter:
    """Count → how often the report has it."""
    return Counter(
        number.value for line in reading.lines for number in line.numbers if number.kind == COUNT
    )
