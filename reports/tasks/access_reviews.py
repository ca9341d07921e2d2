"""The yearly review of roles that administrators owe."""

from django.urls import reverse

from assurance.accounts.access import Permission, may
from assurance.sign_in.models.reviews import overdue_reviews
from reports.tasks.task import Need


def of_access_reviews(user, day):
    """One `Need` for the roles of others that are overdue for review on `day`; nothing for
    who keeps no accounts."""
    if user.council_id is None or not may(user, Permission.MANAGE_ACCOUNTS, day):
        return []
    number = overdue_reviews(user, day)
    if not number:
        return []
    text = "1 role is overdue for its yearly review"
    text = text if number == 1 else f"{number:,} roles are overdue for their yearly review"
    return [Need(text, reverse("sign_in:reviews"), late=True)]
