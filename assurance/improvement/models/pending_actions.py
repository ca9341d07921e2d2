"""Actions that wait for somebody: for their check, or for the holder of the post that owns them."""

from datetime import timedelta

from assurance.improvement.rules.actions import CLOSED_STATUSES
from assurance.people.models.owned_actions import OwnedActions
from assurance.people.models.posts import Post
from assurance.records.named_record import ReferencedQuerySet

# Owners are reminded of an action so many days before it is due.
SOON = timedelta(days=28)
DUE = "due"


class WaitingActionQuerySet(OwnedActions, ReferencedQuerySet):
    """Readings over actions that wait."""

    def open_of_posts(self, posts):
        """Standing actions of `posts` that are neither done nor marked as done."""
        open_ones = self.active().exclude(status__in=CLOSED_STATUSES)
        return open_ones.filter(owner__in=posts, marked_done_on__isnull=True)

    def owned_by(self, user, day):
        """Those whose owner is a post with its tasks at `user` on `day`."""
        return self.filter(owner__in=Post.objects.of(user.council).held_by(user, day))

    def awaiting_check(self):
        """Standing actions that somebody marked as done and nobody has checked."""
        return self.active().filter(marked_done_on__isnull=False)

    def yours(self, which, user, day):
        """The same as of every action that posts own, and with `DUE` the open ones of the posts of
        `user`, late or due soon."""
        if which == DUE:
            posts = Post.objects.of(user.council).held_by(user, day)
            return self.open_of_posts(posts).filter(due_on__lte=day + SOON)
        return super().yours(which, user, day)
