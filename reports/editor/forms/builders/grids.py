"""Tables and charts of figures, made by choosing: figures and parts by their titles, dates by their
labels. Their headings come from what is chosen, and follow it."""

from django import forms

from assurance.figures.registry import FIGURES
from reports.editor.figure_catalogue import SUBJECTS
from reports.editor.forms import table_fields
from reports.editor.forms.blocks import SENTENCE
from reports.editor.forms.builders.builder import BuilderForm
from reports.editor.forms.builders.picks import Pick, PickWidget
from reports.editor.quotable.columns import (
    NO_LONGER,
    column_dates,
    column_heading,
    column_label,
    when_of_column,
)
from reports.editor.quotable.rows import RowCatalogue, timings
from reports.papers.language import grammar
from reports.papers.language.tokens import is_row, quotes_in, read_token

ROW = "write the label, a bar (|) and the name of a figure, or a sum. The columns say when."
NUMBER, PERCENT = "number", "percent"
KINDS_OF_NUMBER = (
    (NUMBER, "Number"),
    (PERCENT, "Per cent"),
    ("percent base", "Per cent with its base"),
    ("words", "Number in words"),
    ("money", "Pounds"),
    ("money k", "Thousands of pounds"),
    ("change", "Change in the period"),
)
ACROSS = (
    ("dates", "Dates across the top, figures down the side"),
    ("figures", "Figures across the top, dates down the side"),
)
# What fits beside the headings of its rows on an upright page.
MOST_COLUMNS, MOST_RESULTS = 10, 40
TOO_WIDE = (
    "A page has room for {most} columns, and this table has {count}: take some out, or change what "
    "goes across the top."
)
DATE_GONE = (
    "The column “{label}” is of a date that this report no longer has: take it out, or choose "
    "another date."
)


