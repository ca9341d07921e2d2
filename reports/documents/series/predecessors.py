"""Which value of an earlier report each value of a later one is compared with."""

from collections.abc import Iterable, Sequence

from assurance.figures.comparison import why_not_comparable
from assurance.figures.keys import current_key
from reports.documents.entries import Entry
from reports.documents.series.waves import moment_of


def followed(before: Iterable[Entry], after: Iterable[Entry]) -> dict[int, Entry]:
    """Number of each entry of a later report → the entry of an earlier one that it is compared
    with: the one of its moment, else, for the latest of its like, the latest that it may be
    compared with, else the latest of its kind that is left.

    A value that both reports print alike is also what a newer one follows: the audits of 2015 are
    in both reports, and those of 2016 are compared with them.
    """
    groups: dict[tuple[str, str], tuple[list, list]] = {}
    for place, rows in enumerate((before, after)):
        for row in sorted(rows, key=lambda one: one.end, reverse=True):
            groups.setdefault((current_key(row.key), row.member), ([], []))[place].append(row)
    pairs: dict[int, Entry] = {}
    for former, later in groups.values():
        pairs |= _followed(former, later)
    return pairs


def is_of_one_moment(item: Entry, other: Entry) -> bool:
    """True for two values of one figure on one date, for one period or in one wave."""
    named = ("key", "member", "cohort")
    alike = all(getattr(item, name) == getattr(other, name) for name in named)
    return alike and moment_of(item) == moment_of(other)


def _followed(former, later):
    """The same of one figure, the newest value first."""
    pairs = _of_one_moment(former, later)
    repeated = {other.number for row in later if (other := _printed_again(row, pairs))}
    paired = {other.number for other in pairs.values()} - repeated
    latest = [
        row
        for place, row in enumerate(later)
        if row.number not in pairs and not _has_newer(row, later[:place])
    ]
    for row in latest:
        if other := _last_alike(row, former, paired, repeated):
            paired.add(other.number)
            pairs[row.number] = other
    unlike = {}
    for row in latest:
        if row.number not in pairs:
            unlike.setdefault(_is_of_a_day(row), row)
    for is_of_a_day, row in unlike.items():
        left = (entry for entry in former if entry.number not in paired | repeated)
        if other := next((entry for entry in left if _is_of_a_day(entry) == is_of_a_day), None):
            pairs[row.number] = other
    return pairs


def _of_one_moment(former, later):
    left, pairs = list(former), {}
    for figure in later:
        if other := next((row for row in left if is_of_one_moment(figure, row)), None):
            left.remove(other)
            pairs[figure.number] = other
    return pairs


def _printed_again(row, found):
    """The entry of the same moment that reads as `row` does; None where there is none."""
    other = found.get(row.number)
    is_alike = other is not None and (other.text, other.base) == (row.text, row.base)
    return other if is_alike and not other.mark else None


def _has_newer(row, others):
    return any(not why_not_comparable(row, other) for other in others)


def _last_alike(row: Entry, former: Sequence[Entry], taken: set[int], repeated: set[int]):
    """The last entry of `former` that `row` may be compared with, its own group's first."""
    free = (one for one in former if one.number not in taken)
    earlier = (one for one in free if one.number not in repeated or one.end < row.end)
    alike = (one for one in earlier if not why_not_comparable(row, one))
    return min(alike, key=lambda one: one.cohort != row.cohort, default=None)


def _is_of_a_day(entry):
    return entry.start == entry.end
