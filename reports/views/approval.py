"""Pages from the last word to the approval: sent for it, taken back, approved, returned."""

from assurance.access import Permission, requires
from assurance.periods import today
from reports.forms.approval import ApproveForm, ConfirmForm, ReturnForm
from reports.freezing import draft
from reports.operations import approval
from reports.views.reading import drawn
from reports.views.saving import found, page, saved, typed
from reports.views.standing import offices, why_not_approve

SEND = (
    "The words and every figure are fixed as they stand now. Nobody can change the paper "
    "until it is approved, "
    "returned or taken back."
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
