"""The form of a paper's named days and periods."""

import re
from itertools import count

from django import forms
from django.utils.text import capfirst, slugify

from assurance.govuk.forms import DatePartsField, GovukForm, Row, helper_for
from assurance.registers.short_forms.later import Later
from assurance.runtime.periods import When
from reports.editor.proposed_dates import proposed_dates
from reports.language.grammar import DATE_NAME, LONGEST_LABEL, PERIOD
from reports.language.rules.month_ends import is_reserved
from reports.papers.manuscript import template_in

EMPTY_ROWS = 2
FURTHER = "A further date or period"
LONGEST_NAME = 40
MADE_OF_LABEL = "Leave it empty to have one made from the label."
ROW = ("name", "label", "start", "end")
NARROW, SHORT = {"class": "govuk-input--width-20"}, {"class": "govuk-input--width-10"}


class DateRows:
    """Rows that name days and periods, two of them empty; an emptied row takes one away. `named`
    is name → `When`. Readers know a date by its label: its name, which text is written with, is
    made from that and is not asked for again."""

    expected = {}

    def add_rows(self, names, expected=None, proposals=None):
        """Adds the rows of `names`, name → `When`, and of those `expected`, name → label, that are
        not among them, with the dates of `proposals`; gives the groups of their fields."""
        expected, proposals = expected or {}, proposals or {}
        self.expected = {name: label for name, label in expected.items() if name not in names}
        further = [(name, proposals.get(name), label) for name, label in self.expected.items()]
        current = [(name, when, when.label) for name, when in names.items()]
        rows = [*current, *further, *[("", None, "")] * EMPTY_ROWS]
        # Somebody may have taken rows away meanwhile: what was typed in the last ones stays.
        while f"name_{len(rows)}" in self.data:
            rows.append(("", None, ""))
        self.rows = len(rows)
        return tuple(self._row(place, *row) for place, row in enumerate(rows))

    def _row(self, place, name, when, label):
        self.fields[f"name_{place}"] = forms.CharField(
            label="Name in text",
            required=False,
            initial=name,
            max_length=LONGEST_NAME,
            help_text="" if name else MADE_OF_LABEL,
            widget=forms.HiddenInput if name else forms.TextInput(attrs=SHORT),
        )
        self.fields[f"label_{place}"] = forms.CharField(
            label="Label",
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
        title = label or _readable(name) or FURTHER
        fields = (f"label_{place}", f"start_{place}", f"end_{place}", f"name_{place}")
        return (title, fields)

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
        is_emptied = not any((label, start, end)) and f"start_{place}" not in self.errors
        if is_left or (is_emptied and name in ("", self.fields[f"name_{place}"].initial)):
            return
        name = name or self._name_for(label)
        if not (name or label):
            self.add_error(f"label_{place}", "Enter what readers call this date")
        elif label in {when.label for when in self.named.values() if when.label}:
            self.add_error(f"label_{place}", f"Two dates are called “{label}”: change one")
        elif not name or not re.fullmatch(DATE_NAME, name):
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
            self.add_error(f"start_{place}", f"Enter the date of “{label or name}”")
        elif start and end and end < start:
            self.add_error(
                f"end_{place}",
                f"The end date of “{label or name}” must be on or after its start date",
            )
        elif start:
            self.named[name] = When(start, end or start, label)

    @property
    def names_in_text(self):
        """(label, name) of each date that has a name."""
        rows = [(self[f"label_{n}"].value(), self[f"name_{n}"].value()) for n in range(self.rows)]
        return [(label or _readable(name), name) for label, name in rows if name]

    def _name_for(self, label):
        """A name for a new date that no other has, made from its label."""
        stem = slugify(label or "").replace("-", "_").lstrip("0123456789_")[: LONGEST_NAME - 3]
        typed = (self[f"name_{place}"].value() for place in range(self.rows))
        taken = {*self.named, *self.expected, *typed, PERIOD}
        names = (f"{stem}_{number}" if number > 1 else stem for number in count(1))
        return stem and next(name for name in names if name not in taken and not is_reserved(name))


class DatesForm(DateRows, GovukForm):
    """The named days and periods of a paper."""

    submit = "Save the dates"

    def __init__(self, data=None, *, paper, **kwargs):
        super().__init__(data, **kwargs)
        expected, names = template_in(paper.template).dates, paper.names
        period = paper.period
        position = names.get("position", When.at(paper.period_end))
        proposals = proposed_dates(expected, period, position)
        groups = self.add_rows(names, expected, proposals)
        self.helper = helper_for(self, submit=self.submit, groups=groups, group=Row)
        self.helper.mark_optional = False
        self._fold_further()

    def _fold_further(self):
        """Folds the rows for dates that the report does not have yet: few reports need one."""
        rows = self.helper.layout.fields
        further = [row for row in rows if getattr(row, "legend", "") == FURTHER]
        self.helper.layout.fields = [row for row in rows if row not in further]
        self.helper.layout.append(Later("Add a date or period", *further))

    def compared(self, paper):
        """The rows of a conflict: what was typed beside what `paper` now has, by name."""
        theirs = paper.names
        return [
            {
                "label": _label_of(name, self.named.get(name), theirs.get(name)),
                "mine": _row_text(self.named.get(name)),
                "theirs": _row_text(theirs.get(name)),
            }
            for name in sorted({*self.named, *theirs})
        ]


def _readable(name):
    return capfirst(name.replace("_", " "))


def _label_of(name, *values):
    return next((when.label for when in values if when and when.label), _readable(name))


def _row_text(when):
    """A named day or period with its label, as a conflict shows it."""
    return " ".join(filter(None, (str(when), when.label and f"({when.label})"))) if when else ""
