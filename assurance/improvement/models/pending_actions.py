"""Actions that wait for somebody: for their check, or for the holder of the post that owns them."""

from datetime import timedelta

from django.db.models import Q

from assurance.improvement.rules.actions import CLOSED_STATUSES
from assurance.people.models.posts import Post
from assurance.people.models.second_persons import for_second_person
from assurance.records.named_record import ReferencedQuerySet

# Owners are reminded of an action so many days before it is due.
SOON = timedelta(days=28)
TO_CHECK, DUE, OF_OTHERS = "check", "due", "others"


class WaitingActionQuerySet(ReferencedQuerySet):
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
        """Those that wait for `user` on `day`: `TO_CHECK` those marked as done, by another where
        a second person checks; `DUE` the open ones of their posts, late or due soon; `OF_OTHERS`
        the overdue ones of other posts."""
        if which == OF_OTHERS:
            return self.overdue_on(day).exclude(pk__in=self.owned_by(user, day).values("pk"))
        if which == DUE:
            posts = Post.objects.of(user.council).held_by(user, day)
            return self.open_of_posts(posts).filter(due_on__lte=day + SOON)
        rows, own = self.awaiting_check(), Q(marked_done_by=user)
        return for_second_person(rows, user, day, own, "actions", lambda row: row.finished_on)
