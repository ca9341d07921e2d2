"""Finds the council and the paper that a command line names."""

from assurance.accounts.models.accounts import Council
from reports.editions.models.editions import Edition
from reports.papers.models.papers import Paper

LATEST = "latest"


class NotFound(Exception):
    """Nothing of that name, or more than one; the message says what to write instead."""


def council(slug: str | None) -> Council:
    """The council called `slug`, or the only one; raises `NotFound` otherwise."""
    rows = Council.objects.filter(slug=slug) if slug else Council.objects.all()
    matches = list(rows[:2])
    if len(matches) == 1:
        return matches[0]
    if slug:
        raise NotFound(f"There is no council “{slug}”.")
    raise NotFound("Name the council: --council SLUG." if matches else "There is no council yet.")


def paper(name: str, of: Council) -> Paper:
    """The paper `series/slug` or `slug`, or, if `latest`, the last issued; raises `NotFound`."""
    if name == LATEST:
        edition = Edition.objects.filter(paper__council=of).latest_first().first()
        if edition is None:
            raise NotFound("No report has been published yet.")
        return edition.paper
    series, _, slug = name.rpartition("/")
    rows = Paper.objects.of(of).filter(slug=slug)
    matches = list((rows.filter(series__slug=series) if series else rows)[:2])
    if len(matches) == 1:
        return matches[0]
    raise NotFound(
        f"Two series have a report “{slug}”: write SERIES/{slug}."
        if matches
        else f"There is no report “{name}”."
    )
