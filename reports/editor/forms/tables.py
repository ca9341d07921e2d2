"""Forms of tables, charts and lists as lines with bars, which keyboards and screen readers
manage."""

from django import forms
from django.core.exceptions import ValidationError

from assurance.figures.quotable import LISTS
from assurance.runtime.text import filled_lines
from reports.editor.forms.blocks import (
    SENTENCE,
    SHORT,
    TALL,
    AnnexForm,
    BlockForm,
    ParagraphForm,
    RecommendationForm,
    SectionForm,
)
from reports.papers.assembly import records
from reports.papers.language import grammar
from reports.papers.language.inline import parse_inline
from reports.papers.language.tokens import FaultyToken, Quote, read_token, walk

ROW = "write the label, a bar (|) and the name of a figure. The columns say when."


def _caption():
    return forms.CharField(
        label="Caption", max_length=300, error_messages={"required": "Write the caption"}
    )


def _last_is_total():
    return forms.BooleanField(label="The last row is a total", required=False)


def _initial(block, inner):
    """Field → value of what every table has, and its inner data."""
    notes = "\n".join(block.data.get("notes", ()))
    total = bool(inner.get("total_row"))
    return {"caption": block.data.get("caption", ""), "total_row": total, "notes": notes}


def _notes():
    return forms.CharField(
        label="Notes under the table",
        required=False,
        widget=forms.Textarea(attrs=SHORT),
        help_text="A line each.",
    )


class GridForm(BlockForm):
    """A table of figures."""

    caption = _caption()
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
    total_row = _last_is_total()
    notes = _notes()

    def initial_of(self, block):
        grid = block.data.get("grid", {})
        return {
            **_initial(block, grid),
            "finding": block.data.get("finding", ""),
            "columns": _lines(
                (item["label"], item.get("when", ""), item.get("form", ""))
                for item in grid.get("columns", ())
            ),
            "rows": _lines((item["label"], item["quote"]) for item in grid.get("rows", ())),
        }

    def clean_columns(self):
        """The columns as data; a form that is none is refused by its line."""
        rows, wrong = [], []
        for place, cells in _table(self.cleaned_data["columns"]):
            label, when, form = (*cells, "", "")[:3]
            wrong += _on_line(place, form and grammar.why_not_form(form))
            wrong += _on_line(place, grammar.why_not_days(when))
            rows.append({"label": label, "when": when, "form": form or "number"})
        return _unless(wrong, rows)

    def clean_rows(self):
        """The rows as data; a line without a readable figure is refused by its number."""
        rows, wrong = [], []
        for place, cells in _table(self.cleaned_data["rows"]):
            label, quote = (*cells, "")[:2]
            quote = quote.removeprefix("[[").removesuffix("]]").strip()
            token = read_token(f"[[{quote}]]")
            if not isinstance(token, Quote) or token.when or token.form != "number":
                wrong += _on_line(place, ROW)
            rows.append({"label": label, "quote": quote})
        return _unless(wrong, rows)

    def words(self):
        fields = self.cleaned_data
        return _words(fields, "grid", {"rows": fields["rows"], "columns": fields["columns"]})


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
        faults = _faults(self.cleaned_data["finding"])
        return _unless(faults, self.cleaned_data["finding"])

    def words(self):
        value = super().words()
        value["data"]["finding"] = self.cleaned_data["finding"]
        return value


class CellsForm(BlockForm):
    """A table of written cells, each of which may hold figures."""

    caption = _caption()
    rows = forms.CharField(
        label="Table",
        widget=forms.Textarea(attrs={**TALL, "data-paste": "rows"}),
        help_text="A line each row, with a bar (|) between cells. The first line holds the "
        "headings; put # before "
        "the heading of a column of numbers.",
    )
    total_row = _last_is_total()
    notes = _notes()

    def initial_of(self, block):
        cells = block.data.get("cells", {})
        head = [
            "# " * bool(cell.get("numeric")) + cell["label"] for cell in cells.get("columns", ())
        ]
        return {
            **_initial(block, cells),
            # An empty cell at the end of a row is a cell all the same.
            "rows": "\n".join(" | ".join(row).rstrip() for row in (head, *cells.get("rows", ()))),
        }

    def clean_rows(self):
        """The headings and rows; a row of another length is refused by its number."""
        lines = _table(self.cleaned_data["rows"])
        if len(lines) < 2:
            raise ValidationError("Write a line of headings and at least one row.")
        width, wrong = len(lines[0][1]), []
        for place, cells in lines:
            if len(cells) != width:
                wrong.append(f"Line {place} has {len(cells)} cells and the first has {width}.")
            for sentence in _faults(" ".join(cells)):
                wrong += _on_line(place, sentence)
        return _unless(wrong, [cells for _place, cells in lines])

    def words(self):
        fields = self.cleaned_data
        head, *rows = fields["rows"]
        columns = [
            {"label": item.lstrip("# "), "numeric": True}
            if item.startswith("#")
            else {"label": item}
            for item in head
        ]
        return _words(fields, "cells", {"columns": columns, "rows": rows})


class RecordsForm(BlockForm):
    """A table of records: which, which of them, and which columns."""

    caption = _caption()
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

    def initial_of(self, block):
        target = block.data.get("records", {})
        return {
            "caption": block.data.get("caption", ""),
            "what": target.get("what", ""),
            "filter": _lines(target.get("filter", {}).items()),
            "columns": "\n".join(target.get("columns", ())),
            "group": target.get("group", ""),
        }

    def clean(self):
        """Refuses a filter or a column that the kind of list does not know."""
        fields = super().clean()
        if {"what", "columns"} <= set(fields):
            try:
                records.check(self._wanted())
            except records.ListRefused as refused:
                self.add_error("columns", str(refused))
        return fields

    def words(self):
        return _words(self.cleaned_data, "records", self._wanted())

    def _wanted(self):
        fields = self.cleaned_data
        criteria = {
            "what": fields["what"],
            "filter": {
                cells[0]: (*cells, "")[1] for _place, cells in _table(fields.get("filter", ""))
            },
            "columns": fields["columns"].split(),
        }
        return {**criteria, "group": fields["group"]} if fields.get("group") else criteria


def _words(fields, kind, inner):
    """What is saved of a table whose data have `inner` under the name `kind`."""
    if fields.get("total_row"):
        inner["total_row"] = True
    data = {"caption": fields["caption"], kind: inner}
    if notes := filled_lines(fields.get("notes", "")):
        data["notes"] = notes
    return {"heading": "", "text": "", "data": data}


def _table(typed):
    """(number of the line, its cells) of each line that is not empty."""
    return [
        (place, grammar.cells_of(line))
        for place, line in enumerate(typed.splitlines(), 1)
        if line.strip()
    ]


def _lines(rows):
    return "\n".join(" | ".join(map(str, row)).rstrip(" |") for row in rows)


def _faults(typed):
    return [item.sentence for item in walk(parse_inline(typed)) if isinstance(item, FaultyToken)]


def _on_line(place, sentence):
    """The sentence with the number of its line, in a list; none for no sentence."""
    return [f"Line {place}: {sentence}"] if sentence else []


def _unless(wrong, value):
    if wrong:
        raise ValidationError(wrong)
    return value


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
