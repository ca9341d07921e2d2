"""What a report may quote and list of commitments, as it is registered."""

from assurance.figures import quotable
from reports.papers.quotable import LISTS, RECORDS


def register() -> None:
    """Registers what papers add."""
    quotable.register(RECORDS, LISTS, place=60)
