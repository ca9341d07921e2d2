"""Words in a line of a Word file: runs with their marks, citations and links."""

from collections.abc import Iterable

from reports import document as kinds
from reports.document import Run, Text
from reports.papers.wordprocessing import run
from reports.render.inline import SCHEMES
from reports.render.word.beside import Beside

BOLD, ITALIC = "<w:b/>", "<w:i/>"
TAB = "<w:r><w:tab/></w:r>"
_LINKED = '<w:rStyle w:val="Hyperlink"/>'
_MARKS = {kinds.STRONG: BOLD, kinds.EMPHASIS: ITALIC, kinds.FAULT: '<w:highlight w:val="yellow"/>'}
_RAISED = '<w:vertAlign w:val="superscript"/>'


def text_of(text: Text, beside: Beside) -> str:
    """The runs of one text."""
    return runs_of(text.runs, beside)


def runs_of(runs: Iterable[Run], beside: Beside, settings: str = "") -> str:
    """Runs one after another; `settings` hold for all of them, as bold does in a row of totals."""
    return "".join(_run_of(one, beside, settings) for one in runs)


def _run_of(one, beside, settings):
    if one.kind == kinds.REFERENCE:
        return beside.to(one.to, run(one.text, f"{_LINKED}{settings}"))
    if one.kind == kinds.LINK and one.to.startswith(SCHEMES):
        return beside.out(one.to, run(one.text, f"{_LINKED}{settings}"))
    if one.kind == kinds.NOTE:
        mark = beside.to(one.to, run(one.text, f"{_LINKED}{settings}{_RAISED}"))
        return beside.marked(f"{one.to}-mark", mark)
    mark = _MARKS.get(one.kind, "")
    # Bold before everything else, and once: the schema sets the order.
    return run(one.text, settings if mark in settings else f"{settings}{mark}")
