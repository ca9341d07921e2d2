"""The posts that accounts which cannot sign in still have, for administrators."""

from django.urls import reverse

from assurance.accounts.access import Permission, may
from assurance.people.models.posts import STOPPED, Post
from reports.tasks.task import Need

HINT = "Tasks of a post reach no one until it is handed over"


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
