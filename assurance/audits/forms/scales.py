"""The forms of scales of grades and of totals of audits, and the filters of their lists."""

from django import forms
from django.utils.text import slugify

from assurance.audits.rules import case_audits
from assurance.govuk.forms import DatePartsField, search_box
from assurance.govuk.numbers import WholeNumberField
from assurance.registers.forms import ListFilters, PastDateField, RecordForm, day, ends_by
from assurance.runtime.text import filled_lines


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
    from_date = DatePartsField(what="the scale’s start date", label="Start date")
    to_date = day("the scale’s end date", "End date", "Empty while the scale is in force.")

    def prepare_for(self, council):
        """A scale that is kept shows its grades and does not ask for them."""
        self.fields["grades"].disabled = self.record is not None

    def initial_of(self, record):
        """The scale's values, its grades as lines."""
        lines = "\n".join(grade.label for grade in record.grades.all())
        return {**super().initial_of(record), "grades": lines}

    def clean_grades(self):
        """(code, label) of each grade, best first."""
        labels = filled_lines(self.cleaned_data["grades"])
        grades = [(slugify(label).replace("-", "_")[:40], label) for label in labels]
        if sentence := case_audits.why_not_grades(grades):
            raise forms.ValidationError(sentence)
        return grades

    def values_to_save(self):
        """A new scale's name is made of its title; a kept one's name and grades stay."""
        values = super().values_to_save()
        if self.record is None:
            return {**values, "slug": slugify(values["title"])[:60]}
        return {name: value for name, value in values.items() if name != "grades"}


class ScaleFilters(ListFilters):
    """Scales are few and never withdrawn: their list has no filter."""

    withdrawn = None


def count(label, hint="", **kwargs):
    """A field of a count of audits."""
    return WholeNumberField(
        label=label,
        help_text=hint,
        min_value=0,
        max_value=100_000,
        example=67,
        **kwargs,
    )


class TotalForm(RecordForm):
    """A total of audits that are not recorded one by one."""

    title = forms.CharField(
        label="Title",
        help_text="Such as “Audit of open Child in Need cases, April 2019”.",
        max_length=160,
        error_messages={
            "required": "Enter a title",
            "max_length": "The title must have 160 characters or fewer",
        },
    )
    start = PastDateField(what="the start date of the period", label="Start date of the period")
    end = PastDateField(what="the end date of the period", label="End date of the period")
    done = count("Audits done", "Leave out audits that are recorded here one by one.")
    shared = count("Of those, shared with the worker", "Empty where not known.", required=False)
    recorded = count(
        "Of those shared, discussion recorded", "Empty where not known.", required=False
    )
    source = forms.CharField(
        label="Source",
        help_text="The source of the numbers, such as the report and its date.",
        max_length=200,
        error_messages={
            "required": "Enter the source of the numbers",
            "max_length": "The source must have 200 characters or fewer",
        },
    )

    def clean(self):
        """Says at its field what does not fit together."""
        fields = super().clean()
        read = {name: fields.get(name) for name in ("start", "end", "done", "shared", "recorded")}
        if not {"shared", "recorded"} & set(self.errors):
            for field, sentence in case_audits.faults_of_total(**read):
                self.add_error(field, sentence)
        return fields


class TotalFilters(ListFilters):
    """The filter of the list of totals."""

    text = search_box("totals", "title or source")
    done_from = DatePartsField(what="the start date", label="Done from")
    done_to = DatePartsField(what="the end date", label="Done to")
