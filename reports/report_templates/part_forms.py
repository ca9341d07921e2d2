"""Forms of one part of a report template."""

from django import forms
from django.core.exceptions import ValidationError

from assurance.govuk.forms import GovukForm
from assurance.runtime.text import filled_lines
from reports.language.template import (
    ASKING,
    GENERATED,
    HEAD_ROWS,
    REASONS_APART,
    USUAL_ROWS,
    WITH_ANNEXES,
)
from reports.papers.assembly.generated_parts import HEAD_LABELS
from reports.report_templates import rules
from reports.report_templates.kinds import KINDS, addable, name_of
from reports.report_templates.numbering_choices import STYLES

TITLE_LENGTH, LINE_LENGTH = 120, 300
NO_HEADING = ("head", "sections")
FIRST = ""
TWICE = "Choose each row once"
NEEDS_ROW = "Choose at least one row"
NUMBERED_HELP = "Untick it for a part without numbers, such as contact details."


class AddPartForm(GovukForm):
    """A new part: what it is, its title and its place."""

    submit = "Add the part"

    kind = forms.ChoiceField(
        label="What is the part?",
        widget=forms.RadioSelect,
        error_messages={"required": "Select what the part is"},
    )
    title = forms.CharField(
        label="Its title, as readers see it",
        required=False,
        max_length=TITLE_LENGTH,
        help_text="Leave it empty for the name of what you chose.",
    )
    after = forms.ChoiceField(label="Where is it?", required=False)

    def __init__(self, data=None, *, spec, **kwargs):
        super().__init__(data, **kwargs)
        parts = spec["parts"]
        kinds = [(kind, f"{item.name}: {_lower(item.content)}") for kind, item in addable(parts)]
        self.fields["kind"].choices = kinds
        places = [(part["slug"], f"After {name_of(part)}") for part in parts]
        self.fields["after"].choices = [(FIRST, "First"), *places]
        last = (*GENERATED, *WITH_ANNEXES)
        written = [part["slug"] for part in parts if part["kind"] not in last]
        self.initial["after"] = written[-1] if written else FIRST

    def clean(self):
        """Gives a part without a title the name of what it is, where it has a heading."""
        fields = super().clean()
        kind = fields.get("kind")
        if kind and not fields.get("title") and kind not in NO_HEADING:
            fields["title"] = KINDS[kind].name
        return fields


