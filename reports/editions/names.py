"""The one name of a published edition, which is another for each of two reports of one month."""

from collections.abc import Iterable

from assurance.runtime.periods import dated_title
from reports.editions.models.editions import Edition, EditionQuerySet

# What names, dates and addresses of an edition are made of.
NAMED = (
    *("number", "title", "issued_on", "published_at"),
    *("paper__slug", "paper__title", "paper__period_start", "paper__period_end"),
    *("paper__paper_date", "paper__meeting__date", "paper__meeting__body__title"),
    *("paper__series__slug", "paper__series__title", "paper__series__interval"),
    *("paper__council__slug", "paper__council__name", "paper__council__short_name"),
)


def edition_name(edition: Edition, *, numbered: bool = False) -> str:
    """“Safeguarding report, January 2016, edition 2”; a first edition has a number only where it
    is `numbered`."""
    title = dated_title(edition.title, edition.paper.told_on)
    return f"{title}, edition {edition.number}" if numbered or edition.number > 1 else title


def named(editions: EditionQuerySet) -> EditionQuerySet:
    """The same editions with what names, dates and addresses are made of, and nothing else."""
    rows = editions.select_related("paper__council", "paper__series", "paper__meeting__body")
    return rows.only(*NAMED)


def newest_first(editions: Iterable[Edition]) -> list[Edition]:
    """Published editions, the one first that is called the latest report wherever one is: that of
    the last meeting or date, of these the one of the longest time, then the last published."""
    return sorted(editions, key=_place)


def _place(edition):
    paper = edition.paper
    return _place_by(paper.told_on, paper, edition)


def place_among_reports(row) -> tuple:
    """The place in the order of `newest_first` of a row that has the columns of an edition and of
    its report."""
    return _place_by(row.told_on, row, row)


def _place_by(told_on, period, edition):
    span = period.period_start - period.period_end
    return (-told_on.toordinal(), span, -edition.published_at.timestamp(), -edition.pk)
