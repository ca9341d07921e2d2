"""The form of a source of typed numbers."""

from django import forms

from assurance.govuk.forms import DatePartsField, helper_for
from assurance.registers.confirmed_words import ConfirmedWordsForm
from assurance.registers.forms import line
from reports.language.rules.sources import KINDS

WORDS = "Such as “fostering register”. Name no person."


class SourceForm(ConfirmedWordsForm):
    """What a source is, its words and its date; `source` is the one that is changed, if any."""

    kind = forms.ChoiceField(
        label="What is the source?",
        choices=KINDS,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what the source is"},
    )
    words = line("Its name", 300, WORDS)
    day = DatePartsField(
        what="the date of the source",
        label="Its date",
        help_text="The date of the document or the minute, or on which the post answered.",
    )

    def __init__(self, data=None, *, source=None, **kwargs):
        self.submit = "Save the source" if source else "Add the source"
        super().__init__(data, **kwargs)
        if source:
            self.initial |= {"kind": source.kind, "words": source.words, "day": source.date}
            for name, value in source.fields.items():
                self.fields[f"seen_{name}"] = forms.CharField(
                    widget=forms.HiddenInput, required=False, initial=value
                )
        self.helper = helper_for(self, submit=self.submit)
        self.helper.mark_optional = False

    def source(self):
        """The arguments of the operation that adds it."""
        return {name: self.cleaned_data[name] for name in ("kind", "words", "day")}

    def seen(self):
        """The fields as the page showed them."""
        fields = ("kind", "words", "date")
        return {name: self.cleaned_data[f"seen_{name}"] for name in fields}
