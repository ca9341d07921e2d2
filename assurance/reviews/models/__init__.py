"""Every model of the app, for Django; nothing else imports from here."""

from assurance.reviews.models import findings, frameworks, met_groups, outcomes, themes

__all__ = ["findings", "frameworks", "met_groups", "outcomes", "themes"]
