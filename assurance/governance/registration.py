"""The figures and file kinds of boards, plans and risks, as they are registered."""

from assurance.figures import registry
from assurance.governance.figures import FIGURES
from assurance.governance.importing.documents import DOCUMENTS
from assurance.governance.importing.events import EVENTS
from assurance.governance.importing.measures import MEASURES
from assurance.governance.importing.risks import RISKS
from assurance.imports import kinds


def register() -> None:
    """Registers what boards, plans and risks add."""
    registry.register(*FIGURES, place=70)
    kinds.register(MEASURES, RISKS, DOCUMENTS, EVENTS, place=80)
