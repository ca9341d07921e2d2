"""Papers that an account may read before they are issued."""

from django.urls import reverse

from reports.approvals.models.guests import EarlyReader
from reports.tasks.task import Need


def of_early(user, day):
    """Each approved paper on whose list `user` stands on `day`."""
    rows = EarlyReader.objects.visible_to(user).to_read(user, day)
    return [
        Need(
            row.paper.title,
            reverse("papers:early", args=[row.pk]),
            status="You may read it before it is published",
        )
        for row in rows
    ]
