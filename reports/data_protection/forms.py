"""The forms of data protection: policies, holds, whose data, and an account's reach."""

from django import forms

from assurance.accounts.models.access_log import LoggedAccess
from assurance.accounts.models.accounts import User
from assurance.govuk.forms import GovukFilterForm, GovukForm
from assurance.registers.forms import ListFilters, PastDateField, RecordForm, day, line
from assurance.runtime.periods import today
from reports.data_protection import rules
from reports.data_protection.free_text.spellings import SHORTEST
from reports.data_protection.models import LegalHold, RetentionPolicy
from reports.data_protection.period_ends import number_due
from reports.data_protection.subjects import find_subject, namesakes, subject_of

NOT_FOUND = "No record is kept under this reference or name. Check the spelling"
SEVERAL = "{number} people have this name. Enter the staff reference: {references}"
# So many of those are listed.
LISTED = 10
MORE = " and {number:,} more. Or enter more of the name"
HOW_TO_NAME = (
    "A staff reference or a name or part of one, the e-mail address of an account, a child’s local "
    "reference, the reference of a case audit, or an e-mail address."
)


DUE_AT_ONCE = (
    "{number:,} more {those} due for removal when this policy starts, and the nightly run removes "
    "what no legal hold keeps. To save the policy all the same, press Save again"
)


def why_not_found(council, subject: str, reference: str) -> str:
    """Why `reference` names no one record of the kind `subject`."""
    people = namesakes(council, reference) if subject == LegalHold.PERSON else []
    references = ", ".join(person.reference for person in people[:LISTED])
    more = len(people) - LISTED
    references += MORE.format(number=more) if more > 0 else ""
    return SEVERAL.format(number=len(people), references=references) if people else NOT_FOUND


def _those(number):
    return "record is" if number == 1 else "records are"


class PolicyForm(RecordForm):
    """One retention policy, from a date on."""

    field_faults = staticmethod(RetentionPolicy.field_faults)
    speaks_of = {"length": ("unit",)}

    kind = forms.ChoiceField(
        label="Kind of record",
        choices=[(kind.key, kind.title) for kind in rules.KINDS],
        error_messages={"required": "Select the kind of record"},
    )
    length = forms.IntegerField(
        label="Kept for",
        min_value=1,
        error_messages={
            "required": "Enter how long it is kept",
            **dict.fromkeys(
                ("invalid", "min_value"), "“Kept for” must be a whole number, 1 or more"
            ),
        },
    )
    unit = forms.ChoiceField(
        label="Unit",
        choices=rules.UNITS,
        widget=forms.RadioSelect,
        error_messages={"required": "Select days, months or years"},
    )
    reason = line("Reason", 300, "The law or the council’s own decision. Do not name a person.")
    from_date = day("the start date", "Start date", "The policy applies from it.", required=True)
    to_date = day("the end date", "End date", "Leave empty while it applies.")
    number = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def clean(self):
        """Refuses once a policy by which records are due at once, with their number; sent with that
        number again it is saved."""
        fields = super().clean()
        typed = {name: fields.get(name) for name in ("kind", "length", "unit", "from_date")}
        if not self.errors and all(typed.values()):
            due = self._due(**typed)
            if due and fields.get("number") != due:
                self.data = {**self.data.dict(), self.add_prefix("number"): str(due)}
                self.add_error("length", DUE_AT_ONCE.format(number=due, those=_those(due)))
        return fields

    def _due(self, kind, length, unit, from_date):
        last = rules.ended_by(max(from_date, today()), length, unit)
        before = RetentionPolicy.objects.in_force(self.council, today()).get(kind)
        earlier = number_due(self.council, kind, before.ended_by(today())) if before else 0
        return max(number_due(self.council, kind, last) - earlier, 0)

    def values_to_save(self):
        """The values without the number that was confirmed."""
        values = super().values_to_save()
        return {name: value for name, value in values.items() if name != "number"}


class PolicyFilters(ListFilters):
    """The filter of the list of policies."""

    kind = forms.ChoiceField(
        label="Kind of record",
        choices=[("", "All"), *((kind.key, kind.title) for kind in rules.KINDS)],
    )


