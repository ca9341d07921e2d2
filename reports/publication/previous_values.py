"""What a published figure was before, and what it was counted as later: its last positions in the
papers of a council, and the value of the same date that a later report prints. Everything is read
from the index of what was frozen: nothing is counted again.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import OuterRef, Prefetch, Q, Subquery

from assurance.figures.comparison import is_of_a_wave, why_not_comparable
from assurance.figures.keys import keys_of
from assurance.runtime.periods import say_day
from reports.documents.entries import STATED, Entry
from reports.documents.figure_pairs import identity, text_of_base
from reports.documents.series.predecessors import is_of_one_moment
from reports.documents.series.waves import moment_of
from reports.editions.models.editions import Edition, EditionQuerySet
from reports.editions.names import edition_name, named
from reports.papers.addresses import figure_address
from reports.publication.models.figures import PrintedFigure

LAST = 6
# Editions of so many papers are opened for one figure.
PAPERS = 12


@dataclass(frozen=True)
class PreviousValue:
    """One printing of a figure: its entry, the edition that printed it, why it is not to be
    compared with the figure beside it, empty where it is, and whether both are of one date."""

    entry: Entry
    edition: Edition
    why_not_comparable: str = ""
    is_counted_again: bool = False

    @property
    def address(self) -> str:
        """The address of that figure's own page."""
        return figure_address(self.edition, self.entry.number)


@dataclass(frozen=True)
class LaterValue:
    """The value `entry` that a report issued later prints of the date or period of `before`."""

    before: Entry
    entry: Entry
    edition: Edition

    @property
    def address(self) -> str:
        """The address of the later figure's own page."""
        return figure_address(self.edition, self.entry.number)

    @property
    def sentence(self) -> str:
        """“Later counted as 227 (Overview, February 2020, edition 2, published on …).”"""
        issued = f"published on {say_day(self.edition.issued_on)}"
        where = f"{edition_name(self.edition)}, {issued}"
        return f"Later counted as {text_of_base(self.entry)} ({where})."


def counted_later(edition: Edition, entries: Iterable[Entry]) -> dict[int, LaterValue]:
    """Number → what the last report issued after `edition` prints of the same date, of those of its
    `entries` that are counted otherwise there. Nothing of a number that either does not show."""
    entries = list(entries)
    printed = _shown(entries)
    if not printed:
        return {}
    keys = {key for row in printed.values() for key in keys_of(row.key)}
    # Of the later editions of the council alone: the newest report is read most, and has none.
    rows = PrintedFigure.objects.filter(edition__in=_issued_after(edition), key__in=keys)
    # A wave of a survey may be read over another period by another report.
    waves = {row.key for row in printed.values() if is_of_a_wave(row)}
    ends = {row.end for row in printed.values() if row.end}
    rows = rows.filter(Q(end__in=ends) | Q(key__in=waves)).with_newest()
    editions = Prefetch("edition", named(Edition.objects.order_by()))
    return counted_later_among(rows.prefetch_related(editions).order_by(), edition, entries)


def _issued_after(edition):
    later = Q(issued_on__gt=edition.issued_on) | Q(issued_on=edition.issued_on, pk__gt=edition.pk)
    of_council = {"paper__council": edition.paper.council_id, "paper__withdrawn_on": None}
    return Edition.objects.active().filter(later, **of_council).order_by().values("pk")


def counted_later_among(
    rows: Iterable[PrintedFigure], edition: Edition, entries: Iterable[Entry]
) -> dict[int, LaterValue]:
    """The same among printings of the figures, which are `with_newest`, of whatever date."""
    printed = _shown(entries)
    later = [row for row in rows if row.edition.number == row.newest and _is_after(row, edition)]
    later.sort(key=lambda row: (row.edition.issued_on, row.edition_id, -row.number))
    last = {_moment(row.printed): row for row in later}
    pairs = ((entry, last[moment]) for moment, entry in printed.items() if moment in last)
    values = (LaterValue(entry, row.printed, row.edition) for entry, row in pairs)
    return {value.before.number: value for value in values if _is_otherwise(value)}


def _shown(entries):
    return {_moment(row): row for row in entries if row.key != STATED and not row.mark}


def _is_after(row, edition):
    return (row.edition.issued_on, row.edition_id) > (edition.issued_on, edition.pk)


def _moment(entry):
    return (*identity(entry), *moment_of(entry))


def _is_otherwise(value):
    return not value.entry.mark and text_of_base(value.before) != text_of_base(value.entry)


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
    groups = _groups(entries.values(), entry)
    for item in editions:
        for other in _same(entries.get(item.pk, ()), entry, groups):
            items = (*moment_of(other), other.text)
            is_again = is_of_one_moment(entry, other)
            is_later = is_again and (item.issued_on, item.pk) > (edition.issued_on, edition.pk)
            is_own = items == (*moment_of(entry), entry.text)
            if not is_own and not is_later and other.end <= entry.end:
                why_not = why_not_comparable(entry, other)
                index.setdefault(items, PreviousValue(other, item, why_not, is_again))
    newest = sorted(index.values(), key=lambda row: row.entry.end, reverse=True)
    return tuple(newest[:LAST])


def previous(edition: Edition) -> Edition | None:
    """The current edition of the series' last paper before that of `edition`, if it can be read."""
    return earlier_editions(edition).select_related("front").first()


def earlier_editions(edition: Edition) -> EditionQuerySet:
    """The current editions of the series' papers before that of `edition` that can be read, the
    last first."""
    return Edition.objects.public_anywhere().before(edition.paper)


def with_corrected(editions):
    """Each of `editions` with `corrected`, the number of the edition that it corrects; None where
    no reader can open that one."""
    before = {"paper": OuterRef("paper"), "number": OuterRef("number") - 1}
    rows = Edition.objects.readable(earlier=True).filter(**before)
    return editions.annotate(corrected=Subquery(rows.values("number")[:1]))


def _groups(reports: Iterable[Iterable[Entry]], entry):
    """The other groups that are followed: each that some report prints alone."""
    matches = ({item.cohort for item in _alike(figures, entry)} for figures in reports)
    return {cohort for cohorts in matches if len(cohorts) == 1 for cohort in cohorts}


def _alike(figures, entry):
    return [figure for figure in figures if identity(figure)[:2] == identity(entry)[:2]]


def _same(figures: Iterable[Entry], entry, groups):
    """The entries of the same figure; where its group has none, those of the only one of the other
    `groups`."""
    alike = _alike(figures, entry)
    own = [item for item in alike if item.cohort == entry.cohort]
    others = [item for item in alike if item.cohort in groups]
    return own or (others if len({item.cohort for item in others}) == 1 else [])


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
