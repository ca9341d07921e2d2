"""The blocks of a paper as the paragraphs and tables of a Word file.

Numbers of paragraphs and labels of items are words, not Word's own counting: they were fixed with
the edition, and minutes cite them.
"""

from reports.documents import document as kinds
from reports.documents.document import (
    Document,
    Headlines,
    Item,
    ItemList,
    Notes,
    Paragraph,
    Section,
    Text,
)
from reports.documents.headlines import MAIN_POINTS, headline_table
from reports.documents.word.charts import chart_of
from reports.documents.word.inline import (
    BOLD,
    TAB,
    BodyResources,
    runs_of,
    spoken_run,
    text_of,
    turned,
)
from reports.documents.word.markup import paragraph, run
from reports.documents.word.tables import facts_of, table_of

# Twentieths of a point, as print's 11 and 9 millimetres.
NUMBER, STEP = 624, 510
ANNEX = "annex-"
_BULLET = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>'
_NEW_PAGE = "<w:pageBreakBefore/>"


def body_of(document: Document, body_resources: BodyResources) -> str:
    """Every section in order; the annexes begin on a page of their own."""
    annexes = [
        section for section in document.sections if getattr(section, "anchor", "").startswith(ANNEX)
    ]
    return "".join(
        _section(section, body_resources, _NEW_PAGE)
        if section in annexes[:1]
        else _block(section, body_resources)
        for section in document.sections
    )


def _block(block, other):
    return _BLOCKS[type(block)](block, other)


def _section(section: Section, other, settings=""):
    text = other.marked(section.anchor, spoken_run(f"{section.number} {section.title}".strip()))
    heading = paragraph(text, f"Heading{section.level - 1}", settings)
    level, other.level = other.level, section.level
    inner = "".join(_block(block, other) for block in section.blocks)
    other.level = level
    return heading + inner


def _paragraph(item: Paragraph, other):
    first, rest = _opening(item.content)
    number = f"{run(item.number)}{TAB}" if item.number else ""
    run_in = f"{runs_of(item.heading, other, BOLD)}{run('. ', BOLD)}" if item.heading else ""
    opening = "" if item.heading_anchor else run_in
    opening = other.marked(item.anchor, f"{number}{opening}{text_of(first, other)}")
    style, indent = ("Numbered", NUMBER) if item.number else ("BodyText", 0)
    text = paragraph(opening, style, turned(first)) + _inner(rest, other, indent, 0)
    return _own_heading(item, other) + text


def headlines_of(headlines: Headlines, other: BodyResources) -> str:
    """Headline figures as a table, and their main points."""
    points = _inner(headlines.main_points, other, 0, 0)
    title = paragraph(run(MAIN_POINTS, BOLD), "NotesTitle") if points else ""
    return f"{table_of(headline_table(headlines), other)}{title}{points}"


def content_of(content, body_resources: BodyResources) -> str:
    """Texts and lists one after another, as main points have them."""
    return _inner(content, body_resources, 0, 0)


def _own_heading(item, other):
    if not item.heading_anchor:
        return ""
    words = other.marked(item.heading_anchor, runs_of(item.heading, other))
    return paragraph(words, f"Heading{other.level}")


def _opening(content):
    """(the text that a content begins with, an empty one where it begins with a list, the rest)."""
    if content and isinstance(content[0], Text):
        return content[0], content[1:]
    return Text(), content


def _inner(content, other, indent, depth):
    """What stands under the first line of a paragraph or an item, `indent` from the margin."""
    return "".join(
        paragraph(text_of(item, other), "BodyText", f"{turned(item)}{_indented(indent)}")
        if isinstance(item, Text)
        else _list(item, other, indent, depth)
        for item in content
    )


def _list(listing: ItemList, other, indent=0, depth=0):
    return "".join(_item(item, other, indent + STEP, depth) for item in listing.items)


def _item(item: Item, other, indent, depth):
    first, rest = _opening(item.content)
    text = text_of(first, other)
    if item.label:
        style, counted, text = "ListNumber", "", f"{run(item.label)}{TAB}{text}"
    else:
        style, counted = "ListBullet", _BULLET.format(min(depth, 1))
    line = paragraph(
        other.marked(item.anchor, text),
        style,
        f"{counted}{turned(first)}{_indented(indent, STEP)}",
    )
    return line + _inner(rest, other, indent, depth + 1)


def _indented(left, hanging=0):
    if not left:
        return ""
    out = f' w:hanging="{hanging}"' if hanging else ""
    return f'<w:ind w:left="{left}"{out}/>'


def _notes(notes: Notes, other):
    rows = (_note(item, other) for item in notes.items)
    return paragraph(run("Notes", BOLD), "NotesTitle") + "".join(rows)


def _note(item, other):
    label = other.to(f"{item.anchor}-mark", run(item.label, '<w:rStyle w:val="Hyperlink"/>'))
    text = "".join(text_of(item, other) for item in item.content)
    return paragraph(other.marked(item.anchor, f"{label}{TAB}{text}"), "Note")


_BLOCKS = {
    kinds.Paragraph: _paragraph,
    kinds.ItemList: _list,
    kinds.Table: table_of,
    kinds.Chart: chart_of,
    kinds.Headlines: headlines_of,
    kinds.Notes: _notes,
    kinds.Section: _section,
    kinds.Facts: facts_of,
}
