"""Several days typed into one box, a day to each line."""

from datetime import date

from django import forms

from assurance.tables.cells import Day
from assurance.tables.table import Unreadable

MOST_DAYS = 60
READ = Day()


class DaysField(forms.CharField):
    """Days, one to a line, as a list of dates in order without repeats; a line that is no day is
    refused by its number."""

    widget = forms.Textarea(attrs={"rows": 3, "class": "govuk-!-width-one-half"})

    def __init__(self, **kwargs):
        # An empty line at the beginning is a line: the others keep their numbers.
        super().__init__(strip=False, **kwargs)

    def to_python(self, value):
        """The days that the lines name."""
        lines = enumerate(super().to_python(value).splitlines(), 1)
        typed = [(number, line.strip()) for number, line in lines if line.strip()]
        if len(typed) > MOST_DAYS:
            raise forms.ValidationError(f"Give at most {MOST_DAYS} days at one time.")
        wrong = [number for number, line in typed if _day(line) is None]
        if wrong:
            raise forms.ValidationError(
                [f"Line {number} is not a day. Write it as 31/12/2017." for number in wrong]
            )
        return sorted({_day(line) for _, line in typed})

    def prepare_value(self, value):
        """The days as lines."""
        if not isinstance(value, list):
            return value
        return "\n".join(f"{item:%d/%m/%Y}" if isinstance(item, date) else item for item in value)

    def run_validators(self, value):
        """What is typed was looked at line by line."""


def _day(line):
    try:
        return READ(line, "dmy")
    except Unreadable:
        return None
