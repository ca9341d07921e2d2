"""Case audits register their figures, file kinds and quotable records."""

from assurance.accounts.access import Permission
from assurance.audits import labels as names
from assurance.audits.figures.analysis import FIGURES as BY_TEAM
from assurance.audits.figures.case_audits import FIGURES as CASE_AUDITS_FIGURES
from assurance.audits.figures.follow_up import FIGURES as FOLLOW_UP
from assurance.audits.figures.quotas import FIGURES as QUOTAS
from assurance.audits.figures.teams import FIGURES as TEAMS
from assurance.audits.importing.agreed_actions import AUDIT_ACTIONS
from assurance.audits.importing.cases import CASE_AUDITS
from assurance.audits.mentions import late_rounds
from assurance.audits.quotable import RECORDS
from assurance.figures import labels, quotable, registry
from assurance.figures.registry import EvidencePage
from assurance.imports import kinds
from assurance.registers import mentions

PROGRAMME = EvidencePage("Open the audit programme", "audits:programme", Permission.RECORD_AUDITS)
REGISTER = EvidencePage("Open the teams", "people:list", Permission.SEE_TEAMS, "team")
EVIDENCE = EvidencePage("Open case audits", "audits:list", Permission.RECORD_AUDITS)


def register() -> None:
    """Registers what case audits add."""
    figures = (*CASE_AUDITS_FIGURES, *BY_TEAM, *FOLLOW_UP)
    registry.register(*figures, place=30, evidence=EVIDENCE)
    registry.register(*QUOTAS, place=30, evidence=PROGRAMME)
    registry.register(*TEAMS, place=30, evidence=REGISTER)
    kinds.register(CASE_AUDITS, AUDIT_ACTIONS, place=20)
    quotable.register(RECORDS, names.LISTS, place=35)
    labels.register(names.RECORDS, names.MEMBERS)
    mentions.register(late_rounds)
