"""Forms of publication: by a press, in an emergency, or at an hour; before a poll with a reason."""

from django import forms

from assurance.govuk.forms import GovukForm
from reports.approvals.forms.decisions import ConfirmForm, EmergencyForm
from reports.issue.forms.corrections import HourForm


class AsksBeforePoll(GovukForm):
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
            self.fields["poll_reason"].widget = forms.TextInput()

    def add_error(self, field, error):
        """Adds an error, and shows the reason where that is what is missing."""
        if field == "poll_reason":
            self.fields[field].widget = forms.TextInput()
        super().add_error(field, error)


class PublishForm(AsksBeforePoll, ConfirmForm):
    """The press that makes a report public."""


class EmergencyPublishForm(AsksBeforePoll, EmergencyForm):
    """Why a report cannot wait for its approvals, nor for a poll."""


class PublicationHourForm(AsksBeforePoll, HourForm):
    """How and when a report becomes public."""
