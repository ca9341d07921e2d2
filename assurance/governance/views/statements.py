"""The register of self-evaluation statements."""

from django.urls import reverse

from assurance.accounts.access import Permission
from assurance.figures.registry import title_of
from assurance.governance.forms.fields import in_short
from assurance.governance.forms.statements import StatementFilters, StatementForm
from assurance.governance.models.statements import Statement
from assurance.governance.views.registers import link, register_of
from assurance.registers.declaration import Column, Item, items
from assurance.registers.orders import in_words
from assurance.registers.values import Named


def its_evidence(request, statement):
    """The documents and findings that a statement rests on, and what inspectors found later."""
    later = [statement.later_finding] if statement.later_finding else []
    links = [
        link(
            request.user,
            Permission.SEE_COUNTS,
            document,
            reverse("governance:document-record", args=[document.pk]),
        )
        for document in statement.documents.all()
    ]
    links += [
        link(
            request.user,
            Permission.RECORD_REVIEWS,
            in_short(finding),
            reverse("reviews:finding-record", args=[finding.pk]),
        )
        for finding in [*statement.findings.all(), *later]
    ]
    return {"links": links, "links_heading": "Evidence, and what was found later"}


def what_was_found_later(statement):
    """The later finding in short, or None."""
    finding = statement.later_finding
    return Named(finding, in_short(finding)) if finding else None


def titles_of_figures(statement):
    """The figures that a statement rests on, by their titles, one to a line."""
    return "\n".join(title_of(key) for key in statement.figures.split())


STATEMENTS = register_of(
    Statement,
    "statement",
    noun="self-evaluation statement",
    form=StatementForm,
    filters=StatementFilters,
    first="-stated_on",
    related=("later_finding__review",),
    fetched=("documents", "findings__review"),
    also=its_evidence,
    columns=(
        Column("Statement", "title", sort="title", link=True),
        Column("Version", "edition", sort="edition"),
        Column("Date", "stated_on", sort="stated_on"),
        Column("Evidence", "evidence_words", sort="evidence", order=in_words("evidence_words")),
        Column("Validated by", "validated_body", sort="validated_body"),
        Column("Validated on", "validated_on", file_only=True),
        Column("Wording", "statement", free_text=True, file_only=True),
        Column("Figures", titles_of_figures, file_only=True),
        Column("Found later", what_was_found_later, free_text=True, file_only=True),
        Column("Withdrawn", "withdrawn_on", file_only=True),
    ),
    summary=(
        *items("statement edition stated_on"),
        Item("Evidence", "evidence_words", "documents"),
        Item("Figures", titles_of_figures, "figures"),
        Item("Validated by", "validated_body", "validated_body"),
        Item("Validated on", "validated_on", "validated_on"),
        Item("Found later by inspectors", what_was_found_later, "later_finding"),
        Item("Name in reports", "slug", folded=True),
    ),
)
