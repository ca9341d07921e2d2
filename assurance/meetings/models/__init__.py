"""Every model of the app, for Django and for tests; nothing else imports from here."""

from assurance.meetings.models.bodies import Body
from assurance.meetings.models.meetings import Meeting

__all__ = [
    "Body",
    "Meeting",
]
