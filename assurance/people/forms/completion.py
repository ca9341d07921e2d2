"""The form with which a second person checks that an action is done."""

from django import forms

from assurance.people.forms.post_fields import offer_own_posts, post_field
from assurance.registers.confirmed_words import NO_NAMES, ConfirmedWordsForm


class CheckDoneForm(ConfirmedWordsForm):
    """Asks if an action that was marked as done is done, and for which post of the account."""

    DONE, NOT_DONE = "done", "not_done"

    submit = "Save the check"

    outcome = forms.ChoiceField(
        label="Is the action done?",
        choices=[(DONE, "Yes, it is done"), (NOT_DONE, "No, it goes back to its owner")],
        widget=forms.RadioSelect,
        error_messages={"required": "Select whether the action is done"},
    )
    checker = post_field("For which of your posts do you check it?", required=False)
    reason = forms.CharField(
        label="What is still to be done?",
        help_text=f"Only where it goes back to its owner. {NO_NAMES}",
        required=False,
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": "The reason must have 200 characters or fewer"},
    )

    def __init__(self, data=None, *, user, **kwargs):
        super().__init__(data, **kwargs)
        offer_own_posts(self, "checker", user)

    def clean(self):
        """Asks for the post that checks, and for a reason where the action goes back."""
        fields = super().clean()
        outcome = fields.get("outcome")
        if outcome == self.DONE and not fields.get("checker") and "checker" not in self.errors:
            self.add_error("checker", "Select the post for which you check it")
        if outcome == self.NOT_DONE and not fields.get("reason") and "reason" not in self.errors:
            self.add_error("reason", "Describe what still has to be done")
        return fields
