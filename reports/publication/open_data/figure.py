"""One printed figure, and all of an edition, as data: what the edition says of each and no more."""

from collections.abc import Iterable

from reports.documents.data.figures import figure_rows
from reports.documents.data.metadata import csv_metadata
from reports.documents.document import Document
from reports.documents.html.places import places, said_at
from reports.documents.licence import licence, linked
from reports.editions.models.editions import Edition
from reports.papers.addresses import edition_address, figure_address, paper_address

WITHHELD = (
    "Not shown: the number, or one that belongs with it, is small enough that a person might be "
    "recognised."
)


def figure(edition: Edition, document: Document, number: int) -> dict:
    """What the edition says of its figure `number`, with the licence and the edition."""
    row = next(row for row in _rows(edition, document) if row["number"] == number)
    return {**row, "edition": about(edition), "licence": licence()}


def figures(edition: Edition, document: Document) -> dict:
    """The edition with all its figures and its files."""
    files = [
        {
            "name": file.name,
            "media_type": file.media_type,
            "size": file.size,
            "sha256": file.sha256,
            "address": f"{edition_address(edition)}files/{file.name}",
        }
        for file in edition.files.without_content()
    ]
    values = {
        **about(edition),
        "notices": ["".join(run.text for run in notice.runs) for notice in document.notices],
        "digest": edition.digest,
        "language": document.language,
    }
    rows = _rows(edition, document)
    return {"edition": values, "figures": rows, "files": files, "licence": licence()}


def about(edition: Edition) -> dict:
    """What names an edition in data: its paper, its number, its day and its address."""
    paper = edition.paper
    return {
        "council": paper.council.slug,
        "series": paper.series.slug,
        "paper": paper.slug,
        "title": edition.title,
        "number": edition.number,
        "issued_on": edition.issued_on.isoformat(),
        "period_start": paper.period_start.isoformat(),
        "period_end": paper.period_end.isoformat(),
        "address": edition_address(edition),
        "paper_address": paper_address(paper),
    }


def placed(places: Iterable[tuple[str, str]]) -> list[dict]:
    """Each of `places`, an address and its words, as data."""
    return [{"address": address, "words": words} for address, words in places]


def figure_metadata(document: Document, number: int) -> dict:
    """What the columns of that table hold, in the W3C's words."""
    described = csv_metadata(document, f"{number}.csv", {})
    [table] = described.pop("tables")
    title = next(item.title for item in document.figures if item.number == number)
    named = {"url": table["url"], "dc:title": title, "dc:license": linked()}
    return {**described, **named, "tableSchema": table["tableSchema"]}


def _rows(edition, document):
    known = places(document)
    home = edition_address(edition)
    entries = {item.number: item for item in document.figures}
    return [
        {
            **{name: value for name, value in row.items() if name != "edition"},
            "when": entries[row["number"]].when,
            "marker_words": WITHHELD if row["marker"] else "",
            "address": figure_address(edition, row["number"]),
            "places": placed(
                (f"{home}#{anchor}", said_at(known, anchor))
                for anchor in entries[row["number"]].places
            ),
        }
        for row in figure_rows(document)
    ]
