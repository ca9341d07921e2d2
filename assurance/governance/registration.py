"""Boards, plans and risks register their figures, file kinds and quotable records."""

from assurance.accounts import history_page
from assurance.accounts.access import Permission
from assurance.figures import labels, quotable, registry
from assurance.figures.registry import EvidencePage
from assurance.governance import labels as names
from assurance.governance.figures import developments, documents, events, measures
from assurance.governance.importing.documents import DOCUMENTS
from assurance.governance.importing.events import EVENTS
from assurance.governance.importing.measures import MEASURES
from assurance.governance.importing.risks import RISKS
from assurance.governance.mentions import overdue_task_groups
from assurance.governance.models.statements import Statement
from assurance.governance.quotable import RECORDS
from assurance.governance.record_lists import LISTS
from assurance.imports import kinds
from assurance.records.history import subject_kind
from assurance.registers import mentions

EVIDENCE = EvidencePage(
    "Open boards, plans and risks", "governance:front", Permission.RECORD_MATTERS
)


def register() -> None:
    """Registers what boards, plans and risks add."""
    figures = [row for part in (developments, measures, documents, events) for row in part.FIGURES]
    registry.register(*figures, place=70, evidence=EVIDENCE)
    kinds.register(MEASURES, RISKS, DOCUMENTS, EVENTS, place=80)
    quotable.register(RECORDS, LISTS, place=70)
    labels.register(names.RECORDS, names.MEMBERS)
    mentions.register(overdue_task_groups)
    history_page.CODE_TITLES[subject_kind(Statement)] = {"figures": registry.title_of}
