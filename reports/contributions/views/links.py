"""What pages behind a link share: limits, whose it is, where it ended, how it is shown once."""

from allauth.core import ratelimit
from django.http import Http404
from django.shortcuts import render

from assurance.accounts.access import KEPT_NOWHERE
from assurance.runtime.periods import today

ENDED = 410
LINK, LINK_ENDED = "contributions/link.html", "contributions/link_ended.html"


def opened(request, rows, link, page, why_closed, template=LINK_ENDED):
    """What `page(request, row)` answers for the one of `rows` that `link` opens; 404 for no link of
    ours, 410 with whom to ask where it has ended."""
    limited = ratelimit.consume_or_429(request, action="contribution_link", limit_get=True)
    if limited:
        return private(limited)
    row = rows.first()
    if row is None:
        raise Http404
    if why := why_closed(row) or row.why_link_ended(link, today()):
        return ended(request, row, why, template)
    return private(page(request, row))


def ended(request, row, why, template=LINK_ENDED):
    """The page that says why `row` can be opened no more, and whom to ask."""
    context = {"why": why, "whom": row.asked_by, "council": row.council, "paper": row.paper}
    return private(render(request, template, context, status=ENDED))


def show_link(request, row, address, context, template=LINK):
    """The page that shows a new link of `row`, this once."""
    context |= {"until": row.link_until, "address": request.build_absolute_uri(address)}
    return private(render(request, template, context))


def private(response):
    """The answer, for nobody's store or search engine, its address, perhaps a key, for no log."""
    response._has_been_logged = True
    response["Cache-Control"] = KEPT_NOWHERE
    response["X-Robots-Tag"] = "noindex"
    return response
