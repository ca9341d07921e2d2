"""Forms of publication: by a press, in an emergency, or at an hour; before a poll with a reason."""

from django import forms

from assurance.registers.confirmed_words import ConfirmedWordsForm
from reports.approvals.forms.decisions import ConfirmForm, EmergencyForm
from reports.issue.forms.corrections import HourForm


class AsksBeforePoll(ConfirmedWordsForm):
    """A form that asks why the report is published before a poll, where `asks` says so."""

    poll_reason = forms.CharField(
        label="Why is the report published before the poll?",
        help_text="One sentence. Approvers and colleagues read it. It is not public.",
        max_length=300,
        required=False,
        widget=forms.HiddenInput,
    )

    def __init__(self, *args, asks=False, **kwargs):
        super().__init__(*args, **kwargs)
        if asks:
            self._show_reason()

    def full_clean(self):
        """Cleans what was sent: who may leave the reason out, the operation says."""
        field = self.fields["poll_reason"]
        is_shown, field.required = field.required, False
        super().full_clean()
        field.required = is_shown or field.required

    def add_error(self, field, error):
        """Adds an error, and shows the reason where that is what is missing."""
        if field == "poll_reason":
            self._show_reason()
        super().add_error(field, error)

    def _show_reason(self):
        field = self.fields["poll_reason"]
        field.widget, field.required = forms.TextInput(), True


class PublishForm(AsksBeforePoll, ConfirmForm):
    """The press that makes a report public."""


class EmergencyPublishForm(AsksBeforePoll, EmergencyForm):
    """Why a report cannot wait for its approvals, nor for a poll."""


class PublicationHourForm(AsksBeforePoll, HourForm):
    """How and when a report becomes public."""
