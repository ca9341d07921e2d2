"""Every model of the app, for Django and for tests; nothing else imports from here."""

from assurance.governance.models.developments import Development, DevelopmentState, Milestone
from assurance.governance.models.documents import Document
from assurance.governance.models.events import EngagementEvent
from assurance.governance.models.forum_meetings import ForumMeeting
from assurance.governance.models.measures import Measure, MeasureTarget, MeasureValue
from assurance.governance.models.risks import Risk, RiskRating, RiskScale
from assurance.governance.models.statements import Statement

__all__ = [
    "Development",
    "DevelopmentState",
    "Document",
    "EngagementEvent",
    "ForumMeeting",
    "Measure",
    "MeasureTarget",
    "MeasureValue",
    "Milestone",
    "Risk",
    "RiskRating",
    "RiskScale",
    "Statement",
]
