"""Case audits register their figures, file kinds and quotable records."""

from assurance.accounts.access import Permission
from assurance.audits import labels as names
from assurance.audits.figures.analysis import FIGURES as BY_TEAM
from assurance.audits.figures.case_audits import FIGURES as CASE_AUDITS_FIGURES
from assurance.audits.figures.follow_up import FIGURES as FOLLOW_UP
from assurance.audits.importing.cases import CASE_AUDITS
from assurance.audits.mentions import late_rounds
from assurance.audits.quotable import RECORDS
from assurance.figures import labels, quotable, registry
from assurance.figures.registry import EvidencePage
from assurance.imports import kinds
from assurance.registers import mentions

EVIDENCE = EvidencePage("Open case audits", "audits:list", Permission.RECORD_AUDITS)


def register() -> None:
    """Registers what case audits add."""
    registry.register(*CASE_AUDITS_FIGURES, *BY_TEAM, *FOLLOW_UP, place=30, evidence=EVIDENCE)
    kinds.register(CASE_AUDITS, place=20)
    quotable.register(RECORDS, names.LISTS, place=35)
    labels.register(names.RECORDS, names.MEMBERS)
    mentions.register(late_rounds)
