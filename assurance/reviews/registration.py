"""Inspections and peer reviews register their figures, file kinds and quotable records."""

from assurance.accounts.access import Permission
from assurance.figures import labels, quotable, registry
from assurance.figures.registry import EvidencePage
from assurance.imports import kinds
from assurance.registers import event_dates, mentions
from assurance.registers.event_dates import EventKind
from assurance.reviews import labels as names
from assurance.reviews.figures import FIGURES
from assurance.reviews.importing import FINDINGS
from assurance.reviews.mentions import owed
from assurance.reviews.models.findings import Review
from assurance.reviews.outcome_figures import FIGURES as OUTCOME_FIGURES
from assurance.reviews.quotable import LISTS, RECORDS

EVIDENCE = EvidencePage(
    "Open inspections and peer reviews", "reviews:list", Permission.RECORD_REVIEWS
)
EVENTS = EventKind(
    "review",
    Permission.RECORD_REVIEWS,
    lambda council: Review.objects.of(council).active(),
    "started_on",
    "ended_on",
)


def register() -> None:
    """Registers what inspections and peer reviews add."""
    registry.register(*FIGURES, *OUTCOME_FIGURES, place=40, evidence=EVIDENCE)
    kinds.register(FINDINGS, place=40)
    quotable.register(RECORDS, place=10)
    quotable.register({}, {**LISTS, **names.LISTS}, place=25)
    labels.register(names.RECORDS, names.MEMBERS)
    mentions.register(owed)
    event_dates.register(EVENTS)
