"""Every model of the app, for Django; nothing else imports from here."""

from assurance.reviews.models import findings, frameworks, outcomes, themes

__all__ = ["findings", "frameworks", "outcomes", "themes"]
