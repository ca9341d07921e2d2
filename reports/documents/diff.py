"""How two documents differ: line by line with figures as names, and figure by figure."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from assurance.figures.keys import current_key
from reports.documents.document import (
    FIGURE,
    HIDDEN,
    Chart,
    Document,
    Facts,
    Headlines,
    ItemList,
    Notes,
    Paragraph,
    Section,
    Table,
    Text,
)
from reports.documents.entries import Entry
from reports.documents.html.places import after_section, full_title

# Two lines that share less than this part of their words are not one line changed.
ALIKE = 0.4


@dataclass(frozen=True)
class Line:
    """A line as compared, each figure as its name in brackets; `anchor` is its address."""

    where: str
    words: str
    anchor: str = ""


@dataclass(frozen=True)
class Change:
    """A line that differs; `before` or `after` may be empty, `anchor` is of the later one."""

    where: str
    before: str
    after: str
    anchor: str = ""


@dataclass(frozen=True)
class FigureChange:
    """A figure that is printed otherwise, or in one of the two only; else an empty text."""

    title: str
    when: str
    before: str
    after: str


@dataclass(frozen=True)
class Comparison:
    """How two versions differ: in their words, and in what their figures say."""

    lines: tuple[Change, ...]
    figures: tuple[FigureChange, ...]


def compare(before: Document, after: Document) -> Comparison:
    """How `after` differs from `before`: lines with figures as names, and figure by figure."""
    return Comparison(tuple(_lines(before, after)), tuple(_figures(before, after)))


def changed_lines(
    old: list[Line], new: list[Line], is_like: Callable[[str, str], bool], ahead: int
) -> Iterator[Change]:
    """Each line that differs; one `is_like` another of the next `ahead` in its place."""
    for before, after in changed_pairs(old, new, is_like, ahead):
        here = after or before
        anchor = after.anchor if after else ""
        texts = (line.words if line else "" for line in (before, after))
        yield Change(here.where, *texts, anchor)


def changed_pairs(
    old: list[Line], new: list[Line], is_like: Callable[[str, str], bool], ahead: int
) -> Iterator[tuple[Line | None, Line | None]]:
    """(line before, line after) of each that differs, None where it is in the other alone."""
    texts = [[line.words for line in lines] for lines in (old, new)]
    for kind, start, end, at, to in SequenceMatcher(None, *texts, autojunk=False).get_opcodes():
        if kind != "equal":
            yield from _paired(old[start:end], new[at:to], is_like, ahead)


def _lines(before, after) -> Iterator[Change]:
    old, new = list(lines_of(before)), list(lines_of(after))
    return changed_lines(old, new, _alike, len(new))


def _paired(old, new, is_like, ahead) -> Iterator[tuple[Line | None, Line | None]]:
    """Lines that stand where others stood: each with the first that it is like, in order."""
    place = 0
    for item in old:
        near = range(place, min(place + ahead, len(new)))
        like = next((at for at in near if is_like(item.words, new[at].words)), None)
        if like is None:
            yield item, None
            continue
        yield from ((None, line) for line in new[place:like])
        yield item, new[like]
        place = like + 1
    yield from ((None, line) for line in new[place:])


def _alike(item, other):
    return SequenceMatcher(None, item.split(), other.split(), autojunk=False).ratio() >= ALIKE


def _figures(before, after) -> Iterator[FigureChange]:
    old, new = figures_by_identity(before), figures_by_identity(after)
    for identity, entry in {**old, **new}.items():
        then, now = old.get(identity), new.get(identity)
        texts = (then.text if then else "", now.text if now else "")
        if texts[0] != texts[1]:
            yield FigureChange(entry.title, entry.when, *texts)


def figures_by_identity(document: Document) -> dict[tuple, Entry]:
    """Key, member, cohort, start and end → each figure of `document`."""
    return {
        (current_key(figure.key), figure.member, figure.cohort, figure.start, figure.end): figure
        for figure in document.counted
    }


def dated_lines(before: Document, after: Document) -> tuple[Change, ...]:
    """Each line that differs, its figures as their names with their dates."""
    old, new = (list(lines_of(document, dated_names(document))) for document in (before, after))
    return tuple(changed_lines(old, new, _alike, len(new)))


def dated_names(document: Document) -> dict[str, str]:
    """Number → name and date of each figure of `document`."""
    return {str(entry.number): f"{entry.title}, {entry.when}" for entry in document.figures}


def lines_of(document: Document, names: Mapping[str, str] | None = None) -> Iterator[Line]:
    """Every line of `document` in order; `names` are number → what a figure is called."""
    for _, lines in lines_by_section(document, names):
        yield from lines


def lines_by_section(
    document: Document, names: Mapping[str, str] | None = None
) -> Iterator[tuple[Section, list[Line]]]:
    """Each section of `document`, and each thing that is in none, with its lines in order."""
    titles = names or {str(entry.number): entry.title for entry in document.figures}
    title = ""
    for block in document.sections:
        is_section = isinstance(block, Section)
        here = "" if is_section else after_section(title)
        yield block, list(_of(block, (here, getattr(block, "anchor", "")), titles))
        title = full_title(block) if is_section else title


def _of(item, here, titles) -> Iterator[Line]:
    """The lines of a block that stands at `here`: what the place is called, and its anchor."""
    yield from _READERS[type(item)](item, here, titles)


def _section(section, _here, titles):
    title = full_title(section)
    yield Line(title, title, section.anchor)
    for inner in section.blocks:
        yield from _of(inner, (title, section.anchor), titles)


def _paragraph(paragraph, here, titles):
    number = paragraph.number.rstrip(".)")
    place = f"paragraph {number}" if number else here[0]
    if paragraph.heading:
        yield Line(place, _runs_text(paragraph.heading, titles), paragraph.anchor)
    for inner in paragraph.content:
        yield from _of(inner, (place, paragraph.anchor), titles)


def _items(items, here, titles):
    for item in items.items:
        label = item.label.rstrip(".)")
        place = f"{here[0]} ({label})" if label else here[0]
        for inner in item.content:
            yield from _of(inner, (place, item.anchor), titles)


def _text(text, here, titles):
    yield Line(here[0], _runs_text(text.runs, titles), here[1])


def _chart(chart, _here, titles):
    yield Line(chart.label, f"{chart.caption}. {chart.finding}", chart.anchor)
    yield from _of(chart.table, (chart.label, chart.anchor), titles)


def _table(table, here, titles):
    place = table.label or here[0]
    yield Line(place, table.caption, table.anchor)
    for row in (table.columns, *table.rows):
        text = " | ".join(_runs_text(cell.runs, titles) for cell in row)
        yield Line(place, text, table.anchor)
    for note in table.notes:
        yield from _of(note, (place, table.anchor), titles)


def _headlines(headlines, here, titles):
    for item in headlines.items:
        yield Line(here[0], _runs_text(item.line, titles), headlines.anchor)
    for inner in headlines.main_points:
        yield from _of(inner, (here[0], headlines.anchor), titles)


def _facts(facts, _here, titles):
    for row in facts.rows:
        text = "; ".join(_runs_text(line.runs, titles) for line in row.lines)
        yield Line(facts.caption, f"{row.name}: {text}", facts.anchor)


def _runs_text(runs, titles):
    return "".join(
        f"[{titles.get(run.to, run.text)}]" if run.to and run.kind in (FIGURE, HIDDEN) else run.text
        for run in runs
    )


_READERS = {
    Section: _section,
    Paragraph: _paragraph,
    ItemList: _items,
    Notes: _items,
    Text: _text,
    Chart: _chart,
    Table: _table,
    Headlines: _headlines,
    Facts: _facts,
}
