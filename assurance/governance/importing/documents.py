"""Strategies, storyboards and other documents as a file: a row for each."""

from collections.abc import Iterator, Sequence

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from assurance.accounts.access import Permission
from assurance.accounts.models.accounts import Council
from assurance.governance.importing.titles import (
    held_of,
    matter_of,
    merged,
    name_in_a_file,
    why_not_matter,
    why_not_yet,
)
from assurance.governance.models.documents import Document
from assurance.governance.rules import faults as recording
from assurance.imports.declaration import Column, Fault, Reading, Sheet, TargetRow, Values
from assurance.tables.cells import Choice, Day, Text
from assurance.tables.clean import plain
from assurance.tables.table import Cell, Unreadable

KIND = Choice(dict(Document.KINDS))
OF_A_DOCUMENT = (
    *("kind", "edition", "owner_role", "from_date", "to_date", "address", "last_checked_on"),
    *("approved_body", "approved_on", "partners", "consulted"),
)
NEEDED = {
    "kind": "Say what it is, such as strategy or storyboard.",
    "owner_role": "Write the role's title, not a name.",
}


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


def prepare(council: Council, rows: Sequence[Values]) -> dict[str, Document]:
    """The documents of `council` by what a file calls them."""
    return held_of(Document, council)


def faults(values: Values, reading: Reading) -> Iterator[Fault]:
    """What refuses a row: what a new document lacks, and the rules of a typed one."""
    fields = {name: values.get(name) for name in OF_A_DOCUMENT}
    yield from why_not_matter(Document, values, fields, reading.held, NEEDED)
    yield from why_not_yet(values, ("last_checked_on", "approved_on"))
    current = merged(fields, reading.held.get(plain(values["title"])), OF_A_DOCUMENT)
    for name, sentence in recording.document_faults(current):
        yield Fault(name, sentence)


def resolve_row(values: Values, reading: Reading) -> Iterator[TargetRow]:
    """The document of a row."""
    fields = {name: values.get(name) for name in OF_A_DOCUMENT}
    yield matter_of(Document, values, fields, reading.held)


def export_rows(council: Council) -> Iterator[Values]:
    """A row for each document that stands."""
    current = held_of(Document, council)
    for document in Document.objects.of(council).active().order_by("title", "pk"):
        values = {name: getattr(document, name) for name in OF_A_DOCUMENT}
        yield {**values, "title": name_in_a_file(document, current)}


DOCUMENTS = Sheet(
    key="documents",
    title="Strategies and documents",
    about="Strategies, storyboards, policies and other documents: which version holds, who owns "
    "it, where it is and when somebody last looked.",
    permission=Permission.RECORD_MATTERS,
    columns=(
        Column("title", "Document", Text(160), "Early help strategy",
               ("document title", "strategy", "storyboard", "title"), required=True, filled=True),
        Column("kind", "Kind", KIND, "Strategy", ("type", "document type"), required=True),
        Column("edition", "Version", Text(40), "2", ("edition",)),
        Column("owner_role", "Owner's role", Text(120), "Head of Early Help", ("owner",),
               required=True),
        Column("from_date", "Holds from", Day(), "01/04/2015", ("from", "valid from", "starts")),
        Column("to_date", "Holds to", Day(), "31/03/2018", ("to", "valid to", "ends")),
        Column("address", "Web address", Address(300), "https://www.example.org/early-help",
               ("link", "url", "where it is")),
        Column("last_checked_on", "Last checked", Day(), "05/01/2016", ("date last checked",)),
        Column("approved_body", "Body that approved it", Text(120), "", ("approved by",)),
        Column("approved_on", "Approved on", Day(), "", ("date approved",)),
        Column("partners", "Partners", Text(40), "over 30"),
        Column("consulted", "People consulted", Text(40), "", ("consulted",)),
    ),
    wanted=resolve_row,
    faults=faults,
    prepare=prepare,
    standing=export_rows,
)  # fmt: skip
