"""What was taken down and waits for a second person."""

from django.urls import reverse

from assurance.accounts.access import Permission, may
from reports.editions.models.removals import EditionRemoval
from reports.tasks.task import Need

DECIDE = "Taken down: confirm or undo"
WAITS = "Taken down: waits for a second person"


def of_taken_down(user):
    """Each taking down of the user's council that nobody has decided on, to those who may; who
    took it down is told that it waits."""
    if not may(user, Permission.TAKE_DOWN):
        return []
    return [
        Need(
            str(edition_removal.paper),
            reverse("papers:decide-take-down", args=[edition_removal.pk]),
            status=WAITS if edition_removal.taken_by_id == user.pk else DECIDE,
            hint=(
                f"{edition_removal.in_words.capitalize()}, "
                f"{edition_removal.get_reason_display().lower()}"
            ),
        )
        for edition_removal in EditionRemoval.objects.visible_to(user).waiting()
    ]
