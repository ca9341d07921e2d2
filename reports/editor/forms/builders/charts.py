"""Bar charts of figures, made as tables are and with the sentence that says what they show."""

from django import forms

from reports.editor.forms import table_fields
from reports.editor.forms.blocks import SENTENCE
from reports.editor.forms.builders.grids import GridForm

NOT_DATES = "A line joins dates: let figures go across the top, so that dates go down the side."
NO_CHANGE = "A chart draws numbers and no changes: take “{label}” out."


class ChartForm(GridForm):
    """A bar chart of a grid of figures, with the sentence that says what it shows."""

    has_changes = False

    notes = table_fields.notes_field("chart")

    finding = forms.CharField(
        label="Title of the chart",
        widget=forms.Textarea(attrs=SENTENCE),
        required=False,
        help_text="One sentence on what the chart shows. Leave it empty and it is made from "
        "the figures: “Children in care rose from 188 to 196 between …”.",
    )

    line = forms.BooleanField(
        label="Draw it as a line through the dates",
        required=False,
        help_text="For three dates or more that follow each other, with dates down the side.",
    )

    def initial_of(self, block):
        """As that of a table, and whether it is a line."""
        return {**super().initial_of(block), "line": bool(block.data.get("grid", {}).get("line"))}

    def clean(self):
        """Refuses a line through other things than dates."""
        fields = super().clean()
        if fields.get("line") and fields.get("across") != "figures":
            self.add_error("line", NOT_DATES)
        return fields

    def clean_columns(self):
        """The columns as data; a change is refused: it may be below nought, and no bar is."""
        columns = super().clean_columns()
        changes = [self._label(item) for item in columns if item.get("since")]
        return table_fields.unless_wrong(
            [NO_CHANGE.format(label=text) for text in changes], columns
        )

    def clean_finding(self):
        """The sentence, refused where a token in it cannot be read."""
        faults = table_fields.token_faults(self.cleaned_data["finding"])
        return table_fields.unless_wrong(faults, self.cleaned_data["finding"])

    def words(self):
        value = super().words()
        if self.cleaned_data["line"]:
            value["data"]["grid"]["line"] = True
        value["data"]["finding"] = self.cleaned_data["finding"]
        return value
