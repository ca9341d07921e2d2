"""How a report that is to be approved differs from the last of its series, as both were printed."""

import re
from dataclasses import dataclass

from assurance.runtime.digits import whole
from reports.documents.document import (
    FIGURE,
    HIDDEN,
    Document,
    Headlines,
    Section,
    from_json,
    text_of,
)
from reports.documents.entries import Entry
from reports.documents.figure_pairs import FigurePair, latest_pairs
from reports.documents.html.places import places, said_at
from reports.documents.paragraph_changes import (
    CHANGED,
    GONE,
    NEW,
    ParagraphChange,
    paragraph_changes,
    paragraphs_of,
)
from reports.editions.models.editions import Edition
from reports.papers.models.papers import Paper

# So many are shown at once; the others are opened.
FIRST = 5
WORDS_A_MINUTE = 230


@dataclass(frozen=True)
class WordChanges:
    """The paragraphs that differ in words; `total` is how many the later document has."""

    rows: tuple[ParagraphChange, ...]
    total: int

    @property
    def first(self) -> tuple[ParagraphChange, ...]:
        """The first few that are in the report, those that were only taken out last."""
        return self._ordered[:FIRST]

    @property
    def further(self) -> tuple[ParagraphChange, ...]:
        """The others."""
        return self._ordered[FIRST:]

    @property
    def here(self) -> int:
        """How many paragraphs of the later document are changed or new."""
        return sum(row.state != GONE for row in self.rows)

    @property
    def summary(self) -> str:
        """How many are changed, new and taken out: `9 changed, 2 new, 1 taken out`."""
        counts = ((state, sum(row.state == state for row in self.rows)) for state in STATES)
        return ", ".join(f"{count} {state}" for state, count in counts if count)

    @property
    def _ordered(self):
        return tuple(sorted(self.rows, key=lambda row: row.state == GONE))


STATES = (CHANGED, NEW, GONE)


@dataclass(frozen=True)
class LastTime:
    """The last edition of the series before a report, and what is otherwise in the report: figures,
    those in its headlines first, then by how far they moved; paragraphs."""

    edition: Edition
    figures: tuple[FigurePair, ...]
    words: WordChanges

    @property
    def first(self) -> tuple[FigurePair, ...]:
        """The figures shown at once."""
        return self.figures[:FIRST]

    @property
    def further(self) -> tuple[FigurePair, ...]:
        """The others."""
        return self.figures[FIRST:]


@dataclass(frozen=True)
class TypedNumber:
    """A typed number, where it is (words and anchor), and whether the last report had it too."""

    entry: Entry
    where: str
    anchor: str
    as_before: bool


def changed_words(before: Document, after: Document, with_dates: bool = False) -> WordChanges:
    """The paragraphs in which `after` differs from `before`."""
    total = sum(1 for _ in paragraphs_of(after))
    return WordChanges(paragraph_changes(before, after, with_dates), total)


def reading(paper: Paper, document: Document) -> dict:
    """What of `document`, the report as it is sent, its approver reads first: changes since the
    last report of its series (`last`, None without one), typed numbers, its length."""
    last = last_time(paper, document)
    before = from_json(last.edition.document) if last else None
    text = len(text_of(document.sections).split())
    return {
        "last": last,
        "typed": tuple(_typed(document, before)),
        "paragraphs": sum(1 for _ in paragraphs_of(document)),
        "minutes": -(-text // WORDS_A_MINUTE),
    }


def last_time(paper: Paper, document: Document) -> LastTime | None:
    """What of `document` is otherwise than in the last report of the series; None without one."""
    edition = Edition.objects.public_anywhere().before(paper).first()
    return LastTime(edition, *_changes(from_json(edition.document), document)) if edition else None


def _changes(before, document):
    leading = _in_headlines(document.sections)

    def weight(row):
        return row.after.number not in leading, -_moved(row)

    figures = sorted(latest_pairs(before.counted, document.counted), key=weight)
    return tuple(figures), changed_words(before, document)


def _in_headlines(things):
    """The numbers of the figures that the document's headlines print."""
    numbers = set()
    for thing in things:
        if isinstance(thing, Section):
            numbers |= _in_headlines(thing.blocks)
        elif isinstance(thing, Headlines):
            runs = (run for item in thing.items for run in item.line)
            numbers |= {whole(run.to) for run in runs if run.to and run.kind in (FIGURE, HIDDEN)}
    return numbers


def _moved(row):
    """How far a figure moved for its size; nought where that is not known or not shown."""
    then, now = row.before, row.after
    if then.mark or now.mark or None in (then.count, now.count):
        return 0
    return abs(now.count - then.count) / max(then.count, now.count, 1)


def _typed(document, before):
    known = places(document)
    earlier = {(item.text, _letters(item.counts)) for item in before.typed} if before else set()
    for item in document.typed:
        anchor = item.places[0] if item.places else ""
        as_before = (item.text, _letters(item.counts)) in earlier
        yield TypedNumber(item, said_at(known, anchor), anchor, as_before)


def _letters(text):
    """The words of a sentence without its numbers."""
    return " ".join(re.findall(r"[^\W\d_]+", text.casefold()))
