"""Lists of records, made by choosing: a kind, which of them, columns by their headings, order."""

from django import forms

from assurance.figures.labels import RECORD_NAMES
from assurance.figures.quotable import LISTS
from assurance.runtime.digits import whole
from reports.editor.forms import table_fields
from reports.editor.forms.builders.builder import BuilderForm
from reports.editor.forms.builders.filters import FilterWidget
from reports.editor.forms.builders.picks import Pick, PickWidget
from reports.language import grammar
from reports.papers.assembly import records
from reports.quotable.columns import NO_LONGER, column_label

MOST_COLUMNS = 10
LIMITS = (3, 5, 10, 15, 20, 30, 50)
NO_COLUMN = "This kind of record has no such column: take it out."
NO_COLUMNS = "{title} have no column of that name: take out the one that is marked."
CHOOSE = "Choose the columns of this kind of record, then save."
TOO_WIDE = "A page has room for {most} columns, and this list has {count}: take some out."
DATE_GONE = "This report no longer has the date of this list: choose another."
EVERY = "All, whenever it was"


def kinds_by_subject() -> dict[str, list[tuple[str, str]]]:
    """The kinds of list by subject, each with its name and its title."""
    groups = {}
    for name, kind in LISTS.items():
        groups.setdefault(subject_of(name), []).append((name, kind.title))
    return groups


def subject_of(name: str) -> str:
    """The subject of a kind of list: its own, or that of the records that it is made of."""
    if LISTS[name].subject:
        return LISTS[name].subject
    stems = {kind: kind.removesuffix("y").removesuffix("s") for kind in RECORD_NAMES}
    kinds = [kind for kind in RECORD_NAMES if name.startswith(stems[kind])]
    best = max(kinds, key=len, default="")
    return RECORD_NAMES[best].subject if best else "Other records"


def _select(label, help_text=""):
    return forms.CharField(label=label, required=False, widget=forms.Select(), help_text=help_text)


class KindSelect(forms.Select):
    """A choice of a kind, with the button that shows its columns; it says which it shows now."""

    template_name = "editor/kind_select.html"