class GridForm(BuilderForm):
    """A table of figures."""

    across = forms.ChoiceField(
        label="What goes across the top",
        choices=ACROSS,
        initial="dates",
        required=False,
        widget=forms.RadioSelect,
    )
    rows = forms.CharField(
        label="Figures",
        widget=PickWidget(("label", "key")),
        help_text="Search for what is counted, and tick it.",
        error_messages={"required": "Choose at least one figure"},
    )
    columns = forms.CharField(
        label="Dates",
        widget=PickWidget(("label", "key", "form"), KINDS_OF_NUMBER, PERCENT),
        help_text="Headings follow the dates of the report.",
        error_messages={"required": "Tick at least one date"},
    )
    caption = table_fields.caption_field(
        required=False, help_text="Left empty, it names the figures and their dates."
    )
    total_row = table_fields.total_row_field("The last figure is a total")
    notes = table_fields.notes_field()

    picks = ("rows", "columns")
    lines_help = {
        "rows": "A line each: label | figure. For example: All children | looked_after.children",
        "columns": "A line each: heading | named date | form. For example: 1 December 2015 | "
        "position | number",
    }

    def __init__(self, *args, manuscript=None, **kwargs):
        self.catalogue = RowCatalogue(manuscript)
        super().__init__(*args, manuscript=manuscript, **kwargs)
        if self.as_text:
            return
        rows, columns = (self.fields[name].widget for name in self.picks)
        rows.describe, rows.offer = self._row, self._rows_offered
        rows.query = self.posted.get("rows-find", "")
        columns.describe, columns.offer = self._column, self._columns_offered

    def initial_of(self, block):
        grid = block.data.get("grid", {})
        rows, columns = grid.get("rows", ()), grid.get("columns", ())
        quotes = [item["quote"] for item in rows]
        heads = [(item["label"], item.get("when", ""), item.get("form", "")) for item in columns]
        lines = list(zip((item["label"] for item in rows), quotes, strict=True))
        if not self.as_text:
            # A heading that it would have anyway is not typed: it follows what was chosen.
            times = timings(quotes)
            auto = [self._date_pick(when, form, times).heading for _label, when, form in heads]
            heads = [
                (label * (label != own), when, form)
                for (label, when, form), own in zip(heads, auto, strict=True)
            ]
            lines = [
                (label * (label != self.catalogue.heading(quote)), quote) for label, quote in lines
            ]
        return {
            **table_fields.initial_of_table(block, grid),
            "across": ACROSS[bool(grid.get("turned"))][0],
            "finding": block.data.get("finding", ""),
            "columns": table_fields.joined_lines(heads),
            "rows": table_fields.joined_lines(lines),
        }

    def clean_columns(self):
        """The columns as data; a form that is none is refused by its line."""
        rows, wrong = [], []
        for place, cells in table_fields.lines_of_cells(self.cleaned_data["columns"]):
            label, when, form = (*cells, "", "")[:3]
            wrong += table_fields.on_line(place, form and grammar.why_not_form(form))
            wrong += table_fields.on_line(place, grammar.why_not_days(when))
            rows.append({"label": label, "when": when, "form": form or NUMBER})
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

    def clean(self):
        """Gives headings and a caption to what has none; refuses too many columns, dates that are
        gone."""
        fields = super().clean()
        rows, columns = (fields.get(name) for name in self.picks)
        if rows and columns:
            fields["caption"] = fields.get("caption") or self._caption(rows, columns)
            self._give_headings(rows, columns)
            across = "rows" if fields.get("across") == "figures" else "columns"
            count = len({"rows": rows, "columns": columns}[across])
            if count > MOST_COLUMNS:
                self.add_error(across, TOO_WIDE.format(most=MOST_COLUMNS, count=count))
        return fields

    def words(self):
        fields = self.cleaned_data
        inner = {"rows": fields["rows"], "columns": fields["columns"]}
        if fields["across"] == "figures":
            inner["turned"] = True
        return table_fields.table_fields(fields, "grid", inner)

    def _give_headings(self, rows, columns):
        for row in rows:
            row["label"] = row["label"] or self.catalogue.heading(row["quote"])
        times = timings([row["quote"] for row in rows])
        for column in columns:
            pick = self._date_pick(column["when"], column["form"], times)
            if pick.wrong:
                label = column["label"] if "[[" not in column["label"] else ""
                self.add_error("columns", DATE_GONE.format(label=label or pick.label))
            column["label"] = column["label"] or pick.heading

    def _caption(self, rows, columns):
        """What the table is called where nobody has named it: its figures, and when they are of."""
        keys = [item.key for row in rows for item in quotes_in(read_token(f"[[{row['quote']}]]"))]
        figures = [FIGURES[key] for key in keys if key in FIGURES]
        titles = list(dict.fromkeys(figure.title for figure in figures))
        subjects = list(dict.fromkeys(SUBJECTS.get(item.subject, "") for item in figures))
        title = titles[0] if len(titles) == 1 else " and ".join(filter(None, subjects[:2]))
        times = timings([row["quote"] for row in rows])
        dates = [column_heading(self.manuscript, item["when"], times) for item in columns]
        first, *others = dict.fromkeys(dates)
        ends = f" and {others.pop()}" if others else ""
        return f"{title or 'Figures'}, {', '.join((first, *others))}{ends}"

    def _timings(self):
        """When the figures that are ticked now are of."""
        chosen = self.fields["rows"].widget.read(self["rows"].value())
        return timings([row["key"] for row in chosen])

    def _row(self, cells):
        heading = self.catalogue.heading(cells["key"])
        title = self.catalogue.title(cells["key"])
        wrong = "" if heading else "This figure is no longer counted: take it out."
        return Pick(cells["key"], title or "A figure that is not known", "", "", heading, wrong)

    def _rows_offered(self, chosen):
        used = {row["key"] for row in chosen}
        matches = self.catalogue.search(self.posted.get("rows-find", "")[:200])
        rows = [row for row in matches if row.quote not in used]
        self.fields["rows"].widget.left = max(len(rows) - MOST_RESULTS, 0)
        return [Pick(row.quote, row.label, row.hint, row.group) for row in rows[:MOST_RESULTS]]

    def _column(self, cells):
        return self._date_pick(cells["key"], cells.get("form"), self._timings())

    def _date_pick(self, when, form, times):
        value = when_of_column(self.manuscript, when, times)
        is_gone = self.manuscript is not None and value is None
        heading = column_heading(self.manuscript, when, times)
        if form and form != NUMBER:
            heading += f", {dict(KINDS_OF_NUMBER).get(form, form).lower()}"
        label = column_label(self.manuscript, when, times)
        return Pick(when, label, heading=heading, wrong=NO_LONGER if is_gone else "")

    def _columns_offered(self, chosen):
        times = self._timings()
        used = {row["key"] for row in chosen}
        names = [name for name in column_dates(self.manuscript, times) if name not in used]
        return [Pick(name, column_label(self.manuscript, name, times)) for name in names]


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
