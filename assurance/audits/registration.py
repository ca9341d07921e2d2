"""Case audits register their figures and file kinds."""

from assurance.accounts.access import Permission
from assurance.audits.figures.analysis import FIGURES as BY_TEAM
from assurance.audits.figures.case_audits import FIGURES as CASE_AUDITS_FIGURES
from assurance.audits.importing.cases import CASE_AUDITS
from assurance.figures import registry
from assurance.figures.registry import EvidencePage
from assurance.imports import kinds

EVIDENCE = EvidencePage("Open case audits", "audits:list", Permission.RECORD_AUDITS)


def register() -> None:
    """Registers what case audits add."""
    registry.register(*CASE_AUDITS_FIGURES, *BY_TEAM, place=30, evidence=EVIDENCE)
    kinds.register(CASE_AUDITS, place=20)
