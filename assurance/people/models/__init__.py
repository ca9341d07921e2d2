"""Every model of the app, for Django; nothing else imports from here."""

from assurance.people.models import holders, people, posts, second_persons, teams

__all__ = ["holders", "people", "posts", "second_persons", "teams"]
