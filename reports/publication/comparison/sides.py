"""Two issued papers, or two editions of one, side by side: their heads, recommendations and
figures apart from their words, and their words section by section."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reports.documents.diff import Change, Line
from reports.documents.document import text_of
from reports.documents.entries import Entry
from reports.documents.figure_pairs import (
    NOT_EARLIER,
    NOT_LATER,
    THE_SAME,
    FigurePair,
    figure_pairs,
)
from reports.editions.models.editions import Edition
from reports.publication.comparison.sections import (
    asking_lines,
    one_line_each,
    recommendation_changes,
    section_pairs,
)
from reports.publication.summary import asking_title

# Changed sections are shown open where they have so few lines together.
SHORT = 12


@dataclass(frozen=True)
class Side:
    """One of two papers: its figures, (anchor, title, lines) of its sections, name → words of its
    head, and its recommendations, whose lines no section repeats."""

    counted: tuple[Entry, ...]
    sections: Sequence
    head: dict[str, str]
    asked: tuple[Line, ...] = ()

    @classmethod
    def of(cls, edition: Edition) -> "Side":
        """What is indexed of `edition`."""
        front, document = edition.front, edition.front.document
        head = {"Title": document.title}
        head |= {row.name: text_of(row.lines) for row in document.head.rows}
        lines = asking_lines(front, asking_title(edition.paper.template.spec))
        anchors = {line.anchor for line in lines}
        sections = [
            (anchor, title, [line for line in own if line[2] not in anchors])
            for anchor, title, own in front.lines
        ]
        return cls(document.counted, sections, head, one_line_each(lines))


@dataclass(frozen=True)
class HeadPair:
    """A row of the papers' heads, empty in the one that does not have it."""

    name: str
    before: str
    after: str

    @property
    def differs(self) -> bool:
        """Whether the two read otherwise."""
        return self.before != self.after

    @property
    def change(self) -> str:
        """How the later stands to the earlier, in words."""
        if not (self.before and self.after):
            return NOT_EARLIER if self.after else NOT_LATER
        return "Changed" if self.differs else THE_SAME


@dataclass(frozen=True)
class Part:
    """One kind of thing in two papers, each row of which says whether it `differs`."""

    rows: tuple

    @property
    def changed(self):
        """The rows that are not the same."""
        return [row for row in self.rows if row.differs]

    @property
    def same(self):
        """The rows that are."""
        return [row for row in self.rows if not row.differs]


@dataclass(frozen=True)
class Pair:
    """All of two papers, each part in the order of the later paper; `figures` are those of both,
    `gone` and `new` those of the earlier and of the later alone."""

    head: Part
    asked: tuple[Change, ...]
    asked_again: tuple[Line, ...]
    figures: Part
    gone: tuple[FigurePair, ...]
    new: tuple[FigurePair, ...]
    sections: Part

    @property
    def is_short(self):
        """Whether all words that differ are soon read."""
        return sum(len(section.lines) for section in self.sections.changed) <= SHORT


def paired(before: Side, after: Side) -> Pair:
    """How `after` stands to `before`."""
    figures = tuple(figure_pairs(before.counted, after.counted))
    return Pair(
        Part(tuple(_heads(before.head, after.head))),
        *recommendation_changes(before.asked, after.asked),
        Part(tuple(row for row in figures if row.before and row.after)),
        tuple(row for row in figures if row.after is None),
        tuple(row for row in figures if row.before is None),
        Part(tuple(section_pairs(before.sections, after.sections))),
    )


def _heads(before, after) -> Iterator[HeadPair]:
    for name in {**after, **before}:
        yield HeadPair(name, before.get(name, ""), after.get(name, ""))
