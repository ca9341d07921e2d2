"""The forms of a council's own frameworks and of tables of outcomes, and the frameworks' filter."""

from django import forms

from assurance.govuk.forms import DatePartsField, search_box
from assurance.registers.forms import ListFilters, PastDateField, RecordForm, day, ends_by, line
from assurance.reviews.forms.fields import choice_of_kind, count
from assurance.reviews.models.frameworks import Framework
from assurance.reviews.rules import frameworks, outcomes
from assurance.runtime.text import filled_lines


def lines(label, hint):
    """A field of several lines."""
    return forms.CharField(
        label=label, help_text=hint, required=False, widget=forms.Textarea(attrs={"rows": 6})
    )


class FrameworkForm(RecordForm):
    """A framework of the council's own: its areas become the themes of a review."""

    field_faults = ends_by(frameworks.why_not_days)

    kind = choice_of_kind(Framework.KINDS)
    title = line("Title", 160, "Such as “Yearly peer challenge of the region, from 2019”.")
    areas = lines("Areas or lines of enquiry", "One on each line, in its order.")
    grades = lines("Grades", "One on each line, the best first. Empty where it gives none.")
    from_date = DatePartsField(what="the framework’s start date", label="Start date")
    to_date = day("the framework’s end date", "End date", "Empty while it is in force.")

    def initial_of(self, record):
        """Its values, areas and grades as lines."""
        areas = "\n".join(area["title"] for area in record.areas)
        values = super().initial_of(record)
        return {**values, "areas": areas, "grades": "\n".join(record.grades)}

    def clean_areas(self):
        """The titles of its areas."""
        return self._lines("areas", "area", frameworks.LONGEST_AREA)

    def clean_grades(self):
        """Its grades, best first."""
        return self._lines("grades", "grade", frameworks.LONGEST_GRADE)

    def _lines(self, name, what, longest):
        current = filled_lines(self.cleaned_data[name])
        if sentence := frameworks.why_not_lines(what, current, longest):
            raise forms.ValidationError(sentence)
        return current


class FrameworkFilters(ListFilters):
    """Frameworks are few and end by a day: there are words to look for alone."""

    withdrawn = None
    text = search_box("frameworks", "title")


class OutcomesForm(RecordForm):
    """What came of the same kind of review elsewhere, as a source printed it."""

    title = line("Title", 160, "Such as “Judgements of the inspections so far”.")
    as_at = PastDateField(what="the date of the counts", label="Date of the counts")
    source = line("Source", 200, "The publication that prints them.")
    lines = forms.CharField(
        label="Categories and counts",
        help_text="One to a line, such as “Good | 39”, in the source’s order.",
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": "Enter the categories and their counts"},
    )
    ours = line("Our own category", 120, "As written in its line.", required=False)
    stated_total = count("Total that the source states")

    def initial_of(self, record):
        """The lines as they are typed, and our own category."""
        rows = list(record.counts.all())
        lines = "\n".join(f"{row.category} | {row.count}" for row in rows)
        ours = next((row.category for row in rows if row.is_ours), "")
        return {**super().initial_of(record), "lines": lines, "ours": ours}

    def clean_lines(self):
        """(category, count) of each line."""
        current = outcomes.lines_of(self.cleaned_data["lines"])
        if sentence := outcomes.why_not_lines(current):
            raise forms.ValidationError(sentence)
        return current

    def clean(self):
        """Says at its field what does not fit together."""
        fields = super().clean()
        if "lines" in fields and (
            sentence := outcomes.why_not_ours(fields.get("ours", ""), fields["lines"])
        ):
            self.add_error("ours", sentence)
        return fields
