"""Every model of the app, for Django; nothing else imports from here."""

from assurance.improvement.models import actions, follow_up, plans

__all__ = ["actions", "follow_up", "plans"]
