"""The form of policies of small numbers, and the filter of their list."""

from django import forms

from assurance.figures.models import LARGEST, DisclosurePolicy, policy_faults
from assurance.figures.small_numbers import MOST, SMALLEST_BASE
from assurance.govuk.numbers import WholeNumberField
from assurance.registers.forms import ListFilters, RecordForm, day, line, yes_or_no


def _whole(label, hint, initial):
    return WholeNumberField(
        label=label,
        help_text=hint,
        initial=initial,
        max_value=10_000,
    )


class PolicyForm(RecordForm):
    """A policy of small numbers, from a day on."""

    field_faults = staticmethod(policy_faults)

    counted = forms.ChoiceField(
        label="Counts covered",
        choices=DisclosurePolicy.COUNTED,
        widget=forms.RadioSelect,
        error_messages={"required": "Select the counts covered"},
    )
    threshold = _whole(
        "Largest number that is hidden",
        f"From {MOST} to {LARGEST}. Counts from 1 to this number are not shown to the public.",
        MOST,
    )
    nought_shown = yes_or_no(
        label="Is none printed as none?",
        help_text="Such as “No members of staff were without a check”.",
        initial=True,
        error_messages={"required": "Select whether none is printed as none"},
    )
    smallest_base = _whole(
        "Smallest base of a percentage",
        "A share of fewer people is printed as its two counts.",
        SMALLEST_BASE,
    )
    from_date = day("the start date", "Start date", "Reports of this date or later.", required=True)
    to_date = day("the end date", "End date", "Leave empty while it applies.")
    minute = line("Minute", 120, "Where the decision is recorded.", required=False)


class PolicyFilters(ListFilters):
    """The filter of the list of policies."""

    counted = forms.ChoiceField(
        label="Counts covered", choices=[("", "Everything"), *DisclosurePolicy.COUNTED]
    )
