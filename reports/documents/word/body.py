"""The blocks of a paper as the paragraphs and tables of a Word file.

Numbers of paragraphs and labels of items are words, not Word's own counting: they were fixed with
the edition, and minutes cite them.
"""

from reports.documents import document as kinds
from reports.documents.document import Document, Item, ItemList, Notes, Paragraph, Section, Text
from reports.documents.word.charts import chart_of
from reports.documents.word.inline import BOLD, TAB, runs_of, spoken_run, text_of, turned
from reports.documents.word.markup import paragraph, run
from reports.documents.word.parts import BodyResources
from reports.documents.word.tables import facts_of, table_of

# Twentieths of a point, as print's 11 and 9 millimetres.
NUMBER, STEP = 624, 510
ANNEX = "annex-"
_BULLET = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>'
_NEW_PAGE = "<w:pageBreakBefore/>"


def body_of(document: Document, beside: BodyResources) -> str:
    """Every section in order; the annexes begin on a page of their own."""
    annexes = [one for one in document.sections if getattr(one, "anchor", "").startswith(ANNEX)]
    return "".join(
        _section(one, beside, _NEW_PAGE) if one in annexes[:1] else _block(one, beside)
        for one in document.sections
    )


def _block(block, beside):
    return _BLOCKS[type(block)](block, beside)


def _section(section: Section, beside, settings=""):
    words = beside.marked(section.anchor, spoken_run(f"{section.number} {section.title}".strip()))
    heading = paragraph(words, f"Heading{section.level - 1}", settings)
    return heading + "".join(_block(one, beside) for one in section.blocks)


def _paragraph(one: Paragraph, beside):
    first, rest = _opening(one.content)
    number = f"{run(one.number)}{TAB}" if one.number else ""
    run_in = f"{runs_of(one.heading, beside, BOLD)}{run('. ', BOLD)}" if one.heading else ""
    opening = beside.marked(one.anchor, f"{number}{run_in}{text_of(first, beside)}")
    style, indent = ("Numbered", NUMBER) if one.number else ("BodyText", 0)
    return paragraph(opening, style, turned(first)) + _inner(rest, beside, indent, 0)


def _opening(content):
    """(the text that a content begins with, an empty one where it begins with a list, the rest)."""
    if content and isinstance(content[0], Text):
        return content[0], content[1:]
    return Text(), content


def _inner(content, beside, indent, depth):
    """What stands under the first line of a paragraph or an item, `indent` from the margin."""
    return "".join(
        paragraph(text_of(one, beside), "BodyText", f"{turned(one)}{_indented(indent)}")
        if isinstance(one, Text)
        else _list(one, beside, indent, depth)
        for one in content
    )


def _list(listing: ItemList, beside, indent=0, depth=0):
    return "".join(_item(one, beside, indent + STEP, depth) for one in listing.items)


def _item(item: Item, beside, indent, depth):
    first, rest = _opening(item.content)
    words = text_of(first, beside)
    if item.label:
        style, counted, words = "ListNumber", "", f"{run(item.label)}{TAB}{words}"
    else:
        style, counted = "ListBullet", _BULLET.format(min(depth, 1))
    line = paragraph(
        beside.marked(item.anchor, words),
        style,
        f"{counted}{turned(first)}{_indented(indent, STEP)}",
    )
    return line + _inner(rest, beside, indent, depth + 1)


def _indented(left, hanging=0):
    if not left:
        return ""
    out = f' w:hanging="{hanging}"' if hanging else ""
    return f'<w:ind w:left="{left}"{out}/>'


def _notes(notes: Notes, beside):
    rows = (_note(one, beside) for one in notes.items)
    return paragraph(run("Notes", BOLD), "NotesTitle") + "".join(rows)


def _note(item, beside):
    label = beside.to(f"{item.anchor}-mark", run(item.label, '<w:rStyle w:val="Hyperlink"/>'))
    words = "".join(text_of(one, beside) for one in item.content)
    return paragraph(beside.marked(item.anchor, f"{label}{TAB}{words}"), "Note")


_BLOCKS = {
    kinds.Paragraph: _paragraph,
    kinds.ItemList: _list,
    kinds.Table: table_of,
    kinds.Chart: chart_of,
    kinds.Notes: _notes,
    kinds.Section: _section,
    kinds.Facts: facts_of,
}
