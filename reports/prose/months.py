"""The names of months, whole and short, as prose writes them."""

from assurance.runtime.periods import MONTHS

_NUMBERS = {name: place for place, name in enumerate(MONTHS, 1)}
_NUMBERS |= {name[:3]: place for name, place in _NUMBERS.items()} | {"sept": 9}

# Every name as a pattern, the longest first, so that a short form never takes part of a whole one.
NAMED = "|".join(sorted((name.capitalize() for name in _NUMBERS), key=len, reverse=True))


def month_number(word: str) -> int:
    """1 to 12 for the name of a month or a beginning of three letters or more, else 0."""
    return _NUMBERS.get(word.casefold().strip(".")[:3], 0)
