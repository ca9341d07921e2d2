"""The forms of two-step sign-in, of groups with roles and of reviews of roles."""

from django import forms

from assurance.accounts.access import Role, Subject
from assurance.govuk.dates import DatePartsField
from assurance.govuk.forms import GovukForm
from assurance.registers.forms import ListFilters, RecordForm, day, line, yes_or_no
from assurance.sign_in.models.groups import ProviderGroup
from assurance.sign_in.models.reviews import GrantReview


def _needed(role, initial):
    title = role.short_label
    return yes_or_no(
        "Needed",
        "Not needed",
        label=f"{title}s" if title != "Data protection" else title,
        initial=initial,
        error_messages={"required": f"Select whether it is needed of {title.lower()}s"},
    )


class TwoStepPolicyForm(RecordForm):
    """The roles that need two-step sign-in, from a date on."""

    from_date = day(
        "the start date", "Start date", "At sign-ins on this date or later.", required=True
    )
    officer = _needed(Role.OFFICER, False)
    approver = _needed(Role.APPROVER, True)
    clerk = _needed(Role.CLERK, True)
    member = _needed(Role.MEMBER, False)
    administrator = _needed(Role.ADMINISTRATOR, True)
    data_protection = _needed(Role.DATA_PROTECTION, True)
    reason = line("Reason", 200, "Where the decision is recorded.", required=False)


class NoFilters(ListFilters):
    """The filter of a short list whose rows are never withdrawn."""

    withdrawn = None


class ProviderGroupForm(RecordForm):
    """A group of the identity provider and the role it gives."""

    field_faults = staticmethod(ProviderGroup.field_faults)

    group = line(
        "Group",
        200,
        "As the provider sends it. From Microsoft Entra this is the group’s object ID.",
    )
    label = line("Name of the group", 100, "Such as Children’s services officers.")
    role = forms.ChoiceField(
        label="Role",
        choices=[(role, role.label) for role in Role],
        widget=forms.RadioSelect,
        error_messages={"required": "Select a role"},
    )
    subject = forms.ChoiceField(
        label="Subject",
        help_text="Only an officer may be limited to one subject.",
        choices=[("", "Every subject"), *Subject.choices],
        required=False,
    )
    from_date = day("the start date", "Start date", required=True)
    to_date = day("the end date", "End date", "Leave empty while it gives the role.")


class ResetForm(GovukForm):
    """Why the two-step sign-in of an account is reset."""

    submit = "Reset two-step sign-in"

    because = line(
        "Reason", 200, "Such as: lost telephone, identity confirmed in person. Do not name anyone."
    )


class ReviewForm(GovukForm):
    """The outcome of a review of one role."""

    submit = "Save the review"

    outcome = forms.ChoiceField(
        label="Outcome",
        choices=[
            (GrantReview.KEEP, "Keep this role"),
            (GrantReview.CHANGE, "Change its end date"),
            (GrantReview.END, "End this role today"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Select an outcome"},
    )
    last_day = DatePartsField(
        label="End date",
        what="the end date of the role",
        help_text="Only where you change it. The role ends by itself after this date.",
        required=False,
    )
    reason = line("Reason", 300, "Why this person has or loses this role.")

    def clean(self):
        """Asks for the last day where it is changed, and for none otherwise."""
        fields = super().clean()
        changes = fields.get("outcome") == GrantReview.CHANGE
        if "last_day" in self.errors or "outcome" not in fields:
            return fields
        if changes and not fields.get("last_day"):
            self.add_error("last_day", "Enter the end date of the role")
        if not changes and fields.get("last_day"):
            self.add_error("last_day", "Leave the end date empty, or select “Change its end date”")
        return fields
