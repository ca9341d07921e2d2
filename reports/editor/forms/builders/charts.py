"""Bar charts of figures, made as tables are and with the sentence that says what they show."""

from django import forms

from reports.editor.forms import table_fields
from reports.editor.forms.blocks import SENTENCE
from reports.editor.forms.builders.grids import GridForm

NO_CHANGE = "A chart draws numbers and no changes: take “{label}” out."


class ChartForm(GridForm):
    """A bar chart of a grid of figures, with the sentence that says what it shows."""

    has_changes = False

    finding = forms.CharField(
        label="What the chart shows",
        widget=forms.Textarea(attrs=SENTENCE),
        help_text="One sentence. It is read out in place of the picture, so put the figures "
        "into it.",
    )

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
        value["data"]["finding"] = self.cleaned_data["finding"]
        return value
