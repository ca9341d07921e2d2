"""Names like one that is none, for a sentence that helps."""

import re
from collections.abc import Collection
from difflib import SequenceMatcher

MOST = 3
LIKE = 0.6


def nearest(name: str, known: Collection[str]) -> list[str]:
    """The known names most like `name`, the likest first, three at most; words in another order
    and a single word out of a long name count as like."""
    words = _words(name)
    rated = sorted(((_likeness(name, words, one), one) for one in known), key=_by_rate)
    return [one for rate, one in rated[:MOST] if rate >= LIKE]


def did_you_mean(name: str, known: Collection[str]) -> str:
    """`Did you mean a, b or c? `, or nothing where no known name is like it."""
    found = nearest(name, known)
    if not found:
        return ""
    *first, last = found
    said = f"{', '.join(first)} or {last}" if first else last
    return f"Did you mean {said}? "


def _likeness(name, words, known):
    shared = len(words & _words(known)) / max(len(words | _words(known)), 1)
    return max(SequenceMatcher(None, name, known, autojunk=False).ratio(), shared)


def _words(name):
    return {word.rstrip("s") for word in re.split(r"[._]+", name) if word}


def _by_rate(rated):
    return (-rated[0], rated[1])
