"""Keys of figures: through time, for what papers and editions keep goes on naming the same figure,
and in families."""

import threading
from collections.abc import Mapping
from types import MappingProxyType

from assurance.figures.figure import Figure

# Key that papers and editions were written with → the key of the figure today.
ALIASES: dict[str, str] = {}


def current_key(key: str) -> str:
    """The key that the figure called `key` has today."""
    return ALIASES.get(key, key)


def keys_of(key: str) -> tuple[str, ...]:
    """Every key that the figure called `key` has had, today's first."""
    now = current_key(key)
    return (now, *(old for old, new in ALIASES.items() if new == now))


def related(key: str, figures: Mapping[str, Figure]) -> frozenset[str]:
    """Every key joined to `key` by sums, bases or a declared tie, near or far, and to what it is
    worked out of; itself included."""
    return _family_index.family(key, figures)


class _FamilyIndex(threading.local):
    """The families of the figures that were asked about last. Tuples of the same objects are
    compared by identity, which is far quicker than to find every tie again."""

    figures = ()
    ties = MappingProxyType({})
    families = MappingProxyType({})

    def family(self, key, figures):
        """Every key joined to `key`."""
        declared = tuple(figures.values())
        if self.figures != declared:
            self.figures, self.ties, self.families = declared, _ties(figures), {}
        if key not in self.families:
            self.families[key] = _related(key, figures, self.ties)
        return self.families[key]


_family_index = _FamilyIndex()


def _related(key, figures, ties):
    result, ahead = set(), [key, *(figures[key].worked_out_of if key in figures else ())]
    while ahead:
        item = ahead.pop()
        if item not in result:
            result.add(item)
            ahead.extend(ties.get(item, ()))
    return frozenset(result)


def _ties(figures):
    ties = {}
    for figure in figures.values():
        for other in filter(
            None, (figure.whole, figure.base, *figure.bound_by, *figure.measured_with)
        ):
            ties.setdefault(figure.key, set()).add(other)
            ties.setdefault(other, set()).add(figure.key)
    return ties
