"""Every model of the app, for Django and for tests; nothing else imports from here."""

from assurance.people.models.people import Cohort, Engagement, Person, Team
from assurance.people.models.posts import Post

__all__ = [
    "Cohort",
    "Engagement",
    "Person",
    "Post",
    "Team",
]
