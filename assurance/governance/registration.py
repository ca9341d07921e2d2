"""Boards, plans and risks register their figures, file kinds and quotable records."""

from assurance.figures import quotable, registry
from assurance.governance.figures import FIGURES
from assurance.governance.importing.documents import DOCUMENTS
from assurance.governance.importing.events import EVENTS
from assurance.governance.importing.measures import MEASURES
from assurance.governance.importing.risks import RISKS
from assurance.governance.quotable import LISTS, RECORDS
from assurance.imports import kinds


def register() -> None:
    """Registers what boards, plans and risks add."""
    registry.register(*FIGURES, place=70)
    kinds.register(MEASURES, RISKS, DOCUMENTS, EVENTS, place=80)
    quotable.register(RECORDS, LISTS, place=70)
