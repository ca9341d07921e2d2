"""Papers imported from text or Word, without a database: bytes in, a paper file out.

The steps: `sources` and `word` give lines, `clean_lines` frees them of their pages, `wrapped_lines`
makes units of them, `label_kinds` settles what each label is, `heading_block` and `block_builder`
lay the blocks, and `paper_file` makes the file and a report template that holds it as it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from reports.conversion.blocks import paper_file as shaping
from reports.conversion.blocks.block_builder import FRONT, Walk
from reports.conversion.blocks.draft import Draft
from reports.conversion.blocks.heading_block import council_in, head_ends, is_a_letter, read_head
from reports.conversion.blocks.label_kinds import sort
from reports.conversion.blocks.lists import cited_in
from reports.conversion.lines import markup
from reports.conversion.lines.clean_lines import lines_of, tables_apart
from reports.conversion.lines.wrapped_lines import units_of
from reports.conversion.results import ConvertedPaper, OutlineLine, Source, Unit
from reports.conversion.sources import is_word, text_source
from reports.conversion.word.reader import word_source
from reports.papers import typed_numbers as settled

# Where a file bears no date and nobody says a day.
NO_DAY = date(2000, 1, 1)


def paper_file(name: str, data: bytes, day: date = NO_DAY) -> ConvertedPaper:
    """The paper in the file called `name` that holds `data`: text, Markdown or Word.

    `day` stands in where the file bears no date at all. Raises `NotAPaper` with what is wrong.
    """
    source = word_source(data) if is_word(data) else text_source(data)
    return paper_of(name, source, day)


def paper_of(name: str, source: Source, day: date) -> ConvertedPaper:
    """The paper in the lines of `source`; each word of them stands in it or in what it missed."""
    lines, missed = lines_of(source)
    units = sort(units_of(tables_apart(lines)))
    ends = head_ends(units)
    letter = is_a_letter(units)
    head, rest = read_head(units[:ends], letter)
    draft = Draft(source.place, missed=missed, part=FRONT)
    _lay_front(draft, rest, head)
    walk = Walk(units[ends:], draft)
    walk.through()
    draft.missed += walk.abbreviations.missed
    return _made(name, head, draft, walk, day, letter)


def _lay_front(draft: Draft, rest: list[Unit], head: dict):
    """What of the heading block no field takes over, above the body."""
    titled = head.get("title", "")
    if len(titled) > shaping.LONGEST_TITLE:
        rest = [Unit("text", 1, titled), *rest]
    for unit in rest:
        if unit.kind == "table":
            draft.table(unit, None)
            continue
        block = draft.add("paragraph", unit.words, role=unit.role)
        text = f"{unit.typed} {unit.words}".strip()
        block.text.passage(text)
    draft.close()


def _made(name, head, draft, walk, day, letter):
    blocks = draft.blocks
    shaping.bodies_apart(blocks)
    shaping.without_numbers(blocks, shaping.is_by_section(blocks))
    plain = [block.plain() for block in blocks]
    texts = [item["text"] for item in plain if item["text"]]
    if "council" not in head and (council := council_in("\n".join([*head.values(), *texts]))):
        head = {**head, "council": council}
    paper, derived = shaping.facts(head, name, texts, walk, day, letter)
    house = shaping.house_words(texts, blocks)
    template = shaping.template_for(
        walk, blocks, house, shaping.TEMPLATE, f"As imported: {paper['title']}"[:160]
    )
    paper |= {
        "parts": shaping.parts_of(walk),
        "abbreviations": walk.abbreviations.known(),
        "blocks": plain,
    }
    _state_numbers(plain, shaping.source_of(paper), head.get("council", ""))
    runs = {block.entries["run"] for block in blocks if block.entries.get("run")}
    return ConvertedPaper(
        paper=paper,
        template=template,
        head=head,
        missed=tuple(draft.missed),
        outline=_outline(plain),
        cited=cited_in(plain),
        derived=tuple(derived),
        restarts=max(len(runs) - 1, 0),
    )


@dataclass(frozen=True)
class _NumberText:
    """What of a block holds numbers."""

    heading: str
    text: str
    data: Mapping


def _state_numbers(plain, source, council):
    """Marks this paper as the source of the typed numbers of each block."""
    fields = {"source": source, **({"council": council} if council else {})}
    for row in plain:
        if settled.unsettled(_NumberText(row["heading"], row["text"], row["data"])):
            row["data"][settled.STATED_BY] = dict(fields)


def _outline(blocks):
    """The blocks as a reader would check them: how deep, what, its label, its first words."""
    depths = {"": -1}
    for block in blocks:
        depths[block["slug"]] = depths[block["parent"]] + 1
    return tuple(
        OutlineLine(
            block["kind"],
            block["data"].get("typed", ""),
            block["heading"]
            or markup.bare(block["text"])[:120]
            or block["data"].get("caption", ""),
            depths[block["slug"]],
        )
        for block in blocks
    )
