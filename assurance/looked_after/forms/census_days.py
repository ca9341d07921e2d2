"""The form of the days whose censuses are counted from a held return."""

from django import forms

from assurance.govuk.forms import GovukForm, helper_for
from assurance.registers.forms import PastDateField
from assurance.runtime.periods import say_day, today
from assurance.tables.dates import DAY_FIRST, Day
from assurance.tables.table import Unreadable

MOST = 60
NO_DATE = "“{text}” is not a date: write each on its own line, such as 1 December 2015"
TO_COME = "{day} is still to come: take it out"
TOO_MANY = f"Count {MOST} days or fewer at once"
NONE = "Tick a date, or enter one"
NONE_ENTERED = "Enter a date to count on"


def read_days(text):
    """The dates of the lines of `text`, each once and in order. Raises `ValidationError` with a
    sentence for each line that is no date or is still to come."""
    days, wrong = set(), []
    for line in filter(None, map(str.strip, text.splitlines())):
        try:
            days.add(Day()(line, DAY_FIRST))
        except Unreadable:
            wrong.append(NO_DATE.format(text=line[:40]))
    wrong += [TO_COME.format(day=say_day(day)) for day in sorted(days) if day > today()]
    if wrong:
        raise forms.ValidationError(wrong)
    return sorted(days)


class CountForm(GovukForm):
    """The days of the censuses to be counted: those offered, one more, and a list of others."""

    submit = "Count the children"

    offered = forms.TypedMultipleChoiceField(
        label="Dates that are not counted yet",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Tick dates of the list"},
    )
    day = PastDateField(what="the date to count on", label="Another date", required=False)
    others = forms.CharField(
        label="More dates",
        help_text="One on each line, such as 1 December 2015.",
        required=False,
        max_length=MOST * 40,
        widget=forms.Textarea(attrs={"rows": 4, "class": "govuk-input--width-20"}),
    )

    def __init__(self, data=None, *, days=(), **kwargs):
        super().__init__(data, **kwargs)
        self.known = {day.isoformat(): day for day in days}
        if days:
            self.fields["offered"].choices = [
                (key, say_day(day)) for key, day in self.known.items()
            ]
            self.fields["offered"].coerce = self.known.get
        else:
            del self.fields["offered"]
            self.fields["day"].label = "Date"
        self.helper = helper_for(self, submit=self.submit)

    def clean_others(self):
        """The dates of its lines."""
        return read_days(self.cleaned_data["others"])

    def clean(self):
        """All that was asked for as `days`; refuses none at all, and too many."""
        fields = super().clean()
        if self.errors:
            return fields
        item = [fields["day"]] if fields["day"] else []
        fields["days"] = sorted({*fields.get("offered", ()), *item, *fields["others"]})
        if not fields["days"]:
            self.add_error("day", NONE if self.known else NONE_ENTERED)
        elif len(fields["days"]) > MOST:
            self.add_error("others", TOO_MANY)
        return fields
