"""Every model of the app, for Django and for tests; nothing else imports from here."""

from assurance.people.models.people import Cohort, Engagement, Person
from assurance.people.models.posts import Post
from assurance.people.models.teams import Team

__all__ = [
    "Cohort",
    "Engagement",
    "Person",
    "Post",
    "Team",
]
