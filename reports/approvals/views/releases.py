"""Numbers of a draft that are not shown, and an approver's decision to publish a small one."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from assurance.accounts.access import Permission, may, requires
from assurance.figures.registry import FIGURES
from assurance.records.refusals import refusals_as_messages
from assurance.runtime.periods import today
from reports.approvals.hidden_numbers import hidden_numbers, hidden_when_sent, releasable
from reports.approvals.operations import releases
from reports.editions.snapshot import assembled
from reports.papers.draft_pages import draft_address, get_paper
from reports.papers.manuscript import read


@requires(Permission.READ_DRAFTS)
def show(request, series, slug):
    """The numbers of the draft that are not shown, and why; for an approver with a form for each
    small one of staff, and those that may be published."""
    paper = get_paper(request, series, slug)
    made = _made(paper)
    hidden = hidden_numbers(made) if made else []
    may_release = made is not None and may(request.user, Permission.APPROVE_PAPERS)
    context = {
        "paper": paper,
        "hidden": hidden,
        "sent": [] if made else hidden_when_sent(paper),
        "offered": releasable(made, hidden) if may_release else [],
        "released": [
            (row, FIGURES[row.key].title_of(row.member) if row.key in FIGURES else row.key)
            for row in paper.released_numbers.active().select_related("released_by")
        ],
        "may_release": may_release,
        "back": draft_address(paper),
    }
    return render(request, "approvals/small_numbers.html", context)


@require_POST
@requires(Permission.APPROVE_PAPERS)
def release(request, series, slug):
    """Lets the report print one of them, for a reason."""
    paper = get_paper(request, series, slug)
    number = request.POST.get("number", "")
    made = _made(paper)
    offered = releasable(made, hidden_numbers(made)) if made else []
    item = next((entry for entry in offered if entry.number == number), None)
    if item is None:
        raise Http404
    with refusals_as_messages(request):
        reason = request.POST.get("reason", "")
        releases.release_number(
            paper=paper, value=item.value, reason=reason, by=request.user, on=today()
        )
        messages.success(request, "The number may be published, for your reason.")
    return redirect("approvals:small-numbers", series, slug)


@require_POST
@requires(Permission.APPROVE_PAPERS)
def end(request, series, slug, pk):
    """Takes such a decision back."""
    paper = get_paper(request, series, slug)
    row = get_object_or_404(paper.released_numbers.active(), pk=pk)
    with refusals_as_messages(request):
        releases.end_release(release=row, by=request.user, on=today())
        messages.success(request, "The number is not shown again.")
    return redirect("approvals:small-numbers", series, slug)


def _made(paper):
    """The draft as it would be published; None once it was sent."""
    return None if paper.frozen else assembled(read(paper))
