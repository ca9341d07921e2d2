"""The form of a series of reports: its decision, how often it reports, its days."""

from django import forms

from assurance.registers.forms import RecordForm
from reports.editor.forms.directory import OwnCommittees, committee_field, slug_field, text_field
from reports.papers.rules import deadlines


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


class SeriesForm(OwnCommittees, RecordForm):
    """Papers that answer one standing decision."""

    title = text_field(
        "Title",
        "Enter the title of the series",
        help_text="Such as “Six-monthly report on safeguarding”.",
    )
    committee = committee_field("Choose the committee that the papers go to")
    slug = slug_field(
        help_text="It stands in the address of each paper and stays once there is one."
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

    @staticmethod
    def field_faults(values):
        """Refuses steps in another order than that of the work."""
        days = [values[name] for name in ("texts_days", "send_days", "submit_days")]
        if None not in days:
            yield "texts_days", deadlines.why_not_before(*days)

    def said(self):
        """What was typed; days that were left empty are the usual ones."""
        usual = {name: self.fields[name].initial for name in self.fields if name.endswith("_days")}
        rest = {name: value for name, value in super().said().items() if value is not None}
        return {**usual, **rest}
