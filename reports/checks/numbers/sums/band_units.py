"""Bands of time in several units, whose neighbours of one unit must not overlap either."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from reports.checks.reading import SIDE_BY_SIDE
from reports.checks.rule import Fault, Severity, fault
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.bands import ENDLESS, Band, band_of

UNIT = SentencePattern(r"\b(?:hour|day|week|month|year(?!s?\s+end))", re.I)
MEET = "Let each band begin where the one before has ended."


def of_other_units(rows: Iterable[tuple], most: str) -> Iterator[Fault]:
    """The faults of neighbours of one unit that is not that of most: `0 to 27 days`, `21 to 364
    days`, of bands of years."""
    for (_line, text, _span), (line, other, span) in pairwise(rows):
        units, bands = units_in((text,)), (band_of(text), band_of(other))
        if units == units_in((other,)) and len(units) == 1 and most not in units and all(bands):
            first, last = bands
            if first.overlaps(last) and first.last > first.first and last.last > last.first:
                says = f"“{first.words}” and “{last.words}” overlap: {shared_part(*bands)} in both."
                # Hardly anything lasts two years to the day.
                meets = first.last == last.first
                weight = Severity.ADVICE if meets else Severity.WARNING
                yield fault(line, span, says, MEET, severity=weight)


def units_in(texts: Iterable[str]) -> set[str]:
    """The units of time that some texts name."""
    return {match[0].casefold() for text in texts for match in UNIT.finditer(text)}


def in_several_units(texts: Iterable[str]) -> bool:
    """True if lengths of time are in units of which none is a number of another."""
    return len(units_in(texts)) > 1


def shared_part(item: Band, other: Band) -> str:
    """The numbers that two bands have in common, in words."""
    first, last = max(item.first, other.first), min(item.last, other.last)
    if first == last:
        return f"{first} is"
    return f"{first} to {last} are" if last < ENDLESS else f"all from {first} are"


def without_subtotals(rows: Sequence[tuple[Any, Band]]) -> list[tuple[Any, Band]]:
    """The rows of (place, band) but those whose band is what two or more of the others that follow
    on one another come to; all, where they are more than are laid side by side."""
    bands = sorted({(band.first, band.last) for _place, band in rows})
    if len(bands) > SIDE_BY_SIDE:
        return list(rows)
    return [row for row in rows if not _is_subtotal(row[1], bands)]


def _is_subtotal(band: Band, bands: Sequence[tuple[int, int]]) -> bool:
    """True if other bands, in their order, lead from the first of a band to its last."""
    ends = {band.first - 1}
    for first, last in bands:
        if first - 1 in ends and (first, last) != (band.first, band.last):
            ends.add(last)
    return band.last in ends


def span_of(first: int, last: int) -> str:
    """How the whole numbers from one to another are written."""
    return f"{first} to {last}" if last > first else f"{first}"
