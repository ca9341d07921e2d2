"""Words in a line as HTML: runs of text, each escaped, with their marks and links."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from django.utils.safestring import SafeString, mark_safe

from assurance.runtime.markup import escaped, formatted, join
from reports.documents import document as kinds
from reports.documents.data.changes import ARROW
from reports.documents.document import Run, Table
from reports.documents.entries import SOURCE_MARK, SOURCED
from reports.documents.html.abbreviations import Abbreviations
from reports.documents.html.languages import language_of, stretches

_WRAPPED = {
    kinds.STRONG: "<strong>{}</strong>",
    kinds.EMPHASIS: "<em>{}</em>",
    kinds.FAULT: '<mark class="app-fault">{}</mark>',
    ARROW: '<span aria-hidden="true">{}</span>',
}
_WITH_ABBREVIATIONS = (kinds.PLAIN, kinds.STRONG, kinds.EMPHASIS)
# How what is live or typed looks while a report is written, as in the field that it is written in.
_LIVE = {kinds.FIGURE: "figure", kinds.HIDDEN: "hidden", kinds.TYPED: "typed"}
_BEFORE_NUMBER = re.compile(r"(?<=[a-z]) (?=\d)")
# A link that leads anywhere else stays words.
SCHEMES = ("https://", "http://", "mailto:")


@dataclass(frozen=True)
class Medium:
    """What a rendering is for. `figure` gives the address of a figure's page by its number, and
    `beside` what stands behind a paragraph, table or chart by its anchor, or None for none;
    `marks` is whether words of another language are marked one by one, as they are where the text
    around them is not in it; `abbreviations` are marked in running words where they are given;
    `bold` is whether a counted number that leads nowhere is bold; `live` is whether figures, dates
    and typed numbers that lead nowhere are marked, for those who write a report;
    `is_file` is whether print is also read on screens, as the HTML file of a report is;
    `level` is that of a paragraph's own heading, 0 for a block by itself, whose heading is bold
    words; `tables` are the printed tables with the numbers of charts, by the anchors of these;
    `is_alone` is whether one block is on a page without its report, whose other places it cannot
    lead to."""

    screen: bool
    figure: Callable[[str], str] | None = None
    marks: bool = True
    beside: Callable[[str], SafeString] | None = None
    abbreviations: Abbreviations | None = None
    level: int = 0
    bold: bool = False
    live: bool = False
    is_file: bool = False
    tables: Mapping[str, Table] = field(default_factory=dict)
    is_alone: bool = False

    @property
    def cards(self) -> bool:
        """True where it may be read on a small screen: rows of wide tables become cards."""
        return self.screen or self.is_file


PRINT = Medium(screen=False, bold=True)


def text_of(text, medium: Medium) -> SafeString:
    """The runs of one text, escaped."""
    within = replace(medium, marks=False) if language_of(text) else medium
    return join(*(run_of(run, within) for run in text.runs))


def language_attributes(text) -> SafeString:
    """The attributes for language and direction of `text`, if it is not the document's own."""
    language = language_of(text)
    if language is None:
        return mark_safe("")
    return formatted(' lang="{}" dir="{}"', language.tag, language.direction)


def escaped_text(words: str, medium: Medium) -> SafeString:
    """Words, escaped, with what is in another language marked as such."""
    if not medium.marks or words.isascii():
        return escaped(words)
    return join(*(_marked(piece, language) for piece, language in stretches(words)))


def _marked(piece, language):
    if language is None:
        return piece
    return formatted('<span lang="{}" dir="{}">{}</span>', language.tag, language.direction, piece)


def run_of(run: Run, medium: Medium) -> SafeString:
    """One run in the markup of its kind; a link to any other place than SCHEMES stays words."""
    if medium.abbreviations and run.kind in _WITH_ABBREVIATIONS:
        text = join(*medium.abbreviations.marked(run.text, lambda item: escaped_text(item, medium)))
    else:
        text = escaped_text(run.printed, medium)
    if run.kind in _WRAPPED:
        return formatted(_WRAPPED[run.kind], text)
    if run.kind in (kinds.REFERENCE, SOURCED) and medium.is_alone:
        return text
    if run.kind == kinds.REFERENCE:
        # On paper “paragraph” and its number are on one line.
        text = text if medium.screen else mark_safe(_BEFORE_NUMBER.sub("\u00a0", text))
        return formatted('<a href="#{}">{}</a>', run.to, text)
    if run.kind == kinds.LINK and run.to.startswith(SCHEMES):
        return formatted('<a href="{}">{}</a>', run.to, text)
    if run.kind == kinds.NOTE:
        return formatted(
            '<sup><a id="{0}-mark" href="#{0}" aria-label="Note {1}">{1}</a></sup>',
            run.to,
            run.text,
        )
    if run.kind in (kinds.FIGURE, kinds.HIDDEN, kinds.TYPED) and run.to and medium.figure:
        look = "figure figure--typed" if run.kind == kinds.TYPED else "figure"
        return formatted('<a class="{}" href="{}">{}</a>', look, medium.figure(run.to), text)
    look = _live_look(run) if medium.live else None
    if look:
        return formatted('<span class="draft-live draft-live--{}">{}</span>', look, text)
    if run.kind == kinds.FIGURE and medium.bold:
        return formatted("<b>{}</b>", text)
    if run.kind == SOURCE_MARK:
        return _source_mark(run)
    if run.kind == SOURCED:
        return formatted('<a class="sourced" href="#{}">{}</a>', run.to, text)
    return text


def _live_look(run):
    """The mark of a run that follows from records or has a source; None for other words."""
    return "date" if run.kind == kinds.PLAIN and run.to else _LIVE.get(run.kind)


def _source_mark(run):
    number = run.text.strip()
    return formatted(
        '<sup class="source-mark">\u00a0<a href="#{0}" aria-label="Source note {1}">{1}</a></sup>',
        run.to,
        number,
    )
