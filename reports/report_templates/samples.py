"""A report of examples made from a template: what its numbers look like before one is written."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from assurance.runtime.typography import with_capital
from reports.language import template as templates
from reports.language.numbering import Numbering, number
from reports.language.outline import OutlineBlock
from reports.language.standing_blocks import ASKED_OF_OTHERS, BLOCK, PART
from reports.language.template import (
    ASKING,
    GENERATED,
    REASONS_APART,
    USUAL_ROWS,
    WITH_ANNEXES,
    Part,
    Template,
)
from reports.papers.assembly.generated_parts import HEAD_LABELS
from reports.papers.assembly.parts.proposed_sentences import only_proposes
from reports.papers.models.part_writers import PartWriter, why_not_asked
from reports.papers.models.part_writers import name_of as name_of_writer
from reports.report_templates.blocks import standing_texts, text_order
from reports.report_templates.kinds import KINDS, name_of

ADDED = {
    "paragraph": "Add a paragraph",
    "recommendation": "Add a recommendation",
    "section": "Add a section",
    "heading": "Add a subject heading",
    "table": "Add a table of figures",
    "cells": "Add a table of words",
    "chart": "Add a chart",
    "headlines": "Add headline figures",
    "records": "Add a list from records",
}
REQUIRED, EMPTY = "In every report", "In every report. Where nothing is written it prints: “{}”"
PROPOSED = f"{REQUIRED}. Where nothing is written a person is asked to keep: “{{}}”"
UNNUMBERED = "Its paragraphs have no numbers"
REASONS = {"required": "A reason is required", "optional": "A reason may be given"}


@dataclass(frozen=True)
class SampleLine:
    """A line of the example: its number and its text; `heading` for one of a section."""

    label: str
    text: str
    heading: bool = False


@dataclass(frozen=True)
class SamplePart:
    """A part of the template: its name and number, what it is, what is set and its example."""

    slug: str
    label: str
    name: str
    is_titled: bool
    content: str
    settings: tuple[str, ...]
    lines: tuple[SampleLine, ...]
    standing: tuple["StandingLine", ...] = ()
    writer: "WriterLine | None" = None
    may_have_writer: bool = False
    addable: tuple[tuple[str, str], ...] = ()

    @property
    def summary(self) -> str:
        """What of it is not seen while it is folded, in a few words."""
        count = len(self.standing)
        texts = f"{count} template text{'s' if count != 1 else ''}" if count else ""
        return ", ".join(
            filter(None, (texts, f"written by {self.writer.name}" if self.writer else ""))
        )

    @property
    def faults(self) -> tuple[str, ...]:
        """What is wrong in it: its texts, and who cannot be asked."""
        writers = (self.writer, *(line.writer for line in self.standing))
        wrong = (*(line.fault for line in self.standing), *(item.fault for item in writers if item))
        return tuple(filter(None, wrong))


@dataclass(frozen=True)
class StandingLine:
    """A standing text: its name, what it is, its pieces (text, whether a live value), its days."""

    slug: str
    kind: str
    pieces: tuple[tuple[str, bool], ...]
    days: str
    writer: "WriterLine | None" = None
    may_have_writer: bool = False
    depth: int = 0
    is_first: bool = False
    is_last: bool = False
    fault: str = ""


@dataclass(frozen=True)
class WriterLine:
    """Who is asked for a part: what they are called, the question, by when in words, and why they
    cannot be asked, if so."""

    name: str
    question: str
    due: str
    fault: str


def sample_parts(
    spec: Mapping,
    writers: Mapping[str, PartWriter] | None = None,
    live: Mapping[str, str] = MappingProxyType({}),
) -> tuple[SamplePart, ...]:
    """Every part of a template in order, numbered as in a report; `writers` are those of its
    places, None for an example, which has none; `live` what its tokens mean."""
    template = templates.read(spec)
    blocks = [block for part in template.parts for block in _blocks(part)]
    numbering = number(blocks, template)
    return tuple(
        SamplePart(
            part.slug,
            numbering.parts[part.slug].label,
            name_of(plain),
            bool(part.title),
            KINDS[part.kind].content,
            tuple(_settings(part, template)),
            tuple(_lines(part, blocks, numbering)),
            tuple(_standing(part, live, writers)),
            _writer(part.writer, f"{PART}:{part.slug}", writers),
            part.kind in ASKED_OF_OTHERS,
            tuple((kind, ADDED[kind]) for kind in text_order.kinds_for(plain)),
        )
        for part, plain in zip(template.parts, spec["parts"], strict=True)
    )


def _blocks(part):
    """Two blocks of each part that holds text, with a section in one of sections."""

    def block(name, kind="paragraph", parent="", **more):
        within = f"{part.slug} {parent}" if parent else ""
        return OutlineBlock(f"{part.slug} {name}", kind, part.slug, within, **more)

    if part.kind in GENERATED:
        return []
    if part.kind in WITH_ANNEXES:
        return [block("1", "annex"), block("2", "annex")]
    if part.asks:
        reasons = ("", "") if part.reason == "none" else ("first", "second")
        return [block(str(n), "recommendation", reason=text) for n, text in enumerate(reasons)]
    if part.kind != "sections":
        return [block("1"), block("2")]
    rows = [("A section", ("1", "2")), ("Another section", ("3",))]
    return [
        item
        for heading, names in rows
        for item in (
            block(heading, "section", heading=heading),
            *(block(name, parent=heading) for name in names),
        )
    ]


def _lines(part: Part, blocks, numbering: Numbering):
    if part.kind == "head":
        return [SampleLine("", HEAD_LABELS[row]) for row in part.rows or USUAL_ROWS]
    if part.kind == REASONS_APART:
        return [SampleLine(address.label, "A reason") for address in numbering.reasons.values()]
    opening = [SampleLine("", part.statement)] if part.statement else []
    if part.asks:
        opening.append(SampleLine(numbering.lead.label, part.lead))
    own = [block for block in blocks if block.part == part.slug]
    lines = [*opening, *(_line(block, numbering.of(block.slug)) for block in own)]
    if part.entries:
        lines.append(SampleLine("", ", ".join(part.entries)))
    return lines


def _standing(part, live, writers):
    for row, depth, is_first, is_last in text_order.nested(part.blocks):
        pieces = tuple(standing_texts.pieces(row, live))
        kind = with_capital(row["kind"].replace("records", "list from records"))
        writer = _writer(row.get("writer"), f"{BLOCK}:{row['slug']}", writers)
        days = standing_texts.days_text(row)
        is_section = row["kind"] == "section"
        place = {"depth": depth, "is_first": is_first, "is_last": is_last}
        place["fault"] = standing_texts.why_not_counted(row)
        yield StandingLine(row["slug"], kind, pieces, days, writer, is_section, **place)


def _writer(writer, place, writers):
    if not writer:
        return None
    row = writers.get(place) if writers else None
    days = writer.get("days", 0)
    due = f"{days} working day{'s' if days != 1 else ''} before the texts are due"
    fault = "" if writers is None else why_not_asked(row, writer)
    due = due if days else "by the date for texts"
    return WriterLine(name_of_writer(row, writer), writer.get("question", ""), due, fault)


def _line(block, address):
    texts = {"annex": "An annex", "recommendation": "A recommendation", "section": block.heading}
    return SampleLine(address.label, texts.get(block.kind, "A paragraph"), block.kind == "section")


def _settings(part: Part, template: Template):
    if part.mandatory:
        text = PROPOSED if only_proposes(part) else EMPTY
        yield text.format(part.when_empty) if part.when_empty else REQUIRED
    written = part.kind not in (*GENERATED, *WITH_ANNEXES)
    if written and not part.numbered:
        yield UNNUMBERED
    if part.kind in ASKING and part.reason in REASONS:
        yield REASONS[part.reason]
        if not template.has_reasons_apart:
            yield "Reasons are printed under the recommendations"
