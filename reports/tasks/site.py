"""What was issued and is no longer as it was issued."""

from django.urls import reverse

from assurance.accounts.access import Permission, may
from reports.issue.models.site import SiteFault
from reports.tasks.task import Need


def of_published(user):
    """One line while anything of what the user's council issued is not as it was issued, to those
    who may look at it."""
    if not may(user, Permission.CHECK_ISSUED):
        return []
    faults = list(SiteFault.objects.visible_to(user).active())
    if not faults:
        return []
    more = f" and {len(faults) - 1} more" if len(faults) > 1 else ""
    return [
        Need(
            "What was issued is not as it was issued",
            reverse("papers:issued-checked"),
            status="Look at this",
            hint=f"{faults[0]}{more}",
        )
    ]
