"""Forms of the checks: a reason to pass a finding over, a reason to do without a rule."""

from django import forms

from assurance.registers.confirmed_words import ConfirmedWordsForm
from reports.checks.rule import LONGEST_REASON


class CheckExceptionForm(ConfirmedWordsForm):
    """Why a finding is right as it stands; the digest says which one it was."""

    submit = "Pass it over"

    digest = forms.CharField(widget=forms.HiddenInput, max_length=64)
    reason = forms.CharField(
        label="Why is it right?",
        max_length=LONGEST_REASON,
        error_messages={"required": "Enter why it is right"},
    )


class AcceptAllForm(ConfirmedWordsForm):
    """Why all that one rule finds in a report is right as it stands."""

    rule = forms.CharField(widget=forms.HiddenInput, max_length=64)
    reason = forms.CharField(
        label="Why are they right?",
        max_length=LONGEST_REASON,
        error_messages={"required": "Enter why they are right"},
    )


class DisableCheckForm(ConfirmedWordsForm):
    """Why a council does without a rule."""

    submit = "Turn the rule off"

    reason = forms.CharField(
        label="Why does this council do without it?",
        help_text="Everyone who writes or approves a report can read this.",
        max_length=LONGEST_REASON,
        error_messages={"required": "Enter why this council does not use the rule"},
    )
