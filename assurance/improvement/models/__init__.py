"""Every model of the app, for Django and for tests; nothing else imports from here."""

from assurance.improvement.models.actions import Action, DueChange, StatusChange
from assurance.improvement.models.follow_up import ActionEvidence, ActionNote, ImpactChange
from assurance.improvement.models.plans import Plan, Priority

__all__ = [
    "Action",
    "ActionEvidence",
    "ActionNote",
    "DueChange",
    "ImpactChange",
    "Plan",
    "Priority",
    "StatusChange",
]
