"""Forms by which sections are asked of somebody, and by when."""

from django import forms

from assurance.govuk.forms import DatePartsField, GovukForm

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
        if fields.get("asked_of") and (fields.get("name") or fields.get("email")):
            self.add_error("asked_of", "Choose an account, or give a name and address: not both")
        for name, text in (("name", "Say who it is"), ("email", "Give their e-mail address")):
            if not (fields.get("asked_of") or fields.get(name) or name in self.errors):
                self.add_error(name, text)
        return fields

    def asked(self):
        """Whom, by when and with which note, as the operation takes it."""
        fields = self.cleaned_data
        account = self.accounts.get(fields["asked_of"])
        whom = {"asked_of": account, "name": fields["name"], "email": fields["email"].lower()}
        return {**whom, "due_on": fields["due_on"], "note": fields["note"]}


class AskAllForm(GovukForm):
    """The writers whom a template names, asked at once; a day is typed only where the report has no
    days yet."""

    submit = "Ask them all"

    due_on = DatePartsField(what="the day by which you need it", label="By")

    def __init__(self, data=None, *, has_days, **kwargs):
        super().__init__(data, **kwargs)
        if has_days:
            del self.fields["due_on"]


class DueForm(GovukForm):
    """Another day by which a section is asked for."""

    submit = "Change the day"

    due_on = DatePartsField(what="the day by which you need it", label="By")
