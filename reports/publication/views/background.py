"""Copies of background papers, which anybody may read for four years from the meeting."""

from django.http import Http404
from django.shortcuts import render

from assurance.accounts.access import public
from assurance.attachments import storage
from assurance.attachments.storage import given_away
from assurance.runtime.caching import CURRENT, of_page
from assurance.runtime.periods import today
from reports.documents.enclosures import open_until
from reports.issue.views.removals import gone
from reports.papers.addresses import paper_address
from reports.papers.assembly.enclosures import backgrounds
from reports.publication.views.editions import of_edition

GONE, NO_LONGER = 404, 410


@public
@of_edition(gone)
def show(request, edition, place):
    """A background paper of the current edition: its copy, until when, or why there is none."""
    return _page(request, edition, _get_background(edition, place))


@public
@of_edition(gone)
def copy(request, edition, place):
    """The bytes of the copy that is kept of a background paper, as long as it is open."""
    item = _get_background(edition, place)
    if not item.files:
        raise Http404
    if _closes(edition) < today():
        return _page(request, edition, item, status=NO_LONGER)
    saved = item.files[0]
    path = storage.place_of(edition.council.slug, saved.sha256)
    content = storage.held_at(path, saved.sha256)
    if content is None:
        return _page(request, edition, item, status=GONE, lost=True)
    answer = given_away(
        content, saved.media_type, f"{edition.paper.slug}-background-{place}{saved.ending}"
    )
    answer["Cache-Control"] = CURRENT
    return answer


def _get_background(edition, place):
    """The background paper of that number; 404 where there is none."""
    current = backgrounds(edition.front.document.enclosed)
    item = next((row for row in current if row.number == place), None)
    if item is None:
        raise Http404
    return item


def _closes(edition):
    """The last day on which its background papers are open."""
    meeting = edition.paper.meeting
    return open_until(meeting.date if meeting else edition.issued_on)


def _page(request, edition, item, status=200, lost=False):
    closes = _closes(edition)
    context = {
        "one": item,
        "edition": edition,
        "council": edition.paper.council,
        "file": item.files[0] if item.files else None,
        "lost": lost,
        "closes": closes,
        "is_open": closes >= today(),
        "whom": edition.paper.whom_to_ask(today()),
        "back": paper_address(edition.paper),
    }
    response = render(request, "publication/background.html", context, status=status)
    response["Cache-Control"] = of_page(request)
    return response
