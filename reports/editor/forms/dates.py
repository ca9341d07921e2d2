"""The form of a paper's named days and periods."""

import re

from django import forms

from assurance.govuk.forms import DatePartsField, GovukForm, helper_for
from assurance.runtime.periods import When
from reports.papers.language.grammar import DATE_NAME, LONGEST_LABEL, PERIOD
from reports.papers.language.standing_blocks import AT_START
from reports.papers.manuscript import template_in
from reports.papers.rules.month_ends import is_reserved

EMPTY_ROWS = 2
ROW = ("name", "label", "start", "end")
NARROW, SHORT = {"class": "govuk-input--width-20"}, {"class": "govuk-input--width-10"}


class DateRows:
    """Rows that name days and periods, two of them empty; an emptied name takes one away. `named`
    is name → `When`."""

    expected = {}

    def add_rows(self, names, expected=None):
        """Adds the rows of `names`, name → `When`, and of those `expected`, name → label, that have
        no day yet; gives the groups of their fields."""
        expected = expected or {}
        self.expected = {
            name: label for name, label in expected.items() if name not in (*names, *AT_START)
        }
        further = [(name, None, label) for name, label in self.expected.items()]
        current = [(name, when, when.label) for name, when in names.items()]
        rows = [*current, *further, *[("", None, "")] * EMPTY_ROWS]
        # Somebody may have taken rows away meanwhile: what was typed in the last ones stays.
        while f"name_{len(rows)}" in self.data:
            rows.append(("", None, ""))
        self.rows = len(rows)
        return tuple(self._row(place, *row) for place, row in enumerate(rows))

    def _row(self, place, name, when, label):
        self.fields[f"name_{place}"] = forms.CharField(
            label="Name",
            required=False,
            initial=name,
            max_length=40,
            widget=forms.TextInput(attrs=SHORT),
        )
        self.fields[f"label_{place}"] = forms.CharField(
            label="Label for readers",
            required=False,
            initial=label,
            max_length=LONGEST_LABEL,
            widget=forms.TextInput(attrs=NARROW),
        )
        self.fields[f"start_{place}"] = DatePartsField(
            what="the date",
            label="Date, or start date",
            required=False,
            initial=when and when.start,
        )
        self.fields[f"end_{place}"] = DatePartsField(
            what="the end date",
            label="End date of a period",
            required=False,
            initial=when.end if when and not when.is_day else None,
        )
        legend = f"@{name}" if name else "A further date or period"
        return (legend, (f"name_{place}", f"label_{place}", f"start_{place}", f"end_{place}"))

    def clean(self):
        """Refuses a name twice or wrong, a day without a name, a period that runs backwards."""
        fields = super().clean()
        self.named = {}
        for place in range(self.rows):
            self._check(place, fields)
        return fields

    def _check(self, place, value):
        name, label, start, end = (value.get(f"{part}_{place}") for part in ROW)
        is_left = (label, start, end) == (self.expected.get(name), None, None)
        if not any((name, label, start, end)) or is_left:
            return
        if not name or not re.fullmatch(DATE_NAME, name):
            self.add_error(
                f"name_{place}", "Give it a name of small letters, numbers, hyphens or underscores"
            )
        elif name == PERIOD:
            self.add_error(
                f"name_{place}", "“period” is always the report’s period. Choose another name"
            )
        elif is_reserved(name):
            sentence = (
                f"“{name}” is always an end of a month before the position. Choose another name"
            )
            self.add_error(f"name_{place}", sentence)
        elif label and "[[" in label:
            self.add_error(f"label_{place}", "Write the label in plain words, without brackets")
        elif name in self.named:
            self.add_error(f"name_{place}", f"Two rows are called “{name}”: rename one")
        elif not start and f"start_{place}" not in self.errors:
            self.add_error(f"start_{place}", f"Enter the date of “{name}”")
        elif start and end and end < start:
            self.add_error(
                f"end_{place}", f"The end date of “{name}” must be on or after its start date"
            )
        elif start:
            self.named[name] = When(start, end or start, label)


class DatesForm(DateRows, GovukForm):
    """The named days and periods of a paper."""

    submit = "Save the dates"

    def __init__(self, data=None, *, paper, **kwargs):
        super().__init__(data, **kwargs)
        groups = self.add_rows(paper.names, template_in(paper.template).dates)
        self.helper = helper_for(self, submit=self.submit, groups=groups)
        self.helper.mark_optional = False

    def compared(self, paper):
        """The rows of a conflict: what was typed beside what `paper` now has, by name."""
        theirs = paper.names
        return [
            {
                "label": f"@{name}",
                "mine": _row_text(self.named.get(name)),
                "theirs": _row_text(theirs.get(name)),
            }
            for name in sorted({*self.named, *theirs})
        ]


def _row_text(when):
    """A named day or period with its label, as a conflict shows it."""
    return " ".join(filter(None, (str(when), when.label and f"({when.label})"))) if when else ""
