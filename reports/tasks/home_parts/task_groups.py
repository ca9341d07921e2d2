"""What waits for a person in three lists: what colleagues asked for, what is overdue, what is left
to do; that another has the tasks of a post, or that the reader is in none; what waits for a check
by another."""

from django.urls import reverse

from assurance.accounts.access import Permission
from assurance.improvement.models.actions import Action
from assurance.people.models.holders import Absence, PostHolder
from assurance.people.models.posts import Post
from assurance.registers.lacks import who_may
from reports.tasks.all_tasks import requests_of
from reports.tasks.papers import FOR_APPROVAL

ASKED_OF_YOU, OVERDUE, TO_DO = "Requests from colleagues", "Overdue", "To do"


def of_tasks(reader):
    """(title, task list) of each group that has tasks; what has a card of its own is left out."""
    own = set(requests_of(reader.user, reader.day)) if reader.needs else set()
    rows = [need for need in reader.needs if need.status != FOR_APPROVAL]
    groups = (
        (ASKED_OF_YOU, [need for need in rows if need in own]),
        (OVERDUE, [need for need in rows if need.late and need not in own]),
        (TO_DO, [need for need in rows if not need.late and need not in own]),
    )
    printed = [(title, [need.as_task() for need in needs]) for title, needs in groups if needs]
    return {"groups": printed, "day": reader.day}


def of_absences(reader):
    """The posts that the reader is away from, whose tasks are another's meanwhile; None without."""
    absences = list(Absence.objects.of_account(reader.user, reader.day))
    return {"absences": absences} if absences else None


def of_no_post(reader):
    """The roles that add a reader to a post, and where, for a reader who is in none today and is
    no one's deputy; None for others."""
    user, day = reader.user, reader.day
    own = PostHolder.objects.visible_to(user).on(day).of_account(user)
    if own.exists() or Post.objects.of(user.council).held_by(user, day).exists():
        return None
    keeps = Permission.KEEP_POSTS in reader.permissions
    address = reverse("people:post-list") if keeps else ""
    return {"adders": who_may(Permission.KEEP_POSTS), "address": address}


def of_waiting_checks(reader):
    """The actions of the reader's posts that are marked as done and wait for their check; None
    without."""
    if reader.user.council_id is None:
        return None
    rows = Action.objects.visible_to(reader.user).awaiting_check().owned_by(reader.user, reader.day)
    actions = list(rows.select_related("owner").order_by("marked_done_on", "reference"))
    return {"actions": actions} if actions else None
