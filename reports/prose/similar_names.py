"""Names like one that is none, for a sentence that helps."""

import re
from collections.abc import Collection
from difflib import SequenceMatcher

MOST = 3
LIKE = 0.6


def nearest(name: str, known: Collection[str]) -> list[str]:
    """The three known names most like `name`; word order and single words count as like."""
    text = _name_parts(name)
    rated = sorted(((_likeness(name, text, item), item) for item in known), key=_by_rate)
    return [item for rate, item in rated[:MOST] if rate >= LIKE]


def did_you_mean(name: str, known: Collection[str]) -> str:
    """`Did you mean a, b or c? `, or nothing where no known name is like it."""
    result = nearest(name, known)
    if not result:
        return ""
    *first, last = result
    text = f"{', '.join(first)} or {last}" if first else last
    return f"Did you mean {text}? "


def _likeness(name, text, known):
    shared = len(text & _name_parts(known)) / max(len(text | _name_parts(known)), 1)
    return max(SequenceMatcher(None, name, known, autojunk=False).ratio(), shared)


def _name_parts(name):
    return {word.rstrip("s") for word in re.split(r"[._]+", name) if word}


def _by_rate(rated):
    return (-rated[0], rated[1])
