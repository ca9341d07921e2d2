"""How each file is read: its kind, its columns and days, and the columns that it lacks."""

from django import forms

from assurance.govuk.dates import DatePartsField
from assurance.govuk.forms import GovukForm
from assurance.imports.declaration import Bundle, Sheet
from assurance.imports.forms.fields import DaysField, fixed_field
from assurance.imports.plan.headings import LEFT_OUT, Choices
from assurance.imports.plan.rows import ORDERS
from assurance.imports.upload import Days

EXAMPLES = {
    "dmy": "Day, month, year: 3/4/2016 is 3 April",
    "mdy": "The month first: 3/4/2016 is 4 March",
}
NOTHING_SAID = Days()
NOT_RECOGNISED = (
    "Its headings are not those of one kind of file. Choose what it is, or leave it out."
)
LIKELY = "Not read yet: this is the column that its words are nearest to."
NEAREST = "Its headings are most like this kind of file. Look whether it is, or choose another."


class ReadAsForm(GovukForm):
    """What each table is and how its columns are read, as it was found and as the officer says.

    `found` is the check of the run, `kinds` those that the officer may import, `days` what was
    said of days; those are asked about where a table is part of a bundle.
    """

    submit = "Read the files again"

    def __init__(self, *args, found, kinds, days=NOTHING_SAID, **kwargs):
        self.kinds = {kind.key: kind for kind in kinds}
        self.found, self.tables, self.said_days = found, found["tables"], days
        super().__init__(*args, **kwargs)
        for place, table in enumerate(self.tables):
            self._ask_of(place, table)
        if any(isinstance(self.kinds.get(table["kind"]), Bundle) for table in self.tables):
            self._ask_of_a_return()

    def choices(self):
        """The `Choices` of each table."""
        return [self._said(place, table) for place, table in enumerate(self.tables)]

    def days(self):
        """The `Days` that were said; as they were where nothing is asked of them."""
        if "as_at" not in self.fields:
            return self.said_days
        return Days(tuple(self.cleaned_data["as_at"]), self.cleaned_data["covers_to"])

    @property
    def of_a_return(self):
        """The bound fields about the days of a return."""
        return [self[name] for name in ("covers_to", "as_at") if name in self.fields]

    @property
    def parts(self):
        """Each table with its bound fields: what it is, questions about days, its columns, those
        that it lacks, and those that are likely to be read otherwise."""
        return [
            {
                "table": table,
                "is_refused": self._is_refused(place),
                "kind": self[f"kind-{place}"],
                "orders": self._bound(f"order-{place}-"),
                "columns": self._bound(f"column-{place}-"),
                "fixed": self._bound(f"fixed-{place}-"),
                "likely": [column for column in table["columns"] if column.get("likely")],
            }
            for place, table in enumerate(self.tables)
        ]

    def _is_refused(self, place):
        """Whether rows of a table are refused for a column that it lacks."""
        labels = {field.label for field in self._bound(f"fixed-{place}-")}
        units = [unit for unit in self.found.get("units", ()) if place in unit["places"]]
        return any(fault["column"] in labels for unit in units for fault in unit["refusals"])

    def _bound(self, prefix):
        return [self[name] for name in self.fields if name.startswith(prefix)]

    def _ask_of(self, place, table):
        known = [(key, kind.title) for key, kind in self.kinds.items()]
        left_out, near = (LEFT_OUT, "Leave this file out"), table.get("nearest", "")
        is_known = table["kind"] or table["left_out"]
        self.fields[f"kind-{place}"] = forms.ChoiceField(
            label=f"Kind of “{table['name']}”"
            + (f", sheet {table['sheet']}" * bool(table["sheet"])),
            choices=[("", "Choose what it is"), *known, left_out],
            help_text="" if is_known else NEAREST if near else NOT_RECOGNISED,
            initial=LEFT_OUT if table["left_out"] else table["kind"] or near,
            error_messages={"required": f"Choose what “{table['name']}” is"},
        )
        kind = self.kinds.get(table["kind"])
        if isinstance(kind, Sheet):
            self._ask_about_days(place, table)
            self._ask_about_columns(place, table, kind)

    def _ask_about_columns(self, place, table, kind):
        fixed = table["said"].get("fixed") or {}
        for name in table.get("lacked", ()):
            field = fixed_field(kind.column(name), fixed.get(name, ""))
            self.fields[f"fixed-{place}-{name}"] = field
        rows = [(column.name, column.label) for column in kind.columns]
        for number, column in enumerate(table["columns"]):
            self.fields[f"column-{place}-{number}"] = forms.ChoiceField(
                label=column["heading"] or f"Column {number + 1}",
                choices=[("", "Not read"), *rows],
                help_text=LIKELY if column.get("likely") else "",
                initial=column["name"] or column.get("likely", ""),
                required=False,
            )

    def _ask_of_a_return(self):
        self.fields["covers_to"] = DatePartsField(
            what="the end date of the return",
            label="The end date of the return",
            help_text="Leave it empty where the year and the days shown on this page are right.",
            initial=self.said_days.covers_to,
            required=False,
        )
        self.fields["as_at"] = DaysField(
            label="Further days to be counted",
            help_text="One on each line, such as 31/12/2017. The end of every month and the "
            "council’s own dates of counts are counted in any case.",
            initial=list(self.said_days.as_at),
            required=False,
        )

    def _ask_about_days(self, place, table):
        settled = dict(table["said"]["orders"] or {})
        labels = {item["column"]: item["label"] for item in table["questions"]}
        hints = {item["column"]: _how_many(item) for item in table["questions"]}
        kind = self.kinds[table["kind"]]
        for name in [*labels, *(item for item in settled if item not in labels)]:
            label = labels.get(name) or kind.column(name).label
            self.fields[f"order-{place}-{name}"] = forms.ChoiceField(
                label=f"How the days of “{label}” are written",
                choices=[(order, EXAMPLES[order]) for order in ORDERS],
                widget=forms.RadioSelect,
                help_text=hints.get(name, "As you chose before."),
                initial=settled.get(name),
                error_messages={"required": f"Choose how the dates of “{label}” are written"},
            )

    def clean(self):
        """Refuses two headings for one column."""
        for place, table in enumerate(self.tables):
            used = {}
            for number in range(len(table["columns"])):
                name = self.cleaned_data.get(f"column-{place}-{number}")
                if name and used.setdefault(name, number) != number:
                    first = table["columns"][used[name]]["heading"]
                    sentence = f"“{first}” is read as this already: choose another."
                    self.add_error(f"column-{place}-{number}", sentence)
        return self.cleaned_data

    def _said(self, place, table):
        fields = self.cleaned_data
        kind = fields[f"kind-{place}"]
        if kind != table["kind"]:
            # What was said of its columns was said of another kind.
            return Choices(kind)
        columns = {
            column["key"]: fields[f"column-{place}-{number}"]
            for number, column in enumerate(table["columns"])
            if f"column-{place}-{number}" in self.fields
        }
        orders, fixed = (
            {
                name.removeprefix(prefix): fields[name]
                for name in self.fields
                if name.startswith(prefix) and fields[name]
            }
            for prefix in (f"order-{place}-", f"fixed-{place}-")
        )
        return Choices(kind, columns, orders, fixed)


def _how_many(query):
    cells = "1 cell" if query["cells"] == 1 else f"{query['cells']:,} cells"
    text = f"{cells} can be read both ways, the first in row {query['row']}."
    mixed = " Other cells of the column contradict each other: look at them before you answer."
    return text + mixed * query["is_mixed"]
