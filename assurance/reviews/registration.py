"""Inspections and peer reviews register their figures, file kinds and quotable records."""

from assurance.figures import quotable, registry
from assurance.imports import kinds
from assurance.reviews.figures import FIGURES
from assurance.reviews.importing import FINDINGS
from assurance.reviews.quotable import LISTS, RECORDS


def register() -> None:
    """Registers what inspections and peer reviews add."""
    registry.register(*FIGURES, place=40)
    kinds.register(FINDINGS, place=40)
    quotable.register(RECORDS, place=10)
    quotable.register({}, LISTS, place=25)
