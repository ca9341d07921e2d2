"""A document as HTML: for the screen, with addresses and links to figures, and for print, as the
PDF takes it.

Every word is escaped here; all markup is ours. Paragraph numbers are literal text, frozen with the
edition, so that
the screen, the PDF and the minutes of a meeting agree.
"""

from dataclasses import replace

from django.utils.safestring import SafeString, mark_safe

from assurance.runtime.markup import formatted, join
from reports.documents import document as kinds
from reports.documents.document import Document, Headlines, Section
from reports.documents.entries import END_NOTES
from reports.documents.html.chart_tables import printed_tables
from reports.documents.html.inline import (
    PRINT,
    Medium,
    escaped_text,
    language_attributes,
    run_of,
    text_of,
)
from reports.documents.html.tables import chart_of, facts_of, headlines_of, table_of

TOP = 2
_LIST_TAGS = {"bullet": "ul", "letter": "ol", "roman": "ol", "number": "ol"}


def opening(document: Document, medium: Medium = PRINT) -> SafeString:
    """The block of facts under the title."""
    return facts_of(document.head, medium)


def sections(document: Document, medium: Medium = PRINT) -> SafeString:
    """Every section in order, without the title and the facts."""
    medium = replace(medium, tables=printed_tables(document))
    return join(*(_block(section, _beginning(medium)) for section in document.sections))


def _beginning(medium):
    """The medium of a section in which no abbreviation was met yet."""
    known = medium.abbreviations
    return replace(medium, level=TOP, abbreviations=known.anew() if known else None)


def main_points(headlines: Headlines, medium: Medium = PRINT) -> SafeString:
    """The main points that follow headline figures; nothing where there are none."""
    return join(*(_inner(item, medium) for item in headlines.main_points))


def block(one, medium: Medium = PRINT) -> SafeString:
    """One block by itself, as a preview shows it; an item of a list stands in a list of its own."""
    if isinstance(one, kinds.Item):
        one = kinds.ItemList("roman", (one,))
    return _block(one, medium)


def title(section: Section, level: int) -> SafeString:
    """The heading of a section by itself, as the page shows it on which the paper is written."""
    number = formatted('<span class="n">{}</span> ', section.number) if section.number else ""
    return formatted('<h{} id="{}">{}{}</h{}>', level, section.anchor, number, section.title, level)


def plain(words: str) -> SafeString:
    """Words of a block that prints nothing."""
    return formatted("<p>{}</p>", words)


def contents(document: Document, medium: Medium = PRINT) -> SafeString:
    """The contents as a list of links, two levels deep; in print each has its page beside it."""
    return formatted('<ol class="contents">{}</ol>', _lines(document.sections, _line(medium)))


def _lines(blocks, line):
    return join(*(line(item) for item in blocks if _has_heading(item)))


def _has_heading(item):
    return isinstance(item, Section) or bool(getattr(item, "heading_anchor", ""))


def _line(medium):
    def line(section):
        if isinstance(section, kinds.Paragraph):
            return _entry(section.heading_anchor, kinds.text_of(section.heading), "", medium)
        inner = _lines(section.blocks, line if section.level == TOP else _no_line)
        nested = formatted("<ol>{}</ol>", inner) if inner else ""
        return _entry(section.anchor, f"{section.number} {section.title}".strip(), nested, medium)

    return line


def _entry(anchor, words, nested, medium):
    page = "" if medium.screen else formatted('<span class="pg" data-to="#{}"></span>', anchor)
    link = formatted('<a href="#{}">{}</a>', anchor, escaped_text(words, medium))
    return formatted("<li>{}{}{}</li>", link, page, nested)


def _no_line(_section):
    return ""


def _section(section, medium):
    number = formatted('<span class="n">{}</span> ', section.number) if section.number else ""
    within = replace(medium, level=section.level + 1)
    return formatted(
        '<section id="{}"{} aria-labelledby="{}-h"><h{} id="{}-h">{}{}</h{}>{}</section>',
        section.anchor,
        mark_safe(' role="doc-endnotes"' if section.anchor == END_NOTES else ""),
        section.anchor,
        section.level,
        section.anchor,
        number,
        escaped_text(section.title, medium),
        section.level,
        join(*(_block(item, within) for item in section.blocks)),
    )


