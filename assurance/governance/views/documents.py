"""The register of strategies and documents."""

from assurance.governance.forms.documents import DocumentFilters, DocumentForm
from assurance.governance.models.documents import Document
from assurance.governance.views.registers import register_of
from assurance.registers.declaration import Column, Item


def its_address(request, document):
    """Where the document is, to be followed."""
    links = [{"words": document.address, "address": document.address}] if document.address else []
    return {"links": links, "links_heading": "Where it is"}


DOCUMENTS = register_of(
    Document,
    name="document",
    path="documents/",
    noun="document",
    plural="strategies and documents",
    form=DocumentForm,
    filters=DocumentFilters,
    first="title",
    also=its_address,
    columns=(
        Column("Document", "title", sort="title", link=True),
        Column("Kind", "get_kind_display", sort="kind"),
        Column("Version", "edition", sort="edition"),
        Column("Owner", "owner_role", sort="owner_role"),
        Column("Last checked", "checked", sort="last_checked_on"),
        Column("Holds from", "from_date", file_only=True),
        Column("Holds to", "to_date", file_only=True),
        Column("Address", "address", file_only=True),
        Column("Approved by", "approved_body", file_only=True),
        Column("Approved on", "approved_on", file_only=True),
        Column("Partners", "partners", file_only=True),
        Column("People consulted", "consulted", file_only=True),
        Column("Withdrawn", "withdrawn_on", file_only=True),
    ),
    summary=(
        Item("Kind", "get_kind_display", "kind"),
        Item("Version", "edition", "edition"),
        Item("Who owns it", "owner_role", "owner_role"),
        Item("Holds from", "from_date", "from_date"),
        Item("Holds to", "to_date", "to_date"),
        Item("Last checked", "checked", "last_checked_on"),
        Item("Body that approved it", "approved_body", "approved_body"),
        Item("Approved on", "approved_on", "approved_on"),
        Item("Partners", "partners", "partners"),
        Item("People consulted", "consulted", "consulted"),
        Item("Name in papers", "slug"),
    ),
)
