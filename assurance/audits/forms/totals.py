"""The form of totals of audits, and the filter of their list."""

from django import forms

from assurance.audits.rules import case_audits
from assurance.govuk.forms import DatePartsField
from assurance.registers.forms import ListFilters, PastDateField, RecordForm


def count(label, hint="", **kwargs):
    """A field of a count of audits."""
    return forms.IntegerField(
        label=label,
        help_text=hint,
        min_value=0,
        max_value=100_000,
        error_messages={
            "required": f"Enter a number for “{label}”",
            "invalid": f"“{label}” must be a whole number, such as 67",
            "min_value": f"“{label}” must be 0 or more",
            "max_value": f"“{label}” must be 100,000 or fewer",
        },
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
    start = PastDateField(what="the first day of the period", label="First day of the period")
    end = PastDateField(what="the last day of the period", label="Last day of the period")
    done = count("Audits done", "Leave out audits that are recorded here one by one.")
    shared = count("Of those, shared with the worker", "Empty where not known.", required=False)
    recorded = count(
        "Of those shared, discussion recorded", "Empty where not known.", required=False
    )
    source = forms.CharField(
        label="Source",
        help_text="Where the numbers stand, such as the report and its date.",
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

    text = forms.CharField(label="Words", help_text="In the title or the source.")
    done_from = DatePartsField(what="the first day", label="Done from")
    done_to = DatePartsField(what="the last day", label="Done to")
