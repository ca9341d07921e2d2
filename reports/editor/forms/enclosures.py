"""Forms of what goes with a paper as a file of its own, and of who may read an exempt one."""

from django import forms

from assurance.attachments import rules
from assurance.govuk.forms import DatePartsField, GovukForm
from assurance.registers.confirmed_words import ConfirmedWordsForm
from reports.documents import enclosures
from reports.documents.enclosures import UploadedFile

KINDS = (
    "PDF, Word, Excel, OpenDocument text, PNG, JPEG or plain text, 20 MB at most. No macros. "
    "Anyone can read it once the report is published."
)
WAYS = [
    (enclosures.ITSELF, "Yes, unchanged"),
    (enclosures.ANOTHER, "Yes, in another file, which I bring as well"),
    (enclosures.NOT, "No, and I give the reason"),
]
LONGEST = 2000
NO_ANNEX = "The report has no annex yet. Write it in the report first, with its title."


class _File(forms.FileField):
    """A file of a kind that may be kept; its cleaned value is an `UploadedFile`, or None."""

    def __init__(self, **fields):
        super().__init__(**fields)
        self.error_messages |= {
            "required": "Choose the file",
            "invalid": "Choose the file",
            "empty": "The file is empty. Choose the file with the document",
        }

    def clean(self, data, initial=None):
        """What was brought; refuses what may not be kept with a sentence."""
        file = super().clean(data, initial)
        if not file:
            return None
        if file.size > rules.MOST_BYTES:
            raise forms.ValidationError("The file must be 20 MB or smaller")
        value = UploadedFile(file.name, file.read())
        try:
            rules.kind_of(value.name, value.content)
        except rules.NotAttachable as wrong:
            raise forms.ValidationError(str(wrong)) from wrong
        return value


def summary_field(what: str) -> forms.CharField:
    """The words of an annex for people who do not open its file, which is called `what`."""
    return forms.CharField(
        label=f"Summary of the {what}",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="A few sentences, for people who do not open it. They print in the annex.",
        error_messages={"required": f"Summarise the {what} in a few sentences"},
    )


def _reason(label, help_text):
    return forms.CharField(
        label=label,
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=help_text,
    )


class BackgroundForm(ConfirmedWordsForm):
    """A background paper, with its copy or the reason why none is kept."""

    submit = "Add the background paper"

    title = forms.CharField(
        label="Description",
        max_length=160,
        help_text="As the list of background papers prints it. Do not name a child or a family.",
        error_messages={"required": "Enter what the background paper is"},
    )
    dated = DatePartsField(what="its date", label="Its date", required=False)
    file = _File(label="Copy to keep", required=False, help_text=KINDS)
    reason = _reason(
        "Why no copy is kept",
        "Only if there is none. Everyone can read it, such as “Contains exempt information”.",
    )

    def clean(self):
        """Refuses one with neither a copy nor a reason, or with both."""
        fields = super().clean()
        if "file" not in self.errors and "reason" not in self.errors:
            wrong = enclosures.why_not_background(bool(fields.get("file")), fields["reason"])
            if wrong:
                self.add_error("file", wrong)
        return fields


class AnnexForm(ConfirmedWordsForm):
    """An annex that is a file of its own."""

    submit = "Add the file"

    annex = forms.ChoiceField(
        label="Annex that the file is",
        error_messages={"required": "Choose the annex", "invalid_choice": "Choose the annex"},
    )
    summary = summary_field("file")
    file = _File(label="File", help_text=KINDS)
    how = forms.ChoiceField(
        label="Can everyone read it, also with a screen reader?",
        choices=WAYS,
        widget=forms.RadioSelect,
        error_messages={"required": "Select whether everyone can read it"},
    )
    form_file = _File(label="The form that everyone can read", required=False, help_text=KINDS)
    reason = _reason(
        "Why there is none", "Everyone can read it; the accessibility statement names it."
    )

    def __init__(self, data=None, files=None, *, annexes, **fields):
        super().__init__(data, files, **fields)
        self.fields["annex"].choices = [("", "Choose an annex"), *annexes]
        if not annexes:
            self.fields["annex"].help_text = NO_ANNEX

    def clean(self):
        """Refuses what the answer about who can read it lacks."""
        fields = super().clean()
        if {"summary", "how", "form_file", "reason", "file"} & set(self.errors):
            return fields
        entries = (
            fields["summary"],
            fields["how"],
            bool(fields.get("form_file")),
            fields["reason"],
        )
        lacks = {enclosures.ANOTHER: "form_file", enclosures.NOT: "reason"}.get(
            fields["how"], "how"
        )
        if wrong := enclosures.why_not_annex(*entries):
            self.add_error(lacks, wrong)
        elif fields["how"] == enclosures.ITSELF:
            self._check_itself(fields["file"])
        return fields

    def _check_itself(self, file):
        kind = rules.kind_of(file.name, file.content).slug
        if wrong := enclosures.why_not_itself(kind, file.content):
            self.add_error("how", wrong)


class ExemptReadersForm(GovukForm):
    """People of the council, each ticked who is entitled."""

    submit = "Keep this list"

    readers = forms.ModelMultipleChoiceField(
        label="Who may read the exempt annexes of this report",
        queryset=None,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Members of the committee with a need to know, as the proper officer decides. "
        "Approvers can read them already.",
    )

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["readers"].queryset = people
        self.fields["readers"].label_from_instance = lambda item: item.name
