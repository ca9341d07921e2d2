"""Forms of a reader's own notes."""

from django import forms

from assurance.govuk.forms import GovukForm
from reports.publication.models.notes import ReaderNote


class NoteForm(GovukForm):
    """A note on a place of a published report."""

    submit = "Save the note"

    words = forms.CharField(
        label="Your note",
        help_text="Only you can read it. It follows this place into a corrected edition.",
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=ReaderNote.LONGEST,
        error_messages={"required": "Write the note first"},
    )
