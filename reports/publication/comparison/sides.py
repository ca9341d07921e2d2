"""Two published reports, or two editions of one, compared: figures of like kind, commitments,
recommendations, and only then words, section by section."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reports.documents.document import text_of
from reports.editions.models.editions import Edition
from reports.editions.models.exempt import ExemptAnnex
from reports.publication.comparison import recommendations as asked
from reports.publication.comparison.commitments import ORDER, CommitmentPair, ordered_pairs
from reports.publication.comparison.figures import (
    ComparedFigures,
    compared_figures,
    with_lines,
)
from reports.publication.comparison.recommendations import RecommendationPair
from reports.publication.comparison.sections import SectionPair, section_pairs
from reports.publication.summary import asking_title

NOT_EARLIER, NOT_LATER = "Not in the earlier", "Not in the later"
THE_SAME, CHANGED = "The same", "Changed"


@dataclass(frozen=True)
class HeadPair:
    """A row at the top of the reports, empty in the one that does not have it."""

    name: str
    before: str
    after: str

    @property
    def change(self) -> str:
        """How the later differs from the earlier, in words."""
        if not (self.before and self.after):
            return NOT_EARLIER if self.after else NOT_LATER
        return CHANGED if self.before != self.after else THE_SAME

    @property
    def differs(self) -> bool:
        """Whether the two read differently."""
        return self.before != self.after


@dataclass(frozen=True)
class Part:
    """One kind of thing in two reports, each row of which knows whether it `differs`."""

    rows: tuple

    @property
    def changed(self) -> list:
        """The rows that are not the same."""
        return [row for row in self.rows if row.differs]

    @property
    def same(self) -> list:
        """The rows that are."""
        return [row for row in self.rows if not row.differs]


@dataclass(frozen=True)
class Pair:
    """All of two reports, each part in the order of the later one. Of two series only figures are
    compared: the other parts are None."""

    figures: ComparedFigures
    commitments: tuple[CommitmentPair, ...] | None = None
    asked: tuple[RecommendationPair, ...] | None = None
    head: Part | None = None
    sections: Part | None = None
    exempt: int = 0

    @property
    def exempt_note(self) -> str:
        """The sentence on parts that are exempt in either report; empty where none is."""
        if not self.exempt:
            return ""
        return (
            f"{self.exempt} part{' is' if self.exempt == 1 else 's are'} exempt and not compared."
        )

    @property
    def summary(self) -> str:
        """The counts of what changed, in sentences: “3 figures changed. Commitments: 2 kept.”"""
        return " ".join(_summary(self))


def paired(before: Edition, now: Edition) -> Pair:
    """How `now` differs from `before`, both published and not removed."""
    council = now.paper.council.slug
    documents = [edition.front.document for edition in (before, now)]
    figures = compared_figures(council, *(document.counted for document in documents))
    figures = with_lines(council, figures)
    if before.paper.series_id != now.paper.series_id:
        return Pair(figures)
    lists = [asked.asked_in(edition) for edition in (before, now)]
    pairs = asked.with_decisions(asked.recommendation_pairs(*lists), before, now)
    return Pair(
        figures,
        ordered_pairs(before, now),
        pairs,
        Part(tuple(_heads(*map(_head, documents)))),
        Part(tuple(_section_rows(before, now))),
        len(_exempt_in(before) | _exempt_in(now)),
    )


def _exempt_in(edition):
    """The anchors of the exempt annexes of an edition: one in both is one part."""
    rows = ExemptAnnex.objects.of_edition(edition)
    return set(rows.values_list("anchor", flat=True))


def _summary(pair):
    count = len(pair.figures.changed)
    yield f"{count or 'No'} figure{'' if count == 1 else 's'} changed."
    if pair.commitments:
        yield f"Commitments: {_counted(pair.commitments, ORDER)}."
    if pair.asked:
        states = (asked.NEW, asked.REWORDED, asked.SAME, asked.GONE)
        yield f"Recommendations: {_counted(pair.asked, states)}."
    if pair.sections:
        changed, rows = len(pair.sections.changed), len(pair.sections.rows)
        yield f"Words changed in {changed} of {rows} section{'' if rows == 1 else 's'}."
    if pair.exempt:
        yield pair.exempt_note


def _counted(rows, order):
    counts = Counter(row.state for row in rows)
    return ", ".join(f"{counts[name]} {name.lower()}" for name in order if counts[name])


def _section_rows(before, now) -> Iterator[SectionPair]:
    """The sections of both; the one that asks only where more of it changed than what it asks."""
    asking = asking_title(now.paper.template.spec)
    for row in section_pairs(_sections(before), _sections(now)):
        if row.differs or row.title != asking:
            yield row


def _sections(edition) -> Sequence:
    """(anchor, title, lines) of each section, without the recommendations."""
    anchors = {line.anchor for line in asked.asking_lines(edition)}
    return [
        (anchor, title, [line for line in own if line[2] not in anchors])
        for anchor, title, own in edition.front.lines
    ]


def _head(document):
    return {"Title": document.title} | {row.name: text_of(row.lines) for row in document.head.rows}


def _heads(before, after) -> Iterator[HeadPair]:
    for name in {**after, **before}:
        yield HeadPair(name, before.get(name, ""), after.get(name, ""))
