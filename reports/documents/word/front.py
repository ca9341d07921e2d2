"""The front of a Word file: the mark, whose report it is, its title, its facts and its digest."""

from dataclasses import replace

from reports.documents.document import Document, Headlines
from reports.documents.front.digest import ASKED, COMMITMENTS, Asked, asked_of, commitments_table
from reports.documents.front.mark import picture_of
from reports.documents.front.masthead import Masthead, masthead
from reports.documents.headlines import MAIN_POINTS, headline_table
from reports.documents.word.body import content_of
from reports.documents.word.inline import TAB, BodyResources, spoken_run
from reports.documents.word.markup import paragraph, run
from reports.documents.word.pictures import Picture, drawn
from reports.documents.word.tables import facts_of, table_of

# Where the picture lies in the file, and the name of its relation; 914,400 units are an inch.
MARK, SIDE = "mark", 540_000
_LINKED = '<w:rStyle w:val="Hyperlink"/>'


def masthead_of(document: Document) -> str:
    """Whose report it is, for which meeting, and its title with its month."""
    front = masthead(document)
    lines = (front.committee, *front.meeting)
    return "".join(
        (
            _mark(front) if front.brand.mark else "",
            paragraph(spoken_run(front.council), "Council"),
            *(paragraph(spoken_run(line), "Meeting") for line in lines if line),
            paragraph(spoken_run(front.title), "Title"),
            paragraph(run(front.month), "Month") if front.month else "",
        )
    )


def opening_facts(document: Document, other: BodyResources) -> str:
    """The facts under the title as a table."""
    return facts_of(replace(document.head, rows=masthead(document).facts), other)


def digest_of(document: Document, leading: Headlines | None, other: BodyResources) -> str:
    """Headline figures, main points, what members are asked, and commitments."""
    points = content_of(leading.main_points, other) if leading else ""
    figures = table_of(headline_table(leading), other) if leading else ""
    decisions, table = asked_of(document), commitments_table(document)
    return "".join(
        (
            figures,
            _headed(MAIN_POINTS, points),
            _headed(ASKED, _decisions(decisions, other) if decisions.items else ""),
            _headed(COMMITMENTS, table_of(table, other) if table else ""),
        )
    )


def _headed(title, inner):
    return f"{paragraph(run(title), 'DigestHeading')}{inner}" if inner else ""


def _decisions(decisions: Asked, other):
    lead = (
        paragraph(spoken_run(decisions.lead), "BodyText", "<w:keepNext/>") if decisions.lead else ""
    )
    hanging = '<w:ind w:left="510" w:hanging="510"/>'
    items = (
        paragraph(f"{run(item.label)}{TAB}{spoken_run(item.words)}", "ListNumber", hanging)
        for item in decisions.items
    )
    full = other.to(decisions.anchor, run(f"{decisions.title} in full", _LINKED))
    return f"{lead}{''.join(items)}{paragraph(full, 'BodyText')}"


def _mark(front: Masthead):
    """The mark as a picture in a line, with its text alternative."""
    picture = Picture(MARK, picture_of(front.brand), front.brand.alt, 9000, SIDE)
    return paragraph(drawn(picture), "Council")
