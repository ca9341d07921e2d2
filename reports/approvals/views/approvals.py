"""Pages from the last word to the approval: sent for it, taken back, approved, returned; and the
register of a council's rule of approval."""

from django.urls import reverse

from assurance.accounts.access import Permission, requires
from assurance.govuk.forms import post_data
from assurance.registers.declaration import Column, Item, Register
from assurance.runtime.periods import today
from assurance.runtime.typography import with_capital
from reports.approvals import requirements
from reports.approvals.clearances.contents import PaperPrint
from reports.approvals.clearances.states import entry_states, missing_of
from reports.approvals.forms import decisions
from reports.approvals.forms.requirements import ApproverFilters, ApproverForm
from reports.approvals.models.approvals import ApprovalRule
from reports.approvals.operations import approvals
from reports.approvals.operations.requirements import add_approval_rule, change_approval_rule
from reports.approvals.paper_state import (
    before_approver,
    later_values,
    offices,
    since_opened,
    since_seen,
    verdict_context,
)
from reports.approvals.report_changes import reading
from reports.approvals.requirements import in_words
from reports.approvals.sent_back import outcomes, sent_paragraphs
from reports.approvals.views.guest_reading import drawn
from reports.editions.snapshot import draft
from reports.editor.sections.states import sections_not_marked
from reports.editor.views.remarks import remarked
from reports.papers.draft_pages import address, get_paper, page, save_or_show, saved
from reports.papers.manuscript import template_in
from reports.papers.models.papers import Paper

SEND = (
    "Sending fixes the words and every figure. No one can change the report until it is "
    "approved, sent back or taken back."
)
APPROVED = "You have approved the report."
VALUES_UPDATED = (
    "The report has the values of today. Approvals of what they change are asked for again."
)
SENT = "The report has been sent for approval."
TAKEN_BACK = "The report has been taken back. It can be written again."
TAKE_BACK = "The report can be written again. Approvals that were given no longer count."


@requires(Permission.COMPOSE_PAPERS)
def send(request, series, slug):
    """Sends the paper for approval with its words and values fixed."""
    paper = get_paper(request, series, slug)

    stopped = []

    def context():
        is_written, print_of = paper.status == Paper.WRITING, PaperPrint(paper)
        query = requirements.asked_of(paper, today(), print_of) if is_written else ()
        states = entry_states(paper, today(), print_of) if is_written else ()
        kept_from = requirements.kept_from(paper, request.user, query)
        current = verdict_context(request.user, paper, *stopped)
        more = {"kept_from": kept_from, "not_cleared": missing_of(states)}
        more |= {"not_marked": sections_not_marked(paper) if is_written else ()}
        return {"asked": query, **more, **current}

    def send_it(**fields):
        try:
            return approvals.send_for_approval(**fields)
        except approvals.StoppedByChecks as refused:
            stopped.append(refused.verdict)
            raise

    return _step(request, paper, "Send for approval", (SEND, SENT), send_it, context)


@requires(Permission.COMPOSE_PAPERS)
def take_back(request, series, slug):
    """Takes a paper that was sent back to be written further."""
    paper = get_paper(request, series, slug)
    return _step(
        request, paper, "Take the report back", (TAKE_BACK, TAKEN_BACK), approvals.take_back
    )


@requires(Permission.APPROVE_PAPERS)
def approve(request, series, slug):
    """An approver's yes to exactly what they read."""
    return _decide(request, get_paper(request, series, slug), "Approve the report")


@requires(Permission.COMPOSE_PAPERS)
def sign_off(request, series, slug):
    """The sign-off of a report author who did not send the paper."""
    return _decide(request, get_paper(request, series, slug), "Sign the report off")


@requires(Permission.COMPOSE_PAPERS)
def take_later(request, series, slug):
    """The values that the records have now, offered for a paper that was sent."""
    paper = get_paper(request, series, slug)
    later = later_values(paper)
    form = decisions.TakeLaterForm(
        post_data(request), initial={"seen": later.digest if later else ""}
    )

    def save():
        fields = {"seen": form.cleaned_data["seen"], "by": request.user, "on": today()}
        return approvals.take_later_values(paper=paper, **fields)

    more = {"later": later, "template": "approvals/newer_values_form.html"}
    return save_or_show(request, form, "Later values", paper, save, VALUES_UPDATED, **more)


