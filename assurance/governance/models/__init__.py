"""Every model of the app, for Django; nothing else imports from here."""

from assurance.governance.models import (
    developments,
    documents,
    events,
    forum_meetings,
    measures,
    relations,
    risks,
    statements,
)

__all__ = [
    "developments",
    "documents",
    "events",
    "forum_meetings",
    "measures",
    "relations",
    "risks",
    "statements",
]
