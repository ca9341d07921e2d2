"""Readings of which reviews wait for a reply, and which are due for a follow-up."""

from django.db.models import Q

from assurance.records.record import RecordQuerySet
from assurance.reviews.rules import replies


class RepliesQuerySet(RecordQuerySet):
    """Readings over reviews as they stood at the end of a day. `rules` holds the plain twin of
    each."""

    def waiting_for_reply(self, day):
        """Standing reviews whose report had been received by `day`, that owe a reply and had sent
        none by then."""
        owing = Q(kind__in=replies.KINDS_THAT_ARE_ANSWERED) | Q(response_due_on__isnull=False)
        unsent = Q(response_sent_on__isnull=True) | Q(response_sent_on__gt=day)
        received = self.active().filter(response_received_on__lte=day)
        return received.filter(owing, unsent, no_reply_because="")

    def due_for_follow_up(self, day):
        """Standing reviews whose follow-up was due by `day` and had not been done by then: agreed
        for a day that has come, or of a peer review that ended nine months before or earlier."""
        begun = replies.latest_before(day, replies.FOLLOW_UP_MONTHS[0])
        agreed = Q(follow_up_on__lte=day)
        usual = Q(
            follow_up_on__isnull=True,
            kind__in=replies.KINDS_THAT_ARE_FOLLOWED_UP,
            ended_on__lte=begun,
        )
        undone = Q(followed_up_on__isnull=True) | Q(followed_up_on__gt=day)
        return self.active().filter(agreed | usual).filter(undone)
