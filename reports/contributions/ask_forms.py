"""Forms by which sections are asked of somebody, and by when."""

from django import forms

from assurance.accounts.account_or_address import AccountOrAddressForm
from assurance.govuk.forms import DatePartsField, GovukForm
from assurance.registers.confirmed_words import ConfirmedWordsForm


class AskForm(ConfirmedWordsForm, AccountOrAddressForm):
    """A section asked of an account, or of somebody with a name and an e-mail address."""

    submit = "Ask for it"
    groups = (
        ("Text that you ask for", ["section"]),
        ("Person that you ask", ["asked_of", "name", "email"]),
        ("By when", ["due_on", "note"]),
    )

    section = forms.ChoiceField(label="Section")
    asked_of = forms.ChoiceField(
        label="Account",
        required=False,
        help_text=(
            "A person with an account finds it on their home page. They need no permission to "
            "write reports."
        ),
    )
    name = forms.CharField(
        label="Name or role of a person without an account", max_length=100, required=False
    )
    email = forms.EmailField(
        label="Their e-mail address",
        max_length=254,
        required=False,
        help_text="They are sent a link that opens this section alone.",
    )
    due_on = DatePartsField(what="the date by which you need it", label="By")
    note = forms.CharField(
        label="Information for them",
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="It goes into the e-mail: do not name a child or a member of staff.",
    )

    both = "Choose an account, or give a name and address: not both"
    lacking = (("name", "Enter who it is"), ("email", "Give their e-mail address"))

    def __init__(self, *args, sections, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["section"].choices = sections

    def asked(self):
        """Whom, by when and with which note, as the operation takes it."""
        fields = self.cleaned_data
        whom = {"asked_of": self.account, "name": fields["name"], "email": fields["email"].lower()}
        return {**whom, "due_on": fields["due_on"], "note": fields["note"]}


class AskAllForm(GovukForm):
    """The writers whom a template names, asked at once; a day is typed only where the report has no
    days yet."""

    submit = "Ask them all"

    due_on = DatePartsField(what="the date by which you need it", label="By")

    def __init__(self, data=None, *, has_days, **kwargs):
        super().__init__(data, **kwargs)
        if has_days:
            del self.fields["due_on"]
            self.helper.layout = None


class DueForm(GovukForm):
    """Another day by which a section is asked for."""

    submit = "Change the date"

    due_on = DatePartsField(what="the date by which you need it", label="By")
