"""Pages of issue: at once, at a set hour, how far it is, what stopped it, and in an emergency."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from assurance.accounts.access import Permission, requires
from assurance.govuk.forms import post_data
from assurance.records.refusals import Refused, refusals_shown_on
from assurance.runtime.periods import moment_of_today, today
from reports.approvals.forms import ConfirmForm, EmergencyForm, EmergencyReviewForm
from reports.approvals.models.emergency_issue import EmergencyIssue
from reports.approvals.operations import emergency_issue
from reports.issue import jobs
from reports.issue.forms.corrections import HourForm
from reports.issue.models.jobs import IssueJob
from reports.issue.operations import jobs as asking_to_issue
from reports.issue.progress import standing_of
from reports.issue.site import jobs as publishing
from reports.papers.addresses import paper_address
from reports.papers.draft_pages import address, draft_address, get_paper, page

ISSUE = (
    "The paper becomes public at once, with every figure as approved. After that nothing in "
    "it can change; a "
    "correction is a new edition."
)
DONE = "The paper has been issued. Anyone can read it at this address."


@requires(Permission.ISSUE_PAPERS)
def issue(request, series, slug):
    """Issues the approved paper to everyone, or says how far the issue is."""
    paper = get_paper(request, series, slug)
    form = ConfirmForm(post_data(request), submit=_press(standing_of(paper)))
    if form.is_valid() and (done := begun(request, form, paper, DONE)):
        return done
    more = {"template": "issue/issue.html", "words": ISSUE, "so_far": standing_of(paper)}
    return page(request, form, "Issue the paper", paper, **more)


@requires(Permission.ISSUE_PAPERS)
def state(request, series, slug):
    """How far the issue is: the part of its page that is asked for again and again."""
    paper = get_paper(request, series, slug)
    context = {"so_far": standing_of(paper), "paper": paper}
    return render(request, "issue/issue_state.html", context)


@requires(Permission.ISSUE_PAPERS)
def hour(request, series, slug):
    """The hour at which the paper is issued by itself: set, changed, taken back."""
    paper = get_paper(request, series, slug)
    saved = getattr(paper, "set_hour", None)
    form = HourForm(post_data(request), initial=HourForm.initial_of(saved))
    if form.is_valid():
        fields = {"paper": paper, "by": request.user, "on": today()}
        with refusals_shown_on(form):
            if form.moment():
                at = {"at": form.moment(), "now": moment_of_today()}
                asking_to_issue.set_hour(**fields, **at)
            elif saved:
                asking_to_issue.clear_hour(**fields)
            messages.success(request, "How the paper is issued has been saved.")
            return redirect(draft_address(paper))
    back = reverse("editor:draft", args=address(paper))
    return page(request, form, "When the paper is issued", paper, back=back, kept=saved)


def begun(request, form, paper, text):
    """Where to go once the issue of `paper` is under way, or at its end, which `words` say; None
    where it could not begin, with the sentence on the form."""
    try:
        run = jobs.begin_issue(paper, by=request.user, on=today())
    except Refused as refused:
        form.add_error(None, refused.sentence)
    except jobs.TROUBLES as trouble:
        form.add_error(None, jobs.sentence_of(trouble))
    else:
        if run.state != IssueJob.PUBLISHED:
            return redirect("issue:issue", *address(paper))
        messages.success(request, text)
        return redirect(paper_address(paper))
    return None


def _press(so_far):
    return "Try again" if so_far and so_far.trouble else "Issue the paper"


ISSUED = (
    "The paper has been issued, and says that it was in an emergency. A second look is waited for."
)


@requires(Permission.ISSUE_PAPERS)
def issue_in_emergency(request, series, slug):
    """Issues a paper that was sent without its approvals, for a reason that readers see."""
    paper = get_paper(request, series, slug)
    form = EmergencyForm(post_data(request), initial={"seen": paper.frozen_digest})
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
    form = EmergencyReviewForm(post_data(request))
    if form.is_valid():
        try:
            fields = {"by": request.user, "on": today(), **form.cleaned_data}
            emergency_issue.look_again(row=row, **fields)
            publishing.follow_publication(row.paper_id)
            messages.success(
                request, "What you found is recorded, and readers see that you looked."
            )
            return redirect("issue:look-again-at", pk)
        except Refused as refused:
            form.add_error(None, refused.sentence)
    context = {"form": form, "row": row, "back": reverse("home")}
    context["own"] = row.issued_by_id == request.user.pk or row.was_written_by(request.user)
    return render(request, "issue/emergency_review.html", context)
