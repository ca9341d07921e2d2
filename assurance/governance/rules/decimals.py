"""Values with decimals among measures of people: which of them would give a small number away."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from math import floor

from assurance.figures.relations import Relation, Sum, ends_of, upward
from assurance.figures.small_numbers import is_small
from assurance.runtime.digits import whole

_PER = re.compile(r"\b(?:per|for\s+every)\s+(1(?:,?000){1,2}|10(?:0|,?000)|100,?000)\b", re.I)


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


def per_of(text: str) -> int | None:
    """What a rate is per, as its title or definition says it (`per 10,000`); None for no rate."""
    match = _PER.search(text)
    return whole(match[1].replace(",", "")) if match else None


def pinning(
    shares: Mapping[str, tuple[Decimal, int]],
    bases: Mapping[str, int],
    relations: Iterable[Relation],
    most: int,
) -> frozenset[str]:
    """Of shares and rates, each with what it is per, those that give few of their base away."""
    pairs = [pair for link in relations for pair in upward(link)]
    known = [(part, bases[base]) for part, base in pairs if part in shares and base in bases]
    return frozenset(
        part for part, base in known if base > 0 and pins_few(*shares[part], base, most)
    )


def pins_few(value: Decimal, per: int, base: int, most: int) -> bool:
    """Whether only a count up to `most`, or one that leaves no more of `base`, gives the share
    `value` per so many, as it is printed: halves up, without noughts at its end."""
    unit = Decimal(1).scaleb(min(0, value.normalize().as_tuple().exponent))
    near, reach = floor(value * base / per), floor(unit * base / per) + 2
    fits = [
        count
        for count in range(max(0, near - reach), min(base, near + reach) + 1)
        if (Decimal(count) * per / base).quantize(unit, ROUND_HALF_UP) == value
    ]
    few = all(is_small(count, most) for count in fits)
    return bool(fits) and (few or all(is_small(base - count, most) for count in fits))
