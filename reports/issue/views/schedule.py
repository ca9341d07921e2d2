"""Pages of issue: at once, at a set hour, how far it is, what stopped it, and in an emergency."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from assurance.accounts.access import Permission, requires
from assurance.govuk.forms import post_data
from assurance.meetings.models.elections import pre_election_warning
from assurance.records.refusals import Refused, refusals_shown_on, refuse_if
from assurance.runtime.periods import moment_of_today, today
from reports.approvals.forms.decisions import EmergencyReviewForm
from reports.approvals.missing_approvals import why_not_freeze
from reports.approvals.models.emergency_issue import EmergencyIssue
from reports.approvals.operations import emergency_issue
from reports.documents.document import from_json
from reports.editions.models.exempt import ExemptAnnex
from reports.issue import jobs
from reports.issue.downloads import downloads
from reports.issue.forms.corrections import HourForm
from reports.issue.forms.publication import (
    EmergencyPublishForm,
    PublicationHourForm,
    PublishForm,
)
from reports.issue.operations import jobs as asking_to_issue
from reports.issue.polls import given_reason, is_reason_needed, why_not_without_reason
from reports.issue.progress import standing_of
from reports.issue.rules import LONDON, hour_text
from reports.issue.site import jobs as publishing
from reports.papers.draft_pages import address, draft_address, get_paper, page

PUBLISH = (
    "The report becomes public, with every figure as approved, for everybody to read. After that "
    "nothing in it can change; a correction is a new edition."
)


@requires(Permission.ISSUE_PAPERS)
def issue(request, series, slug):
    """Publishes the approved report to everyone, or says how far that is."""
    paper = get_paper(request, series, slug)
    so_far = standing_of(paper)
    asks = is_reason_needed(paper, None, today())
    initial = {"poll_reason": _reason_text(paper)}
    form = PublishForm(post_data(request), submit=_press(so_far), asks=asks, initial=initial)
    if form.is_valid() and (done := begun(request, form, paper)):
        return done
    more = {"template": "issue/issue.html", "words": PUBLISH, **_shown(request, paper, so_far)}
    heading = "Published report" if more.get("public") else "Publish the report"
    return page(request, form, heading, paper, **more)


@requires(Permission.ISSUE_PAPERS)
def state(request, series, slug):
    """How far the publishing is: the part of its page that is asked for again and again. No content
    where the page shows that already, so that nothing is announced twice."""
    paper = get_paper(request, series, slug)
    so_far = standing_of(paper)
    if so_far and request.GET.get("seen") == so_far.mark:
        return HttpResponse(status=204)
    context = {"paper": paper, "is_part": True, **_shown(request, paper, so_far)}
    return render(request, "issue/issue_state.html", context)


def _shown(request, paper, so_far):
    """What the page says of the publishing and, once the report is public, its files."""
    hour = getattr(paper, "set_hour", None)
    context = {"so_far": so_far, "not_before": "", "why_not": ""}
    if not (so_far and so_far.is_under_way):
        context["why_not"] = why_not_freeze(paper, today())
        context["before_poll"] = pre_election_warning(paper.council, today())
    if hour and jobs.why_not_now(paper):
        context["not_before"] = hour_text(hour.at)
    if so_far and so_far.address:
        edition = so_far.edition
        root = settings.PUBLIC_ADDRESS.rstrip("/") or request.build_absolute_uri("/").rstrip("/")
        context["public"] = f"{root}{so_far.address}"
        context["downloads"] = downloads(
            edition, from_json(edition.document), edition.files.without_content()
        )
        context["exempt"] = ExemptAnnex.objects.visible_to(request.user).of_edition(edition)
    return context


@requires(Permission.ISSUE_PAPERS)
def hour(request, series, slug):
    """The hour at which the report is published by itself: set, changed, taken back."""
    paper = get_paper(request, series, slug)
    saved = getattr(paper, "set_hour", None)
    warning = _pre_election_warning(paper, saved.at) if saved else ""
    initial = {**HourForm.initial_of(saved), "poll_reason": _reason_text(paper)}
    form = PublicationHourForm(post_data(request), initial=initial, asks=bool(warning))
    if form.is_valid():
        fields = {"paper": paper, "by": request.user, "on": today()}
        with refusals_shown_on(form):
            if form.moment():
                at = {"at": form.moment(), "now": moment_of_today()}
                at["poll_reason"] = form.cleaned_data["poll_reason"]
                asking_to_issue.set_hour(**fields, **at)
            elif saved:
                asking_to_issue.clear_hour(**fields)
            messages.success(request, "How the report is published has been saved.")
            if form.moment() and (sentence := _pre_election_warning(paper, form.moment())):
                messages.warning(request, sentence)
            return redirect(draft_address(paper))
    if form.has_error("poll_reason") and form.moment():
        warning = _pre_election_warning(paper, form.moment())
    more = {"template": "issue/hour.html", "words": warning, "kept": saved}
    return page(request, form, "When the report is published", paper, **more)


def _reason_text(paper):
    """The reason that was given for publishing before a poll, or an empty text."""
    reason = given_reason(paper)
    return reason.reason if reason else ""


def _pre_election_warning(paper, at):
    """What to think of before `paper` becomes public at the moment `at`, or an empty text."""
    return pre_election_warning(paper.council, at.astimezone(LONDON).date())


def begun(request, form, paper):
    """Where to go once the issue of `paper` is under way, or at its end; None where it could not
    begin, with the sentence on the form."""
    try:
        reason = form.cleaned_data["poll_reason"]
        jobs.begin_issue(paper, poll_reason=reason, by=request.user, on=today())
    except Refused as refused:
        form.add_error(refused.field if refused.field in form.fields else None, refused.sentence)
    except jobs.TROUBLES as trouble:
        form.add_error(None, jobs.sentence_of(trouble))
    else:
        return redirect("issue:issue", *address(paper))
    return None


def _press(so_far):
    return "Publish again" if so_far and so_far.trouble else "Publish the report"


ISSUED = "The report is marked as published in an emergency. Another person must look at it again."


@requires(Permission.ISSUE_PAPERS)
def issue_in_emergency(request, series, slug):
    """Issues a paper that was sent without its approvals, for a reason that readers see."""
    paper = get_paper(request, series, slug)
    asks, known = is_reason_needed(paper, None, today()), {"seen": paper.frozen_digest}
    form = EmergencyPublishForm(post_data(request), initial=known, asks=asks)
    if form.is_valid():
        fields = {"by": request.user, "on": today()}
        with refusals_shown_on(form):
            refuse_if(jobs.why_not_now(paper))
            poll_reason = form.cleaned_data["poll_reason"]
            needed = why_not_without_reason(paper, None, today(), poll_reason)
            refuse_if(needed, "poll_reason")
            words = {name: form.cleaned_data[name] for name in ("reason", "seen")}
            emergency_issue.allow_emergency(paper=paper, **words, **fields)
            if done := begun(request, form, paper):
                messages.success(request, ISSUED)
                return done
    warning = pre_election_warning(paper.council, today())
    more = {"template": "issue/emergency.html", "before_poll": warning}
    return page(request, form, "Publish in an emergency", paper, **more)


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
            messages.success(request, "Your result is recorded, and readers see that you looked.")
            return redirect("issue:look-again-at", pk)
        except Refused as refused:
            form.add_error(None, refused.sentence)
    context = {"form": form, "row": row, "back": reverse("home")}
    context["own"] = row.issued_by_id == request.user.pk or row.was_written_by(request.user)
    return render(request, "issue/emergency_review.html", context)
