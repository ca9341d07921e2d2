"""The form of a scorecard, the filter of the list, the choices of a meeting and of a report."""

from django import forms

from assurance.governance.forms.fields import rows_to_tick
from assurance.governance.models.measures import Measure
from assurance.govuk.forms import GovukFilterForm, GovukForm, search_box
from assurance.meetings.models.bodies import Body
from assurance.meetings.models.meetings import Meeting
from assurance.registers.confirmed_words import ConfirmedWordsForm
from assurance.registers.forms import ListFilters, RecordForm, line, past
from assurance.runtime.periods import say_day
from reports.editor.forms.enclosures import summary_field
from reports.papers.models.papers import Paper

SUMMARY = (
    "{title} as the meeting of {date} had it: the value, target, trend and the owner’s sentence of "
    "each indicator."
)


class ScorecardForm(RecordForm):
    """A scorecard: whose it is, and its indicators."""

    title = line("Title", 160, "Such as “Scorecard of the improvement board”.")
    body = forms.ModelChoiceField(
        Body.objects.none(),
        label="Board",
        empty_label="Choose one",
        error_messages={
            "required": "Choose the board",
            "invalid_choice": "Choose the board from the list",
        },
    )
    measures = rows_to_tick(
        Measure.objects.none(), "Indicators", "Measures with their targets, 20 at most."
    )

    def prepare_for(self, council):
        """Offers the council's boards and measures."""
        self.fields["body"].queryset = Body.forums.of(council).active().order_by("title")
        self.fields["measures"].queryset = Measure.objects.of(council).active()


class ScorecardFilters(ListFilters):
    """The filter of the list of scorecards."""

    text = search_box("scorecards", "title")


class MapForm(GovukFilterForm):
    """The day of the assurance map."""

    submit = "Show"

    on = past("the date of the map", "As at", "Leave it empty for today.")


class FreezeForm(GovukForm):
    """The meeting that a scorecard is frozen for."""

    submit = "Freeze the scorecard"

    meeting = forms.ModelChoiceField(
        Meeting.objects.none(),
        label="Meeting",
        empty_label="Choose one",
        error_messages={
            "required": "Choose the meeting",
            "invalid_choice": "Choose the meeting from the list",
        },
    )

    def __init__(self, data=None, *, scorecard, **kwargs):
        super().__init__(data, **kwargs)
        rows = scorecard.meetings.exclude(scorecards__scorecard=scorecard)
        self.fields["meeting"].queryset = rows.order_by("-date")
        self.has_meetings = rows.exists()
        self.is_frozen_for_all = not self.has_meetings and scorecard.meetings.exists()


class ScorecardAnnexForm(ConfirmedWordsForm):
    """The report that a scorecard is an annex of, and the words that its readers have without the
    file."""

    submit = "Add the annex"

    report = forms.ModelChoiceField(
        Paper.objects.none(),
        label="Report",
        empty_label="Choose one",
        error_messages={
            "required": "Choose the report",
            "invalid_choice": "Choose the report from the list",
        },
    )
    summary = summary_field("scorecard")

    def __init__(self, data=None, *, frozen, reports, **kwargs):
        super().__init__(data, **kwargs)
        self.fields["report"].queryset = reports
        title, meeting = frozen.scorecard.title, say_day(frozen.meeting.date)
        self.initial["summary"] = SUMMARY.format(title=title, date=meeting)
        self.has_reports = reports.exists()
