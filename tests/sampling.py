"""Which tests the gate leaves to `make test-long`: those marked `long`, and of each that is marked
`sampled(n)` all but every n-th of its cases."""

from itertools import islice

from django.db import connection

from tests.cases import LONG


def sample(values, one_in):
    """Every `one_in`-th of the values as a list, and all of them in `make test-long`: others beside
    each database, since the gate asks the same of both."""
    values = list(values)
    begun = len(connection.vendor) % one_in
    return values if LONG else list(islice(values, begun, None, one_in)) or values[:1]


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
