"""The register of strategies and documents."""

from assurance.governance.forms.documents import DocumentFilters, DocumentForm
from assurance.governance.models.documents import Document
from assurance.governance.views.registers import register_of
from assurance.registers.declaration import Column, Item, columns, items


def its_address(request, document):
    """Where the document is, to be followed."""
    links = [{"words": document.address, "address": document.address}] if document.address else []
    return {"links": links, "links_heading": "Where it is"}


DOCUMENTS = register_of(
    Document,
    "document",
    plural="strategies and documents",
    related=("owner",),
    form=DocumentForm,
    filters=DocumentFilters,
    first="title",
    also=its_address,
    columns=(
        Column("Document", "title", sort="title", link=True),
        *columns("kind edition", sorts=True),
        Column("Owner", "owner", sort="owner__title"),
        Column("Last checked", "checked", sort="last_checked_on"),
        *columns("from_date to_date address", file_only=True),
        Column("Approved by", "approved_body", file_only=True),
        *columns("approved_on partners consulted", file_only=True),
        Column("Withdrawn", "withdrawn_on", file_only=True),
    ),
    summary=(
        *items("kind edition owner from_date to_date"),
        Item("Last checked", "checked", "last_checked_on"),
        *items("approved_body approved_on partners consulted"),
        Item("Name in papers", "slug"),
    ),
)
