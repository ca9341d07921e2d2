"""Actions that posts own, as a list narrows them to a user: those to check, those of others."""

from django.db.models import Count, Min, Q

from assurance.people.models.second_persons import for_second_person

# The actions that wait for a person, and the overdue ones of posts of others, as a list's address
# has them.
TO_CHECK, OF_OTHERS = "check", "others"


class OwnedActions:
    """Readings over actions that know which are `overdue_on` a day, `owned_by` a user and
    `awaiting_check`."""

    def number_and_earliest(self):
        """How many there are, and the earliest date on which one of them is due; None for none."""
        found = self.order_by().aggregate(number=Count("pk"), earliest=Min("due_on"))
        return found["number"], found["earliest"]

    def yours(self, which, user, day):
        """Those marked as done that `user` may check on `day`: those of another person, where the
        council's policy asks for a second one; or with `OF_OTHERS` the overdue ones of posts that
        are not those of `user`, whose own are among the tasks of their posts."""
        if which == OF_OTHERS:
            return self.overdue_on(day).exclude(pk__in=self.owned_by(user, day).values("pk"))
        rows, own = self.awaiting_check(), Q(marked_done_by=user)
        return for_second_person(rows, user, day, own, "actions", lambda row: row.finished_on)
