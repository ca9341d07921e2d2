"""The form that starts the next report: its meeting, its period, the dates of its figures."""

from dataclasses import replace
from datetime import date
from functools import cached_property

from django import forms

from assurance.govuk.dates import PARTS
from assurance.govuk.forms import DatePartsField, GovukForm
from assurance.meetings.models.meetings import Meeting
from assurance.runtime.periods import When
from reports.editor.carry_forward import next_report, rules
from reports.editor.carry_forward.date_rows import date_rows, fields_of, readable
from reports.editor.carry_forward.writers import summary_of
from reports.editor.owed_lists import list_choices, lists_field, offer_lists
from reports.papers.models.templates import ReportTemplate

NEXT, LATEST, OTHER, UNKNOWN = "next", "latest", "other", "unknown"
SAME, LATER = "same", "later"
MOVED = (
    "The dates of the figures have been moved to the meeting and period that you chose: look at "
    "them, then start the report"
)
CANCELLED = "The meeting on that date was cancelled: enter the date of another"
NO_MEETING = "It is not known yet. The report has no deadlines until its meeting is entered"


class NextForm(GovukForm):
    """The next report of a series. Everything is proposed; `chosen` is the report as it was chosen,
    `named` its dates, name → `When`, `evidence` what answers at them."""

    submit = "Start the report"

    meeting = forms.ChoiceField(
        label="Which meeting is it for?",
        widget=forms.RadioSelect,
        error_messages={"required": "Select the meeting that the report is for"},
    )
    meeting_on = DatePartsField(
        what="the date of the meeting", label="Date of the meeting", required=False
    )
    period = forms.ChoiceField(
        label="Which period does it cover?",
        widget=forms.RadioSelect,
        error_messages={"required": "Select the period that the report covers"},
    )
    period_start = DatePartsField(
        what="the start date of the period", label="Covers from", required=False
    )
    period_end = DatePartsField(
        what="the end date of the period", label="Covers to", required=False
    )
    paper_date = DatePartsField(
        what="the date of the report", label="Date of the report", required=False
    )
    writers = forms.ChoiceField(
        label="Who writes?",
        widget=forms.RadioSelect,
        error_messages={"required": "Select who writes"},
    )
    template = forms.ModelChoiceField(
        queryset=None,
        label="Which template does it follow?",
        empty_label="Choose a template",
        help_text="The template of the last report was withdrawn. Text in a part that the other "
        "template does not have is kept, and named as without a part.",
        error_messages={"required": "Choose the template that the report follows"},
    )
    dates_of = forms.CharField(required=False, widget=forms.HiddenInput)
    lists = lists_field()
    ask = forms.MultipleChoiceField(
        label="Records to ask for", required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, data=None, *, before, day, **kwargs):
        super().__init__(data, **kwargs)
        self.before, self.proposal = before, next_report.proposed_on(day, before)
        self.chosen, self.named = self.proposal, self.proposal.names
        self.latest = next_report.last_ended(self.proposal.period, day)
        self._offer_meetings(day)
        self._offer_periods()
        self._offer_writers()
        self._offer_templates()
        self._offer_lists(day)
        for name, when in self.named.items():
            self._add_date(name, when)
        self.evidence = self.proposal.evidence()
        self.fields["ask"].choices = [(row.identity, str(row.when)) for row in self.evidence]
        lacking = [row.identity for row in self.evidence if row.is_lacking]
        own = {"paper_date": self.proposal.paper_date, "dates_of": self.proposal.mark}
        self.initial |= {"ask": lacking, **own}

    def clean(self):
        """Refuses what cannot be a meeting, a period or a date, and dates of another choice."""
        fields = super().clean()
        meeting_on, period = self._meeting(fields), self._period(fields)
        if not self.errors:
            self.chosen = (
                next_report.without_meeting(self.before, period)
                if fields["meeting"] == UNKNOWN
                else next_report.after(self.before, period, meeting_on)
            )
        names = {name: self._when(name, fields) for name in self.proposal.names}
        if self.errors:
            return fields
        self.named = names
        if fields["dates_of"] != self.chosen.mark:
            self._move_dates(fields["dates_of"])
        self.evidence = self.chosen.evidence(self.named)
        return fields

    def details(self):
        """The fields of the report."""
        return {
            "title": self.chosen.title,
            "slug": self.chosen.slug,
            "period_start": self.chosen.period.start,
            "period_end": self.chosen.period.end,
            "paper_date": self.cleaned_data["paper_date"],
        }

    @property
    def meeting_day(self) -> date | None:
        """The day of the meeting that was chosen, None where it is not known yet."""
        return None if self.cleaned_data["meeting"] == UNKNOWN else self.chosen.meeting_on

    def to_ask(self):
        """The evidence that is lacking and was ticked."""
        ticked = self.cleaned_data["ask"]
        return [row for row in self.evidence if row.is_lacking and row.identity in ticked]

    @cached_property
    def date_rows(self):
        """(the dates on the page, those that are folded), as `date_rows` has them."""
        return date_rows(self)

    @property
    def asks_writers(self) -> bool:
        """Whether those who wrote last time are asked again."""
        return self.cleaned_data.get("writers") == SAME

    @property
    def has_folded_errors(self) -> bool:
        """Whether a date that is folded is refused."""
        return any(box.errors for row in self.date_rows[1] for box in row["boxes"])

    @property
    def other_meeting(self):
        """What is asked of a meeting that is not offered."""
        return [self["meeting_on"]]

    @property
    def other_period(self):
        """What is asked of a period that is not offered."""
        return [self["period_start"], self["period_end"]]

    def _offer_meetings(self, day):
        rows = next_report.meetings_to_offer(self.before, self.proposal.period, day)
        known = [next_report.after(self.before, meeting_on=row.date) for row in rows]
        choices = [(report.meeting_on.isoformat(), report.meeting_text) for report in known]
        self.fields["meeting"].choices = [
            *choices,
            (OTHER, "Another meeting"),
            (UNKNOWN, NO_MEETING),
        ]
        self.initial["meeting"] = choices[0][0] if choices else None

    def _offer_periods(self):
        following = (NEXT, self.proposal.period_text)
        latest = (LATEST, f"{self.latest}, the latest that has ended")
        offered = [latest] if self.latest != self.proposal.period else []
        self.fields["period"].choices = [following, *offered, (OTHER, "Another period")]
        self.initial["period"] = NEXT

    def _offer_writers(self):
        summary = summary_of(self.before)
        if not summary:
            del self.fields["writers"]
            return
        same = (SAME, f"The same people as last time: {summary}")
        self.fields["writers"].choices = [same, (LATER, "Choose after starting")]
        self.initial["writers"] = SAME

    def _offer_lists(self, day):
        day = min(self.proposal.meeting_on, day)
        offer_lists(self, list_choices(self.before.council, day, self.before))

    def _offer_templates(self):
        if not self.before.template.newest.withdrawn_on:
            del self.fields["template"]
            return
        rows = ReportTemplate.objects.of(self.before.council).current()
        self.fields["template"].queryset = rows

    def _add_date(self, name, when):
        start, end = fields_of(name)
        label = when.label or readable(name)
        first = label if when.is_day else f"{label}: start date"
        self.fields[start] = _date_field(first, when.start)
        if not when.is_day:
            self.fields[end] = _date_field(f"{label}: end date", when.end)

    def _meeting(self, fields):
        choice = fields.get("meeting")
        if choice != OTHER:
            return date.fromisoformat(choice) if choice not in (UNKNOWN, None) else None
        day = fields.get("meeting_on")
        if day is None and "meeting_on" not in self.errors:
            self.add_error("meeting_on", "Enter the date of the meeting")
        own = Meeting.committees.filter(body=self.before.series.committee, date=day)
        if day and own.filter(cancelled=True).exists():
            self.add_error("meeting_on", CANCELLED)
        return day

    def _period(self, fields):
        if fields.get("period") != OTHER:
            return self.latest if fields.get("period") == LATEST else None
        start, end = fields.get("period_start"), fields.get("period_end")
        for name, day, sentence in (
            ("period_start", start, "Enter the start date of the period"),
            ("period_end", end, "Enter the end date of the period"),
        ):
            if day is None and name not in self.errors:
                self.add_error(name, sentence)
        if start and end and end < start:
            self.add_error(
                "period_end", "The end date of the period must be on or after its start date"
            )
        return When(start, end) if start and end and start <= end else None

    def _when(self, name, fields):
        first, last = fields_of(name)
        start = fields.get(first)
        end = fields.get(last) if last in self.fields else start
        if start and end and end < start:
            self.add_error(last, "The end date must be on or after the start date")
            return None
        if not (start and end):
            return None
        before, after = self.proposal.names[name], When(start, end)
        return replace(after, label=rules.later_label(before.label, before, after))

    def _move_dates(self, mark):
        """Moves the dates that were left as another choice had them."""
        before = next_report.proposed_for(self.before, mark) or self.proposal
        moved = {
            name: when
            for name, when in self.chosen.names.items()
            if self.named[name] == before.names.get(name) != when
        }
        if self.cleaned_data["paper_date"] == before.paper_date:
            self.cleaned_data["paper_date"] = self.chosen.paper_date
        if not moved:
            return
        self.named |= moved
        self.data = self.data.copy()
        for name, when in moved.items():
            for field, day in zip(fields_of(name), (when.start, when.end), strict=True):
                self._put(field, day)
        self._put("paper_date", self.cleaned_data["paper_date"])
        self.data["dates_of"] = self.chosen.mark
        self.add_error(None, MOVED)

    def _put(self, field, day):
        for part in PARTS:
            self.data[f"{field}_{part}"] = str(getattr(day, part)) if day else ""


def _date_field(label, proposed):
    return DatePartsField(what=f"the date for “{label}”", label=label, initial=proposed)
