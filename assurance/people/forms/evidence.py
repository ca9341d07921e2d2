"""The form in which the owner of an action names what shows that it is done."""

from django import forms

from assurance.people.evidence_words import why_not_named
from assurance.registers.confirmed_words import NO_NAMES, ConfirmedWordsForm


class EvidenceForm(ConfirmedWordsForm):
    """A form with the evidence of an action that its owner marks as done."""

    submit = "Mark as done"

    evidence = forms.CharField(
        label="What shows that it is done?",
        help_text="Name something that another person can look at, such as “Audit of 12 files, "
        f"3 March 2016”. {NO_NAMES}",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Name what shows that the action is done"},
    )

    def clean_evidence(self):
        """The words, where they name something."""
        evidence = self.cleaned_data["evidence"]
        if sentence := why_not_named(evidence):
            raise forms.ValidationError(sentence)
        return evidence
