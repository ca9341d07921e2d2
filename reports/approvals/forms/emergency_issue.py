"""Forms of issue in an emergency, and of the second look afterwards."""

from django import forms

from assurance.govuk.forms import GovukForm
from reports.approvals.models.emergency_issue import OUTCOMES


class EmergencyForm(GovukForm):
    """Why a paper cannot wait for its approvals."""

    submit = "Issue it now, alone"

    reason = forms.CharField(
        label="Why it cannot wait",
        help_text=(
            "Readers see this at the top of the paper, on its page and in every file. Do not name "
            "a child or a member of staff."
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=1000,
        error_messages={"required": "Say why it cannot wait"},
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)


class EmergencyReviewForm(GovukForm):
    """A second person's word on what was issued in an emergency."""

    submit = "Record what you found"

    outcome = forms.ChoiceField(
        label="What you found",
        choices=OUTCOMES,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what you found"},
    )
    words = forms.CharField(
        label="Remarks",
        help_text="For colleagues. Readers see the day, your post and what you found.",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
        required=False,
    )

    def clean(self):
        """Refuses a wrong paper without what is wrong with it."""
        fields = super().clean()
        if fields.get("outcome") == OUTCOMES[1][0] and not fields.get("words", "").strip():
            self.add_error("words", "Say what has to be corrected")
        return fields
