"""Paragraphs with more numbers than the checks lay side by side, so that nobody relies on it."""

from collections.abc import Iterator

from reports.checks.reading import SIDE_BY_SIDE, Reading
from reports.checks.rule import Fault, Severity, fault, rule


@rule("too-many-numbers", Severity.WARNING, "the limits of the checks")
def crowded(reading: Reading, _known) -> Iterator[Fault]:
    """A paragraph has 100 numbers at most, so that all are checked together."""
    for line in reading.prose():
        counts = [number for number in line.numbers if number.is_to_settle]
        if len(counts) > SIDE_BY_SIDE:
            says = (
                f"The paragraph has {len(counts)} numbers. Each is checked against the "
                f"{SIDE_BY_SIDE} nearest to it, not against them all."
            )
            mend = "Make several paragraphs of it, or a table."
            yield fault(line, counts[SIDE_BY_SIDE].start, says, mend)
