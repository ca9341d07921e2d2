"""Shares and multiples in words, against the numbers that they are of."""

from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.constraints.shares.multiples import multiples
from reports.constraints.shares.ratios import unborne
from reports.quantities.model import Denial, constraint


@constraint(
    "share-in-words", "C02; source of error 3", follows=("claim-unlike-number", "percent-of-count")
)
def shares_in_words(reading: Reading) -> Iterator[Denial]:
    """A share or a multiple in words is what its two numbers come to."""
    yield from (denial for item, denial in unborne(reading) if item.claim)
    yield from multiples(reading)
