"""The figures and file kinds of improvement plans, as they are registered."""

from assurance.figures import registry
from assurance.imports import kinds
from assurance.improvement.figures import FIGURES
from assurance.improvement.importing import ACTIONS


def register() -> None:
    """Registers what improvement plans add."""
    registry.register(*FIGURES, place=50)
    kinds.register(ACTIONS, place=50)
