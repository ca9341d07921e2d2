"""Pages of issue in an emergency: the clerk alone issues a paper that was sent, an approver looks
at it afterwards."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from assurance.accounts.access import Permission, requires
from assurance.records.refusals import Refused, refusals_shown_on
from assurance.runtime.periods import today
from reports.approvals.forms import EmergencyForm, EmergencyReviewForm
from reports.approvals.models.emergency_issue import EmergencyIssue
from reports.approvals.operations import emergency_issue
from reports.issue.site import jobs as publishing
from reports.issue.views.schedule import begun
from reports.papers.draft_pages import get_paper, page, typed

ISSUED = (
    "The paper has been issued, and says that it was in an emergency. A second look is waited for."
)


@requires(Permission.ISSUE_PAPERS)
def issue(request, series, slug):
    """Issues a paper that was sent without its approvals, for a reason that readers see."""
    paper = get_paper(request, series, slug)
    form = EmergencyForm(typed(request), initial={"seen": paper.frozen_digest})
    if form.is_valid():
        fields = {"by": request.user, "on": today()}
        with refusals_shown_on(form):
            emergency_issue.allow_emergency(paper=paper, **form.cleaned_data, **fields)
            if done := begun(request, form, paper, ISSUED):
                return done
    more = {"template": "issue/emergency.html"}
    return page(request, form, "Issue in an emergency", paper, **more)


@requires(Permission.APPROVE_PAPERS)
def look_again(request, pk):
    """What was issued in an emergency and why; an approver says what they found."""
    row = get_object_or_404(EmergencyIssue.objects.visible_to(request.user), pk=pk)
    form = EmergencyReviewForm(typed(request))
    if form.is_valid():
        try:
            fields = {"by": request.user, "on": today(), **form.cleaned_data}
            emergency_issue.look_again(row=row, **fields)
            publishing.follow_publication(row.paper_id)
            messages.success(
                request, "What you found is recorded, and readers see that you looked."
            )
            return redirect("papers:look-again-at", pk)
        except Refused as refused:
            form.add_error(None, refused.sentence)
    context = {"form": form, "row": row, "back": reverse("home")}
    context["own"] = row.issued_by_id == request.user.pk or row.was_written_by(request.user)
    return render(request, "issue/emergency_review.html", context)
