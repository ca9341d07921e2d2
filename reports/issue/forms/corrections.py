"""Forms of a correction, and of the removal of what was published."""

from django import forms

from assurance.govuk.forms import GovukForm
from assurance.runtime.digits import whole
from reports.editions.models.removals import CONFIRMED, REASONS, UNDONE


class CorrectionForm(GovukForm):
    """What a correction changes, in words for readers."""

    submit = "Keep these words"

    note = forms.CharField(
        label="What changes",
        help_text=(
            "Readers see this at the top of the new edition and of those before it, with its day. "
            "Each line is a paragraph."
        ),
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=4000,
        error_messages={"required": "Say what changes"},
    )


class EditionRemovalForm(GovukForm):
    """Which editions go, and why: the class of reason for readers, the rest for who decides."""

    submit = "Remove it from publication now"

    editions = forms.MultipleChoiceField(
        label="What is removed",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one edition"},
    )
    reason = forms.ChoiceField(
        label="Why, as readers are told",
        choices=REASONS,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose the reason that readers are told"},
    )
    explanation = forms.CharField(
        label="What happened",
        help_text=(
            "For the second person who confirms or undoes it. It is never public. Leave out what "
            "must not be repeated."
        ),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=4000,
        error_messages={"required": "Say what happened"},
    )

    def __init__(self, *args, standing, **kwargs):
        super().__init__(*args, **kwargs)
        choices = [(str(item.number), f"Edition {item.number}") for item in standing]
        self.fields["editions"].choices = choices
        # What must not be read in one edition most often stands in every other.
        self.fields["editions"].initial = [number for number, _ in choices]

    def numbers(self):
        """The numbers of the editions that were chosen."""
        return {whole(cleaned_datum) for cleaned_datum in self.cleaned_data["editions"]}


class DecideForm(GovukForm):
    """A second person's word on what was removed."""

    submit = "Record your decision"

    decision = forms.ChoiceField(
        label="What you decide",
        choices=[
            (CONFIRMED, "Confirm: it stays down"),
            (UNDONE, "Undo: everybody can read it again, at once"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether you confirm it or undo it"},
    )
