"""The page of a report as a job: what is missing, who has it, by when."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from assurance.accounts.access import Permission, may, requires
from assurance.looked_after.operations.returns import count_days
from assurance.records.refusals import refusals_as_messages
from assurance.runtime.periods import today
from reports.contributions.template_requests import proposal_context
from reports.editor.operations.record_requests import request_records
from reports.papers.draft_pages import get_paper
from reports.papers.evidence import evidence
from reports.papers.manuscript import read
from reports.papers.models.rounds import last_return
from reports.papers.rules.deadlines import texts_due
from reports.tasks.job.cards import weeks_to
from reports.tasks.job.census_days import countable_days
from reports.tasks.job.job import job_of, steps_of_paper

COUNTED = "Counts of looked-after children made: {number}."
NONE_LEFT = "No date of this report is left to count: its counts are recorded already."
REQUESTED = "The record has been asked for. The request ends when the record is there."


@requires(Permission.READ_DRAFTS)
def show(request, series, slug):
    """The tasks of the report: evidence, sections, checks, approval, publishing."""
    paper = get_paper(request, series, slug)
    job = job_of(request.user, paper, today())
    meeting = paper.meeting
    context = {
        "paper": paper,
        "job": job,
        "returned": last_return(paper),
        "weeks": weeks_to(meeting.date, today()) if meeting else None,
        "back": reverse("editor:list"),
        "may_ask": may(request.user, Permission.COMPOSE_PAPERS),
        "may_give_up": paper.corrects is not None and may(request.user, Permission.ISSUE_PAPERS),
        **proposal_context(job.proposals),
    }
    return render(request, "tasks/job.html", context)


@requires(Permission.COMPOSE_PAPERS)
@require_POST
def request_record(request, series, slug):
    """Asks for the record that one kind of evidence of the report lacks."""
    paper = get_paper(request, series, slug)
    identity = request.POST.get("ask", "")
    rows = [row for row in evidence(read(paper)) if row.identity == identity]
    if not rows:
        raise Http404
    due_on = texts_due(steps_of_paper(paper, today()), today())
    with refusals_as_messages(request):
        request_records(paper=paper, rows=rows, due_on=due_on, by=request.user, on=today())
        messages.success(request, REQUESTED)
    page = "verdicts:checks" if request.POST.get("back") == "checks" else "report-job"
    return redirect(page, paper.series.slug, paper.slug)


@requires(Permission.COMPOSE_PAPERS)
@require_POST
def count_censuses(request, series, slug):
    """Counts every census that the report lacks and held returns tell of."""
    paper = get_paper(request, series, slug)
    days = {} if paper.frozen else countable_days(paper.council, evidence(read(paper)))
    made = 0
    with refusals_as_messages(request):
        for held_return, dates in days.items():
            counted, _sentences = count_days(
                held_return=held_return, days=dates, by=request.user, on=today()
            )
            made += len(counted)
    messages.info(request, COUNTED.format(number=made) if made else NONE_LEFT)
    return redirect("report-job", paper.series.slug, paper.slug)
