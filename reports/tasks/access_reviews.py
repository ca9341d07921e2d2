"""The yearly review of roles that administrators owe."""

from django.urls import reverse

from assurance.accounts.access import Permission, may
from assurance.sign_in.models.reviews import due_for_review
from reports.tasks.task import Need


def of_access_reviews(user, day):
    """One `Need` for the roles of others that are due for review on `day`; nothing for who keeps no
    accounts."""
    if user.council_id is None or not may(user, Permission.MANAGE_ACCOUNTS, day):
        return []
    number = due_for_review(user, day)
    if not number:
        return []
    text = "1 role is due for its yearly review"
    text = text if number == 1 else f"{number:,} roles are due for their yearly review"
    return [Need(text, reverse("sign_in:reviews"), late=True, status="Due")]
