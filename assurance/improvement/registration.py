"""Improvement plans register their figures, file kinds and quotable records."""

from assurance.accounts import history_page
from assurance.accounts.access import Permission
from assurance.figures import labels, quotable, registry
from assurance.figures.registry import EvidencePage
from assurance.imports import kinds
from assurance.improvement import labels as names
from assurance.improvement.figures import FIGURES
from assurance.improvement.importing import ACTIONS
from assurance.improvement.models.follow_up import ActionEvidence
from assurance.improvement.models.plans import Plan
from assurance.improvement.quotable import LISTS, RECORDS
from assurance.records.history import subject_kind
from assurance.registers import event_dates
from assurance.registers.event_dates import EventKind

EVIDENCE = EvidencePage("Open improvement actions", "improvement:list", Permission.RECORD_ACTIONS)
EVENTS = EventKind(
    "improvement plan", Permission.RECORD_ACTIONS, Plan.objects.of, "from_date", "from_date"
)


def register() -> None:
    """Registers what improvement plans add."""
    registry.register(*FIGURES, place=50, evidence=EVIDENCE)
    kinds.register(ACTIONS, place=50)
    quotable.register(RECORDS, {**LISTS, **names.LISTS}, place=20)
    labels.register(names.RECORDS, names.MEMBERS)
    event_dates.register(EVENTS)
    history_page.CODE_TITLES[subject_kind(ActionEvidence)] = {"figure": registry.title_of}
