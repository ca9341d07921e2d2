"""The replies and follow-ups that the next report has to mention."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from assurance.accounts.access import Permission
from assurance.registers.mentions import Mention
from assurance.reviews.models.findings import Review
from assurance.reviews.rules import replies


def owed(council, day: date) -> Iterator[Mention]:
    """The reviews that wait for a reply on `day`, then those due for a follow-up."""
    rows = Review.objects.of(council)
    for row in rows.waiting_for_reply(day).order_by("response_received_on", "pk"):
        sentence = replies.said_of_reply(row, day) or "Its date is not known."
        yield _mention(row, f"Reply: {sentence}")
    for row in rows.due_for_follow_up(day).order_by("ended_on", "pk"):
        yield _mention(row, f"Follow-up: {replies.said_of_follow_up(row, day)}")


def _mention(review, sentence):
    return Mention(
        title=review.title,
        sentence=sentence,
        kind="review",
        slug=review.slug,
        address=reverse("reviews:record", args=[review.pk]),
        permission=Permission.RECORD_REVIEWS,
        list="reviews_owed",
    )
