"""The form of a table of typed cells, and what its numbers count."""

import re

from django import forms
from django.core.exceptions import ValidationError

from assurance.tables.phrases import several
from reports.editor.forms import table_fields
from reports.editor.forms.blocks import PLAIN, BlockForm


class CellsForm(BlockForm):
    """A table of written cells, each of which may hold figures."""

    caption = table_fields.caption_field()
    rows = forms.CharField(
        label="Table",
        widget=forms.Textarea(attrs={**PLAIN, "data-paste": "rows", "data-editor": ""}),
        help_text=(
            "A line each row, with a bar (|) between cells. The first line has the headings; "
            "put # before the heading of a column of numbers."
        ),
    )
    counts = forms.ChoiceField(
        label="What do its numbers count?",
        help_text=(
            "Small numbers of people are not shown in public, nor numbers that would reveal them."
        ),
        choices=[
            *(("", "Not recorded"), ("children", "Children")),
            *(("people", "Staff, carers or other people"), ("things", "No people")),
        ],
        widget=forms.RadioSelect,
        required=False,
    )
    total_row = table_fields.total_row_field()
    parts = forms.CharField(
        label="Rows that add up to the total",
        help_text="Their numbers, such as 1, 2, 4. Leave it empty where all rows above it do.",
        required=False,
    )
    total_column = forms.BooleanField(label="The last column is a total", required=False)
    notes = table_fields.notes_field()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.show_chips()

    def initial_of(self, block):
        cells = block.data.get("cells", {})
        head = [
            "# " * bool(cell.get("numeric")) + cell["label"] for cell in cells.get("columns", ())
        ]
        return {
            **table_fields.initial_of_table(block, cells),
            "counts": cells.get("counts", ""),
            "total_column": bool(cells.get("total_column")),
            "parts": ", ".join(map(str, cells.get("parts", ()))),
            # An empty cell at the end of a row is a cell all the same.
            "rows": "\n".join(" | ".join(row).rstrip() for row in (head, *cells.get("rows", ()))),
        }

    def clean_rows(self):
        """The headings and rows; a row of another length is refused by its number."""
        lines = table_fields.lines_of_cells(self.cleaned_data["rows"])
        if len(lines) < 2:
            raise ValidationError("Write a line of headings and at least one row.")
        width, wrong = len(lines[0][1]), []
        for place, cells in lines:
            if len(cells) != width:
                wrong.append(
                    f"Line {place} has {several(len(cells), 'cell')} and the first has {width}."
                )
            for sentence in table_fields.token_faults(" ".join(cells)):
                wrong += table_fields.on_line(place, sentence)
        return table_fields.unless_wrong(wrong, [cells for _place, cells in lines])

    def words(self):
        fields = self.cleaned_data
        head, *rows = fields["rows"]
        columns = [
            {"label": item.lstrip("# "), "numeric": True}
            if item.startswith("#")
            else {"label": item}
            for item in head
        ]
        inner = {"columns": columns, "rows": rows}
        inner |= {
            name: fields[name] for name in ("counts", "total_column", "parts") if fields[name]
        }
        return table_fields.table_fields(fields, "cells", inner)

    def clean(self):
        """Refuses parts that are no rows above a total."""
        fields = super().clean()
        typed = [item for item in re.split(r"[,\s]+", fields.get("parts", "")) if item]
        above = len(fields["rows"]) - 2 if "rows" in fields else 0
        known = {str(number): number for number in range(1, above + 1)}
        if typed and not fields.get("total_row"):
            self.add_error("parts", "Mark the last row as a total, or leave this empty.")
        elif wrong := [item for item in typed if item not in known and "rows" in fields]:
            self.add_error("parts", f"“{wrong[0]}” is no row above the total: use 1 to {above}.")
        fields["parts"] = sorted({known[item] for item in typed if item in known})
        return fields
