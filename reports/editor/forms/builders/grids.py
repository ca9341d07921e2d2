"""Tables and charts of figures, made by choosing: figures and parts by their titles, dates by their
labels. Their headings come from what is chosen, and follow it."""

from django import forms

from assurance.figures.registry import FIGURES
from reports.editor.forms import table_fields
from reports.editor.forms.builders.builder import BuilderForm
from reports.editor.forms.builders.grid_columns import (
    KINDS_OF_NUMBER,
    PERCENT,
    ColumnChoices,
    column_of,
    key_of,
    why_not_column,
)
from reports.editor.forms.builders.picks import Pick, PickWidget
from reports.language import grammar
from reports.language.tokens import is_row, quotes_in, read_token
from reports.quotable.columns import NO_LONGER, column_heading
from reports.quotable.insertion.figure_catalogue import SUBJECTS
from reports.quotable.rows import RowCatalogue, timings

ROW = "write the label, a bar (|) and the name of a figure, or a sum. The columns give the dates."
PARTS = "parts"
ACROSS = (
    ("dates", "Dates across the top, figures down the side"),
    ("figures", "Figures across the top, dates down the side"),
    (PARTS, "Parts of a figure across the top, figures down the side"),
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
NO_PARTS = (
    "“{title}” has no parts that go across the top: take it out, or let dates or figures go there."
)
A_DATE = "“{label}” is a date: tick the parts that go across the top, and take it out."
A_PART = "“{label}” is a part: take it out, or let the parts of a figure go across the top."


class GridForm(BuilderForm):
    """A table of figures."""

    across = forms.ChoiceField(
        label="Columns",
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
    has_changes = True
    lines_help = {
        "rows": "A line each: label | figure. For example: All children | looked_after.children",
        "columns": "A line each: heading | label | form. For example: 1 December 2015 | "
        "position | number. A change is written comparison..position, a part position:good.",
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
        if self.has_parts:
            self.fields["rows"].label = "Figures with parts"
            self.fields["columns"].label = "Parts"
            self.fields["columns"].help_text = "Choose figures first: then tick parts, at a date."
            rows.noun, columns.noun = "figures", "parts"

    @property
    def has_parts(self) -> bool:
        """Whether the parts of figures go across the top."""
        return self["across"].value() == PARTS

    @property
    def quotes(self) -> list[str]:
        """The figures that are ticked now."""
        rows = self.fields["rows"].widget.read(self["rows"].value())
        return [row["key"] for row in rows]

    def initial_of(self, block):
        grid = block.data.get("grid", {})
        rows, columns = grid.get("rows", ()), grid.get("columns", ())
        quotes = [item["quote"] for item in rows]
        heads = [(item["label"], key_of(item), item.get("form", "")) for item in columns]
        lines = list(zip((item["label"] for item in rows), quotes, strict=True))
        if not self.as_text:
            # A heading that it would have anyway is not typed: it follows what was chosen.
            auto = self._headings(columns, quotes)
            heads = [
                (label * (label != own), key, form)
                for (label, key, form), own in zip(heads, auto, strict=True)
            ]
            lines = [
                (label * (label != self.catalogue.heading(quote)), quote) for label, quote in lines
            ]
        return {
            **table_fields.initial_of_table(block, grid),
            "across": PARTS
            if any(item.get("member") for item in columns)
            else ACROSS[bool(grid.get("turned"))][0],
            "finding": block.data.get("finding", ""),
            "columns": table_fields.joined_lines(heads),
            "rows": table_fields.joined_lines(lines),
        }

    def clean_columns(self):
        """The columns as data; a form that is none is refused by its line."""
        rows, wrong = [], []
        for place, cells in table_fields.lines_of_cells(self.cleaned_data["columns"]):
            label, key, form = (*cells, "", "")[:3]
            column = column_of(label, key, form)
            wrong += table_fields.on_line(place, form and grammar.why_not_form(form))
            wrong += table_fields.on_line(place, why_not_column(column))
            rows.append(column)
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
        return table_fields.unless_wrong(wrong, self._total_last(rows))

    def _total_last(self, rows):
        """The rows with the total of the table, as it was saved, after those that are added."""
        saved = self.before.get("grid", {})
        quotes = [row["quote"] for row in saved.get("rows", ())]
        count = sum(row["quote"] in quotes for row in rows)
        is_total = saved.get("total_row") and self.data.get("total_row") and not self.as_text
        if not (is_total and count and rows[count - 1]["quote"] == quotes[-1]):
            return rows
        return [*rows[: count - 1], *rows[count:], rows[count - 1]]

    def clean(self):
        """Gives headings and a caption to what has none; refuses too many columns, dates that are
        gone."""
        fields = super().clean()
        rows, columns = (fields.get(name) for name in self.picks)
        if rows and columns:
            fields["caption"] = fields.get("caption") or self._caption(rows, columns)
            self._give_headings(rows, columns)
            self._refuse_parts(rows, columns)
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
        choices = self._choices([row["quote"] for row in rows])
        headings = self._headings(columns, choices.quotes)
        for column, heading in zip(columns, headings, strict=True):
            pick = choices.pick(key_of(column), column["form"], self.catalogue)
            if pick.wrong == NO_LONGER:
                label = column["label"] if "[[" not in column["label"] else ""
                self.add_error("columns", DATE_GONE.format(label=label or pick.label))
            column["label"] = column["label"] or heading

    def _headings(self, columns, quotes):
        """What each column is called of itself: a part with its date where there are several."""
        choices = self._choices(quotes)
        picks = [
            choices.pick(key_of(item), item.get("form", ""), self.catalogue) for item in columns
        ]
        whens = dict.fromkeys(item.get("when", "") for item in columns if item.get("member"))
        if len(whens) < 2:
            return [pick.heading for pick in picks]
        days = {when: column_heading(self.manuscript, when, choices.timings) for when in whens}
        return [
            f"{pick.heading}, {days[item['when']]}" if item.get("member") else pick.heading
            for pick, item in zip(picks, columns, strict=True)
        ]

    def _refuse_parts(self, rows, columns):
        """Refuses figures without the parts that go across, and a date or a part out of place."""
        if self.as_text:
            return
        parts = [item for item in columns if item.get("member")]
        for item in columns:
            if (item in parts) != (self.cleaned_data.get("across") == PARTS):
                text = A_PART if item in parts else A_DATE
                self.add_error("columns", text.format(label=self._label(item)))
        members = {item["member"] for item in parts}
        for row in rows if parts else ():
            if not members <= set(self.catalogue.shared_parts([row["quote"]])):
                title = self.catalogue.title(row["quote"]) or row["quote"]
                self.add_error("rows", NO_PARTS.format(title=title))

    def _label(self, column):
        quotes = self.quotes
        return self._choices(quotes).pick(key_of(column), "", self.catalogue).label

    def _caption(self, rows, columns):
        """What the table is called where nobody has named it: its figures, and when they are of."""
        keys = [item.key for row in rows for item in quotes_in(read_token(f"[[{row['quote']}]]"))]
        figures = [FIGURES[key] for key in keys if key in FIGURES]
        titles = list(dict.fromkeys(figure.title for figure in figures))
        subjects = list(dict.fromkeys(SUBJECTS.get(item.subject, "") for item in figures))
        title = titles[0] if len(titles) == 1 else " and ".join(filter(None, subjects[:2]))
        times = timings([row["quote"] for row in rows])
        days = [item["when"] for item in columns if not item.get("since")]
        days = days or [item[name] for item in columns for name in ("since", "when")]
        dates = [column_heading(self.manuscript, item, times) for item in days]
        first, *others = dict.fromkeys(dates)
        ends = f" and {others.pop()}" if others else ""
        return f"{title or 'Figures'}, {', '.join((first, *others))}{ends}"

    def _choices(self, quotes):
        return ColumnChoices(self.manuscript, timings(quotes), quotes)

    def _row(self, cells):
        heading = self.catalogue.heading(cells["key"])
        title = self.catalogue.title(cells["key"])
        wrong = "" if heading else "This figure is no longer counted: take it out."
        return Pick(cells["key"], title or "A figure that is not known", "", "", heading, wrong)

    def _rows_offered(self, chosen):
        used = {row["key"] for row in chosen}
        text = self.posted.get("rows-find", "")[:200]
        matches = (
            self.catalogue.search_breakdowns(text, [row["key"] for row in chosen])
            if self.has_parts
            else self.catalogue.search(text)
        )
        rows = [row for row in matches if row.quote not in used]
        self.fields["rows"].widget.left = max(len(rows) - MOST_RESULTS, 0)
        return [Pick(row.quote, row.label, row.hint, row.group) for row in rows[:MOST_RESULTS]]

    def _column(self, cells):
        return self._choices(self.quotes).pick(cells["key"], cells.get("form", ""), self.catalogue)

    def _columns_offered(self, chosen):
        choices, keys = self._choices(self.quotes), [row["key"] for row in chosen]
        if self.has_parts:
            return choices.parts(keys, self.catalogue)
        return [pick for pick in choices.dates(keys) if self.has_changes or ".." not in pick.key]
