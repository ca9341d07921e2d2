"""Forms of tables, charts and lists as lines with bars, which keyboards and screen readers
manage."""

from django import forms

from assurance.figures.quotable import LISTS
from reports.editor.forms import table_fields
from reports.editor.forms.blocks import (
    SENTENCE,
    SHORT,
    AnnexForm,
    BlockForm,
    ParagraphForm,
    RecommendationForm,
    SectionForm,
)
from reports.editor.forms.cells import CellsForm
from reports.papers.assembly import records
from reports.papers.language import grammar
from reports.papers.language.tokens import is_row, read_token

ROW = "write the label, a bar (|) and the name of a figure, or a sum. The columns say when."


class GridForm(BlockForm):
    """A table of figures."""

    caption = table_fields.caption_field()
    columns = forms.CharField(
        label="Columns",
        widget=forms.Textarea(attrs=SHORT),
        help_text="A line each: heading | named date | form. For example: 1 December 2015 | "
        "position | number",
    )
    rows = forms.CharField(
        label="Rows",
        widget=forms.Textarea(attrs={**SHORT, "rows": 12}),
        help_text="A line each: label | figure. For example: All children | looked_after.children",
    )
    total_row = table_fields.total_row_field()
    notes = table_fields.notes_field()

    def initial_of(self, block):
        grid = block.data.get("grid", {})
        return {
            **table_fields.initial_of_table(block, grid),
            "finding": block.data.get("finding", ""),
            "columns": table_fields.joined_lines(
                (item["label"], item.get("when", ""), item.get("form", ""))
                for item in grid.get("columns", ())
            ),
            "rows": table_fields.joined_lines(
                (item["label"], item["quote"]) for item in grid.get("rows", ())
            ),
        }

    def clean_columns(self):
        """The columns as data; a form that is none is refused by its line."""
        rows, wrong = [], []
        for place, cells in table_fields.lines_of_cells(self.cleaned_data["columns"]):
            label, when, form = (*cells, "", "")[:3]
            wrong += table_fields.on_line(place, form and grammar.why_not_form(form))
            wrong += table_fields.on_line(place, grammar.why_not_days(when))
            rows.append({"label": label, "when": when, "form": form or "number"})
        return table_fields.unless_wrong(wrong, rows)

    def clean_rows(self):
        """The rows as data; a line without a readable figure is refused by its number."""
        rows, wrong = [], []
        for place, cells in table_fields.lines_of_cells(self.cleaned_data["rows"]):
            label, quote = (*cells, "")[:2]
            quote = quote.removeprefix("[[").removesuffix("]]").strip()
            token = read_token(f"[[{quote}]]")
            if not is_row(token):
                wrong += table_fields.on_line(place, ROW)
            rows.append({"label": label, "quote": quote})
        return table_fields.unless_wrong(wrong, rows)

    def words(self):
        fields = self.cleaned_data
        return table_fields.table_fields(
            fields, "grid", {"rows": fields["rows"], "columns": fields["columns"]}
        )


class ChartForm(GridForm):
    """A bar chart of a grid of figures, with the sentence that says what it shows."""

    finding = forms.CharField(
        label="What the chart shows",
        widget=forms.Textarea(attrs=SENTENCE),
        help_text="One sentence. It is read out in place of the picture, so put the figures "
        "into it.",
    )

    def clean_finding(self):
        """The sentence, refused where a token in it cannot be read."""
        faults = table_fields.token_faults(self.cleaned_data["finding"])
        return table_fields.unless_wrong(faults, self.cleaned_data["finding"])

    def words(self):
        value = super().words()
        value["data"]["finding"] = self.cleaned_data["finding"]
        return value


class RecordsForm(BlockForm):
    """A table of records: which, which of them, and which columns."""

    caption = table_fields.caption_field()
    what = forms.ChoiceField(
        label="A list of",
        choices=[(name, name.capitalize()) for name in LISTS],
        widget=forms.RadioSelect,
    )
    filter = forms.CharField(
        label="Only those with",
        required=False,
        widget=forms.Textarea(attrs=SHORT),
        help_text="A line each: name | value. For example: plan | inspection-2017",
    )
    columns = forms.CharField(
        label="Columns",
        widget=forms.Textarea(attrs=SHORT),
        help_text="A line each, from: "
        + "; ".join(f"{name}: {', '.join(kind.columns)}" for name, kind in LISTS.items()),
    )
    group = forms.CharField(label="First column, to group by", required=False)
    when = forms.CharField(label="Date", required=False, help_text="Empty for the report’s date.")

    def initial_of(self, block):
        target = block.data.get("records", {})
        return {
            "caption": block.data.get("caption", ""),
            **{name: target.get(name, "") for name in ("what", "group", "when")},
            "filter": table_fields.joined_lines(target.get("filter", {}).items()),
            "columns": "\n".join(target.get("columns", ())),
        }

    def clean(self):
        """Refuses a filter or a column that the kind of list does not know, a day that is none."""
        fields = super().clean()
        if wrong := grammar.why_not_days(fields.get("when", "")):
            self.add_error("when", wrong)
        if {"what", "columns"} <= set(fields):
            try:
                records.check(self._wanted())
            except records.ListRefused as refused:
                self.add_error("columns", str(refused))
        return fields

    def words(self):
        return table_fields.table_fields(self.cleaned_data, "records", self._wanted())

    def _wanted(self):
        fields = self.cleaned_data
        criteria = {
            "what": fields["what"],
            "filter": {
                cells[0]: (*cells, "")[1]
                for _place, cells in table_fields.lines_of_cells(fields.get("filter", ""))
            },
            "columns": fields["columns"].split(),
        }
        more = {name: fields[name] for name in ("group", "when") if fields.get(name)}
        return {**criteria, **more}


FORMS_BY_KIND = {
    "section": SectionForm,
    "paragraph": ParagraphForm,
    "recommendation": RecommendationForm,
    "annex": AnnexForm,
    "table": GridForm,
    "cells": CellsForm,
    "chart": ChartForm,
    "records": RecordsForm,
    # Papers that were imported hold these; they are changed as paragraphs are.
    "list": ParagraphForm,
    "note": ParagraphForm,
}


def kind_of_form(kind: str, data: dict) -> str:
    """The kind of form of a block: a table of written cells, or of records, has its own."""
    own = next((name for name in ("cells", "records") if name in data), kind)
    return own if kind == "table" else kind
