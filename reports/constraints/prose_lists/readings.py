"""Each reading of the numbers that a sentence gives to several things, in turn."""

from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.constraints.prose_lists.counts_of_lists import counts_of_lists
from reports.constraints.prose_lists.list_ranks import list_ranks
from reports.constraints.prose_lists.partitions import partitions
from reports.quantities.model import Denial, guesses


def claims_of_lists(reading: Reading) -> Iterator[Denial]:
    """The claims about the numbers of a sentence that these numbers deny."""
    yield from guesses(list_ranks(reading))
    yield from partitions(reading)
    yield from counts_of_lists(reading)
