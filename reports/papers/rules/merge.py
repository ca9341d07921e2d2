"""Two wordings that were made from one, put together where what was changed does not touch.

Wordings are compared by the sentence and by the line; what two people did to one sentence is left
to them.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from itertools import pairwise

# Pairs of like pieces that are looked at.
MOST = 500_000
# What stands between sentences and lines is a piece of its own: two sentences never touch.
_BETWEEN = re.compile(r"((?<=[.!?;])[ \t]+|(?<=[.!?;][”’\"')\]])[ \t]+|\n+)")


def pieces(text: str) -> list[str]:
    """The sentences and lines of `text` and what stands between them; joined they are `text`."""
    return [part for part in _BETWEEN.split(text) if part]


def merged(base: str, mine: str, theirs: str) -> str | None:
    """`base` with the changes of both, or None where they changed the same or touch.

    Nothing is made of wordings with more like lines than can be compared. A sentence that both
    wrote alike is taken once; of two that were put in at one place nobody
    could tell which goes first, so they touch.
    """
    if mine == theirs or theirs == base:
        return mine
    if mine == base:
        return theirs
    old = pieces(base)
    if any(_pairs(old, pieces(their)) > MOST for their in (mine, theirs)):
        return None
    changes = sorted({*_changes(old, mine), *_changes(old, theirs)})
    if any(_touch(*pair) for pair in pairwise(changes)):
        return None
    made, end = [], 0
    for first, last, new in changes:
        made += [*old[end:first], *new]
        end = last
    return "".join((*made, *old[end:]))


def merged_fields(base: Mapping, mine: Mapping, theirs: Mapping) -> dict | None:
    """Each field of `mine` merged; None where one cannot be, or one person changed nothing more."""
    made = {}
    for name, own in mine.items():
        old, other = base.get(name), theirs.get(name)
        if isinstance(own, str) and isinstance(old, str) and isinstance(other, str):
            made[name] = merged(old, own, other)
        else:
            made[name] = own if other in (old, own) else (other if own == old else None)
        if made[name] is None and own is not None:
            return None
    return None if made in (dict(mine), dict(theirs)) else made


def _changes(old, wording) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """(first, last, new pieces) of each stretch of `old` that `wording` has otherwise."""
    new = pieces(wording)
    for kind, first, last, at, to in SequenceMatcher(str.isspace, old, new, False).get_opcodes():
        if kind != "equal":
            yield first, last, tuple(new[at:to])


def _pairs(old, new):
    index = Counter(item for item in new if not item.isspace())
    return sum(count * index[item] for item, count in Counter(old).items())


def _touch(item, other) -> bool:
    """Whether two different changes, the first beginning no later, meet."""
    (first, last, _), (begins, ends, _) = item, other
    if begins < last or begins == first:
        return True
    return begins == last and (first == last or begins == ends)
