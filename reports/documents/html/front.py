"""The front of a publication as HTML for print: masthead, facts, and the digest that opens it."""

from django.utils.safestring import SafeString

from assurance.runtime.markup import formatted, join
from reports.documents.document import Document, Headlines, Text, text_of
from reports.documents.front.digest import ASKED, COMMITMENTS, Asked, asked_of, commitments_table
from reports.documents.front.masthead import Masthead
from reports.documents.headlines import MAIN_POINTS, caption_of
from reports.documents.html.headlines import tiles
from reports.documents.html.inline import Medium, escaped_text, language_attributes
from reports.documents.html.inline import text_of as runs_of
from reports.documents.html.languages import language_of
from reports.documents.html.page import main_points
from reports.documents.html.tables import table_of

# A fact of more letters has a line of its own.
SHORT = 60


def masthead_of(front: Masthead, medium: Medium) -> SafeString:
    """The band with whose report it is and for which meeting, and the title beneath."""
    mark = front.brand.mark
    image = formatted('<img src="{}" alt="{}">', mark, front.brand.alt) if mark else ""
    committee = _line("committee", front.committee, medium)
    meeting = join(*(_line("meeting", line, medium) for line in front.meeting))
    month = formatted(' <span class="month">{}</span>', front.month) if front.month else ""
    return formatted(
        '<div class="masthead">{}<div class="masthead__who"><p class="council">{}</p>{}</div>'
        '<div class="masthead__when">{}</div></div><h1>{}{}</h1>',
        *(image, front.council, committee, meeting, escaped_text(front.title, medium), month),
    )


def facts_of(front: Masthead, anchor: str, medium: Medium) -> SafeString:
    """The facts under the title: short ones in a line, the others one by one."""
    short = join(*(_fact("span", row, medium) for row in front.facts if _is_short(row)))
    line = formatted('<p class="front-facts">{}</p>', short) if short else ""
    rest = join(*(_fact("div", row, medium) for row in front.facts if not _is_short(row)))
    return formatted('<div id="{}" class="front">{}{}</div>', anchor, line, rest)


def digest_of(document: Document, leading: Headlines | None, medium: Medium) -> SafeString:
    """Headline figures, main points, what members are asked, and commitments."""
    points = main_points(leading, medium) if leading else ""
    decisions = asked_of(document)
    query = _section("asked", ASKED, _decisions(decisions, medium)) if decisions.items else ""
    read = _section("main-points", MAIN_POINTS, points) if points else ""
    drawn = (
        _section("headline-figures", caption_of(leading), tiles(leading, medium))
        if leading
        else "",
        # Next to each other, so that both are on the first page.
        formatted('<div class="digest__top">{}{}</div>', read, query)
        if read and query
        else read or query,
        _commitments(document, medium),
    )
    return formatted('<div class="digest">{}</div>', join(*drawn)) if any(drawn) else ""


def _section(anchor, title, inner):
    return formatted(
        '<section class="digest__{0}" aria-labelledby="{0}-h"><h2 id="{0}-h">{1}</h2>{2}</section>',
        *(anchor, title, inner),
    )


def _decisions(decisions: Asked, medium):
    lead = _line("lead", decisions.lead, medium)
    items = join(
        *(
            formatted(
                '<li><p><span class="l">{} </span>{}</p></li>',
                *(item.label, escaped_text(item.words, medium)),
            )
            for item in decisions.items
        )
    )
    full = formatted(
        '<a href="#{0}">{1} in full</a> <span class="at" data-to="#{0}"></span>',
        *(decisions.anchor, decisions.title),
    )
    return formatted('{}<ol class="app-list">{}</ol><p class="in-full">{}</p>', lead, items, full)


def _commitments(document, medium):
    table = commitments_table(document)
    return _section("commitments", COMMITMENTS, table_of(table, medium)) if table else ""


def _is_short(row):
    line, *rest = row.lines or (Text(),)
    return not (rest or language_of(line)) and len(text_of(line)) <= SHORT


def _fact(tag, row, medium):
    lines = join(
        *(
            formatted("<{0}{1}>{2}</{0}>", tag, language_attributes(line), runs_of(line, medium))
            for line in row.lines
        )
    )
    return formatted("<{0}><strong>{1}</strong> {2}</{0}> ", tag, row.name, lines)


def _line(name, words, medium):
    return formatted('<p class="{}">{}</p>', name, escaped_text(words, medium)) if words else ""
