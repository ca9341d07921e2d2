"""The form of self-evaluation statements, and the filter of their list."""

from django import forms

from assurance.governance.forms.fields import (
    FiguresField,
    in_short,
    rows_to_tick,
    text_area,
)
from assurance.governance.models.documents import Document
from assurance.governance.rules import faults
from assurance.govuk.forms import search_box
from assurance.registers.forms import ListFilters, RecordForm, line, past
from assurance.registers.short_forms.row_search import searched_row, searched_rows
from assurance.reviews.models.findings import Finding


class StatementForm(RecordForm):
    """A statement of a self-evaluation."""

    field_faults = staticmethod(faults.statement_faults)
    later = (("Figures that show it",), ("Who validated it", "Found later by inspectors"))
    groups = (
        ("The statement", ["title", "statement", "edition", "stated_on"]),
        ("Evidence", ["documents", "findings"]),
        ("Figures that show it", ["figures"]),
        ("Who validated it", ["validated_body", "validated_on"]),
        ("Found later by inspectors", ["later_finding"]),
    )

    title = line("Title", 160, "Such as “Social workers know their children”.")
    statement = text_area("Statement")
    edition = line("Version of the self-evaluation", 40, "Such as “2016” or “2”.")
    stated_on = past("the date of the statement", "Date", required=True)
    figures = FiguresField(
        label="Figures",
        required=False,
        error_messages={"invalid_choice": "Select “Figures” from the list"},
    )
    documents = rows_to_tick(Document.objects.none(), "Documents")
    findings = searched_rows(Finding.objects.none(), "Findings", "findings", words=in_short)
    validated_body = line("Body that validated it", 120, "A body, not a person.", required=False)
    validated_on = past("the date it was validated", "Validated on")
    later_finding = searched_row(
        Finding.objects.none(), "The finding", "later findings", "None yet", words=in_short
    )

    def prepare_for(self, council):
        """Offers the council's findings and documents that stand, and every figure."""
        self.fields["figures"].offer(self.record.figures if self.record else "")
        result = Finding.objects.of(council).listed().to_tell()
        for name in ("findings", "later_finding"):
            self.fields[name].queryset = result
        self.fields["documents"].queryset = Document.objects.of(council).active()


class StatementFilters(ListFilters):
    """The filter of the list of statements."""

    text = search_box("statements", "title, words or validating body")
    validated = forms.ChoiceField(
        label="Validated", choices=[("", "Either"), ("yes", "Yes"), ("no", "Not yet")]
    )
