"""The one name of a published edition, which is another for each of two reports of one month."""

from collections.abc import Iterable

from assurance.runtime.periods import dated_title
from reports.editions.models.editions import Edition


def edition_name(edition: Edition, *, numbered: bool = False) -> str:
    """“Safeguarding report, January 2016, edition 2”; a first edition has a number only where it
    is `numbered`."""
    title = dated_title(edition.title, edition.paper.told_on)
    return f"{title}, edition {edition.number}" if numbered or edition.number > 1 else title


def newest_first(editions: Iterable[Edition]) -> list[Edition]:
    """Published editions, the one first that is called the latest report wherever one is: that of
    the last meeting or date, of these the one of the longest time, then the last published."""
    return sorted(editions, key=_place)


def _place(edition):
    paper = edition.paper
    span = paper.period_start - paper.period_end
    return (-paper.told_on.toordinal(), span, -edition.published_at.timestamp(), -edition.pk)
