"""Phrases that mean the same: those of the thesaurus and those of a council's own glossary."""

from collections.abc import Iterable
from functools import cache

from reports.publication.search.vocabulary.plain_text import plain
from reports.publication.search.vocabulary.stems import stems
from reports.publication.search.vocabulary.thesaurus import SYNONYMS


def synonyms_with(glossary: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Stems of each phrase of the thesaurus, and of a council's `glossary` (short, long) → all the
    phrases of its meaning."""
    return _with_groups(dict(_index_of_thesaurus()), glossary)


@cache
def _index_of_thesaurus():
    return _with_groups({}, SYNONYMS)


def _with_groups(index, groups):
    for group in groups:
        known = next((index[key] for key in map(stems, group) if key in index), ())
        merged = tuple({plain(name): name for name in (*group, *known)}.values())
        index |= dict.fromkeys(map(stems, merged), merged)
    return index
