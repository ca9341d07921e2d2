"""The count that a number was worked out of, and which counts give that number."""

from dataclasses import asdict, dataclass


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
