"""Reads a draft document line by line for the checks: what prints, where, and what said it."""

from dataclasses import dataclass, field

from reports.checks import reading as kinds
from reports.checks.reading import Annex, Grid, Line, Listing, PartRead, Reading
from reports.documents.document import (
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
    text_of,
)
from reports.documents.html.places import places, said_at
from reports.language.template import Part
from reports.papers.assembly.tables import NOT_SHOWN_NOTE
from reports.papers.manuscript import Manuscript
from reports.papers.typed_numbers import STATED_BY
from reports.verdicts.paper import line_marks
from reports.verdicts.paper.notice_lines import notice_lines
from reports.verdicts.paper.record_lists import with_records
from reports.verdicts.paper.typed_labels import TypedLabels

TO_FOLLOW, EXEMPT, WRITTEN = "to follow", "exempt", "written"


def reading_of(manuscript: Manuscript, document: Document) -> Reading:
    """The reading of `manuscript` as `document` prints it."""
    reader = _Reader(manuscript, document)
    reader.facts(document.head, ())
    for section in document.sections:
        reader.block(section, ())
    paper = manuscript.paper
    period = manuscript.period
    return Reading(
        title=document.title,
        council=reader.typed.council or document.council,
        lines=(*reader.lines, *notice_lines(manuscript, document)),
        lists=tuple(reader.lists),
        grids=with_records(manuscript, reader.grids),
        annexes=tuple(reader.annexes),
        parts=tuple(map(reader.part_read, manuscript.template.parts)),
        committee=paper.series.committee.title,
        series=paper.series.title,
        template=manuscript.template.slug,
        paper_date=manuscript.dated,
        meeting_date=paper.meeting.date if paper.meeting else None,
        period=(period.start, period.end),
        names={name: (when.start, when.end) for name, when in manuscript.names.items()},
        listed=reader.typed.listed or tuple(reader.listed),
        figures=document.counted,
        typed=reader.typed.any,
    )


