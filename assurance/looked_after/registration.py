"""The figures and file kinds of Looked-after children, as they are registered."""

from assurance.figures import registry
from assurance.imports import kinds
from assurance.looked_after.figures import FIGURES
from assurance.looked_after.importing.costs import PLACEMENT_COSTS
from assurance.looked_after.importing.published import NATIONAL_COMPARISON
from assurance.looked_after.importing.returns import SSDA903


def register() -> None:
    """Registers what Looked-after children add."""
    registry.register(*FIGURES, place=10)
    kinds.register(SSDA903, PLACEMENT_COSTS, place=30)
    kinds.register(NATIONAL_COMPARISON, place=70)
