"""What sums give away exactly, held against every world of small counts."""

from datetime import date
from itertools import product
from random import Random

from assurance.figures.relations import Sum, determined

DAY = date(2016, 1, 1)


def named(place):
    """An identity."""
    return ("x", str(place), DAY, DAY, "")


def test_what_follows_exactly_is_what_is_one_number_in_every_solution():
    """Random tables of sums over six counts: a hidden one is determined where no change of the
    hidden ones, of up to two each way, keeps every sum and moves it."""
    random, seen = Random(7), 0
    for _ in range(120):
        names = [named(place) for place in range(6)]
        counts = {name: random.randrange(3, 30) for name in names}
        links = []
        for place in range(random.randrange(1, 5)):
            parts = tuple(random.sample(names, random.randrange(2, 5)))
            whole = named(10 + place)
            counts[whole] = sum(counts[part] for part in parts)
            links.append(Sum(whole, parts))
        hidden = set(random.sample(sorted(counts), random.randrange(2, 5)))
        free = sorted(hidden)
        moved = set()
        for change in product(range(-2, 3), repeat=len(free)):
            delta = dict(zip(free, change, strict=True))
            if all(
                delta.get(link.whole, 0) == sum(delta.get(part, 0) for part in link.parts)
                for link in links
            ):
                moved |= {name for name, amount in delta.items() if amount}
        seen += bool(hidden - moved)
        assert determined(links, counts, hidden) == hidden - moved
    assert seen > 20
