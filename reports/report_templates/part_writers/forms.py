"""The form of who writes a part of every report of a template."""

from django import forms

from assurance.accounts.account_or_address import AccountOrAddressForm
from assurance.registers.confirmed_words import ConfirmedWordsForm
from reports.language.standing_blocks import LONGEST_NAME, LONGEST_QUESTION, MOST_DAYS


class WriterForm(ConfirmedWordsForm, AccountOrAddressForm):
    """Whom a part is asked of, with which question and how long before the texts are due."""

    submit = "Save who writes it"
    groups = (
        ("Who writes it", ["asked_of", "name", "email"]),
        ("Request", ["question", "days"]),
    )

    asked_of = forms.ChoiceField(label="Account", required=False)
    name = forms.CharField(
        label="Post of a person without an account",
        required=False,
        max_length=LONGEST_NAME,
        help_text="Such as “Partnership Manager”. The template’s file carries it: leave people’s "
        "names out.",
    )
    email = forms.EmailField(
        label="Their e-mail address",
        required=False,
        max_length=254,
        help_text="It is kept here and is never in the template’s file.",
    )
    question = forms.CharField(
        label="Question to the writer",
        required=False,
        max_length=LONGEST_QUESTION,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Such as “What changed in adoption since the last report?” It goes into the "
        "e-mail: do not name a child or a member of staff.",
    )
    days = forms.IntegerField(
        label="How many working days before texts are due?",
        min_value=0,
        max_value=MOST_DAYS,
        help_text="0 asks for it by the date on which the report’s texts are due.",
        widget=forms.TextInput(attrs={"class": "govuk-input--width-3", "inputmode": "numeric"}),
        error_messages={
            "required": f"Enter a number of working days from 0 to {MOST_DAYS}",
            "invalid": f"Enter a whole number of working days from 0 to {MOST_DAYS}",
            "min_value": f"Enter a number of working days from 0 to {MOST_DAYS}",
            "max_value": f"Enter a number of working days from 0 to {MOST_DAYS}",
        },
    )

    both = "Choose an account, or give a post and address: not both"
    lacking = (("name", "Enter their post"), ("email", "Enter their e-mail address"))

    def __init__(self, data=None, *, writer, row=None, **kwargs):
        named = row.account_id if row else None
        initial = {
            "asked_of": str(named or ""),
            "name": "" if named else writer.get("name", ""),
            "email": row.email if row else "",
            "question": writer.get("question", ""),
            "days": str(writer.get("days", 0)),
        }
        super().__init__(data, initial=initial, **kwargs)

    def writer(self):
        """What the template's data have of the writer."""
        fields = self.cleaned_data
        name = self.account.name if self.account else fields["name"]
        values = {"name": name, "question": fields["question"], "days": fields["days"]}
        return {name: value for name, value in values.items() if value}

    def person(self):
        """The account or e-mail that stands beside the template's data."""
        email = "" if self.account else self.cleaned_data["email"].lower()
        return {"account": self.account, "email": email}
