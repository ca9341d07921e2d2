"""A paper as somebody from outside reads it who is asked to approve it, by a link that works for
one decision."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from assurance.accounts.access import public
from assurance.records.history import ByLink
from assurance.records.refusals import refusals_shown_on
from assurance.runtime.periods import today
from reports.approvals import invited_rules as rules
from reports.approvals.changes_since_review import found_when_sent
from reports.approvals.forms.external_approvers import OutsideDecisionForm
from reports.approvals.models.external_approvers import OutsideApprover
from reports.approvals.operations import external_approvers
from reports.approvals.views.draft_reading import drawn
from reports.approvals.views.links import opened
from reports.contributions.views.section import private
from reports.documents import formats
from reports.documents.pdf.file import PdfFault
from reports.editions.snapshot import draft
from reports.papers.draft_pages import typed

NO_FILE = 503


@public
def decide(request, sealed):
    """The paper, what the checks found and its figures; then their decision."""
    return opened(request, _of_link, sealed, _page(sealed), _why_ended)


@public
def read_pdf(request, sealed):
    """The paper as PDF."""
    return opened(request, _of_link, sealed, _pdf, _why_ended)


@public
def thanks(request):
    """That the decision has been received."""
    return private(render(request, "approvals/external_approval_thanks.html"))


def _of_link(sealed):
    return OutsideApprover.objects.opened_by(sealed).first()


def _why_ended(row):
    return rules.why_not_decide(row.paper.status, row.ended_on is not None, bool(row.decision))


def _page(sealed):
    def page(request, row):
        form = OutsideDecisionForm(typed(request), initial={"seen": row.paper.frozen_digest})
        if form.is_valid():
            with refusals_shown_on(form):
                fields = {"by": ByLink(f"link of {row.history_name}"), "on": today()}
                external_approvers.decide_outside(row=row, **form.cleaned_data, **fields)
                return redirect("papers:outside-thanks")
        context = {"row": row, "form": form, "paper": row.paper, "council": row.council}
        context["pdf"] = reverse("papers:outside-pdf", args=[sealed])
        context |= {"found": found_when_sent(row.paper.frozen), **drawn(draft(row.paper))}
        return render(request, "approvals/external_approval.html", context)

    return page


def _pdf(request, row):
    document = draft(row.paper)
    stem = formats.file_stem(document, row.paper.slug)
    try:
        content = formats.pdf(document, stem)
    except PdfFault as fault:
        context = {"why": f"The PDF could not be made. {fault}", "paper": row.paper}
        context |= {"whom": row.asked_by, "council": row.council}
        return render(request, "approvals/early_not_yet.html", context, status=NO_FILE)
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{stem}.pdf"'
    return response
