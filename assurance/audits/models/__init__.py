"""Every model of the app, for Django and for tests; nothing else imports from here."""

from assurance.audits.models.allocations import AuditAllocation
from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.models.kinds import AuditKind, AuditTheme
from assurance.audits.models.learning import LearningMeeting
from assurance.audits.models.rounds import AuditRound
from assurance.audits.models.scales import Grade, GradeScale
from assurance.audits.models.totals import AuditTotal

__all__ = [
    "AuditAllocation",
    "AuditKind",
    "AuditRound",
    "AuditTheme",
    "AuditTotal",
    "CaseAudit",
    "Grade",
    "GradeScale",
    "LearningMeeting",
]
