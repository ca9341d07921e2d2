"""Words in a line as HTML: runs of text, each escaped, with their marks and links."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from reports import document as kinds
from reports.document import Run

_WRAPPED = {
    kinds.STRONG: "<strong>{}</strong>",
    kinds.EMPHASIS: "<em>{}</em>",
    kinds.FAULT: '<mark class="app-fault">{}</mark>',
}
# A link that leads anywhere else stays words.
SCHEMES = ("https://", "http://", "mailto:")


@dataclass(frozen=True)
class Medium:
    """What a rendering is for. `figure` gives the address of a figure's page by its number, or
    None for none."""

    screen: bool
    figure: Callable[[str], str] | None = None


PRINT = Medium(screen=False)


def text_of(text, medium: Medium) -> SafeString:
    """The runs of one text, escaped."""
    return join(*(run_of(run, medium) for run in text.runs))


def run_of(run: Run, medium: Medium) -> SafeString:
    """One run in the markup of its kind; a link to any other place than SCHEMES stays words."""
    if run.kind in _WRAPPED:
        return format_html(_WRAPPED[run.kind], run.text)
    if run.kind == kinds.REFERENCE:
        return format_html('<a href="#{}">{}</a>', run.to, run.text)
    if run.kind == kinds.LINK and run.to.startswith(SCHEMES):
        return format_html('<a href="{}">{}</a>', run.to, run.text)
    if run.kind == kinds.NOTE:
        return format_html(
            '<sup><a id="{0}-mark" href="#{0}" aria-label="Note {1}">{1}</a></sup>',
            run.to,
            run.text,
        )
    if run.kind in (kinds.FIGURE, kinds.HIDDEN) and medium.figure:
        return format_html('<a class="figure" href="{}">{}</a>', medium.figure(run.to), run.text)
    return conditional_escape(run.text)


def join(*pieces) -> SafeString:
    """The pieces one after another, what is not marked safe escaped."""
    return mark_safe("".join(map(conditional_escape, pieces)))
