"""Every model of the app, for Django; nothing else imports from here."""

from assurance.governance.models import (
    body_reports,
    decision_levels,
    developments,
    documents,
    events,
    forum_meetings,
    measures,
    plan_outcomes,
    relations,
    risks,
    statements,
)

__all__ = [
    "body_reports",
    "decision_levels",
    "developments",
    "documents",
    "events",
    "forum_meetings",
    "measures",
    "plan_outcomes",
    "relations",
    "risks",
    "statements",
]
