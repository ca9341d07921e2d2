"""The ledger of assurance as data."""

from collections.abc import Iterable
from datetime import date

from reports.documents.data.separated_values import separated
from reports.documents.licence import licence
from reports.editions.models.editions import Edition
from reports.papers.addresses import edition_address
from reports.publication.ledger import Line, ReportingPaper
from reports.publication.open_data import figure

COLUMNS = (
    *("subject", "title", "papers_that_told", "last_told_on", "last_told_in", "months_since_told"),
    *("with_figures", "evidence", "evidence_to", "evidence_months", "papers_silent_since"),
)


def ledger(lines: Iterable[Line], editions: Iterable[Edition], on: date) -> dict:
    """Every subject with what was told of it, true on the day `on`."""
    return {
        "true_on": on.isoformat(),
        "papers": [figure.about(edition) for edition in editions],
        "subjects": [_line(line) for line in lines],
        "licence": licence(),
    }


def ledger_csv(lines: Iterable[Line]) -> str:
    """A row for each subject, under the names of `COLUMNS`."""
    rows = [_row(line) for line in lines]
    return separated([COLUMNS, *([row[name] for name in COLUMNS] for row in rows)])


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
        "evidence": "; ".join(f"{item.source}, {item.when}" for item in counted.evidence)
        if counted
        else None,
        "evidence_to": newest.isoformat() if newest else None,
        "evidence_months": line.evidence_months,
        "papers_silent_since": line.silent_since,
    }


def _telling(telling: ReportingPaper) -> dict:
    return {
        "edition": figure.about(telling.edition),
        "places": figure.placed(telling.places),
        "evidence": [
            {"source": item.source, "when": item.when, "figures": item.figures}
            for item in telling.evidence
        ],
    }
