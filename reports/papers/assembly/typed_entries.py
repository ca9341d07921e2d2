"""The numbered rows of a document for its typed numbers, beside those of its figures."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from reports.documents.document import TYPED, Cell, Run, text_of
from reports.documents.entries import NOT_COUNTED, STATED, Entry
from reports.papers import typed_numbers
from reports.prose.numbers import COUNT, numbers


@dataclass
class TypedEntry:
    """A typed number as one document prints it: its words, its source, where, its sentence."""

    number: int
    words: str
    source: str
    places: list[str] = field(default_factory=list)
    sentence: str = ""

    def entry(self) -> Entry:
        """The row that readers have: what it is of is its sentence, and nothing was counted."""
        return Entry(
            number=self.number,
            key=STATED,
            title=f"{typed_numbers.typed_kind(self.words)}: {self.words}",
            text=self.words,
            counts=self.sentence or self.words,
            out_of="",
            when="",
            cohort="",
            source=self.source,
            rule=NOT_COUNTED,
            citation="",
            places=tuple(self.places),
            count=_count(self.words),
        )


def keep_sentences(
    runs: Iterable[Run], entries: Iterable[TypedEntry], passage: str, place: str, start: int
) -> None:
    """Gives each of `entries` its sentence of `passage`, in which `runs` begin at `start`; the
    first that it had stays."""
    by_number = {str(item.number): item for item in entries}
    for run in runs if by_number else ():
        item = by_number[run.to] if run.kind == TYPED else None
        if item and item.places[0] == place and len(item.sentence) <= len(item.words):
            item.sentence = " ".join(typed_numbers.sentence_at(passage, start).split())
        start += len(run.text)


def describe(runs: Iterable[Run], entries: Iterable[TypedEntry], text: str) -> None:
    """Gives each of `entries` that is all of its cell `text` as the sentence of what it counts."""
    by_number = {str(item.number): item for item in entries}
    for run in runs if by_number else ():
        item = by_number[run.to] if run.kind == TYPED else None
        if item and item.sentence in ("", item.words):
            item.sentence = text


def describe_cells(
    rows: Iterable[Sequence[Cell]],
    caption: str,
    columns: Sequence[Cell],
    entries: Collection[TypedEntry],
) -> None:
    """Describes typed numbers in a table by its caption, their row and their column."""
    heads = [text_of(cell) for cell in columns]
    for row in rows if entries else ():
        for head, cell in zip(heads[1:], row[1:], strict=True):
            names = ", ".join(filter(None, (text_of(row[0]), head)))
            describe(cell.runs, entries, ": ".join(filter(None, (caption, names))))


def _count(words):
    """The whole number that the words print, or None for a share, money and a bound."""
    matches = [number for number in numbers(words) if number.is_to_settle]
    if len(matches) != 1 or matches[0].kind != COUNT or matches[0].value.denominator != 1:
        return None
    return None if matches[0].bound else matches[0].value.numerator
