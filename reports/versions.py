"""What a paper was at any of its versions, as a document, and how two documents differ."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from assurance.periods import say_day
from reports.document import (
    FIGURE,
    HIDDEN,
    Chart,
    Document,
    Facts,
    ItemList,
    Notes,
    Paragraph,
    Section,
    Table,
    Text,
    from_json,
)
from reports.freezing import assembled
from reports.manuscript import Manuscript, Written, nested, read
from reports.models.papers import Paper
from reports.models.versions import BlockVersion

NOW, SENT, EDITION, SAVED = "now", "sent", "edition", "saved"
# Two lines that share less than this part of their words are not one line changed.
ALIKE = 0.4


@dataclass(frozen=True)
class Choice:
    """A version that can be compared: its name in addresses and in words."""

    key: str
    words: str


@dataclass(frozen=True)
class Line:
    """A line as compared: where it stands and what it says, each figure as its name in brackets."""

    where: str
    words: str


@dataclass(frozen=True)
class Change:
    """A line that differs; `before` or `after` is empty where it is new or gone."""

    where: str
    before: str
    after: str


@dataclass(frozen=True)
class FigureChange:
    """A figure that is said otherwise, or only in one of the two; an empty text where it is not
    said."""

    title: str
    when: str
    before: str
    after: str


@dataclass(frozen=True)
class Comparison:
    """How two versions differ: in their words, and in what their figures say."""

    lines: tuple[Change, ...]
    figures: tuple[FigureChange, ...]


def choices(paper: Paper) -> tuple[Choice, ...]:
    """Every version of `paper` that can be compared, newest first."""
    found = [] if paper.frozen else [Choice(NOW, "As it stands now")]
    for edition in paper.editions.published():
        day = edition.published_at.date()
        found.append(
            Choice(f"{EDITION}-{edition.number}", f"Edition {edition.number}, {say_day(day)}")
        )
    for one in paper.sent_rounds.select_related("sent_by"):
        words = f"Sent for approval on {say_day(one.sent_on)} by the {one.sent_by.name}"
        found.append(Choice(f"{SENT}-{one.pk}", words))
    for one in paper.versions.select_related("editor"):
        by = f" by the {one.editor.name}" if one.editor else ""
        found.append(
            Choice(f"{SAVED}-{one.number}", f"{one.number}: saved on {say_day(one.made_on)}{by}")
        )
    return tuple(found)


def document_of(paper: Paper, key: str) -> Document | None:
    """The document of the version called `key`, or None where there is none. Figures of a version
    that was only saved are counted today; those of one sent or issued are as they were."""
    kind, _, number = key.partition("-")
    if kind == NOW and not paper.frozen:
        return assembled(read(paper)).document
    if not number.isdecimal() or len(number) > 9:
        return None
    if kind == SAVED and paper.versions.filter(number=number).exists():
        return assembled(manuscript_at(paper, int(number))).document
    if kind == SENT:
        row = paper.sent_rounds.filter(pk=number).first()
        return row and from_json(row.document)
    if kind == EDITION:
        row = paper.editions.published().filter(number=number).first()
        return row and from_json(row.document)
    return None


def manuscript_at(paper: Paper, number: int) -> Manuscript:
    """The manuscript of `paper` with its blocks as they were at version `number`."""
    rows = BlockVersion.objects.standing_at(paper, number)
    blocks = nested(
        Written(row.slug, row.part, row.kind, row.parent, row.heading, row.text, row.data)
        for row in rows
    )
    return replace(read(paper), blocks=blocks)


def compare(before: Document, after: Document) -> Comparison:
    """How `after` differs from `before`: line by line with figures as names, and figure by
    figure."""
    return Comparison(tuple(_lines(before, after)), tuple(_figures(before, after)))


def _lines(before, after) -> Iterator[Change]:
    old, new = list(lines_of(before)), list(lines_of(after))
    pairs = SequenceMatcher(
        None, [one.words for one in old], [one.words for one in new], autojunk=False
    )
    for kind, start, end, at, to in pairs.get_opcodes():
        if kind != "equal":
            yield from _paired(old[start:end], new[at:to])


def _paired(old, new) -> Iterator[Change]:
    """Lines that stand where others stood: each with the one that it is most like, in order."""
    place = 0
    for one in old:
        like = next((i for i in range(place, len(new)) if _alike(one.words, new[i].words)), None)
        if like is None:
            yield Change(one.where, one.words, "")
            continue
        yield from (Change(added.where, "", added.words) for added in new[place:like])
        yield Change(new[like].where, one.words, new[like].words)
        place = like + 1
    yield from (Change(added.where, "", added.words) for added in new[place:])


def _alike(one, other):
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio() >= ALIKE


def _figures(before, after) -> Iterator[FigureChange]:
    old, new = _said(before), _said(after)
    for identity, entry in {**old, **new}.items():
        then, now = old.get(identity), new.get(identity)
        texts = (then.text if then else "", now.text if now else "")
        if texts[0] != texts[1]:
            yield FigureChange(entry.title, entry.when, *texts)


def _said(document):
    return {(one.key, one.member, one.cohort, one.start, one.end): one for one in document.figures}


def lines_of(document: Document) -> Iterator[Line]:
    """Every line of `document` in order."""
    titles = {str(entry.number): entry.title for entry in document.figures}
    for section in document.sections:
        yield from _of(section, "", titles)


def _of(one, where, titles) -> Iterator[Line]:
    """The lines of a block that stands at `where`."""
    yield from _READERS[type(one)](one, where, titles)


def _section(section, _where, titles):
    title = f"{section.number} {section.title}".strip()
    yield Line(title, title)
    for inner in section.blocks:
        yield from _of(inner, title, titles)


def _paragraph(paragraph, where, titles):
    number = paragraph.number.rstrip(".)")
    place = f"paragraph {number}" if number else where
    if paragraph.heading:
        yield Line(place, _words(paragraph.heading, titles))
    for inner in paragraph.content:
        yield from _of(inner, place, titles)


def _items(items, where, titles):
    for item in items.items:
        label = item.label.rstrip(".)")
        for inner in item.content:
            yield from _of(inner, f"{where} ({label})" if label else where, titles)


def _text(text, where, titles):
    yield Line(where, _words(text.runs, titles))


def _chart(chart, _where, titles):
    yield Line(chart.label, f"{chart.caption}. {chart.finding}")
    yield from _of(chart.table, chart.label, titles)


def _table(table, where, titles):
    place = table.label or where
    yield Line(place, table.caption)
    for row in (table.columns, *table.rows):
        yield Line(place, " | ".join(_words(cell.runs, titles) for cell in row))


def _facts(facts, _where, titles):
    for row in facts.rows:
        said = "; ".join(_words(line.runs, titles) for line in row.lines)
        yield Line(facts.caption, f"{row.name}: {said}")


def _words(runs, titles):
    return "".join(
        f"[{titles.get(run.to, run.text)}]" if run.kind in (FIGURE, HIDDEN) else run.text
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
    Facts: _facts,
}
