"""What is part of what, among measured values: the one function that says all that a reader knows.

A relation is of identities. Built-in figures declare theirs beside themselves; a council's own
measures and the tables of a report hand theirs in. What earlier editions printed is weighed with
them.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import chain

from assurance.figures.figure import WHOLE, Figure, Value
from assurance.figures.small_numbers import CountBehind

Identity = tuple[str, str, date, date, str]


@dataclass(frozen=True)
class Sum:
    """A whole and parts of it that do not overlap; what they leave over is a count as well."""

    whole: Identity
    parts: tuple[Identity, ...]


@dataclass(frozen=True)
class Share:
    """A count, and what it is counted out of."""

    part: Identity
    base: Identity


@dataclass(frozen=True)
class Tie:
    """Counts that are related in some other way."""

    members: tuple[Identity, ...]


Relation = Sum | Share | Tie


def resolved(relation: Relation, identities: Mapping[str, Identity]) -> Relation | None:
    """A relation between members as one between identities, as far as those are there."""
    if isinstance(relation, Share):
        ends = identities.get(relation.part), identities.get(relation.base)
        return Share(*ends) if all(ends) else None
    if isinstance(relation, Sum):
        parts = tuple(identities[part] for part in relation.parts if part in identities)
        whole = identities.get(relation.whole)
        return Sum(whole, parts) if whole and parts else None
    return Tie(tuple(identities[member] for member in relation.members if member in identities))


def upward(link: Relation) -> list[tuple[Identity, Identity]]:
    """Pairs of a part and what it is a part or a share of; none for a tie."""
    if isinstance(link, Sum):
        return [(part, link.whole) for part in link.parts]
    return [(link.part, link.base)] if isinstance(link, Share) else []


def ends_of(link: Relation) -> tuple[Identity, ...]:
    """Every identity that a relation joins."""
    if isinstance(link, Tie):
        return link.members
    return tuple(dict.fromkeys(end for pair in upward(link) for end in pair))


def relations(
    values: Mapping[Identity, Value],
    figures: Mapping[str, Figure],
    declared: Iterable[Relation] = (),
) -> tuple[Relation, ...]:
    """Every relation between `values`: those of their figures, and of those `declared` the ones
    whose values are there."""
    index = defaultdict(list)
    for value in values.values():
        if value.count is not None:
            index[value.key, value.evidence, value.cohort].append(value)
            index[value.key, value.when, value.cohort].append(value)
    links = {}
    for value in values.values():
        figure = figures.get(value.key)
        if value.count is not None and figure:
            links.update(dict.fromkeys(_of_figure(value, figure, index)))
    return (*links, *filter(None, (_measured(item, values) for item in declared)))


def base_of(key: str, member: str, figures: Mapping[str, Figure]) -> tuple[str, str] | None:
    """The key and the member of the count that another is out of or part of; None where its figure
    does not declare one."""
    figure = figures.get(key)
    base = figure and (figure.base or figure.whole)
    if not base:
        return None
    return base, member if base in figures and figures[base].has_members else WHOLE


def _of_figure(value, figure, index):
    for whole in _at(figure.whole, value, index):
        if whole.member == WHOLE:
            parts = _at(value.key, value, index)
            yield Sum(whole.identity, tuple(sorted(part.identity for part in parts)))
    bases = {base.member: base for base in _at(figure.base, value, index)}
    base = bases.get(value.member) or bases.get(WHOLE)
    if base is not None and figure.base != figure.whole:
        yield Share(value.identity, base.identity)
    for key in figure.bound_by:
        others = _at(key, value, index)
        if others:
            members = {item.identity for item in (*others, *_at(value.key, value, index))}
            yield Tie(tuple(sorted(members)))


def _at(key, value, index):
    """The values of the figure `key` that were read with `value`, or for its day or period."""
    if not key:
        return []
    same = index.get((key, value.evidence, value.cohort))
    return same or index.get((key, value.when, value.cohort)) or []


def _measured(item, values):
    """A declared relation as far as it was measured; None where too little of it was."""

    def known(identity):
        return identity in values and values[identity].count is not None

    if isinstance(item, Sum):
        parts = tuple(part for part in item.parts if known(part))
        return Sum(item.whole, parts) if known(item.whole) and parts else None
    if isinstance(item, Share):
        return item if known(item.part) and known(item.base) else None
    members = tuple(filter(known, item.members))
    return Tie(members) if len(members) > 1 else None


def determined(
    links: Iterable[Relation], counts: Mapping[Identity, int], hidden: set[Identity]
) -> set[Identity]:
    """Which of those `hidden` follow exactly from the sums and the counts that are printed."""
    # Each pivot's row holds no other pivot; `places` says which rows may hold what is hidden.
    pivots: dict[Identity, dict[Identity | None, Fraction]] = {}
    places: dict[Identity, set[Identity]] = defaultdict(set)
    for link in links:
        if isinstance(link, Sum) and counts[link.whole] == sum(
            counts[entry] for entry in link.parts
        ):
            row = _equation(link, counts, hidden)
            for item in [item for item in row if item in pivots]:
                row = _without(row, item, pivots[item])
            pivot = next((item for item in row if item is not None), None)
            if pivot is None:
                continue
            row = {item: share / row[pivot] for item, share in row.items()}
            for other in places.pop(pivot, ()):
                pivots[other] = _without(pivots[other], pivot, row)
                _note(places, other, row)
            pivots[pivot] = row
            _note(places, pivot, row)
    return {pivot for pivot, row in pivots.items() if set(row) <= {pivot, None}}


def _note(places, pivot, row):
    """Notes that the row of a pivot may hold what is in `row`."""
    for item in row:
        if item not in (None, pivot):
            places[item].add(pivot)


def _equation(link, counts, hidden):
    """What is hidden of a sum, each with its sign; None stands for all that is printed."""
    row = {None: Fraction(0)}
    for item, sign in ((link.whole, 1), *((part, -1) for part in link.parts)):
        name = item if item in hidden else None
        row[name] = row.get(name, 0) + Fraction(sign * (1 if name else counts[item]))
    return {item: share for item, share in row.items() if share or item is None}


def _without(row, pivot, known):
    """`row` less as much of the equation `known` as takes `pivot` out of it."""
    if not (share := row.get(pivot)):
        return row
    rest = {item: row.get(item, 0) - share * known.get(item, 0) for item in {**row, **known}}
    return {item: share for item, share in rest.items() if share or item is None}


def hidden_with_counts(values: Mapping[Identity, Value], hidden: set[Identity]) -> set[Identity]:
    """The numbers worked out of a count that is among those `hidden`, or was not measured: whoever
    reads a rate and the published population knows the count behind it."""
    open_counts = {
        (value.key, value.evidence)
        for identity, value in values.items()
        if identity not in hidden and value.member == WHOLE and value.count is not None
    }
    return {
        identity
        for identity, value in values.items()
        if value.behind and (value.behind.key, value.behind.evidence) not in open_counts
    }


@dataclass(frozen=True)
class PublishedCount:
    """What an earlier public edition printed of one figure: its identity and its count; of a cell,
    also its `place`: rows and columns of its table, its row and its column. `among` are all the
    counts that it may have been, where the edition printed a number that is worked out of it."""

    identity: Identity
    count: int
    place: tuple[int, ...] = ()
    among: range = range(0)


# How the app that keeps editions finds what they printed of some figures, before a report.
READERS: list[Callable[[object, Collection[str]], Iterable[PublishedCount]]] = []


def counts_before(paper, keys: Collection[str]) -> tuple[PublishedCount, ...]:
    """The counts of the figures `keys` that editions printed, for a report to be weighed by."""
    return tuple(chain.from_iterable(read(paper, keys) for read in READERS))


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
