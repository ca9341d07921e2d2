"""Papers asked for in another format or language that nobody has answered."""

from django.urls import reverse

from assurance.accounts.access import Permission, may
from assurance.runtime.periods import say_day
from reports.publication.models.format_requests import FormatRequest
from reports.tasks.task import Need


def of_other_formats(user):
    """Each open request of the user's council, the first asked first, to those who issue its
    papers; nothing of who asked."""
    if not may(user, Permission.ISSUE_PAPERS):
        return []
    return [
        Need(
            "A paper was asked for in another format or language",
            reverse("papers:other-format-record", args=[format_request.pk]),
            status="To be answered",
            hint=f"Asked on {say_day(format_request.asked_on)}",
        )
        for format_request in FormatRequest.objects.visible_to(user).open().order_by("pk")
    ]
