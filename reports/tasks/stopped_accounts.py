"""The posts whose tasks reach no one, or soon will not, for administrators."""

from datetime import timedelta

from django.urls import reverse

from assurance.accounts.access import Permission, may
from assurance.people.models.posts import STOPPED, Post
from assurance.runtime.periods import say_day
from reports.tasks.task import Need

HINT = "Tasks of a post reach no one until it is handed over"


SOON = timedelta(28)


def of_ending_posts(user, day):
    """A `Need` for each post that is filled until a date of the next four weeks, or was until one,
    with no one after that; nothing for who keeps no accounts."""
    if user.council_id is None or not may(user, Permission.MANAGE_ACCOUNTS, day):
        return []
    rows = Post.objects.of(user.council).filled_until(day, day + SOON)
    return [_ending(post, day) for post in rows]


def _ending(post, day):
    late = post.filled_until < day
    text = f"{post} {'was' if late else 'is'} filled until {say_day(post.filled_until)}"
    address = reverse("people:post-record", args=[post.pk])
    return Need(f"{text}, and no one follows", address, late=late, hint=HINT if late else "")


def of_stopped_accounts(user, day):
    """One `Need` for the posts of which an account that cannot sign in has the tasks on `day`;
    nothing for who keeps no accounts."""
    if user.council_id is None or not may(user, Permission.MANAGE_ACCOUNTS, day):
        return []
    number = Post.objects.of(user.council).left_on(day).count()
    if not number:
        return []
    several = f"{number:,} posts are with accounts that cannot sign in"
    text = "1 post is with an account that cannot sign in" if number == 1 else several
    return [Need(text, f"{reverse('people:post-list')}?person={STOPPED}", late=True, hint=HINT)]
