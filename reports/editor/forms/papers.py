"""Forms of a paper as a whole: started, and its details."""

from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import slugify

from assurance.govuk.forms import DatePartsField, GovukForm
from assurance.meetings.models.meetings import Meeting
from assurance.runtime.periods import When, half_year, half_year_before, today
from reports.papers.models.templates import ReportTemplate, Series

NARROW, SHORT = {"class": "govuk-input--width-20"}, {"class": "govuk-input--width-10"}


class AddressField(forms.CharField):
    """A paper's name in addresses. Anything else is refused with what it could be."""

    SUCH_AS = "Small letters, numbers and hyphens, such as january-2016."

    def __init__(self, *, help_text):
        super().__init__(
            label="Name in addresses",
            max_length=60,
            help_text=help_text,
            widget=forms.TextInput(attrs=NARROW),
            error_messages={
                "required": "Enter the paper’s name in addresses, such as january-2016"
            },
        )

    def clean(self, value):
        """The slug, or a suggestion where it cannot stand in an address."""
        typed = super().clean(value)
        if typed != slugify(typed):
            raise ValidationError(
                f"Use small letters, numbers and hyphens: {slugify(typed) or 'january-2016'}"
            )
        return typed


class DetailsForm(GovukForm):
    """What a paper is called, which meeting it goes to and what it covers. The three dates are
    never inferred."""

    title = forms.CharField(
        label="Title of the paper",
        max_length=200,
        error_messages={"required": "Enter the title of the paper"},
    )
    meeting = forms.ModelChoiceField(
        queryset=None, required=False, label="Meeting", empty_label="Not yet known"
    )
    period_start = DatePartsField(what="the first day of the period", label="Covers from")
    period_end = DatePartsField(what="the last day of the period", label="Covers to")
    paper_date = DatePartsField(
        what="the date of the paper",
        label="Date of the paper",
        required=False,
        help_text="The day on which it is signed off. Leave it empty until you know it.",
    )

    def __init__(self, data=None, *, council, paper=None, **kwargs):
        super().__init__(data, initial=self.initial_of(paper) if paper else {}, **kwargs)
        self.fields["meeting"].queryset = Meeting.committees.of(council).to_come_or_held()
        self.fields[
            "period_start"
        ].help_text = f"Any period will do, such as {_suggested(today())}."

    def initial_of(self, paper):
        """Field → value of a paper."""
        names = ("title", "meeting", "period_start", "period_end", "paper_date")
        return {name: getattr(paper, name) for name in names}

    def clean(self):
        """Refuses a period that ends before it starts, at its end."""
        fields = super().clean()
        start, end = fields.get("period_start"), fields.get("period_end")
        if start and end and end < start:
            self.add_error("period_end", "The period must end on or after the day it starts")
        return fields

    def details(self):
        """The fields of a paper."""
        fields = self.cleaned_data
        return {
            "title": fields["title"],
            "meeting_id": fields["meeting"].pk if fields["meeting"] else None,
            "period_start": fields["period_start"],
            "period_end": fields["period_end"],
            "paper_date": fields["paper_date"],
        }


class StartForm(DetailsForm):
    """A new paper: its series and template besides its details."""

    submit = "Start the paper"

    series = forms.ModelChoiceField(
        queryset=None,
        label="Series",
        empty_label="Choose a series",
        error_messages={"required": "Choose the series that the paper belongs to"},
    )
    template = forms.ModelChoiceField(
        queryset=None,
        label="Report template",
        empty_label="Choose a template",
        error_messages={"required": "Choose the committee’s report template"},
    )
    slug = AddressField(
        help_text=f"{AddressField.SUCH_AS} It never changes once the paper is issued."
    )
    position = DatePartsField(
        what="the position date",
        label="Position date",
        help_text="The day that counts of children and staff describe.",
    )
    comparison = DatePartsField(
        what="the comparison date",
        label="Comparison date",
        required=False,
        help_text="The earlier day that those counts are compared with. You can name further "
        "days and periods next.",
    )
    field_order = (
        "series",
        "template",
        "title",
        "slug",
        "meeting",
        "period_start",
        "period_end",
        "position",
        "comparison",
    )

    def __init__(self, data=None, *, council, **kwargs):
        super().__init__(data, council=council, **kwargs)
        self.fields["series"].queryset = Series.objects.of(council)
        self.fields["template"].queryset = ReportTemplate.objects.of(council)

    def details(self):
        """The fields of a paper, its slug with them."""
        return {**super().details(), "slug": self.cleaned_data["slug"]}

    def names(self):
        """The named days that the paper starts with: name → `When`."""
        fields = self.cleaned_data
        days = {name: fields[name] for name in ("position", "comparison") if fields[name]}
        return {name: When.at(day) for name, day in days.items()}


def _suggested(day):
    """The last half-year of the financial year that has ended by `day`, and the calendar's."""
    financial = half_year_before(half_year(day))
    first = day.replace(month=1 if day.month <= 6 else 7, day=1)
    start = (
        first.replace(year=day.year - 1, month=7) if first.month == 1 else first.replace(month=1)
    )
    calendar = When(start, first - timedelta(days=1))
    return f"{financial} or {calendar}"
