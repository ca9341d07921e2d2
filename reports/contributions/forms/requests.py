"""Forms of asking somebody for a section, and of what the clerk does with what they handed in."""

from django import forms

from assurance.govuk.forms import DatePartsField, GovukForm
from reports.conversion.forms import SourceFileForm

NOBODY = "Somebody without an account"


class AskForm(GovukForm):
    """A section asked of an account, or of somebody with a name and an e-mail address."""

    submit = "Ask for it"
    groups = (
        ("What you ask for", ["section"]),
        ("Whom you ask", ["asked_of", "name", "email"]),
        ("By when", ["due_on", "note"]),
    )

    section = forms.ChoiceField(label="Section")
    asked_of = forms.ChoiceField(
        label="Account",
        required=False,
        help_text="Somebody with an account finds it on their home page. They need no permission "
        "to write papers.",
    )
    name = forms.CharField(
        label="Name or role of somebody without an account", max_length=100, required=False
    )
    email = forms.EmailField(
        label="Their e-mail address",
        max_length=254,
        required=False,
        help_text="They are sent a link that opens this section alone.",
    )
    due_on = DatePartsField(what="the day by which you need it", label="By")
    note = forms.CharField(
        label="What they should know",
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="It goes into the e-mail: do not name a child or a member of staff.",
    )

    def __init__(self, *args, sections, accounts, **kwargs):
        super().__init__(*args, **kwargs)
        self.accounts = {str(account.pk): account for account in accounts}
        self.fields["section"].choices = sections
        named = [(key, item.name) for key, item in self.accounts.items()]
        self.fields["asked_of"].choices = [("", NOBODY), *named]

    def clean(self):
        """Refuses nobody, and two at once."""
        fields = super().clean()
        values = [name for name in ("name", "email") if fields.get(name)]
        if fields.get("asked_of") and values:
            self.add_error("asked_of", "Choose an account, or give a name and address: not both")
        if not fields.get("asked_of"):
            for name, text in (("name", "Say who it is"), ("email", "Give their e-mail address")):
                if not fields.get(name) and name not in self.errors:
                    self.add_error(name, text)
        return fields

    def asked(self):
        """Whom, by when and with which note, as the operation takes it."""
        fields = self.cleaned_data
        account = self.accounts.get(fields["asked_of"])
        whom = {"asked_of": account, "name": fields["name"], "email": fields["email"].lower()}
        return {**whom, "due_on": fields["due_on"], "note": fields["note"]}


class DueForm(GovukForm):
    """Another day by which a section is asked for."""

    submit = "Change the day"

    due_on = DatePartsField(what="the day by which you need it", label="By")


class SendBackForm(GovukForm):
    """What should change in a contribution."""

    submit = "Send it back"

    words = forms.CharField(
        label="What should change",
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="They read it above the section, and are told by e-mail that it is there.",
        error_messages={"required": "Say what should change"},
    )


class DecideForm(GovukForm):
    """Which changes of a contribution are taken: one answer for each row of its review."""

    TAKE, LEAVE = "take", "leave"

    def __init__(self, *args, rows, seen, **kwargs):
        super().__init__(*args, **kwargs)
        self.rows = [row for row in rows if row.differs]
        for row in self.rows:
            self.fields[f"row-{row.key}"] = forms.ChoiceField(
                choices=[(self.TAKE, "Take it"), (self.LEAVE, "Leave it")],
                widget=forms.RadioSelect,
                initial="" if row.clash else self.TAKE,
                label=f"What becomes of it: {row.name}",
                error_messages={"required": "Both have changed: say which should stand"},
            )
        self.fields["seen"] = forms.CharField(widget=forms.HiddenInput, initial=seen)
        self.current = seen

    @property
    def is_stale(self):
        """Whether the paper or the contribution has changed since the page was made."""
        return self.is_bound and self.data.get("seen") != self.current

    def answers(self):
        """(row, its bound field) in order."""
        return [(row, self[f"row-{row.key}"]) for row in self.rows]

    def taken(self):
        """The keys of the rows to take."""
        fields = self.cleaned_data
        return [row.key for row in self.rows if fields[f"row-{row.key}"] == self.TAKE]


class WordFileForm(SourceFileForm):
    """The Word file of a section, written and sent back."""

    file = forms.FileField(
        label="Word file of the section",
        help_text="The file that was downloaded here, with your changes (.docx).",
        widget=forms.ClearableFileInput(attrs={"accept": ".docx"}),
        error_messages={
            "required": "Choose the Word file",
            "invalid": "Choose the Word file",
            "empty": "The file is empty: choose the file that holds the section",
        },
    )

    def __init__(self, *args, read, **kwargs):
        super().__init__(*args, **kwargs)
        self.read = read