def _block(block, medium):
    if isinstance(block, kinds.Facts):
        # The list of abbreviations explains itself.
        medium = replace(medium, abbreviations=None)
    drawn = _BLOCKS[type(block)](block, medium)
    if medium.beside and isinstance(block, _WITH_SOMETHING_BESIDE):
        return join(drawn, medium.beside(block.anchor))
    return drawn


def _paragraph(paragraph, medium):
    number = _number(paragraph, medium) if paragraph.number else ""
    heading, run_in = _own_heading(paragraph, medium)
    first, *rest = paragraph.content or (kinds.Text(),)
    opening = first if isinstance(first, kinds.Text) else kinds.Text()
    others = rest if isinstance(first, kinds.Text) else paragraph.content
    return formatted(
        '{}<div class="para{}" id="{}"><p{}>{}{}{}</p>{}</div>',
        heading,
        " numbered" if paragraph.number else "",
        paragraph.anchor,
        language_attributes(opening),
        number,
        run_in,
        text_of(opening, medium),
        join(*(_inner(other, medium) for other in others)),
    )


def _own_heading(paragraph, medium):
    """(the heading above a paragraph, the bold words that begin it): one of the two, or neither."""
    words = join(*(run_of(run, medium) for run in paragraph.heading))
    if not words:
        return "", ""
    if not (medium.level and paragraph.heading_anchor):
        return "", formatted('<strong class="run-in">{}</strong> ', words)
    named = (medium.level, paragraph.heading_anchor, words, medium.level)
    return formatted('<h{} id="{}">{}</h{}>', *named), ""


def _number(paragraph, medium):
    if not medium.screen:
        return formatted('<span class="n">{} </span>', paragraph.number)
    return formatted(
        '<a class="n" href="#{}" aria-label="Link to paragraph {}">{}</a> ',
        paragraph.anchor,
        paragraph.number.rstrip("."),
        paragraph.number,
    )


def _inner(content, medium):
    if isinstance(content, kinds.Text):
        return formatted("<p{}>{}</p>", language_attributes(content), text_of(content, medium))
    return _list(content, medium)


def _list(listing, medium):
    tag = _LIST_TAGS[listing.style]
    return formatted(
        '<{} class="app-list {}">{}</{}>',
        tag,
        listing.style,
        join(*(_item(item, medium) for item in listing.items)),
        tag,
    )


def _item(item, medium):
    """An item holds blocks only: text and blocks side by side would break the PDF's list bodies."""
    label = formatted('<span class="l">{} </span>', item.label) if item.label else ""
    first, *rest = item.content or (kinds.Text(),)
    if isinstance(first, kinds.Text):
        opening = formatted(
            "<p{}>{}{}</p>", language_attributes(first), label, text_of(first, medium)
        )
    else:
        opening, rest = formatted("<p>{}</p>", label), item.content
    return formatted(
        '<li id="{}">{}{}</li>',
        item.anchor,
        opening,
        join(*(_inner(item, medium) for item in rest)),
    )


def _notes(notes, medium):
    rows = join(*(_note(item, medium) for item in notes.items))
    return formatted(
        '<div class="notes"><p><strong>Notes</strong></p><ol class="app-list">{}</ol></div>', rows
    )


def _note(item, medium):
    back = formatted(
        '<a href="#{}-mark" aria-label="Back to the mark of note {}">{}</a> ',
        item.anchor,
        item.label.rstrip("."),
        item.label,
    )
    text = join(*(text_of(item, medium) for item in item.content))
    return formatted('<li id="{}"><p>{}{}</p></li>', item.anchor, back, text)


def _headlines(headlines, medium):
    return join(headlines_of(headlines, medium), main_points(headlines, medium))


_WITH_SOMETHING_BESIDE = (kinds.Paragraph, kinds.Table, kinds.Chart, kinds.Headlines)
_BLOCKS = {
    kinds.Paragraph: _paragraph,
    kinds.ItemList: _list,
    kinds.Table: table_of,
    kinds.Chart: chart_of,
    kinds.Headlines: _headlines,
    kinds.Notes: _notes,
    kinds.Section: _section,
    kinds.Facts: facts_of,
}