class PartForm(GovukForm):
    """What a part of a report template is; only what its kind has is asked."""

    submit = "Save the part"

    title = forms.CharField(
        label="Its title, as readers see it",
        max_length=TITLE_LENGTH,
        error_messages={"required": "Enter the title of the part"},
    )
    mandatory = forms.BooleanField(label="It must be in every report", required=False)
    when_empty = forms.CharField(
        label="Text proposed if nothing is written",
        required=False,
        max_length=LINE_LENGTH,
        help_text=(
            "Such as “There are no known risks.” A person has to keep it before a report can be "
            "sent. Without it the part has to be written."
        ),
    )
    numbered = forms.BooleanField(
        label="Its paragraphs are numbered", required=False, help_text=NUMBERED_HELP
    )
    lead = forms.CharField(
        label="Sentence before the recommendations",
        max_length=LINE_LENGTH,
        help_text="Such as “The committee is asked to:”.",
        error_messages={"required": "Enter the sentence before the recommendations"},
    )
    style = forms.ChoiceField(label="Labels of the recommendations", choices=STYLES.items())
    reason = forms.ChoiceField(
        label="Is a reason given for each recommendation?",
        widget=forms.RadioSelect,
        choices=[
            ("required", "Yes, a reason is required"),
            ("optional", "A reason may be given"),
            ("none", "No"),
        ],
    )
    place = forms.ChoiceField(
        label="Where are the reasons printed?",
        widget=forms.RadioSelect,
        choices=[
            (rules.UNDER, "Under the recommendations"),
            (rules.APART, "In a part of their own, which you can move"),
        ],
    )
    entries = forms.CharField(
        label="Kinds of implications, one to a line",
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    statement = forms.CharField(
        label="Sentence that opens the list",
        required=False,
        max_length=LINE_LENGTH,
    )

    def __init__(self, data=None, *, spec, part, **kwargs):
        initial = _initial(spec, part)
        super().__init__(data, initial=initial, **kwargs)
        self.part = part
        query = _asked_of(part["kind"])
        for name in [name for name in self.fields if name not in (*query, "version")]:
            del self.fields[name]
        self.fields["title"].required = part["kind"] not in NO_HEADING
        if part["kind"] == "head":
            del self.fields["title"]
            self._add_rows(part)
        if part["kind"] == "sections":
            self.fields["title"].help_text = "Leave it empty where its sections need no title above"
        self.helper.layout = None

    def _add_rows(self, part):
        rows = part.get("rows") or USUAL_ROWS
        choices = [("", "No row"), *((row, HEAD_LABELS[row]) for row in HEAD_ROWS)]
        for place in range(len(HEAD_ROWS)):
            self.fields[f"row_{place + 1}"] = forms.ChoiceField(
                label=f"Row {place + 1}",
                required=False,
                choices=choices,
                initial=rows[place] if place < len(rows) else "",
            )

    def clean(self):
        """Refuses a row twice, no row at all, and a sentence for empty that is never printed."""
        fields = super().clean()
        rows = self._rows(fields)
        for name, row in rows:
            if [item for _name, item in rows].count(row) > 1:
                self.add_error(name, TWICE)
                break
        if self.part["kind"] == "head" and not rows and not self.errors:
            self.add_error("row_1", NEEDS_ROW)
        if fields.get("when_empty") and not fields.get("mandatory"):
            self.add_error("mandatory", "Tick this too, or empty the sentence for nothing written")
        return fields

    def clean_entries(self):
        """The kinds of implications, each once."""
        lines = filled_lines(self.cleaned_data["entries"])
        if len(lines) > 30 or any(len(line) > TITLE_LENGTH for line in lines):
            raise ValidationError("Enter 30 kinds at most, each of 120 letters at most")
        return list(dict.fromkeys(lines))

    def changed_spec(self, spec):
        """The template with the part as the form has it."""
        fields = {name: value for name, value in self.cleaned_data.items() if name in _OF_A_PART}
        if self.part["kind"] == "head":
            fields["rows"] = [row for _name, row in self._rows(self.cleaned_data)]
        spec = rules.with_changed_part(spec, self.part["slug"], fields)
        if self.part["kind"] not in ASKING:
            return spec
        unasked = fields["reason"] == "none"
        return rules.with_reasons_at(spec, rules.UNDER if unasked else self.cleaned_data["place"])

    def _rows(self, fields):
        names = [name for name in self.fields if name.startswith("row_")]
        return [(name, fields[name]) for name in names if fields.get(name)]


_OF_A_PART = (
    *("title", "mandatory", "when_empty", "numbered", "lead", "style", "reason"),
    *("entries", "statement"),
)
_STATED = ("background_papers",)


def _asked_of(kind):
    """The names of the fields that a part of that kind has."""
    if kind == "head":
        return ("title",)
    names = ["title", "mandatory", "when_empty", "numbered"]
    if kind in ASKING:
        names += ["lead", "style", "reason", "place"]
    if kind == "implications":
        names.append("entries")
    if kind in _STATED:
        names.append("statement")
    filled = (*GENERATED, *WITH_ANNEXES)
    unnumbered = kind in filled and kind != REASONS_APART
    return [name for name in names if not (unnumbered and name == "numbered")]


def _initial(spec, part):
    usual = {"style": "roman", "reason": "none", "place": rules.place_of_reasons(spec)}
    return {**usual, **part, "entries": "\n".join(part.get("entries", ()))}


def _lower(text):
    return text[:1].lower() + text[1:]
