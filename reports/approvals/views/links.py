"""What the pages behind a link without an account share: limits, whose link it is, where it
ended."""

from allauth.core import ratelimit
from django.http import Http404
from django.shortcuts import render

from assurance.runtime.periods import today
from reports.approvals import invited_rules as rules
from reports.contributions.views.section import ENDED, private


def opened(request, result, sealed, page, why_closed):
    """What `page(request, row)` answers for the row that `found` gives for the link `sealed`; 404
    for words that no link ever held, 410 with whom to ask where `why_closed(row)` or the state of
    the link says that it has ended."""
    limited = ratelimit.consume_or_429(request, action="contribution_link", limit_get=True)
    if limited:
        return private(limited)
    row = result(sealed)
    if row is None:
        raise Http404
    newest = row.is_sealed_by(sealed)
    why = why_closed(row) or rules.why_link_ended(newest, row.link_until, today())
    return ended(request, row, why) if why else private(page(request, row))


def ended(request, row, why):
    """The page that says why a link opens nothing more, and whom to ask."""
    whom = getattr(row, "asked_by", None) or row.named_by
    context = {"why": why, "whom": whom, "council": row.council, "paper": row.paper}
    return private(render(request, "approvals/early_ended.html", context, status=ENDED))
