"""No modules and no folders import each other in a circle."""

from pathlib import PurePosixPath

from tests.sources import own_imports, product


def test_no_modules_import_each_other_in_a_circle():
    assert not list(circles(own_imports()))


def test_no_folders_import_each_other_in_a_circle():
    places = {one.name: PurePosixPath(one.relative).parent for one in product()}
    edges = {}
    for name, taken in own_imports().items():
        here, others = places[name], {places[one] for one in taken}
        edges.setdefault(str(here), set()).update(
            str(one)
            for one in others
            if here not in (one, *one.parents) and one not in here.parents
        )
    assert not list(circles(edges))


def test_a_circle_would_be_found():
    assert list(circles({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}})) == [["a", "b", "c"]]


def circles(edges):
    """Every set of names that import each other in a circle, each sorted; Tarjan's algorithm."""
    found, order, low, stack = [], {}, {}, []

    def visit(one):
        order[one] = low[one] = len(order)
        stack.append(one)
        for other in sorted(edges.get(one, ())):
            if other not in order:
                visit(other)
                low[one] = min(low[one], low[other])
            elif other in stack:
                low[one] = min(low[one], order[other])
        if low[one] == order[one]:
            start = stack.index(one)
            if len(stack) - start > 1:
                found.append(sorted(stack[start:]))
            del stack[start:]

    for one in sorted(edges):
        if one not in order:
            visit(one)
    return found
