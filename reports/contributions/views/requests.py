"""The clerk's pages of sections asked of somebody: asked, looked at, accepted or sent back."""

import hashlib
import json

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from assurance.accounts.access import Permission, may, requires
from assurance.accounts.history_page import about
from assurance.accounts.models.accounts import User
from assurance.govuk.forms import CONFLICT, post_data
from assurance.records.refusals import refusals_as_messages, refusals_shown_on
from assurance.runtime.email_states import SENT
from assurance.runtime.periods import say_day, today
from reports.contributions.ask_forms import AskForm, DueForm
from reports.contributions.forms import DecideForm, SendBackForm, WordFileForm
from reports.contributions.operations import acceptance, requests
from reports.contributions.reminders import send_waiting
from reports.contributions.sections import (
    askable,
    asked_for,
    from_word_whole,
    last_time,
    preview_section,
    review,
)
from reports.contributions.template_requests import (
    proposal_context,
    proposed,
    proposed_values,
    texts_day,
)
from reports.contributions.views import section as section_page
from reports.contributions.views.links import show_link
from reports.papers.draft_pages import address, draft_address, get_paper, page, typed_with_files
from reports.papers.manuscript import read
from reports.papers.models.contributions import ContributionDraft, ContributionRequest
from reports.papers.models.papers import Paper

ACCEPTED = "The text that you took is now in the report."
LOOK_AGAIN = "The report or the contribution has changed since you opened this page: look again."
REQUEST_SENT = "They have been asked by e-mail."
NOT_TOLD = "They have been asked, but no e-mail was sent: {why}. Make a link and give it to them."

LATE_TEXTS = "You asked for it by {due}, but the texts of this report are due by {texts}."


@requires(Permission.READ_DRAFTS)
def contributions(request, series, slug):
    """Everything asked for in the paper: of whom, by when, and how it stands."""
    paper = get_paper(request, series, slug)
    context = {
        "paper": paper,
        "rows": ContributionRequest.objects.visible_to(request.user).of_paper(paper).with_links(),
        "day": today(),
        "may_ask": may(request.user, Permission.COMPOSE_PAPERS) and paper.status == Paper.WRITING,
        "may_write": may(request.user, Permission.COMPOSE_PAPERS),
        "last_time": last_time(paper),
        **proposal_context(proposed(paper, today())),
        "back": draft_address(paper),
    }
    return render(request, "contributions/contributions.html", context)


@requires(Permission.COMPOSE_PAPERS)
def request_section(request, series, slug):
    """Asks somebody for a section of the paper, and tells them."""
    paper = get_paper(request, series, slug)
    manuscript = read(paper)
    accounts = User.objects.visible_to(request.user).able_to_sign_in()
    chosen = request.GET.get("section", "")
    form = AskForm(
        post_data(request),
        sections=askable(manuscript),
        accounts=accounts,
        initial={"section": chosen, **proposed_values(paper, chosen, today())},
    )
    if form.is_valid():
        with refusals_shown_on(form):
            target = asked_for(manuscript, form.cleaned_data["section"])
            fields = {**form.asked(), "by": request.user, "on": today()}
            section = requests.ask_for_section(paper=paper, wanted=target, **fields)
            _send_mails(request, section)
            _warn_of_late_texts(request, section)
            return redirect("contributions:contributions", *address(paper))
    more = {"template": "contributions/request.html", "last_time": last_time(paper)}
    return page(request, form, "Ask a person to write", paper, **more)


@requires(Permission.COMPOSE_PAPERS)
def look(request, series, slug, pk):
    """A contribution beside the paper and what is taken of it; 409 where either changed since. An
    earlier one, by its number, is only read."""
    section = _get_request(request, series, slug, pk)
    handed = _handed(request, section)
    rows = review(section, handed.words) if handed else ()
    form = DecideForm(post_data(request), rows=rows, seen=_decision_digest(section, rows))
    if form.is_stale:
        messages.error(request, LOOK_AGAIN)
        fresh = DecideForm(None, rows=rows, seen=_decision_digest(section, rows))
        return _look(request, section, rows, fresh, status=CONFLICT)
    if form.is_valid():
        with refusals_shown_on(form):
            fields = {"version": section.version, "taken": form.taken()}
            acceptance.accept_contribution(section=section, by=request.user, on=today(), **fields)
            messages.success(request, ACCEPTED)
            return redirect(draft_address(section.paper))
    return _look(request, section, rows, form)


@requires(Permission.COMPOSE_PAPERS)
def send_back(request, series, slug, pk):
    """A contribution back with its writer."""
    section = _get_request(request, series, slug, pk)
    form = SendBackForm(post_data(request), version=section.version)
    if form.is_valid():
        with refusals_shown_on(form):
            fields = {**form.cleaned_data, "by": request.user, "on": today()}
            requests.send_back(section=section, **fields)
            _send_mails(request, section, "It is with its writer again, who gets an e-mail.")
            return redirect("contributions:contributions", *address(section.paper))
    return _form(request, section, form, f"Send back: {section.title}")


