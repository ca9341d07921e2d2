"""The form of reports that other bodies make, and the filter of their list."""

from django import forms

from assurance.governance.forms.fields import choice, rows_to_tick
from assurance.governance.models.body_reports import BodyReport
from assurance.governance.models.measures import Measure
from assurance.governance.rules import body_reports as rules
from assurance.govuk.forms import search_box
from assurance.meetings.models.meetings import Meeting
from assurance.registers.forms import ListFilters, RecordForm, day, line, past


class MeetingChoice(forms.ModelChoiceField):
    """One of the meetings of the council's committees."""


class BodyReportForm(RecordForm):
    """The report of another body about a period."""

    field_faults = staticmethod(rules.report_faults)
    later = ("When the council had it",)
    groups = (
        ("The report", ["title", "body", "interval", "from_date", "to_date"]),
        ("When the council had it", ["received_on", "meeting"]),
        ("Its main numbers", ["measures"]),
    )

    title = line("Title", 160, "Such as “The theatre’s report, April to September 2019”.")
    body = line("Body that reports", 160, "A body, not a person.")
    interval = choice("How often it reports", BodyReport._meta.get_field("interval").choices)
    from_date = day("the start date of its period", "Start date of its period", required=True)
    to_date = day("the end date of its period", "End date of its period", required=True)
    received_on = past("the date it was received", "Received on")
    meeting = MeetingChoice(
        Meeting.committees.none(),
        label="Meeting that considered it",
        required=False,
        empty_label="Not considered yet",
        error_messages={"invalid_choice": "Select the meeting from the list"},
    )
    measures = rows_to_tick(
        Measure.objects.none(),
        "Measures whose values it reports",
        "Add the values on the measure’s own page. The report shows the last in its period.",
    )

    def prepare_for(self, council):
        """Offers the committees' meetings, the last one first, and the council's measures."""
        meetings = Meeting.committees.of(council).to_come_or_held().order_by("-date", "pk")
        self.fields["meeting"].queryset = meetings
        self.fields["measures"].queryset = Measure.objects.of(council).active()


class BodyReportFilters(ListFilters):
    """The filter of the list of other bodies' reports."""

    text = search_box("reports", "title or body")
    state = forms.ChoiceField(label="State", choices=[("", "Any"), *BodyReport.STATES])
