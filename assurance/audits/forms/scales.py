"""The form of scales of grades, and the filter of their list."""

from django import forms
from django.utils.text import slugify

from assurance.audits.rules import case_audits
from assurance.govuk.forms import DatePartsField
from assurance.registers.forms import ListFilters, RecordForm, day, ends_by


class ScaleForm(RecordForm):
    """A scale of grades. Its grades are asked for once: audits carry them from then on."""

    field_faults = ends_by(case_audits.why_not_end_scale)

    title = forms.CharField(
        label="Title",
        max_length=120,
        error_messages={
            "required": "Enter the title of the scale",
            "max_length": "The title must have 120 characters or fewer",
        },
    )
    grades = forms.CharField(
        label="Grades",
        help_text="One on each line, the best first. They cannot be changed afterwards: a scale "
        "with other grades is a new scale.",
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": "Enter the grades, one on each line"},
    )
    from_date = DatePartsField(what="the scale's first day", label="First day")
    to_date = day("the scale's last day", "Last day", "Empty while the scale is in force.")

    def prepare_for(self, council):
        """A scale that is kept shows its grades and does not ask for them."""
        self.fields["grades"].disabled = self.record is not None

    def initial_of(self, record):
        """The scale's values, its grades as lines."""
        lines = "\n".join(grade.label for grade in record.grades.all())
        return {**super().initial_of(record), "grades": lines}

    def clean_grades(self):
        """(code, label) of each grade, best first."""
        labels = [line.strip() for line in self.cleaned_data["grades"].splitlines() if line.strip()]
        grades = [(slugify(label).replace("-", "_")[:40], label) for label in labels]
        if sentence := case_audits.why_not_grades(grades):
            raise forms.ValidationError(sentence)
        return grades

    def said(self):
        """A new scale's name is made of its title; a kept one's name and grades stay."""
        values = super().said()
        if self.record is None:
            return {**values, "slug": slugify(values["title"])[:60]}
        return {name: value for name, value in values.items() if name != "grades"}


class ScaleFilters(ListFilters):
    """Scales are few and never withdrawn: their list has no filter."""

    withdrawn = None
