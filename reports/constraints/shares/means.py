"""Averages, against the total and the number that they are of."""

from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.constraints.shares.claims import EACH
from reports.constraints.shares.ratios import unborne
from reports.quantities.model import Denial, constraint


@constraint("mean-denied", "C03; source of error 5", follows=("two-values",))
def means(reading: Reading) -> Iterator[Denial]:
    """An average is its total divided by the number that it is of."""
    yield from (denial for item, denial in unborne(reading) if item.kind == EACH)
