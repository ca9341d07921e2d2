"""What was removed and waits for a second person."""

from django.urls import reverse

from assurance.accounts.access import Permission, may
from reports.editions.models.removals import EditionRemoval
from reports.tasks.task import Need

DECIDE = "Removed: confirm or undo"
WAITS = "Removed: waits for a second person"


def of_removals(user):
    """Each removal of the user's council that nobody has decided on, to those who may; who
    removed it is told that it waits."""
    if not may(user, Permission.REMOVE_EDITIONS):
        return []
    return [
        Need(
            str(edition_removal.paper),
            reverse("papers:decide-removal", args=[edition_removal.pk]),
            status=WAITS if edition_removal.taken_by_id == user.pk else DECIDE,
            hint=(
                f"{edition_removal.in_words.capitalize()}, "
                f"{edition_removal.get_reason_display().lower()}"
            ),
        )
        for edition_removal in EditionRemoval.objects.visible_to(user).waiting()
    ]
