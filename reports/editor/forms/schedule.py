"""The forms of what sets the days of reports: meetings, polls, how often a series reports."""

from django import forms

from assurance.govuk.forms import DatePartsField
from assurance.meetings import closures, elections
from assurance.registers.forms import RecordForm, yes_or_no
from assurance.registers.short_forms.addresses import AddressedForm, AddressField
from assurance.runtime.periods import say_day
from reports.editions.models.editions import Edition
from reports.editor.forms.directory import (
    SHORT,
    OwnCommittees,
    committee_field,
    text_field,
)
from reports.editor.missing_rows import COMMITTEE
from reports.papers.models.templates import Series
from reports.papers.rules import deadlines

NAMED = (
    "A published report is of the meeting of {}. If that does not take place, record that it is "
    "cancelled, and add another meeting"
)


class MeetingForm(OwnCommittees, RecordForm):
    """One meeting of a committee."""

    chosen_from = {"committee": COMMITTEE}

    committee = committee_field("Choose the committee that meets")
    date = DatePartsField(what="the date of the meeting", label="Date")
    time = forms.TimeField(
        label="Time",
        required=False,
        widget=forms.TextInput(attrs=SHORT),
        help_text="Such as 17:30.",
        error_messages={"invalid": "Enter a time such as 17:30"},
    )
    title = forms.CharField(
        label="Name of the meeting",
        required=False,
        max_length=160,
        help_text="Where it is more than the committee’s name, such as “Special meeting”.",
    )
    place = forms.CharField(label="Place", required=False, max_length=200)
    cancelled = yes_or_no(
        label="Is the meeting cancelled?",
        initial=False,
        error_messages={"required": "Select whether the meeting is cancelled"},
    )

    def clean(self):
        """Refuses another date or committee for one that published reports name."""
        fields = super().clean()
        papers = Edition.objects.published().filter(paper__meeting=self.record)
        for name in ("committee", "date") if self.record and papers.exists() else ():
            if fields.get(name, getattr(self.record, name)) != getattr(self.record, name):
                self.add_error(name, NAMED.format(say_day(self.record.date)))
        return fields


class ElectionForm(RecordForm):
    """A polling day of the council."""

    field_faults = staticmethod(elections.faults)

    kind = forms.ChoiceField(
        label="Name of the poll",
        choices=elections.KINDS,
        initial=elections.ELECTION,
        widget=forms.RadioSelect,
        error_messages={"required": "Select what the poll is"},
    )
    title = text_field(
        "Name",
        "Enter what is elected or asked",
        120,
        help_text="Such as “the by-election in Holgate ward” or “the referendum on the council’s "
        "mayor”. Warnings print it within a sentence.",
    )
    polling_on = DatePartsField(what="the polling day", label="Polling day")
    notice_on = DatePartsField(
        what="the start date of the time before the poll",
        label="Notice of the election, or start date of the referendum period",
        required=False,
        help_text=(
            "Empty for the usual one: of an election 25 working days before the poll, the latest "
            "that the law allows; of a referendum 28 days. For a neighbourhood plan, enter the "
            "date of the information statement."
        ),
    )
    is_held = yes_or_no(
        label="Is this council’s election on this date?",
        initial=True,
        help_text="No if this council has no election on an ordinary polling day.",
        error_messages={"required": "Select whether this council votes"},
    )


class ClosureForm(RecordForm):
    """Days on which the council is closed."""

    field_faults = staticmethod(closures.faults)

    first_on = DatePartsField(what="the start date", label="Start date")
    last_on = DatePartsField(
        what="the end date",
        label="End date",
        required=False,
        help_text="Leave empty for a single date.",
    )
    reason = text_field(
        "Why",
        "Enter why the council is closed",
        120,
        help_text="Such as “between Christmas and New Year”. Deadlines print it within a sentence.",
    )


def _days(label, usual):
    """Working days before publication by which a step is done; `usual` where it is left empty."""
    return forms.IntegerField(
        label=f"{label}: working days before publication",
        min_value=0,
        max_value=60,
        initial=usual,
        required=False,
        error_messages={"invalid": "Enter a whole number of working days, such as 11"},
    )


class SeriesForm(AddressedForm, OwnCommittees, RecordForm):
    """Papers that answer one standing decision."""

    chosen_from = {"committee": COMMITTEE}

    title = text_field(
        "Title",
        "Enter the title of the series",
        help_text="Such as “Six-monthly report on safeguarding”.",
    )
    committee = committee_field("Choose the committee that the reports go to")
    slug = AddressField(
        "Address of the series", more="It stays once there is a report in the series."
    )
    interval = forms.ChoiceField(
        label="How often it reports",
        choices=[("", "When it is needed"), *deadlines.INTERVALS],
        required=False,
        help_text="A report then falls due by itself, six weeks before its meeting.",
    )
    decision = forms.CharField(
        label="The decision behind it",
        max_length=300,
        required=False,
        help_text="Such as “Minute 34 of 12 January 2010: a report every six months”.",
    )
    texts_days = _days("Texts are in", deadlines.TEXTS_DAYS)
    send_days = _days("It is sent for approval", deadlines.SEND_DAYS)
    submit_days = _days("It is approved, for the agenda", deadlines.SUBMIT_DAYS)

    def taken_addresses(self):
        """Those of the council's series."""
        return Series.objects.of(self.council).values_list("slug", flat=True)

    @staticmethod
    def field_faults(values):
        """Refuses steps in another order than that of the work."""
        days = [values[name] for name in ("texts_days", "send_days", "submit_days")]
        if None not in days:
            yield "texts_days", deadlines.why_not_before(*days)

    def values_to_save(self):
        """What was typed; days that were left empty are the usual ones."""
        usual = {name: self.fields[name].initial for name in self.fields if name.endswith("_days")}
        rest = {
            name: value for name, value in super().values_to_save().items() if value is not None
        }
        return {**usual, **rest}
