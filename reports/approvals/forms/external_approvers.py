"""Forms of asking somebody from outside to approve a paper, and of their decision."""

from django import forms

from assurance.govuk.forms import GovukForm
from reports.approvals.models.external_approvers import APPROVED, RETURNED


class AskOutsideForm(GovukForm):
    """Who is asked, as the paper will print it, and whether it waits for them."""

    submit = "Ask them"

    name = forms.CharField(
        label="Name",
        max_length=80,
        help_text="The paper prints it with their post, once they have approved it",
    )
    post = forms.CharField(
        label="Post", max_length=110, help_text="Such as “Chair of the Safeguarding Board”"
    )
    email = forms.EmailField(
        label="E-mail address",
        max_length=254,
        help_text="They are sent a link that opens this paper alone and works for one decision.",
    )
    is_needed = forms.BooleanField(
        label="The paper is not approved without them", required=False, initial=True
    )

    def asked(self):
        """Whom, as the operation takes it."""
        return {**self.cleaned_data, "email": self.cleaned_data["email"].lower()}


class OutsideDecisionForm(GovukForm):
    """What somebody from outside decides on what they read."""

    submit = "Send your decision"

    decision = forms.ChoiceField(
        label="Your decision",
        choices=[
            (APPROVED, "I have read the whole paper and I approve it for issue"),
            (RETURNED, "Something should change first"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what you decide"},
    )
    remarks = forms.CharField(
        label="Remarks",
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="What should change, if you send it back. Those who write the paper read it.",
    )
    seen = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)

    def clean(self):
        """Refuses a paper sent back without what should change."""
        fields = super().clean()
        if fields.get("decision") == RETURNED and not fields.get("remarks", "").strip():
            self.add_error("remarks", "Say what should change")
        return fields
