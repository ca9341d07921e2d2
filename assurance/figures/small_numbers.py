"""Small numbers: counts of so few people that somebody might know who they are.

Protection, checks and sentences all read the one number that is here.
"""

from assurance.runtime.digits import UNITS

MOST = 5


def threshold() -> int:
    """The largest count of people that is small."""
    return MOST


def is_small(count, most: int | None = None) -> bool:
    """Whether a count is from 1 to `most`, or to the threshold."""
    return 1 <= count <= (threshold() if most is None else most)


def most_in_words() -> str:
    """The largest small count in words: `five`."""
    return _in_words(threshold())


def fewer_than() -> str:
    """What a small count is, in words: `fewer than six`."""
    return f"fewer than {_in_words(threshold() + 1)}"


def _in_words(count):
    return UNITS[count] if count < len(UNITS) else str(count)
