"""The page on which everybody whom a report's template names is asked at once."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse

from assurance.accounts.access import Permission, requires
from assurance.govuk.forms import post_data
from assurance.records.refusals import refusals_shown_on
from assurance.runtime.email_states import SENT
from assurance.runtime.periods import today
from reports.contributions.ask_forms import AskAllForm
from reports.contributions.reminders import send_waiting
from reports.contributions.template_requests import proposed, ready, request_proposed
from reports.papers.draft_pages import address, get_paper, page

NOBODY_LEFT = "Everyone named in the template has already been asked."
MAKE_LINKS = "{number} of the e-mails did not go: {why}. Make a link for each of those."
JOB = "job"


@requires(Permission.COMPOSE_PAPERS)
def ask_all(request, series, slug):
    """Asks those whom the template names for their parts, and tells them."""
    paper = get_paper(request, series, slug)
    rows = proposed(paper, today())
    has_days = all(row.due_on for row in rows)
    form = AskAllForm(post_data(request), has_days=has_days)
    back = reverse("contributions:contributions", args=address(paper))
    if form.is_valid():
        with refusals_shown_on(form):
            due_on = form.cleaned_data.get("due_on")
            made = request_proposed(paper=paper, due_on=due_on, by=request.user, on=today())
            _send(request, made)
            is_job = request.POST.get("from") == JOB
            return redirect(
                "report-job" if is_job else "contributions:contributions", *address(paper)
            )
    more = {"template": "contributions/ask_writers.html", "proposed": rows, "ready": ready(rows)}
    return page(
        request, form, "Ask the template’s writers", paper, back=back, cancel_url=back, **more
    )


def _send(request, sections):
    """Sends the e-mails of what was asked, and says how many people were asked and told."""
    if not sections:
        messages.warning(request, NOBODY_LEFT)
        return
    emails = [email for row in sections for email in send_waiting(row, by=request.user, on=today())]
    wrong = [email.error for email in emails if email.state != SENT]
    number = f"{len(sections)} section{'s have' if len(sections) > 1 else ' has'} been asked for."
    if wrong:
        problem = wrong[0].rstrip(".")
        messages.warning(request, f"{number} {MAKE_LINKS.format(number=len(wrong), why=problem)}")
    else:
        messages.success(request, f"{number} The writers have been sent an e-mail.")
