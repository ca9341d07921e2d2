"""A reader who knows every relation between figures, and the rule that hides them, and is patient.

A *world* is one way the records could be. The reader sees what is printed of the true one and
keeps every world that would have printed the same: what is hidden is safe where enough of them
differ in it.
"""

from collections import defaultdict
from datetime import date
from itertools import product

from assurance.figures.disclosure import protect
from assurance.figures.figure import WHOLE, Figure, Timing, Unit, Value
from assurance.runtime.periods import When

DAY = When.at(date(2016, 1, 1))
SMALL = 3


def figure(key, **said):
    """A figure of children that is never reckoned here."""
    words = dict.fromkeys(("title", "counts", "source", "rule", "citation"), key)
    said = {"unit": Unit.CHILDREN, "timing": Timing.AT, **words, **said}
    return Figure(key=key, reckon=lambda asked: None, **said)


def compositions(total, places):
    """Every way to share `total` out among `places`."""
    if places == 1:
        return [(total,)]
    return [
        (first, *rest)
        for first in range(total + 1)
        for rest in compositions(total - first, places - 1)
    ]


class Graph:
    """Figures, and every world of them up to a number of children.

    `parts` maps a breakdown's key to how many members it has, `of` to the figure they sum to;
    `based` maps a count to its base. All worlds are lists of (key, member, count, base).
    """

    def __init__(self, total="x.total", parts=(), based=(), ties=()):
        self.total, self.parts, self.based = total, tuple(parts), tuple(based)
        bound = dict(ties)
        self.figures = {
            total: figure(total),
            **{key: figure(key, base=base) for key, base in self.based},
            **{key: figure(key, whole=whole, has_members=True) for key, whole, _ in self.parts},
            **{key: figure(key, bound_by=(other,)) for key, other in bound.items()},
        }
        self.ties = tuple(bound)

    def worlds(self, most):
        """Every world of at most `most` children."""
        for count in range(most + 1):
            for held in self._based({self.total: count}, self.based):
                yield from self._divided(held)

    def _based(self, held, ahead):
        if not ahead:
            return [held]
        (key, base), *rest = ahead
        return [
            world
            for count in range(held[base] + 1)
            for world in self._based({**held, key: count}, rest)
        ]

    def _divided(self, held):
        bases = dict(self.based)
        flat = [(key, WHOLE, count, held.get(bases.get(key))) for key, count in held.items()]
        shares = [compositions(held[whole], places) for _, whole, places in self.parts]
        for chosen in product(*shares):
            yield flat + [
                (key, f"m{place}", count, None)
                for (key, _, _), counts in zip(self.parts, chosen, strict=True)
                for place, count in enumerate(counts)
            ]

    def printed(self, world):
        """What the public gets of `world`, as a tuple of counts and None."""
        values = [
            Value(key, member, DAY, count, base, Unit.CHILDREN, evidence="e", threshold=SMALL)
            for key, member, count, base in world
        ]
        public = protect({one.identity: one for one in values}, self.figures)
        return tuple(public[one.identity].count for one in values)


def narrowed(graph, most):
    """Each small count that a reader can narrow to fewer than `SMALL` values, with what was
    printed.

    Worlds near `most` are in the reader's mind too, but are asked about only where none larger
    could look the same, so that the end of the list gives nothing away.
    """
    alike = defaultdict(list)
    for world in graph.worlds(most):
        alike[graph.printed(world)].append(world)
    found = []
    for printed, worlds in alike.items():
        for place, (key, member, _, _) in enumerate(worlds[0]):
            counts = {world[place][2] for world in worlds}
            if any(1 <= count <= SMALL for count in counts) and len(counts) < SMALL:
                found.append((f"{key}:{member}", sorted(counts), printed))
    return found