@requires(Permission.COMPOSE_PAPERS)
def due(request, series, slug, pk):
    """Another day by which it is asked for."""
    section = _get_request(request, series, slug, pk)
    form = DueForm(post_data(request), version=section.version, initial={"due_on": section.due_on})
    if form.is_valid():
        with refusals_shown_on(form):
            fields = {**form.cleaned_data, "by": request.user, "on": today()}
            section = requests.change_due(section=section, **fields)
            messages.success(request, "The date has been changed.")
            _warn_of_late_texts(request, section)
            return redirect("contributions:contributions", *address(section.paper))
    return _form(request, section, form, f"Another date for: {section.title}")


@requires(Permission.COMPOSE_PAPERS)
def word(request, series, slug, pk):
    """The section as a Word file, to be sent by hand."""
    section = _get_request(request, series, slug, pk)
    return section_page.file_of(section)


@requires(Permission.COMPOSE_PAPERS)
def read_word(request, series, slug, pk):
    """A Word file that came back by hand, handed in for the one who wrote it."""
    section = _get_request(request, series, slug, pk)
    posted = typed_with_files(request)
    form = WordFileForm(*posted, read=lambda file: from_word_whole(section, file))
    if form.is_valid():
        with refusals_shown_on(form):
            text, missed = form.found
            fields = {"version": section.version, "words": text, "missed": missed}
            how = {"how": ContributionDraft.FOR_THEM, "writer": section.asked_of}
            requests.hand_in(section=section, **fields, **how, by=request.user, on=today())
            messages.success(request, "It has been handed in for them: look at it now.")
            return redirect("contributions:look-at", *address(section.paper), section.pk)
    return _form(request, section, form, f"Import the Word file: {section.title}")


@require_POST
@requires(Permission.COMPOSE_PAPERS)
def withdraw(request, series, slug, pk):
    """A section no longer asked for."""
    section = _get_request(request, series, slug, pk)
    with refusals_as_messages(request):
        requests.withdraw_ask(section=section, by=request.user, on=today())
        messages.success(request, "You no longer ask for this section. Its text is kept.")
    return redirect("contributions:contributions", *address(section.paper))


@require_POST
@requires(Permission.COMPOSE_PAPERS)
def again(request, series, slug, pk):
    """Another e-mail, with a new link where they have no account."""
    section = _get_request(request, series, slug, pk)
    with refusals_as_messages(request):
        requests.ask_again(section=section, by=request.user, on=today())
        _send_mails(request, section)
    return redirect("contributions:contributions", *address(section.paper))


@require_POST
@requires(Permission.COMPOSE_PAPERS)
def link(request, series, slug, pk):
    """Makes a link that opens the section alone and shows it, once."""
    section = _get_request(request, series, slug, pk)
    back = reverse("contributions:contributions", args=address(section.paper))
    with refusals_as_messages(request):
        section, link = requests.make_link(section=section, by=request.user, on=today())
        context = {"who": section.who, "caption": section.title, "back": back}
        return show_link(request, section, reverse("contributions:by-link", args=[link]), context)
    return redirect(back)


def _get_request(request, series, slug, pk):
    paper = get_paper(request, series, slug)
    rows = ContributionRequest.objects.visible_to(request.user).of_paper(paper)
    return get_object_or_404(rows, pk=pk)


def _decision_digest(section, rows):
    """What somebody who decides has before them, as a digest."""
    entries = [section.version, [[row.key, row.what, row.after, row.now] for row in rows]]
    return hashlib.sha256(json.dumps(entries).encode()).hexdigest()[:32]


def _send_mails(request, section, text=REQUEST_SENT):
    emails = send_waiting(section, by=request.user, on=today())
    wrong = [email.error for email in emails if email.state != SENT]
    if wrong:
        messages.warning(request, NOT_TOLD.format(why=wrong[0].rstrip(".")))
    else:
        messages.success(request, text)


def _warn_of_late_texts(request, section):
    """A warning where a text is asked for by a date after that by which the report needs it."""
    texts_on = texts_day(section.paper, today())
    if texts_on and today() <= texts_on < section.due_on:
        days = {"due": say_day(section.due_on), "texts": say_day(texts_on)}
        messages.warning(request, LATE_TEXTS.format(**days))


def _form(request, section, form, heading):
    back = reverse("contributions:contributions", args=address(section.paper))
    return page(request, form, heading, section.paper, back=back, cancel_url=back)


def _handed(request, section):
    """The contribution of that number, else the last; what is decided is of the last alone."""
    record = request.GET.get("number", "") if request.method == "GET" else ""
    return section.contributions.all().numbered(record)


def _look(request, section, rows, form, status=200):
    handed, every = _handed(request, section), list(section.contributions.all())
    context = {
        "section": section,
        "paper": section.paper,
        "handed": handed,
        "every": every,
        "rows": rows,
        "form": form,
        "undecided": [row for row in rows if row.clash],
        "shown": preview_section(section, handed.words) if handed else None,
        "may_accept": section.state == ContributionRequest.HANDED
        and handed == every[0]
        and section.paper.status == Paper.WRITING,
        "entries": about(section),
        "back": reverse("contributions:contributions", args=address(section.paper)),
    }
    return render(request, "contributions/contribution_review.html", context, status=status)
