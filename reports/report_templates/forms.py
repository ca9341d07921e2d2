"""Forms of a report template as a whole: its title, a file, numbering, words and dates."""

import json
from datetime import date

from django import forms
from django.core.exceptions import ValidationError

from assurance.govuk.forms import DatePartsField, GovukForm
from reports.conversion.storable_text import why_not_kept
from reports.language.grammar import LONGEST_LABEL
from reports.language.template import House
from reports.report_templates import numbering_choices as choices

NARROW = {"class": "govuk-input--width-20"}
KEEP = "as-is"
LARGEST_FILE = 200_000
NO_TITLE = "Enter a title for the report template"
RANGES = [("–", "paragraphs 3–5"), (" to ", "paragraphs 3 to 5"), ("-", "paragraphs 3-5")]
HOUSE_LABELS = {
    "paragraph": "A paragraph, such as in “see paragraph 4”",
    "paragraphs": "Several paragraphs",
    "section": "A section",
    "sections": "Several sections",
    "annex": "An annex, in its title and where it is named",
    "annexes": "Several annexes",
    "recommendation": "A recommendation",
    "point": "A point of a list of bullets",
    "table": "A table, in its title",
    "chart": "A chart, in its title",
}


class TitleForm(GovukForm):
    """The title of a report template."""

    submit = "Save the title"

    title = forms.CharField(
        label="Title of the report template",
        max_length=160,
        help_text="Clerks choose a template by its title, such as “Report to Children and Learning "
        "Scrutiny”.",
        error_messages={"required": NO_TITLE},
    )


class ExampleForm(TitleForm):
    """The title of a template that starts from an example."""

    submit = "Make the template"


class FileForm(GovukForm):
    """A template from its JSON file; `spec` is its data."""

    submit = "Make the template"

    file = forms.FileField(
        label="File of a report template (JSON)",
        help_text="A file that a council has downloaded from its own page of a template.",
        widget=forms.ClearableFileInput(attrs={"accept": ".json,application/json"}),
        error_messages={"required": "Choose the file of a report template"},
    )

    def clean_file(self):
        """The object in the file."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST_FILE:
            raise ValidationError("The file must be 200 KB or smaller")
        try:
            spec = json.loads(file.read().decode("utf-8-sig"))
        except (ValueError, RecursionError) as fault:
            raise ValidationError("The file must have a report template as JSON") from fault
        fits = isinstance(spec, dict) and isinstance(spec.get("title"), str)
        if not fits or not spec["title"].strip() or why_not_kept(spec):
            raise ValidationError("The file must have a report template with a title")
        if len(spec["title"]) > 160:
            raise ValidationError("The title of the template must be 160 letters or fewer")
        return spec


class NumberingForm(GovukForm):
    """How a report is numbered, chosen by examples."""

    submit = "Save the numbering"
    groups = (
        ("Paragraphs and parts", ("way", "label")),
        ("Lists in the text", ("first", "second", "item_label")),
        ("Annexes", ("annexes",)),
    )

    way = forms.ChoiceField(
        label="How are paragraphs numbered?",
        widget=forms.RadioSelect,
        error_messages={"required": "Select how paragraphs are numbered"},
    )
    label = forms.ChoiceField(label="How a paragraph’s number looks")
    first = forms.ChoiceField(label="Items of a list", choices=choices.STYLES.items())
    second = forms.ChoiceField(label="Items within an item", choices=choices.STYLES.items())
    item_label = forms.ChoiceField(label="How the label of an item looks")
    annexes = forms.ChoiceField(label="Labels of annexes", choices=choices.ANNEXES.items())

    def __init__(self, data=None, *, spec, **kwargs):
        rules = choices.rules_in(spec)
        initial = {
            "way": choices.way_of(spec) or KEEP,
            "label": choices.label_of(spec),
            "first": rules["items"][0],
            "second": rules["items"][1],
            "item_label": rules["item_label"],
            "annexes": rules["annexes"],
        }
        super().__init__(data, initial=initial, **kwargs)
        ways = [(name, way.example) for name, way in choices.WAYS.items()]
        other = [] if choices.way_of(spec) else [(KEEP, "Unchanged, with its own layout")]
        self.fields["way"].choices = [*ways, *other]
        self.fields["label"].choices = _with(choices.LABELS, initial["label"])
        self.fields["item_label"].choices = _with(choices.ITEM_LABELS, initial["item_label"])


def _with(labels, current):
    """The choices of `labels`, with the current one where it is none of them."""
    return [*labels.items(), *([] if current in labels else [(current, current.format("1"))])]


class HouseForm(GovukForm):
    """The words that are printed before a number."""

    submit = "Save the words"

    def __init__(self, data=None, *, spec, **kwargs):
        current = {**vars(House()), **spec.get("house", {})}
        super().__init__(data, initial=current, **kwargs)
        for name, label in HOUSE_LABELS.items():
            self.fields[name] = forms.CharField(
                label=label, max_length=40, widget=forms.TextInput(attrs=NARROW)
            )
        known = [value for value, _label in RANGES]
        other = [] if current["range"] in known else [(current["range"], "Unchanged")]
        self.fields["range"] = forms.ChoiceField(
            label="Between the first and the last of several", choices=[*RANGES, *other]
        )
        self.helper.layout = None

    def house(self):
        """The words by their names in a template."""
        return {name: self.cleaned_data[name] for name in (*HOUSE_LABELS, "range")}


class DateForm(GovukForm):
    """What a date of the report is called."""

    submit = "Save the date"

    label = forms.CharField(
        label="Label for readers",
        max_length=LONGEST_LABEL,
        help_text="Such as “Children counted on” or “Audits done in”.",
        widget=forms.TextInput(attrs=NARROW),
        error_messages={"required": "Enter what readers call the date"},
    )

    def __init__(self, data=None, *, others=(), **kwargs):
        self.others = {label.casefold() for label in others}
        super().__init__(data, **kwargs)

    def clean_label(self):
        """Refuses brackets, which stand for live dates, and what another date is called."""
        label = self.cleaned_data["label"]
        if "[[" in label:
            raise ValidationError("Write the label in plain words, without brackets")
        if label.casefold() in self.others:
            raise ValidationError("Another date has this label: give this one another")
        return label


class StandingForm(GovukForm):
    """From when until when new reports have a standing text."""

    submit = "Save the template text"

    from_date = DatePartsField(
        what="the start date",
        label="For reports to meetings from",
        required=False,
        help_text="Leave both dates empty for every new report.",
    )
    to_date = DatePartsField(what="the end date", label="For meetings until", required=False)

    def __init__(self, data=None, *, row=None, **kwargs):
        written = {name: (row or {}).get(name) for name in ("from_date", "to_date")}
        initial = {name: date.fromisoformat(day) for name, day in written.items() if day}
        super().__init__(data, initial={**initial, **kwargs.pop("initial", {})}, **kwargs)

    def clean(self):
        """Refuses a last day before the first."""
        fields = super().clean()
        first, last = fields.get("from_date"), fields.get("to_date")
        if first and last and last < first:
            self.add_error("to_date", "The end date must be on or after the start date")
        return fields

    def days(self):
        """The days as a template has them."""
        days = {name: self.cleaned_data[name] for name in ("from_date", "to_date")}
        return {name: day.isoformat() for name, day in days.items() if day}


class WithdrawForm(GovukForm):
    """Asks whether a template is to be withdrawn."""

    submit = "Withdraw the template"


class RemoveForm(GovukForm):
    """Asks whether a part or date is to be removed."""

    submit = "Remove it"
