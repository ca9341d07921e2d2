"""Strategies, storyboards and other documents as a file: a row for each."""

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from assurance.accounts.access import Permission
from assurance.governance.models.documents import Document
from assurance.governance.rules.faults import document_faults
from assurance.imports.declaration import Column, Sheet
from assurance.imports.plan.records import Record
from assurance.people.importing import POSTS
from assurance.records.refusals import why_not_name
from assurance.tables.cells import Text
from assurance.tables.table import Cell, Unreadable


class Address(Text):
    """A web address, with or without its scheme."""

    def __call__(self, cell: Cell, order: str = "") -> str | None:
        """The address with its scheme."""
        text = super().__call__(cell, order)
        if not text:
            return None
        address = text if "://" in text else f"https://{text}"
        try:
            URLValidator(("http", "https"))(address)
        except ValidationError:
            raise Unreadable(
                "It is not a web address.", "Write it as https://www.example.org/strategy."
            ) from None
        return address


DOCUMENT = Record(
    Document,
    by=("title",),
    title="title",
    why_not_name=why_not_name,
    faults=document_faults,
    columns=(
        Column("title", "Document", "Early help strategy", required=True, filled=True,
               also=("document title", "strategy", "storyboard", "title")),
        Column("kind", "Kind", "Strategy", ("type", "document type"), required=True,
               needed="Enter its kind, such as strategy or storyboard."),
        Column("edition", "Version", "2", ("edition",)),
        Column("owner", "Owner’s post", "Head of Early Help",
               ("owner", "owner’s role", "owner_role"), required=True, titles=POSTS,
               needed="Write the post’s title, not a name."),
        Column("from_date", "Applies from", "15/04/2015",
               ("from", "valid from", "starts", "holds from")),
        Column("to_date", "Applies until", "31/03/2018", ("to", "valid to", "ends", "holds to")),
        Column("address", "Web address", "https://www.example.org/early-help",
               ("link", "url", "where it is"), read=Address(300)),
        Column("last_checked_on", "Last checked", "15/01/2016", ("date last checked",), past=True),
        Column("approved_body", "Body that approved it", also=("approved by",),
               condition="where it is approved"),
        Column("approved_on", "Approved on", also=("date approved",), past=True,
               condition="where it is approved"),
        Column("partners", "Partners", "over 30"),
        Column("consulted", "People consulted", also=("consulted",)),
    ),
)  # fmt: skip
DOCUMENTS = Sheet(
    key="documents",
    title="Strategies and documents",
    about="Strategies, storyboards, policies and other documents: which version applies, "
    "who owns it, where it is and when it was last checked.",
    permission=Permission.RECORD_MATTERS,
    records=(DOCUMENT,),
    standing=lambda council: zip(
        Document.objects.of(council).active().select_related("owner").order_by("title", "pk")
    ),
)
