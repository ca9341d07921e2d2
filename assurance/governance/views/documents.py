"""The registers of strategies and documents, and of the outcomes that plans set."""

from assurance.governance.forms.documents import DocumentFilters, DocumentForm, PlanOutcomeForm
from assurance.governance.models.documents import Document
from assurance.governance.models.plan_outcomes import PlanOutcome
from assurance.governance.views.registers import register_of, within
from assurance.govuk.lists import RowKey
from assurance.registers.declaration import Column, Item, Parent, columns, items


def its_parts(request, document):
    """Where the document is, to be followed, and the outcomes that a plan sets."""
    links = [{"words": document.address, "address": document.address}] if document.address else []
    is_plan = document.kind in ("plan", "strategy", "vision") or document.outcomes.exists()
    parts = within(request, document, PLAN_OUTCOMES) if is_plan else {}
    return {**parts, "links": links, "links_heading": "Where it is"}


DOCUMENTS = register_of(
    Document,
    "document",
    plural="strategies and documents",
    related=("owner",),
    form=DocumentForm,
    filters=DocumentFilters,
    first="title",
    also=its_parts,
    columns=(
        Column("Document", "title", sort="title", link=True),
        *columns("kind edition", sorts=True),
        Column("Owner", "owner", sort="owner__title"),
        Column("Last checked", "last_checked_on", sort="last_checked_on"),
        Column(
            "Not checked for",
            "unchecked_for",
            sort="unchecked",
            order=RowKey(lambda row: row.last_checked_on and -row.last_checked_on.toordinal()),
        ),
        *columns("from_date to_date address", file_only=True),
        Column("Approved by", "approved_body", file_only=True),
        *columns("approved_on partners consulted", file_only=True),
        Column("Withdrawn", "withdrawn_on", file_only=True),
    ),
    summary=(
        *items("kind edition owner from_date to_date"),
        Item("Last checked", "checked", "last_checked_on"),
        *items("approved_body approved_on partners consulted"),
        Item("Name in reports", "slug", folded=True),
    ),
)

PLAN_OUTCOMES = register_of(
    PlanOutcome,
    "plan-outcome",
    noun="outcome or priority",
    plural="outcomes and priorities",
    parent=Parent(DOCUMENTS, "document"),
    form=PlanOutcomeForm,
    related=("document__council",),
    columns=(
        Column("Number", "number", kind="numeric"),
        Column("Outcome or priority", "text", link=True),
        *columns("kind"),
    ),
    summary=(
        Item("Plan", "document.title"),
        Item("Number", "number"),
        *items("kind text"),
        Item("Name in reports", "quoted_as", folded=True),
    ),
)
