"""Values with decimals among measures of people: which of them would give a small number away."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal

from assurance.figures.relations import Relation, Sum, ends_of, upward


def giving_away(
    values: Mapping[str, Decimal], relations: Iterable[Relation], most: int
) -> frozenset[str]:
    """The measures that relations join, near or far, to a value of up to `most`, or to a whole that
    leaves such a rest: one with decimals among them could be subtracted from the others."""
    joined, small = defaultdict(set), set()
    for link in relations:
        ends = set(ends_of(link)) & set(values)
        for end in ends:
            joined[end] |= ends
        numbers = [*map(values.get, ends), *_rests(link, values)]
        if any(0 < number <= most for number in numbers):
            small |= ends
    ahead = list(small)
    while ahead:
        new = joined[ahead.pop()] - small
        small |= new
        ahead.extend(new)
    return frozenset(small)


def _rests(link, values):
    """What the known parts, or each share, leave over of their whole."""
    pairs = [pair for pair in upward(link) if set(pair) <= set(values)]
    if isinstance(link, Sum):
        return [abs(values[link.whole] - sum(values[part] for part, _ in pairs))] if pairs else []
    return [abs(values[whole] - values[part]) for part, whole in pairs]
