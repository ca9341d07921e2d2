"""Every model of the app, for Django and for tests; nothing else imports from here."""

from assurance.meetings.models.committee import Committee, Meeting
from assurance.meetings.models.forums import Forum

__all__ = [
    "Committee",
    "Forum",
    "Meeting",
]