class HoldForm(RecordForm):
    """What can be changed of a legal hold: its reason and its dates."""

    field_faults = staticmethod(LegalHold.field_faults)

    reason = line("Reason", 300, "Such as a claim, an inquiry or a court order, by its reference.")
    from_date = day("the start date", "Start date", required=True)
    to_date = day("the end date", "End date", "Leave empty while no end is known.")


class NewHoldForm(HoldForm):
    """A legal hold over somebody, named by what names their record, or by the page that led here
    with the `key` of the record."""

    subject = forms.ChoiceField(
        label="Record of",
        choices=LegalHold.SUBJECTS,
        widget=forms.RadioSelect,
        error_messages={"required": "Select whose record"},
    )
    reference = line("Reference", 254, f"{HOW_TO_NAME} It is not kept with the hold.")
    key = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)
    field_order = ("subject", "reference", "reason", "from_date", "to_date")

    def prepare_for(self, council):
        """Asks for no reference of a record that the page before has named."""
        key = self["key"].value()
        self.whose = subject_of(council, self["subject"].value(), key) if key else None
        if self.whose:
            self.fields["reference"].required = False
            for name in ("subject", "reference"):
                self.fields[name].widget = forms.HiddenInput()

    def clean(self):
        """Finds the record that the reference names."""
        fields = super().clean()
        if self.whose:
            return fields
        subject, reference = fields.get("subject"), fields.get("reference")
        if subject and reference:
            fields["subject"], fields["key"] = find_subject(self.council, subject, reference)
            if not fields["key"]:
                self.add_error("reference", why_not_found(self.council, subject, reference))
        return fields

    def values_to_save(self):
        """What an operation is told: the key in place of the reference."""
        return {
            name: value for name, value in super().values_to_save().items() if name != "reference"
        }


class HoldFilters(ListFilters):
    """The filter of the list of holds."""

    subject = forms.ChoiceField(label="Record of", choices=[("", "All"), *LegalHold.SUBJECTS])


class FindForm(GovukForm):
    """Whose data: a kind of record and the reference that names it; sent in no address."""

    submit = "Find"

    subject = forms.ChoiceField(
        label="Record of",
        choices=LegalHold.SUBJECTS,
        widget=forms.RadioSelect,
        error_messages={"required": "Select whose record"},
    )
    reference = line("Reference", 254, HOW_TO_NAME)


class EraseForm(GovukForm):
    """Confirms an erasure."""

    submit = "Erase these data"

    because = line("Reason", 200, "Such as the request’s own reference. Do not name a person.")
    sure = forms.BooleanField(
        label="I have read the lists of removed and not removed data. This cannot be undone.",
        error_messages={"required": "Confirm that you have read both lists"},
    )


class TermsForm(GovukForm):
    """The names and references to look for in free text; sent in no address and kept nowhere."""

    submit = "Search free text"

    terms = forms.CharField(
        label="Names and references",
        help_text="One on each line. Near spellings, initials and the last name alone count too.",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=1000,
        error_messages={"required": "Enter a name or a reference"},
    )

    def clean_terms(self):
        """The lines that are not empty."""
        lines = [line.strip() for line in self.cleaned_data["terms"].splitlines()]
        short = [line for line in lines if line and len(line) < SHORTEST]
        if short:
            raise forms.ValidationError(f"“{short[0]}” is too short to search for")
        return [line for line in lines if line]


class ReplaceForm(GovukForm):
    """Confirms the replacement of words in the chosen texts."""

    submit = "Replace the names in the selected texts"

    because = line("Reason", 200, "Such as the request’s own reference. Do not name a person.")


class ReachForm(GovukForm):
    """An account and two dates."""

    submit = "Show whose data"

    account = forms.ModelChoiceField(
        User.objects.none(),
        label="Account",
        empty_label="Select an account",
        error_messages={"required": "Select an account"},
    )
    first = PastDateField(what="the first date", label="From", required=True)
    last = PastDateField(what="the last date", label="To", required=True)

    def __init__(self, *args, accounts, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["account"].queryset = accounts
        self.fields["last"].initial = today()

    def clean(self):
        """Refuses a last date before the first."""
        fields = super().clean()
        first, last = fields.get("first"), fields.get("last")
        if first and last and last < first:
            self.add_error("last", "The last date must be the first date or later")
        return fields


class LogFilters(GovukFilterForm):
    """The filter of the access log."""

    kind = forms.ChoiceField(label="Kind", choices=[("", "All"), *LoggedAccess.KINDS])
