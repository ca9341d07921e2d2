"""The form that draws a sample of cases, the one that draws it again, and their list's filter."""

from math import trunc

from django import forms

from assurance.audits.forms.case_audits import row_of
from assurance.audits.forms.programme import number
from assurance.audits.models.rounds import AuditRound
from assurance.audits.rules import samples
from assurance.govuk.forms import DatePartsField, search_box
from assurance.registers.forms import ListFilters, RecordForm, line
from assurance.tables.refused_files import TEXT, kind_of, refuse_larger, refuse_program
from assurance.tables.separated_values import grid_of
from assurance.tables.table import NotATable
from assurance.tables.workbook.reader import grids_of

NOT_KEPT = "The list is not kept: only the cases that are drawn, how many it had, and the seed."


class _ListField(forms.CharField):
    """A pasted list of references, which are no free words."""

    widget = forms.Textarea


class CasesForm(RecordForm):
    """A list of cases, pasted or in a file."""

    cases = _ListField(
        label="List of cases",
        help_text="References made for the audits, one to a line, never names or case numbers. "
        f"{NOT_KEPT}",
        required=False,
        widget=forms.Textarea(attrs={"rows": 10}),
    )
    file = forms.FileField(
        label="Or a file with the list",
        help_text="A CSV file or a workbook with the references in its first column. The other "
        "columns are not read.",
        required=False,
        error_messages={"empty": "The file is empty: choose the one that has the list"},
    )

    def clean_file(self):
        """The references in the first column of the file, or None where none was chosen."""
        file = self.cleaned_data["file"]
        if not file:
            return None
        try:
            refuse_larger(file.size)
            return _first_column(file.name, file.read())
        except NotATable as wrong:
            raise forms.ValidationError(str(wrong)) from wrong

    def clean(self):
        """Refuses a list with what are no references, no list and two."""
        fields = super().clean()
        typed, read = samples.references_of(fields.get("cases", "")), fields.get("file")
        if typed and read is not None:
            self.add_error("file", "Paste the list or choose a file, not both")
        fields["cases"] = read if read is not None else typed
        sentence = samples.why_not_list(fields["cases"])
        if sentence and not {"cases", "file"} & set(self.errors):
            self.add_error("cases" if read is None else "file", sentence)
        return fields

    def values_to_save(self):
        """The cleaned values, the list as `cases`."""
        return {name: value for name, value in super().values_to_save().items() if name != "file"}


class SampleForm(CasesForm):
    """A sample to draw."""

    submit = "Draw the sample"
    field_order = ("title", "audit_round", "cases", "file", "size", "seed")

    title = line("Title", 160, "Such as “Dip sample of visits, January 2016”.")
    audit_round = row_of(AuditRound.objects.none(), "Round of the audit programme", "None")
    size = number("How many to draw", samples.MOST_DRAWN, required=True)
    seed = line(
        "Seed", 40, "Empty for a new one. With the same seed the same list gives the same cases.",
        required=False,
    )  # fmt: skip

    def prepare_for(self, council):
        """Offers the rounds that stand."""
        self.fields["audit_round"].queryset = AuditRound.objects.offered(council)

    def clean(self):
        """Refuses also to draw more than the list has."""
        fields = super().clean()
        wrong = samples.why_not_size(fields.get("size"), fields.get("cases"))
        if wrong and not {"cases", "file"} & set(self.errors):
            self.add_error("size", wrong)
        return fields


class AgainForm(CasesForm):
    """The list that a sample was drawn from, to draw it again."""

    submit = "Draw again"

    def clean(self):
        """Refuses also where no reference is left to compare."""
        fields = super().clean()
        if sentence := samples.why_not_compare(self.record.references):
            self.add_error("cases", sentence)
        return fields


class SampleFilters(ListFilters):
    """The filter of the list of samples."""

    text = search_box("samples", "title")
    drawn_from = DatePartsField(what="the start date", label="Drawn from")
    drawn_to = DatePartsField(what="the end date", label="Drawn to")


def _first_column(name, content):
    refuse_program(name)
    rows = (grid_of(content) if kind_of(content) == TEXT else grids_of(content)[0][0]).rows
    cells = [_words(row[0]) for row in rows if row and row[0] not in (None, "")]
    # A heading is no reference.
    first = 1 if cells and not any(letter.isdigit() for letter in cells[0]) else 0
    return samples.unique(cells[first:])


def _words(cell):
    whole = isinstance(cell, float) and cell.is_integer()
    return str(trunc(cell) if whole else cell).strip()
