"""Words in a line of a Word file: runs with their marks, citations and links."""

from collections.abc import Iterable

from reports.documents import document as kinds
from reports.documents.document import Run, Text
from reports.documents.html.inline import SCHEMES
from reports.documents.html.languages import Language, language_of, stretches
from reports.documents.word.markup import run
from reports.documents.word.parts import BodyResources

BOLD, ITALIC = "<w:b/>", "<w:i/>"
TAB = "<w:r><w:tab/></w:r>"
_LINKED = '<w:rStyle w:val="Hyperlink"/>'
_MARKS = {kinds.STRONG: BOLD, kinds.EMPHASIS: ITALIC, kinds.FAULT: '<w:highlight w:val="yellow"/>'}
# Chinese stands in Word's slot for the Far East, Bengali and Urdu in that for complex scripts.
_FAR_EAST = '<w:lang w:eastAsia="zh"/>'
_RAISED = '<w:vertAlign w:val="superscript"/>'


def text_of(text: Text, body_resources: BodyResources) -> str:
    """The runs of one text."""
    return runs_of(text.runs, body_resources)


def runs_of(runs: Iterable[Run], body_resources: BodyResources, settings: str = "") -> str:
    """Runs one after another; `settings` hold for all of them, as bold does in a row of totals."""
    return "".join(_run_of(item, body_resources, settings) for item in runs)


def spoken_run(text: str, settings: str = "") -> str:
    """A run of words, or several where some are in another language, each named with its own."""
    if text.isascii():
        return run(text, settings)
    return "".join(
        run(piece, f"{settings}{_tongue(language)}") for piece, language in stretches(text)
    ) or run(text, settings)


def turned(text: Text) -> str:
    """The setting of a paragraph of `text` that runs from right to left; nothing for any other."""
    language = language_of(text)
    return "<w:bidi/>" if language and language.from_right else ""


def _tongue(language: Language | None):
    if language is None:
        return ""
    if language.tag == "zh":
        return _FAR_EAST
    turned = "<w:rtl/>" if language.from_right else "<w:cs/>"
    return f'{turned}<w:lang w:bidi="{language.tag}"/>'


def _run_of(item, other, settings):
    if item.kind == kinds.REFERENCE:
        return other.to(item.to, spoken_run(item.text, f"{_LINKED}{settings}"))
    if item.kind == kinds.LINK and item.to.startswith(SCHEMES):
        return other.out(item.to, spoken_run(item.text, f"{_LINKED}{settings}"))
    if item.kind == kinds.NOTE:
        mark = other.to(item.to, run(item.text, f"{_LINKED}{settings}{_RAISED}"))
        return other.marked(f"{item.to}-mark", mark)
    mark = _MARKS.get(item.kind, "")
    # Bold before everything else, and once: the schema sets the order.
    return spoken_run(item.text, settings if mark in settings else f"{settings}{mark}")
