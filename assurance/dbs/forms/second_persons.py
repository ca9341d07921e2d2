"""The forms of the steps that another person takes: closing a breach, approving something."""

from assurance.people.forms.post_fields import offer_own_posts, offer_posts, post_field
from assurance.people.models.second_persons import needs_second_person
from assurance.registers.confirmed_words import ConfirmedWordsForm
from assurance.registers.forms import PastDateField, leave_out
from assurance.runtime.periods import today


def offer_approver(form):
    """Offers the council's posts as the approver of what `form` records; no field where the council
    asks another person to approve it."""
    if needs_second_person(form.council, "policies", today()):
        leave_out(form, ["approver"])
    else:
        offer_posts(form, "approver")


class CloseBreachForm(ConfirmedWordsForm):
    """When a breach is closed, and for which post."""

    submit = "Close the breach"

    closer = post_field("For which of your posts do you close it?")
    closed_on = PastDateField(what="the date it was closed", label="Date closed")

    def __init__(self, data=None, *, user, **kwargs):
        super().__init__(data, **kwargs)
        self.own_posts = offer_own_posts(self, "closer", user)


class ApproveForm(ConfirmedWordsForm):
    """For which post something is approved."""

    submit = "Approve"

    approver = post_field("For which of your posts do you approve it?")

    def __init__(self, data=None, *, user, **kwargs):
        super().__init__(data, **kwargs)
        self.own_posts = offer_own_posts(self, "approver", user)