class RecordsForm(BuilderForm):
    """A table of records: which, which of them, and which columns."""

    what = forms.CharField(
        label="Kind of record",
        widget=KindSelect(),
        error_messages={"required": "Choose the kind of record"},
    )
    within = _select("Which of them", "Events in a period, or all that is recorded.")
    filter = forms.CharField(label="Only those with", required=False, widget=FilterWidget())
    columns = forms.CharField(
        label="Columns",
        widget=PickWidget(("key",)),
        error_messages={"required": "Tick at least one column"},
    )
    order = _select("Order")
    group = _select("Group by", "It becomes the first column, and rows of one group are together.")
    limit = _select("Number of rows")
    when = _select("As things were on")
    caption = table_fields.caption_field(
        required=False, help_text="Left empty, it names the records and their date."
    )
    notes = table_fields.notes_field()

    picks = ("filter", "columns")
    lines_help = {
        "filter": "A line each: name | value. For example: plan | inspection-2017",
        "columns": "A line each: the name of a column.",
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        name = str(self["what"].value() or "")
        self.kind = LISTS.get(name)
        self.is_new_kind = self.posted.get("drawn", name) != name and not self.as_text
        if self.is_new_kind and not self.is_bound:
            self.initial |= dict.fromkeys(("filter", "order", "group", "limit"), "") | self._begun()
        subjects = kinds_by_subject().items()
        self.fields["what"].widget.choices = [("", "Choose a kind of record"), *subjects]
        if not self.as_text:
            self._offer()

    @classmethod
    def saves_nothing(cls, posted):
        # Columns of another kind than the one that is chosen now are no answer.
        what = posted.get("what", "")
        return super().saves_nothing(posted) or posted.get("drawn", what) != what

    def _begun(self):
        """What a list of this kind begins with: its first columns, in the period of the report."""
        if self.kind is None:
            return {"columns": "", "within": ""}
        columns = "\n".join(self.kind.first_columns)
        return {"columns": columns, "within": grammar.PERIOD if self.kind.within else ""}

    def _offer(self):
        """Draws what can be chosen of this kind."""
        self.fields["columns"].widget.describe = self._column
        self.fields["columns"].widget.offer = self._columns_offered
        if self.kind is None:
            for name in ("filter", "columns", "order", "group", "limit", "within", "when"):
                del self.fields[name]
            return
        if not self.kind.within:
            del self.fields["within"]
        council = self.manuscript.council if self.manuscript else None
        self.fields["filter"].widget.kind = self.kind
        self.fields["filter"].widget.council = council
        if not self.kind.filters:
            del self.fields["filter"]
        for name, choices in self._choices().items():
            if name in self.fields:
                self.fields[name].widget.choices = self._with_own(name, choices)

    def _choices(self):
        heads = {name: heading for name, (heading, _read) in self.kind.columns.items()}
        order = [
            (f"{sign}{name}", f"{heading}, {words}")
            for name, heading in heads.items()
            for sign, words in (("", "first to last"), ("-", "last to first"))
        ]
        names = self.manuscript.names if self.manuscript else {}
        days = [name for name, when in names.items() if when.is_day]
        periods = [grammar.PERIOD, *(name for name, when in names.items() if not when.is_day)]
        day = self.manuscript.report_date if self.manuscript else None
        own = "The date of the report"
        if day and not self.manuscript.is_sample:
            own += f", {day.day} {day:%B %Y}"
        return {
            "order": [("", "In the order of the records"), *order],
            "group": [("", "No groups"), *heads.items()],
            "limit": [("", "All"), *((str(item), f"The first {item}") for item in LIMITS)],
            "when": [("", own), *((name, self._label(name)) for name in days)],
            "within": [("", EVERY), *((name, self._label(name)) for name in periods)],
        }

    def _label(self, name):
        return column_label(self.manuscript, name, ())

    def _with_own(self, name, choices):
        """The choices, with what was chosen before and is no more among them."""
        value = str(self[name].value() or "")
        if value in dict(choices):
            return choices
        label = self._label(value) if name in ("when", "within") else value
        return [*choices, (value, label if name != "limit" else f"The first {value}")]

    def initial_of(self, block):
        target = block.data.get("records", {})
        kind = LISTS.get(target.get("what", ""))
        columns = target.get("columns") or (kind.columns if kind else ())
        group = target.get("group", "")
        names = ("what", "when", "within", "order", "limit")
        return {
            **table_fields.initial_of_table(block, target),
            **{name: str(target.get(name, "")) for name in names},
            "group": group,
            "filter": table_fields.joined_lines(target.get("filter", {}).items()),
            "columns": "\n".join(columns),
        }

    def clean(self):
        """Refuses what this kind of list does not have, days that are none, too many columns."""
        fields = super().clean()
        if fields.get("what") and self.kind is None:
            self.add_error("what", "Choose one of these kinds of record")
            return fields
        if self.is_new_kind:
            self.add_error("what", CHOOSE)
            return fields
        for name in ("when", "within"):
            if wrong := self._why_not_date(fields.get(name, "")):
                self.add_error(name, wrong)
        limit = fields.get("limit", "")
        if limit and not (
            limit.isascii() and limit.isdecimal() and len(limit) < 5 and whole(limit)
        ):
            self.add_error("limit", "Write how many rows are printed as a whole number from 1.")
        if fields.get("what") and fields.get("columns") and not self.errors:
            self._check(fields)
        return fields

    def _why_not_date(self, name):
        if not name or name[:1].isdigit():
            return grammar.why_not_days(name)
        is_gone = self.manuscript is not None and self.manuscript.when(name) is None
        return DATE_GONE if is_gone else ""

    def _check(self, fields):
        columns = fields["columns"].split()
        strange = self.kind and [name for name in columns if name not in self.kind.columns]
        if strange and not self.as_text:
            self.add_error("columns", NO_COLUMNS.format(title=self.kind.title))
        elif len(columns) > MOST_COLUMNS:
            self.add_error("columns", TOO_WIDE.format(most=MOST_COLUMNS, count=len(columns)))
        else:
            try:
                records.check(self._mapping())
            except records.ListRefused as refused:
                self.add_error("columns", str(refused))

    def words(self):
        return table_fields.table_fields(self.cleaned_data, "records", self._mapping())

    def _mapping(self):
        fields, before = self.cleaned_data, self.before.get("records", {})
        lines = table_fields.lines_of_cells(fields.get("filter", ""))
        filters = {cells[0]: (*cells, "")[1] for _place, cells in lines}
        same = {str(key): value for key, value in before.get("filter", {}).items()}
        # A number stays a number where nobody has changed it.
        filters = {
            name: same[name] if str(same.get(name)) == value else value
            for name, value in filters.items()
        }
        made = {"what": fields["what"], "columns": fields["columns"].split()}
        if filters or "filter" in before:
            made["filter"] = filters
        if "columns" not in before and self.before and made["columns"] == list(self.kind.columns):
            del made["columns"]
        names = ("group", "when", "within", "order")
        made |= {name: fields[name] for name in names if fields.get(name)}
        return {**made, "limit": whole(fields["limit"])} if fields.get("limit") else made

    def _column(self, cells):
        heading, _read = (
            self.kind.columns.get(cells["key"], ("", None)) if self.kind else ("", None)
        )
        return Pick(cells["key"], heading or NO_LONGER, wrong="" if heading else NO_COLUMN)

    def _columns_offered(self, chosen):
        used = {row["key"] for row in chosen}
        columns = self.kind.columns.items()
        return [Pick(name, heading) for name, (heading, _) in columns if name not in used]
