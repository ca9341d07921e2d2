"""Every model of the app, for Django; nothing else imports from here."""

from assurance.people.models import people, posts, teams

__all__ = ["people", "posts", "teams"]
