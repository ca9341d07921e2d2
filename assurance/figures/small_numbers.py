"""Small numbers: counts of so few people that somebody might know who they are.

Protection, checks and sentences all read the numbers that are here: those that hold everywhere,
a council's own by its dated policy, and the count that a number worked out of it gives away.
"""

from dataclasses import asdict, dataclass

from assurance.runtime.digits import UNITS

MOST = 5
# A share of fewer people than this is given as its two counts.
SMALLEST_BASE = 20
# Whether it is small, or kept back for the sake of one that is, no reader is told.
NOT_SHOWN = "not shown"


@dataclass(frozen=True)
class SmallNumberPolicy:
    """How counts of people are protected: up to `threshold` they are small, `nought_shown` prints
    none as none, and a percentage has a base of `smallest_base` people or more."""

    threshold: int
    nought_shown: bool = True
    smallest_base: int = SMALLEST_BASE


@dataclass(frozen=True)
class CountBehind:
    """The figure, evidence and population of a count that a number gives away: whoever reads the
    number works out that the count is from `low` to `high`."""

    key: str
    evidence: str
    cohort: str = ""
    low: int = 0
    high: int = -1

    def as_row(self) -> dict:
        """It as an edition keeps it."""
        return asdict(self)

    @classmethod
    def of_row(cls, row: dict) -> "CountBehind":
        """It as an edition has kept it."""
        return cls(**row)

    @property
    def counts(self) -> range:
        """Every count that it may have been; none where nobody said."""
        return range(self.low, self.high + 1)


def usual_policy() -> SmallNumberPolicy:
    """The policy of a council that has approved none of its own for the day."""
    return SmallNumberPolicy(threshold())


def threshold() -> int:
    """The largest count of people that is small."""
    return MOST


def is_small(count, most: int | None = None) -> bool:
    """Whether a count is from 1 to `most`, or to the threshold."""
    return 1 <= count <= (threshold() if most is None else most)


def most_in_words(most: int | None = None) -> str:
    """The largest small count in words: `five`."""
    return _in_words(threshold() if most is None else most)


def fewer_than(most: int | None = None) -> str:
    """What a small count is, in words: `fewer than six`."""
    return f"fewer than {_in_words((threshold() if most is None else most) + 1)}"


def _in_words(count):
    return UNITS[count] if count < len(UNITS) else str(count)
