"""The clerk's page of those who are asked from outside to approve a paper."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from assurance.accounts.access import Permission, requires
from assurance.records.refusals import Refused, refusals_shown_on
from assurance.runtime.periods import today
from reports.approvals.forms.external_approvers import AskOutsideForm
from reports.approvals.invited_emails import send
from reports.approvals.models.external_approvers import OutsideApprover
from reports.approvals.operations import external_approvers, links
from reports.contributions.views.section import private
from reports.papers.draft_pages import address, draft_address, get_paper, typed
from reports.papers.models.papers import Paper

LINK_SENT = "They have been asked, and were sent a link."
NOT_TOLD = "They have been asked, but no e-mail went: {why}. Make a link and give it to them."
LINK_ENDED = "A link is made for somebody who is asked and has not decided."


@requires(Permission.ISSUE_PAPERS)
def show(request, series, slug):
    """Who was asked and what they decided; the form that asks another."""
    paper = get_paper(request, series, slug)
    form = AskOutsideForm(typed(request))
    if form.is_valid():
        with refusals_shown_on(form):
            fields = {"by": request.user, "on": today()}
            row = external_approvers.ask_outside(paper=paper, **form.asked(), **fields)
            _show_delivery(request, send(row, **fields))
            return redirect("papers:outside-list-of", *address(paper))
    rows = OutsideApprover.objects.visible_to(request.user).of_paper(paper)
    context = {"paper": paper, "rows": rows, "form": form, "back": draft_address(paper)}
    context["may_ask"] = paper.status == Paper.SENT
    return render(request, "approvals/external_approvers.html", context)


@requires(Permission.ISSUE_PAPERS)
@require_POST
def end(request, series, slug, pk):
    """Asks somebody no longer."""
    row = _get_approver(request, series, slug, pk)
    try:
        external_approvers.end_outside(row=row, by=request.user, on=today())
        messages.success(request, "They are no longer asked, and their link has ended.")
    except Refused as refused:
        messages.error(request, refused.sentence)
    return redirect("papers:outside-list-of", series, slug)


@requires(Permission.ISSUE_PAPERS)
@require_POST
def again(request, series, slug, pk):
    """Asks somebody once more, with a new link by e-mail."""
    row = _get_approver(request, series, slug, pk)
    fields = {"by": request.user, "on": today()}
    try:
        _show_delivery(
            request, send(external_approvers.ask_outside_again(row=row, **fields), **fields)
        )
    except Refused as refused:
        messages.error(request, refused.sentence)
    return redirect("papers:outside-list-of", series, slug)


@requires(Permission.ISSUE_PAPERS)
@require_POST
def link(request, series, slug, pk):
    """Makes a link for somebody who is asked and shows it, once."""
    row = _get_approver(request, series, slug, pk)
    back = reverse("papers:outside-list-of", args=[series, slug])
    if row.ended_on or row.decision:
        messages.error(request, LINK_ENDED)
        return redirect(back)
    row, text = links.seal_link(row=row, by=request.user, on=today())
    made = request.build_absolute_uri(reverse("papers:outside", args=[text]))
    context = {"who": row.name, "until": row.link_until, "address": made, "back": back}
    return private(render(request, "approvals/early_link.html", {**context, "paper": row.paper}))


def _get_approver(request, series, slug, pk):
    rows = OutsideApprover.objects.visible_to(request.user)
    return get_object_or_404(rows.of_paper(get_paper(request, series, slug)), pk=pk)


def _show_delivery(request, row):
    if row.last_trouble:
        messages.warning(request, NOT_TOLD.format(why=row.last_trouble.rstrip(".")))
    else:
        messages.success(request, LINK_SENT)