@dataclass
class _Reader:
    """One pass over a document."""

    manuscript: Manuscript
    document: Document
    lines: list = field(default_factory=list)
    lists: list = field(default_factory=list)
    grids: list = field(default_factory=list)
    annexes: list = field(default_factory=list)
    listed: list = field(default_factory=list)

    def __post_init__(self):
        numbering = self.manuscript.numbering
        self.blocks = {numbering.of(block.slug).anchor: block for block in self.manuscript.blocks}
        self.part_anchors = {
            numbering.parts[part.slug].anchor: part for part in self.manuscript.template.parts
        }
        self.entries = {str(entry.number): entry for entry in self.document.figures}
        self.stated = line_marks.stated_by_place(self.entries.values())
        self.typed = TypedLabels(self.manuscript.blocks, self.manuscript.parts)
        self.places, self.annex, self.within = places(self.document), "", None

    def section(self, section: Section, trail):
        """The heading of a section and all that stands in it."""
        block = self.blocks.get(section.anchor)
        is_annex = block is not None and block.kind == "annex"
        outer, around = self.annex, self.within
        self.within = self.part_anchors.get(section.anchor, around)
        if is_annex:
            self._annex(section, block)
        label = self.typed.label(block, section.number)
        if block is None:
            label = self.typed.part(self._part(section.anchor), section.number)
        title = self.typed.title(section, self.blocks)
        self._line(section.anchor, kinds.HEADING, title, trail, label, section.level)
        for item in section.blocks:
            self.block(item, (*trail, title))
        self._captions(block, trail)
        self.annex, self.within = outer, around

    def block(self, one, trail):
        """One block of a section, of whatever kind."""
        _READERS[type(one)](self, one, trail)

    def paragraph(self, paragraph: Paragraph, trail):
        """The run-in heading and the texts and lists of a paragraph."""
        block = self.blocks.get(paragraph.anchor)
        label = self.typed.label(block, paragraph.number)
        if block is None and self._is_lead(paragraph):
            label = self.typed.lead(self._part(paragraph.anchor), paragraph.number)
        if paragraph.heading:
            self._runs(paragraph.anchor, kinds.RUN_IN, paragraph.heading, trail, label)
        kind = kinds.REASON if "-reason-" in paragraph.anchor else kinds.PARAGRAPH
        self._content(paragraph.content, paragraph.anchor, kind, label, trail)
        self._captions(block, trail)

    def item_list(self, items: ItemList, trail, lead: Line | None = None) -> Listing:
        """A list, with the lists in it."""
        first, inner = [], []
        for item in items.items:
            block = self.blocks.get(item.anchor)
            query = block is not None and block.kind == "recommendation"
            kind = kinds.RECOMMENDATION if query else kinds.ITEM
            label = self.typed.item(block, self._slug(item.anchor), item.label)
            value, within = self._content(item.content, item.anchor, kind, label, trail)
            first += value[:1]
            inner += within
        listing = Listing(lead, tuple(first), items.style, tuple(inner))
        self.lists.append(listing)
        return listing

    def notes(self, notes: Notes, trail):
        """The notes at the end of a section."""
        for item in notes.items:
            self._content(item.content, item.anchor, kinds.NOTE, item.label, trail)

    def table(self, table: Table, trail, *, of_chart=False, finding=""):
        """A table: its caption, its cells, its notes."""
        if not of_chart:
            label = self.typed.label(self.blocks.get(table.anchor), table.label)
            self._line(table.anchor, kinds.CAPTION, table.caption, trail, label)
        columns = self._cells(table, table.columns, 0, trail)
        rows = [self._cells(table, row, n, trail) for n, row in enumerate(table.rows, 1)]
        self.grids.append(
            Grid(
                where=table.anchor,
                at=said_at(self.places, table.anchor),
                label=self.typed.label(self.blocks.get(table.anchor), table.label),
                caption=table.caption,
                columns=columns,
                rows=tuple(rows),
                total_row=table.total_row,
                block=self._slug(table.anchor),
                of_chart=of_chart,
                alternative=finding,
                noted=any(text_of(note) != NOT_SHOWN_NOTE for note in table.notes),
            )
        )
        for note in table.notes:
            self._runs(table.anchor, kinds.NOTE, note.runs, trail)

    def chart(self, chart: Chart, trail):
        """A chart: its caption, its words for those who do not see it, its table."""
        self._line(chart.anchor, kinds.CAPTION, chart.caption, trail, chart.label)
        self._line(chart.anchor, kinds.FINDING, chart.finding, trail)
        self.table(chart.table, trail, of_chart=True, finding=chart.finding)

    def headlines(self, headlines: Headlines, trail):
        """Headline figures, each as an item of a list, and their main points."""
        for item in headlines.items:
            self._runs(headlines.anchor, kinds.ITEM, item.line, trail)
        self._content(headlines.main_points, headlines.anchor, kinds.PARAGRAPH, "", trail)

    def facts(self, facts: Facts, trail):
        """A block of facts; the list of abbreviations is kept as pairs too."""
        part = self._part(facts.anchor)
        for row in facts.rows:
            text = "; ".join("".join(run.text for run in line.runs) for line in row.lines)
            if part and part.kind == "abbreviations":
                self.listed.append((row.name, text))
            self._line(facts.anchor, kinds.FACT, text, trail, row.name)

    def part_read(self, part: Part) -> PartRead:
        """What the paper has in a part of its template."""
        anchor = self.manuscript.numbering.parts[part.slug].anchor
        row = self.manuscript.parts.get(part.slug) or {}
        here = any(block.part == part.slug for block in self.manuscript.blocks)
        filled = here or any(row.values()) or part.kind in self.manuscript.filled_kinds
        target, typed = part.error_when_empty, self.typed.part(part, "")
        return PartRead(part.slug, part.title, part.kind, target, filled, anchor, typed)

    def _content(self, content, anchor, kind, label, trail):
        """(the lines of texts, the lists) of a paragraph or item; the label stands on the first."""
        value, within, lead = [], [], None
        for item in content:
            if isinstance(item, Text):
                lead = self._runs(anchor, kind, item.runs, trail, "" if value else label)
                value.append(lead)
            else:
                within.append(self.item_list(item, trail, lead))
        return value, within

    def _cells(self, table, row, number, trail):
        return tuple(
            self._runs(f"{table.anchor}-r{number}-c{place}", kinds.CELL, cell.runs, trail)
            for place, cell in enumerate(row, 1)
        )

    def _runs(self, anchor, kind, runs, trail, label="") -> Line:
        """A line of runs, with the places of its figures and citations, without marks of notes."""
        text, more = line_marks.marks_of(runs, self.entries)
        if (block := self._nearest(anchor, self.blocks)) and STATED_BY in block.data:
            # All numbers of an imported block have one source, which nobody gave to each.
            more["sourced"] = ()
        return self._line(anchor, kind, text, trail, label, **more)

    def _line(self, anchor, kind, text, trail, label="", level=0, **more) -> Line:
        slug, part = self._slug(anchor), self._part(anchor)
        more.setdefault("sources", line_marks.sources_at(anchor, text, self.stated))
        line = Line(
            where=anchor,
            at=self.typed.place(kind, label, text, said_at(self.places, anchor)),
            kind=kind,
            text=text,
            label=label,
            level=level,
            part=part.slug if part else "",
            block=slug,
            trail=trail,
            annex=self.annex,
            carried=self._is_carried(anchor, kind),
            **more,
        )
        self.lines.append(line)
        return line

    def _annex(self, section, block):
        address = self.manuscript.numbering.of(block.slug)
        outer = block.parent and self.manuscript.numbering.of(block.parent).kind == "annex"
        label = self.typed.label(block, address.label)
        self.annex = self.annex if outer and self.annex else label
        self.annexes.append(
            Annex(
                where=section.anchor,
                label=label,
                title=block.heading,
                listed=block.data.get("listed", ""),
                attached=block.data.get("attached", ""),
                state=block.data.get("state", WRITTEN),
                words=len(text_of(section.blocks).split()),
                block=block.slug,
            )
        )

    def _is_lead(self, paragraph):
        """Whether it is the sentence that opens what the committee is asked."""
        lead = self.manuscript.numbering.lead
        return lead is not None and lead.anchor == paragraph.anchor

    def _captions(self, block, trail):
        """The captions of what was not imported with its words: a picture, a chart."""
        for datum in block.data.get("captions", ()) if block else ():
            anchor = self.manuscript.numbering.of(block.slug).anchor
            self._line(anchor, kinds.CAPTION, datum["words"], trail, datum["typed"])

    def _is_carried(self, anchor, kind):
        block = self._nearest(anchor, self.blocks)
        # The rows of a list are made afresh from the records.
        is_made = kind == kinds.CELL and block is not None and "records" in block.data
        return bool(block and block.carried and not is_made)

    def _slug(self, anchor):
        return block.slug if (block := self._nearest(anchor, self.blocks)) else ""

    def _part(self, anchor):
        block = self._nearest(anchor, self.blocks)
        if block:
            return self.manuscript.template.part(block.part)
        return self._nearest(anchor, self.part_anchors) or self.within

    @staticmethod
    def _nearest(anchor, current):
        while anchor and anchor not in current:
            anchor = anchor.rpartition("-")[0]
        return current.get(anchor)


_READERS = {
    Section: _Reader.section,
    Paragraph: _Reader.paragraph,
    ItemList: _Reader.item_list,
    Notes: _Reader.notes,
    Table: _Reader.table,
    Chart: _Reader.chart,
    Headlines: _Reader.headlines,
    Facts: _Reader.facts,
}
