"""The form of a file to attach."""

from django import forms

from assurance.attachments import rules
from assurance.govuk.forms import GovukForm

TOO_BIG = f"The file must be {rules.MOST_BYTES // 1024 // 1024} MB or smaller"


class AttachForm(GovukForm):
    """A file and what it is called here."""

    submit = "Attach the file"

    title = forms.CharField(
        label="Description",
        help_text="Such as “Letter of 11 April”. Do not name a child, a family or a worker.",
        max_length=160,
        error_messages={
            "required": "Enter what the file is",
            "max_length": "Description must have 160 characters or fewer",
        },
    )
    file = forms.FileField(
        label="File",
        help_text="PDF, Word, Excel, OpenDocument text, PNG, JPEG or plain text, 20 MB at most. No "
        "macros.",
        error_messages={
            "required": "Choose the file to attach",
            "empty": "The file is empty: choose the file with the document",
            "invalid": "Choose the file to attach",
        },
    )

    def clean_file(self):
        """The file, where it is small enough and of a kind that may be attached."""
        file = self.cleaned_data["file"]
        if file.size > rules.MOST_BYTES:
            raise forms.ValidationError(TOO_BIG)
        self.content = file.read()
        try:
            rules.kind_of(file.name, self.content)
        except rules.NotAttachable as wrong:
            raise forms.ValidationError(str(wrong)) from wrong
        return file
