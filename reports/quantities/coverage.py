"""The one of some labels whose own words a text has, in whatever form and order."""

import re
from collections import Counter
from functools import lru_cache

from assurance.runtime.periods import MONTHS
from reports.prose.content import words_of
from reports.prose.dates import KEPT
from reports.quantities.tables import TOTAL

_WORD = re.compile(r"[A-Za-z]+|\d+")
# So many letters say of two words with other endings that they are one.
_SAME, _LEAST = 5, 4
_OPEN = words_of("a an the of and or to in on at by for with from as is are was were be")
_MONTHS = frozenset(name.casefold()[:_SAME] for name in MONTHS)
# So much of the words that a label alone has must be there, and so much more than of another.
_MOST, _TIMES = 0.6, 1.5


def most_covered(labels: tuple[str, ...], text: str) -> list[int]:
    """The place of the one label of which a text has most of the words that not all others have;
    nothing where it has none, or as much of another."""
    own, shares = _beginnings(text), []
    for at, roots in _set_apart(labels):
        common = roots & own
        if any(len(root) >= _LEAST and root.isalpha() for root in common - _MONTHS):
            shares.append((len(common) / len(roots), at))
    (best, place), (next_best, _) = sorted([*shares, (0, 0), (0, 0)], reverse=True)[:2]
    return [place] if best >= _MOST and best >= _TIMES * next_best else []


@lru_cache(KEPT)
def _set_apart(labels: tuple[str, ...]) -> tuple[tuple[int, frozenset[str]], ...]:
    """The place of each label that is no total, with the words that not all others have."""
    counted = [
        (at, _beginnings(label)) for at, label in enumerate(labels) if not TOTAL.match(label)
    ]
    many = Counter(root for _, roots in counted for root in roots)
    apart = ((at, frozenset(x for x in roots if many[x] < len(counted))) for at, roots in counted)
    return tuple((at, roots) for at, roots in apart if roots)


@lru_cache(KEPT)
def _beginnings(text: str) -> frozenset[str]:
    terms = (term.casefold() for term in _WORD.findall(text))
    return frozenset(beginning(term) for term in terms if term not in _OPEN)


def beginning(word: str) -> str:
    """The beginning of a word, by which its other forms begin too."""
    small = word.casefold()
    return small[:_SAME] if len(small) > _SAME else small.removesuffix("s")
