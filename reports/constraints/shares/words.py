"""Shares in words, against the count that each tells of and the base that it is of."""

from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.constraints.shares.ratios import unborne
from reports.quantities.model import Denial, constraint


@constraint(
    "share-in-words", "C02; source of error 3", follows=("claim-unlike-number", "percent-of-count")
)
def shares_in_words(reading: Reading) -> Iterator[Denial]:
    """A share in words is what its count and its base come to."""
    yield from (denial for item, denial in unborne(reading) if item.claim)
