"""Outcome sets register their figures, file kind and quotable records."""

from assurance.accounts.access import Permission
from assurance.figures import labels, quotable, registry
from assurance.figures.registry import EvidencePage
from assurance.imports import kinds
from assurance.outcomes import labels as names
from assurance.outcomes.figures import FIGURES
from assurance.outcomes.importing import OUTCOME_SETS
from assurance.outcomes.quotable import RECORDS

EVIDENCE = EvidencePage(
    "Record an outcome set", "outcomes:add", Permission.RECORD_MATTERS, "outcome set"
)


def register() -> None:
    """Registers what outcome sets add."""
    registry.register(*FIGURES, place=75, evidence=EVIDENCE)
    kinds.register(OUTCOME_SETS, place=85)
    quotable.register(RECORDS, names.LISTS, place=85)
    labels.register(names.RECORDS, names.MEMBERS)
