"""Which paragraphs of two documents differ in words, each with its changed words and a few beside
them. Figures and live dates that print otherwise are no change of words."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from reports.documents.diff import ALIKE, Line, changed_pairs
from reports.documents.document import (
    FIGURE,
    HIDDEN,
    PLAIN,
    Document,
    ItemList,
    Paragraph,
    Run,
    Section,
    Text,
)
from reports.documents.html.places import places

# How far ahead a paragraph is looked for: one moved further is taken out and new.
AHEAD = 40
CHANGED, NEW, GONE = "changed", "new", "taken out"


@dataclass(frozen=True)
class PrintedLine(Line):
    """A paragraph or an item of a list as compared (`words`), and as it prints."""

    printed: str = ""


@dataclass(frozen=True)
class ParagraphChange:
    """A paragraph that differs in words, as each document prints it; `anchor` is of the later."""

    where: str
    before: str
    after: str
    anchor: str = ""

    @property
    def state(self) -> str:
        """Whether it is changed, new or taken out."""
        if self.before and self.after:
            return CHANGED
        return NEW if self.after else GONE


def paragraph_changes(
    before: Document, after: Document, with_dates: bool = False
) -> tuple[ParagraphChange, ...]:
    """Each paragraph that differs in words, in the order of `after`; `with_dates` those too in
    which only a live date does."""
    old, new = (list(paragraphs_of(item, with_dates)) for item in (before, after))
    return tuple(
        ParagraphChange(
            (now or then).where,
            then.printed if then else "",
            now.printed if now else "",
            now.anchor if now else "",
        )
        for then, now in changed_pairs(old, new, _is_like, AHEAD)
    )


def paragraphs_of(document: Document, with_dates: bool = False) -> Iterator[PrintedLine]:
    """Every paragraph and every item of a list outside one, in order."""
    titles = {str(entry.number): entry.title for entry in document.figures}
    known = places(document)
    for thing in _paragraphs(document.sections):
        heading = (*thing.heading, Run(" ")) if getattr(thing, "heading", ()) else ()
        runs = (*heading, *_runs(thing.content))
        compared = "".join(_compared(run, titles, with_dates) for run in runs)
        printed = "".join(run.text for run in runs)
        place = known[thing.anchor].words if thing.anchor in known else ""
        yield PrintedLine(place, _in_line(compared), thing.anchor, _in_line(printed))


def _paragraphs(things):
    for thing in things:
        if isinstance(thing, Section):
            yield from _paragraphs(thing.blocks)
        elif isinstance(thing, ItemList):
            yield from thing.items
        elif isinstance(thing, Paragraph):
            # A list that has nothing above it is its own lines: recommendations are read singly.
            alone = bool(thing.content) and all(isinstance(x, ItemList) for x in thing.content)
            yield from _paragraphs(thing.content) if alone else (thing,)


def _runs(content):
    for part in content:
        if isinstance(part, Text):
            yield from part.runs
            yield Run(" ")
        else:
            for item in part.items:
                yield Run(f"{item.label} ")
                yield from _runs(item.content)


def _compared(run, titles, with_dates):
    """A run as its name where what it prints follows the records or the report's own dates."""
    if run.to and run.kind in (FIGURE, HIDDEN):
        return f"[{titles.get(run.to, run.text)}]"
    if run.to and run.kind == PLAIN and not with_dates:
        return f"[{run.to}]"
    return run.text


def _in_line(text):
    return " ".join(text.split())


def _is_like(item, other):
    """Whether two paragraphs share most of their words."""
    mine, theirs = Counter(item.split()), Counter(other.split())
    total = mine.total() + theirs.total()
    return bool(total) and 2 * (mine & theirs).total() / total >= ALIKE
