"""Small numbers of staff in a draft, and an approver's decision to publish one."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from assurance.accounts.access import Permission, requires
from assurance.figures.figure import Mark, Unit
from assurance.figures.small_numbers import is_small
from assurance.records.refusals import refusals_as_messages
from assurance.runtime.periods import today
from reports.approvals.operations import releases
from reports.editions.snapshot import assembled
from reports.papers.draft_pages import draft_address, get_paper
from reports.papers.manuscript import read


@requires(Permission.APPROVE_PAPERS)
def show(request, series, slug):
    """The small numbers of staff that the draft quotes, and those that may be published."""
    paper = get_paper(request, series, slug)
    released = paper.released_numbers.active().select_related("released_by")
    context = {"paper": paper, "released": released, "hidden": _hidden(paper)}
    return render(
        request, "approvals/small_numbers.html", {**context, "back": draft_address(paper)}
    )


@require_POST
@requires(Permission.APPROVE_PAPERS)
def release(request, series, slug):
    """Lets the report print one of them, for a reason."""
    paper = get_paper(request, series, slug)
    number = request.POST.get("number", "")
    item = next((entry for entry in _hidden(paper) if str(entry.number) == number), None)
    if item is None:
        raise Http404
    with refusals_as_messages(request):
        reason = request.POST.get("reason", "")
        releases.release_number(
            paper=paper, value=item.exact, reason=reason, by=request.user, on=today()
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


def _hidden(paper):
    """What the draft quotes of staff that is small and not shown, with its exact value."""
    if paper.frozen:
        return []
    made = assembled(read(paper))
    marks = {entry.number: entry.mark for entry in made.document.figures}
    return [
        item
        for item in made.traced
        if marks.get(item.number) == Mark.WITHHELD
        and item.exact.unit == Unit.PEOPLE
        and is_small(item.exact.count or 0, item.exact.threshold)
    ]
