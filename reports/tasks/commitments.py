"""What papers promised that is due: for those who write them."""

from datetime import timedelta

from django.urls import reverse

from assurance.accounts.access import Permission, may
from reports.papers.models.commitments import Commitment
from reports.tasks.task import Date, Need

A_YEAR = timedelta(days=365)


def of_promises(user, day):
    """The open commitments that are past their day or due within a month, the late ones first."""
    if not may(user, Permission.COMPOSE_PAPERS, day):
        return []
    rows = Commitment.objects.visible_to(user).open_by(day + timedelta(days=31))
    return [
        Need(
            row.what,
            reverse("papers:commitment-record", args=[row.pk]),
            late=row.due_on < day,
            hint=f"Promised {row.due_words} in the paper of {row.paper.told_on:%B %Y}",
        )
        for row in rows
    ]


def dates_of_promises(user, day):
    """The days by which open commitments are due, a year back and a year on."""
    for commitment in Commitment.objects.visible_to(user).open_by(day + A_YEAR):
        if commitment.due_on >= day - A_YEAR:
            address = reverse("papers:commitment-record", args=[commitment.pk])
            yield Date(
                commitment.due_on,
                f"Promised: {commitment.what}",
                address,
                f"commitment-{commitment.pk}",
            )
