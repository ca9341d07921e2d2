"""The form of a table of outcomes beside a review."""

from django import forms

from assurance.registers.forms import PastDateField, RecordForm, line
from assurance.reviews.forms.fields import count
from assurance.reviews.rules import outcomes


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
    ours = line("Our own category", 120, "As it stands in its line.", required=False)
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
