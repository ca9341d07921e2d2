"""What an administrator types about accounts and grants."""

from django import forms

from assurance.accounts.access import Role, Subject
from assurance.accounts.rules import EMAIL_EVERY
from assurance.govuk.forms import DatePartsField, GovukForm

ROLES = [(role, role.label) for role in Role]
SUBJECTS = [("", "Every subject"), *Subject.choices]


class GrantForm(GovukForm):
    """A role, for a subject or for all, from a day."""

    submit = "Give this role"

    role = forms.ChoiceField(
        label="Role",
        choices=ROLES,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose a role"},
    )
    subject = forms.ChoiceField(
        label="Subject",
        help_text="Only an officer may be limited to one subject.",
        choices=SUBJECTS,
        required=False,
    )
    from_date = DatePartsField(
        label="From", what="the date the role starts", help_text="Today or later."
    )
    to_date = DatePartsField(
        label="End date",
        what="the end date of the role",
        help_text="The role ends by itself after this date. Leave empty for no end.",
        required=False,
    )


class AddAccountForm(GrantForm):
    """A new account and its first role."""

    submit = "Add the account"
    field_order = ["email", "name", "role", "subject", "from_date", "to_date"]

    email = forms.EmailField(
        label="E-mail address",
        help_text="The person signs in with it.",
        max_length=254,
        error_messages={
            "required": "Enter an e-mail address",
            "invalid": "Enter an e-mail address such as name@council.gov.uk",
        },
    )
    name = forms.CharField(
        label="Name",
        help_text="The title of the post, such as Democratic Services Officer; or the name of the "
        "person, where the directory shows which post the account is in.",
        max_length=100,
        error_messages={"required": "Enter a name"},
    )


class EndGrantForm(GovukForm):
    """The last day of a grant."""

    submit = "End this role"

    last_day = DatePartsField(
        label="End date",
        what="the end date of the role",
        help_text="Today or later. The role ends by itself after this date.",
    )


class EmailForm(GovukForm):
    """How often an account is told by e-mail."""

    email_every = forms.ChoiceField(
        label="E-mail with your tasks",
        help_text="It gives how many of each, never a name of staff or child.",
        choices=EMAIL_EVERY,
        required=False,
        widget=forms.RadioSelect,
    )
