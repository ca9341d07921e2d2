"""Builds a document's sections from a manuscript, part by part in the template's order."""

from dataclasses import dataclass, field, replace

from reports.documents.document import Item, ItemList, Notes, Paragraph, Run, Section, Text, text_of
from reports.language.block_data import HEADLINES
from reports.language.grammar import Problem
from reports.language.numbering import Numbering
from reports.language.rules.exempt import is_exempt
from reports.language.structure import SUBJECT_HEADING, under_headings
from reports.language.template import GENERATED, REASONS_APART, WITH_ANNEXES, Part
from reports.language.text import Listing, parse, quotes
from reports.language.text import problems as problems_of
from reports.language.tokens import FaultyToken
from reports.papers import typed_numbers
from reports.papers.assembly import generated_parts, tables
from reports.papers.assembly.charts.blocks import chart
from reports.papers.assembly.enclosures import is_none
from reports.papers.assembly.generated_parts import missing_reasons, reasons
from reports.papers.assembly.headlines import headlines
from reports.papers.assembly.tokens import TokenRenderer
from reports.papers.manuscript import BlockText, Manuscript

TOP = 2
DEEPEST, EXCERPT = 4, 60
UNPLACED, UNPLACED_TITLE = "without-part", "Without a part"


@dataclass
class Builder:
    """Builds one document; `problems` gathers what stops issue, with its anchors."""

    manuscript: Manuscript
    numbering: Numbering
    speaker: TokenRenderer
    problems: list = field(default_factory=list)
    tops: dict = field(default_factory=dict)
    inner: dict = field(default_factory=dict)
    built: set = field(default_factory=set)
    public: bool = True
    hidden: set = field(default_factory=set)

    def __post_init__(self):
        slugs = {block.slug for block in self.manuscript.blocks}
        for block in map(typed_numbers.with_tokens, self.manuscript.blocks):
            current = self.inner if block.parent in slugs else self.tops
            within = block.parent if block.parent in slugs else block.part
            current.setdefault(within, []).append(block)

    def sections(self) -> tuple[Section, ...]:
        """Every section in print order: annexes late, blocks without a place last."""
        template = self.manuscript.template
        self._name_missing_posts()
        made = {part.slug: self._part(part) for part in template.parts}
        annexes = tuple(
            self._annex(block, TOP)
            for part in template.parts
            if part.kind in WITH_ANNEXES
            for block in self._rows(part)
            if block.kind == "annex"
        )
        unplaced = self._unplaced()
        items = tuple(item for sections in made.values() for item in sections)
        text = text_of(items + annexes + unplaced)
        for part in template.parts:
            if part.kind == "abbreviations":
                made[part.slug] = self._glossary(part, text)
        placed = (item for part in template.parts for item in made[part.slug])
        whole = (*placed, *annexes, *unplaced)
        self.problems += generated_parts.led_into(whole, self.hidden)
        return whole

    def alone(self, block: BlockText):
        """One block by itself, with what stands in it; what its part asks of it is named too."""
        part, block = self.manuscript.template.part(block.part), typed_numbers.with_tokens(block)
        if part is None:
            self.problems.append(self._why_unplaced(block))
        if block.kind != "recommendation":
            return self._block(block, TOP if block.kind == "annex" else TOP + 1)
        self.problems += missing_reasons(part, (block,), self.numbering)
        return self._recommendation(block)

    def _part(self, part):
        if part.kind in ("head", "abbreviations"):
            return ()
        if part.kind in GENERATED:
            return self._generated(part)
        if part.kind in WITH_ANNEXES:
            return self._annex_list(part)
        if part.asks:
            return self._asking(part)
        return self._written(part)

    def _written(self, part):
        blocks = self._blocks(self._rows(part), TOP + bool(part.title))
        if not blocks:
            return self._empty(part)
        return self._headed(part, blocks) if part.title else (*blocks, *self._notes())

    def _headed(self, part, blocks):
        address = self.numbering.parts[part.slug]
        section = Section(address.anchor, part.title, TOP, address.label, tuple(blocks))
        return (self._with_notes(section),)

    def _empty(self, part):
        if part.mandatory and part.when_empty:
            return self._headed(part, (generated_parts.line(part, part.when_empty),))
        if part.mandatory:
            sentence = f"“{part.title or part.slug}” is a mandatory part and is empty."
            self.problems.append(Problem(sentence, self.numbering.parts[part.slug].anchor))
        return ()

    def _generated(self, part):
        address = self.numbering.parts[part.slug]
        if part.kind == REASONS_APART:
            query = [item for item in self.manuscript.blocks if item.kind == "recommendation"]
            blocks = reasons(part, query, self.numbering, self.speaker)
        elif part.kind in ("wards", "background_papers"):
            lines = generated_parts.lines(part, self.manuscript)
            has_opening = part.statement and lines and not is_none(lines[-1])
            opening = (part.statement,) if has_opening else ()
            rows = enumerate((*opening, *lines))
            blocks = tuple(generated_parts.line(part, line, place) for place, line in rows)
        else:
            result = generated_parts.facts(part, self.manuscript, f"{address.anchor}-facts")
            blocks = (result,) if result else ()
        return self._headed(part, blocks) if blocks else self._empty(part)

    def _glossary(self, part, text):
        anchor = f"{self.numbering.parts[part.slug].anchor}-list"
        result = generated_parts.glossary(part, self.manuscript, anchor, text)
        return self._headed(part, (result,)) if result else self._empty(part)

    def _asking(self, part):
        rows = self._rows(part)
        queries = [block for block in rows if block.kind == "recommendation"]
        if not queries:
            return self._empty(part)
        lead = self.numbering.lead
        items = ItemList(part.style, tuple(self._recommendation(block) for block in queries))
        content = (Text((Run(part.lead),)), items)
        blocks = [Paragraph(lead.anchor, lead.label, (), content)]
        if part.reason != "none":
            self.problems += missing_reasons(part, queries, self.numbering)
            if not self.manuscript.template.has_reasons_apart:
                blocks += reasons(part, queries, self.numbering, self.speaker)
        blocks += self._blocks([block for block in rows if block.kind != "recommendation"], TOP + 1)
        return self._headed(part, blocks)

    def _recommendation(self, block):
        self.built.add(block.slug)
        address = self.numbering.of(block.slug)
        content = self._content(block, address, part_of_list=True)
        return Item(address.label, address.anchor, content)

    def _annex_list(self, part):
        rows = self._rows(part)
        if not rows:
            return self._empty(part)
        house = self.manuscript.template.house
        annexes = [block for block in rows if block.kind == "annex"]
        items = tuple(
            Item("", f"listed-{address.anchor}", (generated_parts.annex_link(address, house),))
            for block in annexes
            for address in (self._sub_annexes(block) or (self.numbering.of(block.slug),))
        )
        others = self._blocks([block for block in rows if block.kind != "annex"], TOP + 1)
        return self._headed(part, (*others, *([ItemList("bullet", items)] if items else [])))

    def _sub_annexes(self, block):
        closed = self.public and is_exempt(block.kind, block.data)
        return () if closed else self.numbering.sub_annexes(block.slug)

    def _annex(self, block, level):
        self.built.add(block.slug)
        address = self.numbering.of(block.slug)
        heading = self.speaker.plain(block.heading, address.anchor)
        title = f"{self.manuscript.template.house.annex} {address.label}: {heading}"
        blocks = self._annex_words(block, address, title, level)
        if not blocks and not generated_parts.stands_elsewhere(block):
            self.problems.append(
                Problem(f"{title} is cited in the list and empty.", address.anchor)
            )
        section = Section(address.anchor, title, level, "", tuple(blocks))
        return self._with_notes(section) if level == TOP else section

    def _annex_words(self, block, address, title, level):
        opening = ()
        if is_exempt(block.kind, block.data):
            self.problems += generated_parts.unsaid_of_exempt(block, title, address.anchor)
            opening = generated_parts.in_its_stead(block, address.anchor)
            if self.public:
                self._hide(block)
                return opening
        within = self._blocks(self._inside(block), level + 1)
        return opening + self._annex_text(block, address) + within

    def _hide(self, block):
        """Nothing that stands in `block` is printed, or measured, for the public."""
        for inner in self._inside(block):
            self.built.add(inner.slug)
            self.hidden.add(self.numbering.of(inner.slug).anchor)
            self._hide(inner)

    def _annex_text(self, block, address):
        file = generated_parts.annex_file(self.manuscript, block.slug, address.anchor)
        value = block.text.strip() and self._content(block, address)
        return (Paragraph(f"{address.anchor}-text", "", (), value), *file) if value else file

    def _blocks(self, rows, level):
        return tuple(
            self._block(block, min(level, DEEPEST + (block.kind == SUBJECT_HEADING)), under)
            for block, under in under_headings(rows)
            if block.slug not in self.built
        )

    def _block(self, block, level, under=()):
        self.built.add(block.slug)
        address = self.numbering.of(block.slug)
        if block.kind in ("section", SUBJECT_HEADING):
            inside = self._blocks((*under, *self._inside(block)), level + 1)
            title = self.speaker.plain(block.heading, address.anchor)
            section = Section(address.anchor, title, level, address.label, inside)
            return self._with_notes(section) if level == TOP else section
        if block.kind == "annex":
            return self._annex(block, level)
        if block.kind in ("table", "records"):
            return tables.table(self.speaker, address, block.data)
        if block.kind == "chart":
            return chart(self.speaker, address, block.data)
        if block.kind == HEADLINES:
            points = self._content(block, address) if block.text.strip() else ()
            return headlines(self.speaker, address, block.data, points)
        heading = self.speaker.dates(block.heading, address.anchor) if block.heading else ()
        label = address.label if block.kind == "paragraph" else ""
        return Paragraph(address.anchor, label, heading, self._content(block, address))

    def _content(self, block, address, part_of_list=False):
        # The speaker names unreadable tokens itself, wherever they stand.
        unread = {quote.sentence for quote in quotes(block.text) if isinstance(quote, FaultyToken)}
        self.problems += [
            Problem(item.sentence, address.anchor)
            for item in problems_of(block.text)
            if item.sentence not in unread
        ]
        labelled = iter(self.numbering.items(block.slug))
        return self._passages(parse(block.text), labelled, address.anchor, 1 if part_of_list else 0)

    def _passages(self, content, labelled, place, depth):
        return tuple(
            self._listing(part, labelled, depth)
            if isinstance(part, Listing)
            else Text(self.speaker.runs(part.pieces, place))
            for part in content
        )

    def _listing(self, listing, labelled, depth):
        items = []
        for item in listing.items:
            result = next(labelled)
            inner = self._passages(
                item.content, iter(result.items), result.address.anchor, depth + 1
            )
            items.append(Item(result.address.label, result.address.anchor, inner))
        style = self.manuscript.template.style_at(depth, listing.numbered)
        return ItemList(style, tuple(items))

    def _with_notes(self, section):
        return replace(section, blocks=(*section.blocks, *self._notes()))

    def _notes(self):
        """The notes that wait for the end of their section: one list of them, or none."""
        notes, self.speaker.notes[:] = tuple(self.speaker.notes), ()
        return (Notes(notes),) if notes else ()

    def _unplaced(self):
        """A section of the blocks that nothing has printed, so that no word is ever lost."""
        lost = [block for block in self.manuscript.blocks if block.slug not in self.built]
        if not lost:
            return ()
        self.problems += [self._why_unplaced(block) for block in lost]
        blocks = self._blocks(lost, TOP + 1)
        return (self._with_notes(Section(UNPLACED, UNPLACED_TITLE, TOP, "", blocks)),)

    def _why_unplaced(self, block):
        excerpt = block.heading or block.text[:EXCERPT] or block.slug
        where = f"“{excerpt}” is where the report template has no place for it"
        sentence = f"{where} (part “{block.part}”): remove it and write it in another part."
        return Problem(sentence, self.numbering.of(block.slug).anchor)

    def _name_missing_posts(self):
        sentences = generated_parts.missing_posts(self.manuscript)
        self.problems += [Problem(sentence, generated_parts.CONTACTS) for sentence in sentences]

    def _rows(self, part: Part) -> list[BlockText]:
        return self.tops.get(part.slug, [])

    def _inside(self, block):
        return self.inner.get(block.slug, [])