@requires(Permission.APPROVE_PAPERS)
def send_back(request, series, slug):
    """Returns the paper to its writers with what should change."""
    paper = get_paper(request, series, slug)
    form = decisions.ReturnForm(post_data(request))

    def save():
        fields = {"remarks": form.cleaned_data["remarks"], "by": request.user, "on": today()}
        return approvals.return_to_writers(paper=paper, **fields)

    done = "The report is back with its writers."
    return save_or_show(request, form, "Send the report back", paper, save, done)


@requires(Permission.APPROVE_PAPERS)
def send_back_paragraphs(request, series, slug):
    """Returns the paper with what should change at single paragraphs."""
    paper = get_paper(request, series, slug)
    paragraphs = sent_paragraphs(paper) if paper.frozen else ()
    form = decisions.ReturnParagraphsForm(post_data(request), paragraphs=paragraphs)

    def save():
        fields = {"paragraphs": form.requests(), "by": request.user, "on": today()}
        return approvals.return_to_writers(paper=paper, **fields)

    done = "The report is back with its writers, with a comment at each paragraph."
    more = {"template": "approvals/return_paragraphs.html"}
    return save_or_show(request, form, "Send back single paragraphs", paper, save, done, **more)


def _decide(request, paper, heading):
    since = _seen_before(request, paper)
    form_of = decisions.ApproveAgainForm if since and since.approved else decisions.ApproveForm
    form = form_of(post_data(request), initial={"seen": paper.frozen_digest})
    if form.is_valid():
        fields = {"seen": form.cleaned_data["seen"], "by": request.user, "on": today()}
        done = saved(request, form, lambda: approvals.approve(paper=paper, **fields), APPROVED)
        if done:
            return done
    form.show_again(paper.frozen_digest)
    document = draft(paper)
    more = {"template": "approvals/approve.html", "since": since, **offices(request.user, paper)}
    more |= {**before_approver(request.user, paper, more["asked"]), **drawn(document)}
    more |= {**reading(paper, document), **remarked(paper)}
    more |= {
        "outcomes": outcomes(paper),
        "whole": reverse("approvals:preview", args=address(paper)),
    }
    return page(request, form, heading, paper, **more)


def _seen_before(request, paper):
    """What has changed since the page was opened that is being sent, else since the account last
    decided on the paper."""
    if not paper.frozen:
        return None
    return since_opened(paper, request.POST.get("seen", "")) or since_seen(paper, request.user)


def _step(request, paper, heading, sentences, operation, context=dict):
    """Does a step, or shows its page with `context()`, which is asked for only then; `sentences`
    are those of the page before the step and after it."""
    before, after = sentences

    def step():
        return operation(paper=paper, by=request.user, on=today())

    form = decisions.ConfirmForm(post_data(request), submit=heading)
    done = form.is_valid() and saved(request, form, step, after)
    more = {"template": "approvals/approval_step.html", "words": before}
    return done or page(request, form, heading, paper, **more, **context())


def of_what(line):
    """What a line asks the approval of, in the words of its template where it has one."""
    value = in_words(line.scope, template_in(line.template) if line.template else None)
    return with_capital(value)


def of_papers(line):
    """Which papers a line is for."""
    return line.template.title if line.template else "Every template"


APPROVERS = Register(
    namespace="approvals",
    permission=Permission.KEEP_APPROVERS,
    name="approver",
    path="committee/approvers/",
    model=ApprovalRule,
    noun="approver",
    plural="approvers",
    form=ApproverForm,
    filters=ApproverFilters,
    add=add_approval_rule,
    change=change_approval_rule,
    first="kind",
    related=("council", "template", "approver", "deputy"),
    columns=(
        Column("Approval", "title", sort="kind", link=True),
        Column("Who approves", "approver", sort="approver__name"),
        Column("Of what", of_what, sort="scope"),
        Column("Reports of", of_papers, sort="template__title"),
        Column("Start date", "from_date", sort="from_date"),
        Column("End date", "to_date", sort="to_date"),
    ),
    summary=(
        Item("Approval", "get_kind_display", "kind"),
        Item("Name", "called", "called"),
        Item("Who approves", "approver", "approver"),
        Item("Of what", of_what, "scope"),
        Item("Reports of", of_papers, "template"),
        Item("Start date", "from_date", "from_date"),
        Item("End date", "to_date", "to_date"),
        Item("Deputy", "deputy_words", "deputy"),
    ),
)
