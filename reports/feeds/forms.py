"""What somebody wants to be told of by e-mail."""

from django import forms

from assurance.govuk.forms import GovukForm
from assurance.meetings.models.bodies import Body
from reports.publication.models.subscriptions import COMMITTEE, PAPERS, SERIES

NO_NULL = "Leave the null character out of the address"


class SubscriptionForm(GovukForm):
    """An address, and what it is to be told of: all papers, a committee's or a series."""

    submit = "Send me a link to confirm"

    followed = forms.ChoiceField(
        label="What do you want e-mails about?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what you want e-mails about"},
    )
    email = forms.EmailField(
        label="Your e-mail address",
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text="Used for this only, and removed when you stop.",
        error_messages={
            "required": "Enter your e-mail address",
            "invalid": "Enter an e-mail address such as name@example.com",
            "null_characters_not_allowed": NO_NULL,
        },
    )

    def __init__(self, *args, council, **kwargs):
        super().__init__(*args, **kwargs)
        committees = [
            (f"{COMMITTEE}:{committee.slug}", f"Reports for the {committee.title}")
            for committee in Body.committees.of(council)
        ]
        series = [(f"{SERIES}:{item.slug}", f"“{item.title}”") for item in council.series.all()]
        every = (PAPERS, f"Everything that {council.name} publishes")
        self.fields["followed"].choices = [every, *series, *committees]

    def asked(self):
        """What `ask_to_follow` is told: email, kind, slug."""
        kind, _, slug = self.cleaned_data["followed"].partition(":")
        return {"email": self.cleaned_data["email"], "kind": kind, "slug": slug}
