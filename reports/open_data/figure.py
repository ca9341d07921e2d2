"""A figure, an edition, the published papers and the ledger of assurance as data."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from django.conf import settings

from reports.documents.data.figures import Column, described, figure_rows
from reports.documents.data.metadata import csv_metadata
from reports.documents.data.separated_values import separated
from reports.documents.document import Document
from reports.documents.licence import licence, linked
from reports.editions.comparison_values import comparison_values
from reports.editions.models.editions import Edition
from reports.open_data.addresses import whole_addresses
from reports.papers.addresses import edition_address, figure_address, paper_address
from reports.publication.ledger import Line, ReportingPaper

WITHHELD = (
    "Not shown: the number, or one that belongs with it, is small enough that a person might be "
    "recognised."
)


def figure(edition: Edition, document: Document, number: int) -> dict:
    """What the edition says of its figure `number`, with the licence and the edition, and what is
    recorded today of the same thing elsewhere."""
    row = next(row for row in _rows(edition, document) if row["number"] == number)
    entry = edition.printed_figures.get(number=number).printed
    comparisons = comparison_values(edition.paper.council, entry)
    compared = [{"name": name, "words": text} for name, text in comparisons]
    return {**row, "compared_with": compared, "edition": about(edition), "licence": licence()}


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
    return [{"address": address, "words": text} for address, text in places]


def figure_metadata(document: Document, number: int) -> dict:
    """What the columns of that table hold, in the W3C's words."""
    described = csv_metadata(document, f"{number}.csv", {}, settings.PUBLIC_ADDRESS)
    [table] = described.pop("tables")
    title = next(item.title for item in document.figures if item.number == number)
    named = {"url": table["url"], "dc:title": title, "dc:license": linked()}
    return {**described, **named, "tableSchema": table["tableSchema"]}


def _rows(edition, document):
    home = edition_address(edition)
    entries = {item.number: item for item in document.figures}
    known = dict(edition.printed_figures.values_list("number", "places"))
    return [
        {
            **{name: value for name, value in row.items() if name != "edition"},
            "when": entries[row["number"]].when,
            "marker_words": WITHHELD if row["marker"] else "",
            "address": figure_address(edition, row["number"]),
            "places": placed((f"{home}#{anchor}", text) for anchor, text in known[row["number"]]),
        }
        for row in figure_rows(document)
    ]


def papers(editions: Iterable[Edition]) -> dict:
    """Every paper with its `editions`, grouped, newest first; of a removed one the number."""
    entries = [_paper(list(some)) for _, some in groupby(editions, key=lambda item: item.paper_id)]
    return {"papers": entries, "licence": licence()}


def _paper(editions):
    newest = max(editions, key=lambda item: item.number)
    paper = newest.paper
    current = {} if newest.removal else {"title": newest.title}
    return {
        "series": paper.series.slug,
        "paper": paper.slug,
        "committee": paper.series.committee.title,
        **current,
        "period_start": paper.period_start.isoformat(),
        "period_end": paper.period_end.isoformat(),
        "address": paper_address(paper),
        "editions": [_edition(edition) for edition in editions],
    }


def _edition(edition):
    return {
        "number": edition.number,
        "issued_on": edition.issued_on.isoformat(),
        "taken_down": edition.removal is not None,
        "address": edition_address(edition),
        "data": f"{edition_address(edition)}data.json",
    }


COLUMNS = (
    Column("subject", "The short name of the subject"),
    Column("title", "The subject’s title"),
    Column("papers_that_told", "How many published reports are about it", "integer"),
    Column("last_told_on", "The date on which the last of them was published", "date"),
    Column("last_told_in", "The address of that edition, under the address of the site"),
    Column("months_since_told", "Whole months since then", "integer"),
    Column("with_figures", "True where that report has figures of the subject", "boolean"),
    Column("evidence", "The records that the last figures were counted from"),
    Column("evidence_to", "The last date that those records are about", "date"),
    Column("evidence_months", "Whole months since then", "integer"),
    Column("papers_silent_since", "How many later reports leave the subject out", "integer"),
)
NAMES = tuple(column.name for column in COLUMNS)


def ledger(lines: Iterable[Line], editions: Iterable[Edition], on: date) -> dict:
    """Every subject with what was told of it, true on the day `on`."""
    return {
        "true_on": on.isoformat(),
        "papers": [about(edition) for edition in editions],
        "subjects": [_line(line) for line in lines],
        "licence": licence(),
    }


def ledger_csv(lines: Iterable[Line]) -> str:
    """A row for each subject, under `NAMES`."""
    rows = [whole_addresses(_row(line)) for line in lines]
    return separated([NAMES, *([row[name] for name in NAMES] for row in rows)])


def ledger_metadata(council: str) -> dict:
    """What the columns of that table hold, in the W3C's words."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en-GB"}],
        "url": "data.csv",
        "dc:title": f"When each subject was last reported by {council}",
        "dc:publisher": council,
        "dc:license": linked(),
        "tableSchema": {"columns": described(COLUMNS)},
    }


def _line(line):
    return {
        **{name: value for name, value in _row(line).items() if name != "evidence"},
        "last": line.last and _telling(line.last),
        "last_with_figures": line.last_counted and _telling(line.last_counted),
        "silent": [edition_address(item) for item in line.silent],
    }


def _row(line):
    counted = line.last_counted
    newest = counted.newest if counted else None
    return {
        "subject": line.subject.slug,
        "title": line.subject.title,
        "papers_that_told": line.told,
        "last_told_on": line.last.edition.issued_on.isoformat() if line.last else None,
        "last_told_in": edition_address(line.last.edition) if line.last else None,
        "months_since_told": line.told_months,
        "with_figures": line.last.with_figures if line.last else None,
        "evidence": "; ".join(item.in_words for item in counted.evidence) if counted else None,
        "evidence_to": newest.isoformat() if newest else None,
        "evidence_months": line.evidence_months,
        "papers_silent_since": line.silent_since,
    }


def _telling(telling: ReportingPaper) -> dict:
    return {
        "edition": about(telling.edition),
        "how": telling.how,
        "places": placed(telling.places),
        "evidence": [
            {
                **{name: getattr(item, name) for name in ("source", "when", "figures", "rows")},
                "fields": item.fields,
            }
            for item in telling.evidence
        ],
    }
