"""What an officer gives and says: the files, what each is, what its columns hold, how its days are
written, and which days a return is asked about."""

from datetime import date

from django import forms

from assurance.govuk.dates import DatePartsField
from assurance.govuk.forms import GovukForm
from assurance.imports.declaration import Bundle, Sheet
from assurance.imports.plan.headings import LEFT_OUT, Choices
from assurance.imports.plan.rows import ORDERS
from assurance.imports.upload import Days
from assurance.tables.cells import Day
from assurance.tables.reader import read
from assurance.tables.refused_files import refuse_larger
from assurance.tables.table import NotATable, Unreadable

MOST_DAYS = 60
READ = Day()


class DaysField(forms.CharField):
    """Days, one to a line, as sorted dates without repeats; refuses a wrong line by its number."""

    widget = forms.Textarea(attrs={"rows": 3, "class": "govuk-!-width-one-half"})

    def __init__(self, **kwargs):
        # An empty line at the beginning is a line: the others keep their numbers.
        super().__init__(strip=False, **kwargs)

    def to_python(self, value):
        """The days that the lines name."""
        lines = enumerate(super().to_python(value).splitlines(), 1)
        typed = [(number, line.strip()) for number, line in lines if line.strip()]
        if len(typed) > MOST_DAYS:
            raise forms.ValidationError(f"Give at most {MOST_DAYS} days at one time.")
        wrong = [number for number, line in typed if _day(line) is None]
        if wrong:
            raise forms.ValidationError(
                [f"Line {number} is not a date. Write it as 31/12/2017." for number in wrong]
            )
        return sorted({_day(line) for _, line in typed})

    def prepare_value(self, value):
        """The days as lines."""
        if not isinstance(value, list):
            return value
        return "\n".join(f"{item:%d/%m/%Y}" if isinstance(item, date) else item for item in value)

    def run_validators(self, value):
        """What is typed was looked at line by line."""


def _day(line):
    try:
        return READ(line, "dmy")
    except Unreadable:
        return None


EXAMPLES = {
    "dmy": "Day, month, year: 3/4/2016 is 3 April",
    "mdy": "The month first: 3/4/2016 is 4 March",
}
NO_FILE = "Choose a file to import"
NOTHING_SAID = Days()
MANY_FILES = 20
NOT_RECOGNISED = (
    "Its headings are not those of one kind of file. Choose what it is, or leave it out."
)


class SeveralFiles(forms.ClearableFileInput):
    """One box that takes several files."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files, as a list of what was uploaded."""

    widget = SeveralFiles

    def clean(self, data, initial=None):
        """The files; none, and too many, are refused."""
        value = data if isinstance(data, list | tuple) else [data]
        value = [item for item in value if item]
        if not value:
            raise forms.ValidationError(NO_FILE)
        if len(value) > MANY_FILES:
            raise forms.ValidationError(f"Give at most {MANY_FILES} files at one time.")
        return value


class GiveForm(GovukForm):
    """The files to be imported."""

    submit = "Check these files"

    files = FilesField(
        label="Files",
        help_text=(
            "CSV, Excel (XLSX) or OpenDocument (ODS); several at one time. "
            "Nothing is changed until you have seen what they would do."
        ),
        widget=SeveralFiles(attrs={"accept": ".csv,.txt,.xlsx,.xlsm,.ods,text/csv"}),
    )

    def clean_files(self):
        """The tables of every file; a file that is no table is refused by its name."""
        tables, wrong = [], []
        for file in self.cleaned_data["files"]:
            try:
                # Before it is read into memory, where a very large one would leave no room.
                refuse_larger(file.size)
                tables += read(file.name, file.read())
            except NotATable as refusal:
                wrong.append(f"{file.name}: {refusal}")
        if wrong:
            raise forms.ValidationError(wrong)
        return tables


class GiveAgainForm(GiveForm):
    """The files to be imported, and whether they are read although they were imported before."""

    again = forms.BooleanField(
        label="Check the files again",
        help_text="Choose them once more. They are read from the beginning, with their warnings.",
        required=False,
    )


class AcceptForm(GovukForm):
    """That somebody has looked at what may be wrong in files before they are imported."""

    looked = forms.BooleanField(
        label="I have looked at these warnings",
        help_text="They are listed below, under “Worth knowing” and “How the files are read”.",
        error_messages={"required": "Confirm that you have looked at these warnings"},
    )


class ReadAsForm(GovukForm):
    """What each table is and how its columns are read, as it was found and as the officer says.

    `found` is the check of the run, `kinds` those that the officer may import, `days` what was
    said of days; those are asked about where a table is part of a bundle.
    """

    submit = "Read the files again"

    def __init__(self, *args, found, kinds, days=NOTHING_SAID, **kwargs):
        self.kinds = {kind.key: kind for kind in kinds}
        self.tables, self.said_days = found["tables"], days
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
        """Each table with its bound fields: what it is, questions about days, its columns."""
        return [
            {
                "table": table,
                "kind": self[f"kind-{place}"],
                "orders": self._bound(f"order-{place}-"),
                "columns": self._bound(f"column-{place}-"),
            }
            for place, table in enumerate(self.tables)
        ]

    def _bound(self, prefix):
        return [self[name] for name in self.fields if name.startswith(prefix)]

    def _ask_of(self, place, table):
        known = [(key, kind.title) for key, kind in self.kinds.items()]
        left_out = (LEFT_OUT, "Leave this file out")
        self.fields[f"kind-{place}"] = forms.ChoiceField(
            label=f"Kind of “{table['name']}”"
            + (f", sheet {table['sheet']}" * bool(table["sheet"])),
            choices=[("", "Choose what it is"), *known, left_out],
            help_text="" if table["kind"] or table["left_out"] else NOT_RECOGNISED,
            initial=LEFT_OUT if table["left_out"] else table["kind"],
            error_messages={"required": f"Choose what “{table['name']}” is"},
        )
        kind = self.kinds.get(table["kind"])
        if isinstance(kind, Sheet):
            self._ask_about_days(place, table)
            rows = [(column.name, column.label) for column in kind.columns]
            for number, column in enumerate(table["columns"]):
                self.fields[f"column-{place}-{number}"] = forms.ChoiceField(
                    label=column["heading"] or f"Column {number + 1}",
                    choices=[("", "Not read"), *rows],
                    initial=column["name"],
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
        prefix = f"order-{place}-"
        orders = {
            name.removeprefix(prefix): fields[name]
            for name in self.fields
            if name.startswith(prefix)
        }
        return Choices(kind, columns, orders)


def _how_many(query):
    cells = "1 cell" if query["cells"] == 1 else f"{query['cells']:,} cells"
    text = f"{cells} can be read both ways, the first in row {query['row']}."
    mixed = " Other cells of the column contradict each other: look at them before you answer."
    return text + mixed * query["is_mixed"]
