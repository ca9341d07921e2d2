"""The forms of the steps that another person takes: closing a breach, approving a set-aside."""

from assurance.people.forms.posts import offer_own_posts, post_field
from assurance.registers.confirmed_words import ConfirmedWordsForm
from assurance.registers.forms import PastDateField


class CloseBreachForm(ConfirmedWordsForm):
    """When a breach is closed, and for which post."""

    submit = "Close the breach"

    closer = post_field("For which of your posts do you close it?")
    closed_on = PastDateField(what="the day it was closed", label="Day closed")

    def __init__(self, data=None, *, user, **kwargs):
        super().__init__(data, **kwargs)
        self.own_posts = offer_own_posts(self, "closer", user)


class ApproveSetAsideForm(ConfirmedWordsForm):
    """For which post it is approved that a person is set aside."""

    submit = "Approve"

    approver = post_field("For which of your posts do you approve it?")

    def __init__(self, data=None, *, user, **kwargs):
        super().__init__(data, **kwargs)
        self.own_posts = offer_own_posts(self, "approver", user)
