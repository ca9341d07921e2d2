"""The figures and file kinds of inspections and peer reviews, as they are registered."""

from assurance.figures import registry
from assurance.imports import kinds
from assurance.reviews.figures import FIGURES
from assurance.reviews.importing import FINDINGS


def register() -> None:
    """Registers what inspections and peer reviews add."""
    registry.register(*FIGURES, place=40)
    kinds.register(FINDINGS, place=40)
