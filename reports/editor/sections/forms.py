"""The question whether a section is completed."""

from django import forms

from assurance.govuk.forms import GovukForm, helper_for
from reports.papers.assembly.parts.proposed_sentences import KEEP

YES, LATER = "yes", "later"


class CompletedForm(GovukForm):
    """Whether a section is completed; `seen` is the digest of it as the page shows it."""

    completed = forms.ChoiceField(
        label="Have you completed this section?",
        choices=((YES, "Yes, I’ve completed this section"), (LATER, "No, I’ll come back to it")),
        widget=forms.RadioSelect,
        error_messages={"required": "Select yes if you have completed this section"},
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data=None, *, seen, is_marked, action="", **kwargs):
        super().__init__(data, **kwargs)
        self.initial |= {"seen": seen, "completed": YES if is_marked else None}
        self.helper = helper_for(self, submit="Continue")
        self.helper.mark_optional = False
        self.helper.form_action = action

    @property
    def is_completed(self) -> bool:
        """Whether the answer is yes."""
        return self.cleaned_data["completed"] == YES


class ProposedSentenceForm(GovukForm):
    """A press that keeps the sentence which the report template proposes for an empty part."""

    sentence = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, data=None, *, sentence, **kwargs):
        super().__init__(data, **kwargs)
        self.initial["sentence"] = sentence
        self.helper = helper_for(self, submit=KEEP)
