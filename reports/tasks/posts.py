"""What the posts of an account need on a day: those that it holds, and those it stands in for."""

from datetime import timedelta

from django.urls import reverse

from assurance.accounts.access import Permission, may
from assurance.improvement.models.actions import Action
from assurance.people.models.posts import Post
from assurance.runtime.periods import say_day
from reports.tasks.task import Need

# Owners are reminded of an action so many days before it is due.
SOON = timedelta(days=28)
MOST = 10


def of_posts(user, day):
    """The open actions of the posts of `user` on `day`, what is late first: overdue ones and those
    due within four weeks; nothing for an account that may not open them."""
    rows = open_actions(user, day).filter(due_on__lte=day + SOON)
    needs = [_need(action, day) for action in rows.order_by("due_on", "reference")]
    shown, more = needs[:MOST], needs[MOST:]
    if more:
        text = f"{len(more):,} more of your posts’ actions are due within four weeks or late"
        late = any(need.late for need in more)
        shown.append(Need(text, reverse("improvement:list"), late=late))
    return shown


def open_actions(user, day):
    """The actions that the posts of `user` own on `day` and that are neither done nor marked so."""
    if user.council_id is None or not may(user, Permission.RECORD_ACTIONS, day):
        return Action.objects.none()
    posts = Post.objects.of(user.council).held_by(user, day)
    return Action.objects.visible_to(user).open_of_posts(posts).select_related("owner")


def _need(action, day):
    is_late = action.due_on < day
    verb = "was due" if is_late else "is due"
    text = f"{action} of {action.owner} {verb} on {say_day(action.due_on)}"
    return Need(text, _address(action), late=is_late, hint=action.text)


def _address(action):
    return reverse("improvement:record", args=[action.pk])
