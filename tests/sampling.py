"""Which tests the gate leaves to `make test-long`: those marked `long`, and of each that is marked
`sampled(n)` all but every n-th of its cases."""

from tests.cases import LONG
from tests.sweeping import beside


def sample(values, one_in, place=0):
    """Every `one_in`-th of the values as a list, and all of them in `make test-long`: others beside
    each database, since the gate asks the same of both, and others at each `place` of a sweep."""
    values = list(values)
    return values if LONG else values[beside(place) % one_in :: one_in] or values[:1]


def most_of(values):
    """All but every third of the values as a list, and all of them in `make test-long`: those left
    out beside one database are asked beside the other."""
    values = list(values)
    left_out = set() if LONG else {*range(beside(0) % 3, len(values), 3)}
    return [value for place, value in enumerate(values) if place not in left_out]


def asked(items):
    """The tests that this run asks, in their order."""
    if LONG:
        return list(items)
    families = {}
    for item in items:
        if not item.get_closest_marker("long"):
            families.setdefault(item.nodeid.partition("[")[0], []).append(item)
    return [item for family in families.values() for item in _drawn(family)]


def _drawn(family):
    marked = family[0].get_closest_marker("sampled")
    return sample(family, *marked.args) if marked else family
