"""Pages from the last word to the issue: sent for approval, taken back, approved, returned,
issued."""

from django.contrib import messages
from django.shortcuts import redirect

from assurance.access import Permission, requires
from assurance.periods import today
from assurance.refusals import Refused
from reports import jobs
from reports.addresses import paper_address
from reports.forms.approval import ApproveForm, ConfirmForm, ReturnForm
from reports.freezing import draft
from reports.operations import approval
from reports.render.pdf import PdfFault
from reports.views.reading import drawn
from reports.views.saving import found, page, saved, typed
from reports.views.standing import offices, why_not_approve

SEND = (
    "The words and every figure are fixed as they stand now. Nobody can change the paper "
    "until it is approved, "
    "returned or taken back."
)
ISSUE = (
    "The paper becomes public at once, with every figure as approved. After that nothing in "
    "it can change; a "
    "correction is a new edition."
)
TAKE_BACK = "The paper can be written again. Approvals that were given no longer count."


@requires(Permission.COMPOSE_PAPERS)
def send(request, series, slug):
    """Sends the paper for approval with its words and values fixed."""
    return _step(request, series, slug, "Send for approval", SEND, approval.send_for_approval)


@requires(Permission.COMPOSE_PAPERS)
def take_back(request, series, slug):
    """Takes a paper that was sent back to be written further."""
    return _step(request, series, slug, "Take the paper back", TAKE_BACK, approval.take_back)


@requires(Permission.APPROVE_PAPERS)
def approve(request, series, slug):
    """An approver's yes to exactly what they read."""
    paper = found(request, series, slug)
    form = ApproveForm(typed(request), initial={"seen": paper.frozen_digest})
    if form.is_valid():
        seen = form.cleaned_data["seen"]
        done = saved(
            request,
            form,
            lambda: approval.approve(paper=paper, seen=seen, by=request.user, on=today()),
            "You have approved the paper. It can be issued now.",
        )
        if done:
            return done
    context = {"why_not_approve": why_not_approve(request.user, paper), **drawn(draft(paper))}
    more = {"template": "reports/approve.html", **offices(request.user, paper), **context}
    return page(request, form, "Approve the paper", paper, **more)


@requires(Permission.APPROVE_PAPERS)
def send_back(request, series, slug):
    """Returns the paper to its writers with what should change."""
    paper = found(request, series, slug)
    form = ReturnForm(typed(request))
    if form.is_valid():
        remarks = form.cleaned_data["remarks"]
        done = saved(
            request,
            form,
            lambda: approval.return_to_writers(
                paper=paper, remarks=remarks, by=request.user, on=today()
            ),
            "The paper is back with its writers.",
        )
        if done:
            return done
    return page(request, form, "Return the paper", paper)


@requires(Permission.ISSUE_PAPERS)
def issue(request, series, slug):
    """Issues the approved paper to everyone."""
    paper = found(request, series, slug)
    form = ConfirmForm(typed(request), submit="Issue the paper")
    if form.is_valid():
        try:
            jobs.issue(paper, by=request.user, on=today())
            messages.success(
                request, "The paper has been issued. Anyone can read it at this address."
            )
            return redirect(paper_address(paper))
        except (Refused, PdfFault) as fault:
            form.add_error(None, str(fault))
    return page(request, form, "Issue the paper", paper, template="reports/step.html", words=ISSUE)


def _step(request, series, slug, heading, words, operation):
    paper = found(request, series, slug)
    form = ConfirmForm(typed(request), submit=heading)
    if form.is_valid():
        done = saved(
            request,
            form,
            lambda: operation(paper=paper, by=request.user, on=today()),
            f"{heading}: done.",
        )
        if done:
            return done
    return page(request, form, heading, paper, template="reports/step.html", words=words)
