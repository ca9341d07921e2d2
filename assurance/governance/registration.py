"""Boards, plans and risks register their figures, file kinds and quotable records."""

from assurance.accounts.access import Permission
from assurance.figures import labels, quotable, registry
from assurance.figures.registry import EvidencePage
from assurance.governance import labels as names
from assurance.governance.document_figures import FIGURES as DOCUMENT_FIGURES
from assurance.governance.event_figures import FIGURES as EVENT_FIGURES
from assurance.governance.figures import FIGURES
from assurance.governance.importing.documents import DOCUMENTS
from assurance.governance.importing.events import EVENTS
from assurance.governance.importing.measures import MEASURES
from assurance.governance.importing.risks import RISKS
from assurance.governance.quotable import RECORDS
from assurance.governance.record_lists import LISTS
from assurance.imports import kinds

EVIDENCE = EvidencePage(
    "Open boards, plans and risks", "governance:front", Permission.RECORD_MATTERS
)


def register() -> None:
    """Registers what boards, plans and risks add."""
    registry.register(*FIGURES, *DOCUMENT_FIGURES, *EVENT_FIGURES, place=70, evidence=EVIDENCE)
    kinds.register(MEASURES, RISKS, DOCUMENTS, EVENTS, place=80)
    quotable.register(RECORDS, LISTS, place=70)
    labels.register(names.RECORDS, names.MEMBERS)
