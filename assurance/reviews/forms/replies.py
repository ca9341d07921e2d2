"""What is entered of a review when its time has come: its reply, its follow-up."""

from assurance.registers.forms import RecordForm
from assurance.reviews.forms.reviews import ReviewForm
from assurance.reviews.rules.findings import WEIGHED, faults

FIELDS = ReviewForm.base_fields


class _OfReview(RecordForm):
    """A few of a review's fields, weighed with the others that it has."""

    field_faults = staticmethod(faults)

    def besides(self):
        """The review's own values of what is not asked here."""
        return {
            name: getattr(self.record, name) for name in WEIGHED if name not in self.base_fields
        }

    def clean(self):
        """Refuses a form that is sent as empty as the review is."""
        fields = super().clean()
        names = [name for name in self.base_fields if name in FIELDS]
        is_empty = not any(fields.get(name) or getattr(self.record, name) for name in names)
        if is_empty and not self.errors:
            self.add_error(self.main, f"Enter {self.wanted}: nothing has been entered")
        return fields


class ReplyForm(_OfReview):
    """The reply to a review, or why none is owed."""

    submit = "Save the reply"
    main, wanted = "response_sent_on", "the date it was sent, or why there is none"

    response_received_on = FIELDS["response_received_on"]
    response_due_on = FIELDS["response_due_on"]
    response_sent_on = FIELDS["response_sent_on"]
    no_reply_because = FIELDS["no_reply_because"]


class FollowUpForm(_OfReview):
    """The follow-up of a review."""

    submit = "Save the follow-up"
    main, wanted = "followed_up_on", "the date it was followed up, or the date agreed"

    follow_up_on = FIELDS["follow_up_on"]
    followed_up_on = FIELDS["followed_up_on"]
