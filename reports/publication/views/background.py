"""Copies of background papers, which anybody may read for four years from the meeting."""

from django.http import Http404
from django.shortcuts import render

from assurance.accounts.access import public
from assurance.attachments import storage
from assurance.attachments.responses import given_away
from assurance.runtime.caching import CURRENT, of_page
from assurance.runtime.periods import today
from reports.documents.document import from_json
from reports.documents.enclosures import open_until
from reports.editions.models.editions import Edition
from reports.issue.views.removed_pages import gone
from reports.papers.addresses import paper_address
from reports.papers.assembly.enclosures import backgrounds

GONE, NO_LONGER = 404, 410


@public
def show(request, council, series, slug, place):
    """A background paper of the current edition: its copy, until when it is open, or why there is
    none."""
    edition, item = _get_background(council, series, slug, place)
    if edition.taken_down:
        return gone(request, edition)
    return _page(request, edition, item)


@public
def copy(request, council, series, slug, place):
    """The bytes of the copy that is kept of a background paper, as long as it is open."""
    edition, item = _get_background(council, series, slug, place)
    if edition.taken_down:
        return gone(request, edition)
    if not item.files:
        raise Http404
    if _closes(edition) < today():
        return _page(request, edition, item, status=NO_LONGER)
    saved = item.files[0]
    path = storage.place_of(edition.council.slug, saved.sha256)
    content = storage.held_at(path, saved.sha256)
    if content is None:
        return _page(request, edition, item, status=GONE, lost=True)
    answer = given_away(content, saved.media_type, f"{slug}-background-{place}{saved.ending}")
    answer["Cache-Control"] = CURRENT
    return answer


def _get_background(council, series, slug, place):
    """(the current edition, its background paper of that number); 404 where there is none."""
    edition = Edition.objects.public_in(council).of_paper(series, slug).first()
    if edition is None:
        raise Http404
    if edition.taken_down:
        return edition, None
    current = backgrounds(from_json(edition.document).enclosed)
    item = next((row for row in current if row.number == place), None)
    if item is None:
        raise Http404
    return edition, item


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
