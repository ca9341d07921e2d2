"""Phrases that mean the same: those of the thesaurus and those of a council's own glossary; and
everyday words with what reports print for them."""

from collections.abc import Iterable
from functools import cache

from reports.vocabulary import everyday_children, everyday_council
from reports.vocabulary.plain_text import plain
from reports.vocabulary.stems import stems
from reports.vocabulary.thesaurus import SYNONYMS

EVERYDAY = (*everyday_children.EVERYDAY, *everyday_council.EVERYDAY)


def synonyms_with(glossary: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Stems of each phrase of the thesaurus, of a council's `glossary` (short, long), and of each
    everyday one → all the phrases of its meaning."""
    known = _index_of_thesaurus()
    index = _with_groups(dict(known), glossary)
    for key, names in _everyday_index().items():
        own = index.get(key)
        # Few phrases are of the glossary as well: only theirs are merged anew.
        index[key] = names if own is known.get(key) else _merged((*own, *names))
    return index


@cache
def _index_of_thesaurus():
    return _with_groups({}, SYNONYMS)


@cache
def _everyday_index():
    """Stems of each everyday phrase → itself and the phrases that reports print, with those that
    mean the same as these."""
    known, index = _index_of_thesaurus(), {}
    for fields, typed in EVERYDAY:
        names = [name for field in fields for name in (field, *known.get(stems(field), ()))]
        for name in typed:
            key = stems(name)
            own = index.get(key) or known.get(key) or (name,)
            index[key] = _merged((*own, *names))
    return index


def _merged(names):
    return tuple({plain(name): name for name in names}.values())


def _with_groups(index, groups):
    for group in groups:
        known = next((index[key] for key in map(stems, group) if key in index), ())
        merged = _merged((*group, *known))
        index |= dict.fromkeys(map(stems, merged), merged)
    return index
