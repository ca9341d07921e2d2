"""Surveys register their figures, file kinds and quotable records."""

from assurance.figures import quotable, registry
from assurance.imports import kinds
from assurance.surveys.figures import FIGURES
from assurance.surveys.importing import SURVEYS
from assurance.surveys.quotable import RECORDS


def register() -> None:
    """Registers what surveys add."""
    registry.register(*FIGURES, place=60)
    kinds.register(SURVEYS, place=60)
    quotable.register(RECORDS, place=40)
