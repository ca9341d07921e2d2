"""What earlier public editions printed, as disclosure control weighs it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from assurance.figures.counts_behind import CountBehind
from assurance.figures.figure import WHOLE, Figure, Value
from assurance.figures.relations import Identity


@dataclass(frozen=True)
class PublishedCount:
    """What an earlier public edition printed of one figure: its identity and its count; of a cell,
    also its `place`: rows and columns of its table, its row and its column. `among` are all the
    counts that it may have been, where the edition printed a number that is worked out of it."""

    identity: Identity
    count: int
    place: tuple[int, ...] = ()
    among: range = range(0)


def counts_behind(behind: CountBehind, start: date, end: date) -> Iterator[PublishedCount]:
    """The counts that a number printed of `start` to `end` tells of, each as if it was printed."""
    identity = (behind.key, WHOLE, start, end, behind.cohort)
    for count in behind.counts:
        yield PublishedCount(identity, count, among=behind.counts)


def differing(
    earlier: Iterable[PublishedCount], values: Mapping[Identity, Value]
) -> tuple[PublishedCount, ...]:
    """The `earlier` counts, without those of a number that the count of today gives as well: that
    number tells of no change."""
    return tuple(
        item
        for item in earlier
        if item.identity not in values or values[item.identity].count not in item.among
    )


def told_by(keys: Iterable[str], figures: Mapping[str, Figure]) -> set[str]:
    """The `keys` of figures with those of numbers that are worked out of them."""
    known = set(keys)
    return known | {key for key, item in figures.items() if known & {*item.worked_out_of}}
