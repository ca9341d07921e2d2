"""Words of a text that carry its matter, so that two passages can be said to be about one thing."""

import re
from difflib import SequenceMatcher
from functools import lru_cache


def words_of(text: str) -> frozenset[str]:
    """The words of `text`, parted by blanks."""
    return frozenset(text.split())


_WORD = re.compile(r"[A-Za-z][A-Za-z’'-]+")
_EMPTY = words_of(
    """a about above after again against all also among an and any are as asked at be been before
    being below between both but by can committee council could details detailed did do does down
    due during each further for from had has have having her here his how however if in into is it
    its itself made make may me members might more most must my necessary no nor not note noted of
    off on once only or other our out outlined over own panel paper paragraph paragraphs part
    particular position receive report reported reports same section set should so some such than
    that the their them then there these they this those through to too under until up update
    updates upon us very was we were what when where whether which while who whom whose why will
    with within work would you your described regard regarding relation course agree approve
    endorse consider comment comments recommended recommend recommendation information following
    attached annex appendix together including include"""
)
_ENDINGS = (
    "ations",
    "ation",
    "ings",
    "ing",
    "ements",
    "ement",
    "ments",
    "ment",
    "ies",
    "ed",
    "es",
    "s",
    "ly",
    "y",
    "e",
)
_SHORTEST = 4


@lru_cache(1 << 13)
def content(text: str) -> frozenset[str]:
    """The stems of the words of `text` that carry matter; letters that abbreviate count whole."""
    return frozenset(
        _stem(word)
        for word in _WORD.findall(text)
        if word.isupper() or (len(word) >= _SHORTEST and word.casefold() not in _EMPTY)
    )


def roots(text: str) -> frozenset[str]:
    """The first four letters of those stems, by which forms of one word are the same."""
    return frozenset(word[:4] for word in content(text))


@lru_cache(1 << 14)
def _stem(word):
    word = word.casefold().replace("’", "'").removesuffix("'s").strip("'-")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word


def share_of_words(text: str, other: str) -> float:
    """The part of their words, 0 to 1, that two texts have in the same order, whatever their
    case."""
    pair = (item.casefold().split() for item in (text, other))
    return SequenceMatcher(None, *pair, autojunk=False).ratio()
