"""The figures and file kinds of surveys, as they are registered."""

from assurance.figures import registry
from assurance.imports import kinds
from assurance.surveys.figures import FIGURES
from assurance.surveys.importing.answers import SURVEYS


def register() -> None:
    """Registers what surveys add."""
    registry.register(*FIGURES, place=60)
    kinds.register(SURVEYS, place=60)
