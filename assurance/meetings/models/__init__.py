"""Every model of the app, for Django; nothing else imports from here."""

from assurance.meetings.models import bodies, closures, elections, meetings

__all__ = ["bodies", "closures", "elections", "meetings"]
