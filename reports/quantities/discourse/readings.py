"""Each constraint over the quantities of a passage and of its tables, in turn."""

from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.quantities.discourse.aims import aims
from reports.quantities.discourse.cells import cells
from reports.quantities.discourse.comparisons import comparisons
from reports.quantities.discourse.exceptions import exceptions
from reports.quantities.discourse.known_groups import known_groups
from reports.quantities.discourse.listed_names import listed_names
from reports.quantities.discourse.remainders import remainders
from reports.quantities.discourse.row_ways import row_ways
from reports.quantities.model import Denial

_READINGS = (
    known_groups,
    exceptions,
    comparisons,
    aims,
    cells,
    row_ways,
    remainders,
    listed_names,
)


def claims_of_passages(reading: Reading) -> Iterator[Denial]:
    """The claims of sentences that the quantities of their passages and tables deny."""
    for read in _READINGS:
        yield from read(reading)
