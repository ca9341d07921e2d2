"""Every model of the app, for Django and for tests; nothing else imports from here."""

from assurance.accounts.models import Council, Grant, User
from assurance.accounts.notices.models import NoticeEmail, Notices
from assurance.attachments.models import Attachment
from assurance.audits.learning.models import LearningMeeting
from assurance.audits.models import CaseAudit
from assurance.audits.programme.models.kinds import AuditKind, AuditTheme
from assurance.audits.programme.models.rounds import AuditAllocation, AuditRound
from assurance.audits.scales.models import Grade, GradeScale
from assurance.audits.totals.models import AuditTotal
from assurance.dbs.models.audits import DbsAudit, DbsAuditCount, DbsAuditDue
from assurance.dbs.models.breaches import Breach
from assurance.dbs.models.checks import DbsApplication, DbsCheck, RecheckPolicy, UpdateLookup
from assurance.dbs.models.reminders import Reminder, ReminderWording
from assurance.findings.frameworks.models import Framework
from assurance.findings.models import Finding, Review
from assurance.findings.outcomes.models import OutcomeCount, OutcomeTable
from assurance.findings.themes.models import Theme
from assurance.history import HistoryDetail, HistoryEntry, HistoryHead
from assurance.imports.models import ColumnReading, ImportRun, RowWritten
from assurance.improvements.models.actions import Action, DueChange, StatusChange
from assurance.improvements.models.following import ActionEvidence, ActionNote, ImpactChange
from assurance.improvements.models.plans import Plan, Priority
from assurance.looked_after.models.beside import PlacementLocation
from assurance.looked_after.models.censuses import Census, CensusCount, UnitCost
from assurance.looked_after.models.comparisons import ComparedArea, PublishedFigure
from assurance.looked_after.models.definitions import AgeBand, CensusDay, Code, PlacementGroup
from assurance.looked_after.models.replaced import ReturnBefore
from assurance.looked_after.models.returns import Child, Episode, Return, UascMark
from assurance.matters.models.developments import Development, DevelopmentState, Milestone
from assurance.matters.models.documents import Document
from assurance.matters.models.events import EngagementEvent
from assurance.matters.models.forum_meetings import ForumMeeting
from assurance.matters.models.forums import Forum
from assurance.matters.models.measures import Measure, MeasureTarget, MeasureValue
from assurance.matters.models.risks import Risk, RiskRating, RiskScale
from assurance.matters.models.statements import Statement
from assurance.people.models import Cohort, Engagement, Person, Team
from assurance.surveys.models import Answer, Question, Survey, Wave

__all__ = [
    "Action",
    "ActionEvidence",
    "ActionNote",
    "AgeBand",
    "Answer",
    "Attachment",
    "AuditAllocation",
    "AuditKind",
    "AuditRound",
    "AuditTheme",
    "AuditTotal",
    "Breach",
    "CaseAudit",
    "Census",
    "CensusCount",
    "CensusDay",
    "Child",
    "Code",
    "Cohort",
    "ColumnReading",
    "ComparedArea",
    "Council",
    "DbsApplication",
    "DbsAudit",
    "DbsAuditCount",
    "DbsAuditDue",
    "DbsCheck",
    "Development",
    "DevelopmentState",
    "Document",
    "DueChange",
    "Engagement",
    "EngagementEvent",
    "Episode",
    "Finding",
    "Forum",
    "ForumMeeting",
    "Framework",
    "Grade",
    "GradeScale",
    "Grant",
    "HistoryDetail",
    "HistoryEntry",
    "HistoryHead",
    "ImpactChange",
    "ImportRun",
    "LearningMeeting",
    "Measure",
    "MeasureTarget",
    "MeasureValue",
    "Milestone",
    "NoticeEmail",
    "Notices",
    "OutcomeCount",
    "OutcomeTable",
    "Person",
    "PlacementGroup",
    "PlacementLocation",
    "Plan",
    "Priority",
    "PublishedFigure",
    "Question",
    "RecheckPolicy",
    "Reminder",
    "ReminderWording",
    "Return",
    "ReturnBefore",
    "Review",
    "Risk",
    "RiskRating",
    "RiskScale",
    "RowWritten",
    "Statement",
    "StatusChange",
    "Survey",
    "Team",
    "Theme",
    "UascMark",
    "UnitCost",
    "UpdateLookup",
    "User",
    "Wave",
]
