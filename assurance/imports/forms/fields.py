"""Fields of the questions about a file: days, and what is the same in every row."""

from datetime import date

from django import forms

from assurance.imports.plan.rows import USUAL_ORDER
from assurance.tables.cells import Choice, Day
from assurance.tables.table import Unreadable

MOST_DAYS = 60
MOST_LETTERS = 300
READ = Day()


class DaysField(forms.CharField):
    """Days, one to a line, as sorted dates without repeats; refuses a wrong line by its number."""

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
                [f"Line {number} is not a date. Write it as 31/12/2017." for number in wrong]
            )
        return sorted({_day(line) for _, line in typed})

    def prepare_value(self, value):
        """The days as lines."""
        if not isinstance(value, list):
            return value
        return "\n".join(f"{item:%d/%m/%Y}" if isinstance(item, date) else item for item in value)

    def run_validators(self, value):
        """What is typed was looked at line by line."""


class FixedField(forms.CharField):
    """The cell of every row, as a column reads it; one that it cannot read is refused."""

    def __init__(self, column, **kwargs):
        self.column = column
        super().__init__(max_length=MOST_LETTERS, **kwargs)

    def clean(self, value):
        """What was typed, once the column can read it."""
        value = super().clean(value)
        try:
            self.column.read(value or None, USUAL_ORDER)
        except Unreadable as wrong:
            raise forms.ValidationError(f"{wrong.wrong} {wrong.right}".strip()) from None
        return value


def _day(line):
    try:
        return READ(line, USUAL_ORDER)
    except Unreadable:
        return None


def fixed_field(column, initial: str) -> forms.Field:
    """The field for the cell of every row of a file that has no such `column`."""
    settings = {
        "label": column.label,
        "required": False,
        "initial": initial,
    }
    if isinstance(column.read, Choice):
        usual = column.read.usual.values()
        choices = [("", "Not in the file"), *((label, label) for label in usual)]
        return forms.ChoiceField(choices=choices, **settings)
    return FixedField(column, **settings)
