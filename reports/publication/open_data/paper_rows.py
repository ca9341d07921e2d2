"""The published papers of a council as data, each with its editions."""

from collections.abc import Iterable
from itertools import groupby

from reports.documents.licence import licence
from reports.editions.models.editions import Edition
from reports.papers.addresses import edition_address, paper_address


def papers(editions: Iterable[Edition]) -> dict:
    """Every paper with its editions, the newest first; of one that was removed the number and
    that it was. `editions` stand together by paper."""
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
