"""The headline figures of an edition on public pages: its tiles as they were published, and what
stands beside them by the records of today where that is something else."""

from collections.abc import Mapping

from assurance.accounts.models.accounts import Council
from reports.documents.document import Document, Headlines
from reports.documents.headlines import caption_of, headline_entries
from reports.documents.html import page
from reports.documents.html.headlines import tiles
from reports.documents.html.inline import Medium
from reports.editions.comparison_values import marks_of
from reports.editions.models.editions import Edition
from reports.publication.previous_values import LaterValue, counted_later


def headlines_of(
    edition: Edition,
    document: Document,
    leading: Headlines,
    medium: Medium,
    again: Mapping[int, LaterValue] | None = None,
) -> dict:
    """What a page shows of `leading`, the headline figures of `document`: its tiles, the marks
    that are others by now, the values that a later report has for the same date, and its main
    points. `again` are those values where they are known."""
    return {
        "headlines": tiles(leading, medium),
        "later_values": _later_values(edition, document, leading, again),
        "headlines_title": caption_of(leading),
        "are_chosen": not leading.unchosen,
        "later_marks": later_marks(edition.paper.council, document, leading),
        "main_points": page.main_points(leading, medium),
    }


def later_marks(council: Council, document: Document, leading: Headlines) -> list[tuple[str, str]]:
    """(name of a figure, its mark by the records of today), of those whose mark is not the one that
    was published."""
    pairs = [(item, entry) for item, entry in headline_entries(document, leading) if entry]
    marks = marks_of(council, [entry for _item, entry in pairs])
    rows = zip(pairs, marks, strict=True)
    return [(item.name, mark) for (item, _), mark in rows if mark and mark != item.mark]


def _later_values(edition, document, leading, again) -> list[tuple[str, str]]:
    """(name of a figure, how a later report counted it), of those that are counted otherwise."""
    pairs = [(item, entry) for item, entry in headline_entries(document, leading) if entry]
    if again is None:
        again = counted_later(edition, [entry for _item, entry in pairs])
    known = ((item, again.get(entry.number)) for item, entry in pairs)
    return [(item.name, value.sentence) for item, value in known if value]
