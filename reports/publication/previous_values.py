"""What a published figure was before: its last positions in the papers of a council, as those
papers printed them. Everything is read from the index of what was frozen: nothing is counted again.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import OuterRef, Subquery

from assurance.figures.comparison import why_not_comparable
from assurance.figures.keys import keys_of
from reports.documents.entries import STATED, Entry
from reports.documents.figure_pairs import identity
from reports.documents.series.waves import moment_of
from reports.editions.models.editions import Edition
from reports.papers.addresses import figure_address
from reports.publication.models.figures import PrintedFigure

LAST = 6
# Editions of so many papers are opened for one figure.
PAPERS = 12


@dataclass(frozen=True)
class PreviousValue:
    """One printing of a figure: its entry, the edition that printed it, and why it is not
    to be compared with the figure beside it, empty where it is."""

    entry: Entry
    edition: Edition
    why_not_comparable: str = ""

    @property
    def address(self) -> str:
        """The address of that figure's own page."""
        return figure_address(self.edition, self.entry.number)


def last_positions(edition: Edition, entry: Entry) -> tuple[PreviousValue, ...]:
    """The last positions of `entry` before its own, the newest first: those of its own paper and
    of papers issued before it that can still be read. One day or period is told once, unless two
    papers say it otherwise."""
    if entry.key == STATED:
        return ()
    index = {}
    editions = (edition, *_earlier(edition, entry))
    printed = PrintedFigure.objects.filter(edition__in=editions).of_series(entry.key, entry.member)
    entries = {}
    for row in printed:
        entries.setdefault(row.edition_id, []).append(row.printed)
    for item in editions:
        for other in _same(entries.get(item.pk, ()), entry):
            items = (*moment_of(other), other.text)
            if items != (*moment_of(entry), entry.text) and other.end <= entry.end:
                why_not = why_not_comparable(entry, other)
                index.setdefault(items, PreviousValue(other, item, why_not))
    newest = sorted(index.values(), key=lambda row: row.entry.end, reverse=True)
    return tuple(newest[:LAST])


def previous(edition: Edition) -> Edition | None:
    """The current edition of the series' last paper before that of `edition`, if it can be read."""
    rows = Edition.objects.public_anywhere().before(edition.paper)
    return rows.select_related("front").first()


def with_corrected(editions):
    """Each of `editions` with `corrected`, the number of the edition that it corrects; None where
    no reader can open that one."""
    before = {"paper": OuterRef("paper"), "number": OuterRef("number") - 1}
    rows = Edition.objects.readable(earlier=True).filter(**before)
    return editions.annotate(corrected=Subquery(rows.values("number")[:1]))


def _same(figures: Iterable[Entry], entry):
    """The entries of the same figure; where its group has none, those of the only other group."""
    alike = [figure for figure in figures if identity(figure)[:2] == identity(entry)[:2]]
    own = [item for item in alike if item.cohort == entry.cohort]
    groups = {item.cohort for item in alike}
    return own or (alike if len(groups) == 1 else [])


def _earlier(edition, entry):
    """The current editions of earlier papers that quote the figure, the last issued first."""
    paper = edition.paper
    rows = Edition.objects.public_anywhere().filter(
        paper__council=paper.council_id,
        paper__period_end__lte=paper.period_end,
        issued_on__lte=edition.issued_on,
        printed_figures__key__in=keys_of(entry.key),
        printed_figures__member=entry.member,
    )
    rows = rows.exclude(paper=paper.pk).order_by("-issued_on", "-pk")
    return rows.distinct()[:PAPERS]
