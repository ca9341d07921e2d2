"""Pages on which an issued paper is removed, by two people, or corrected, and what is left then."""

from functools import partial

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from assurance.accounts.access import Permission, requires
from assurance.govuk.forms import post_data
from assurance.records.refusals import refusals_shown_on
from assurance.registers.lacks import who_may
from assurance.runtime.caching import GONE
from assurance.runtime.periods import today
from assurance.runtime.typography import with_capital
from reports.approvals.forms.decisions import ConfirmForm
from reports.approvals.operations import approvals
from reports.documents.document import from_json
from reports.editions.correction_notice import changed_numbers, sentences
from reports.editions.models.editions import Edition
from reports.editions.models.removals import EditionRemoval
from reports.editions.snapshot import draft
from reports.issue import jobs
from reports.issue.forms.corrections import (
    CorrectionForm,
    DecideForm,
    EditionRemovalForm,
    GiveUpForm,
)
from reports.issue.operations import corrections, removals
from reports.papers.draft_pages import get_paper, page, saved

ONE_REMOVED, SEVERAL_REMOVED = (
    "{} is removed: no one can read it.",
    "{} are removed: no one can read them.",
)
AT_ONCE = (
    "It goes at once: its pages, its files and its figures answer only that it was removed, when, "
    "and for which kind of reason. Nothing is deleted."
)
SECOND_PERSON = "A second person must confirm or undo this. {} can do so."
FOLDER = (
    "But the published folder could not be written, so a web server that gives readers its files "
    "may still show it. The service tries again. Contact the person who runs the server."
)


@requires(Permission.REMOVE_EDITIONS)
def show(request):
    """What everybody can read now and may be removed, and what was."""
    context = {
        "editions": Edition.objects.visible_to(request.user).active().latest_first(),
        "taken": EditionRemoval.objects.visible_to(request.user),
    }
    return render(request, "issue/removals.html", context)


@requires(Permission.REMOVE_EDITIONS)
def remove(request, series, slug):
    """Takes editions of a paper down, at once."""
    editions = Edition.objects.visible_to(request.user).of_paper(series, slug)
    first = editions.first()
    if first is None:
        raise Http404
    pressed = {"standing": editions.active(), "pressed": request.GET.get("edition")}
    form = EditionRemovalForm(post_data(request), **pressed)
    if form.is_valid():
        fields = {name: form.cleaned_data[name] for name in ("reason", "explanation")}
        query = {"paper": first.paper, "numbers": form.numbers(), "by": request.user}
        with refusals_shown_on(form):
            row = removals.remove(**query, **fields, on=today())
            followed = jobs.after_removal(row.paper)
            done = _removed(row)
            messages.success(request, done if followed else f"{done} {FOLDER}")
            return redirect("issue:decide-removal", row.pk)
    heading = "Remove a report from publication"
    context = {"form": form, "heading": heading, "caption": first.paper.title}
    context["warning"] = f"{AT_ONCE} {_second_person()}"
    back = {"back": reverse("issue:removals"), "cancel_url": reverse("issue:removals")}
    return render(request, "issue/removal.html", {**context, **back})


def _removed(row):
    """The editions that were removed, and who confirms or undoes it."""
    words = SEVERAL_REMOVED if row.editions.count() > 1 else ONE_REMOVED
    return f"{words.format(with_capital(row.in_words))} {_second_person()}"


def _second_person():
    return SECOND_PERSON.format(who_may(Permission.REMOVE_EDITIONS))


@requires(Permission.REMOVE_EDITIONS)
def decide(request, pk):
    """What was removed and why; a second person confirms or undoes it."""
    clash = get_object_or_404(EditionRemoval.objects.visible_to(request.user), pk=pk)
    form = DecideForm(post_data(request), for_good=clash.successor_id is not None)
    if form.is_valid():
        with refusals_shown_on(form):
            decision = form.cleaned_data["decision"]
            removals.decide(taken=clash, decision=decision, by=request.user, on=today())
            jobs.after_removal(clash.paper)
            messages.success(request, "Your decision is recorded.")
            return redirect("issue:decide-removal", pk)
    context = {"form": form, "heading": "Removed edition", "caption": clash.paper.title}
    more = {"taken": clash, "own": clash.taken_by_id == request.user.pk}
    more["inset"] = f"You removed it. {_second_person()}"
    back = {"back": reverse("issue:removals")}
    return render(request, "issue/removal_decision.html", {**context, **more, **back})


BEGIN = (
    "The published edition stays public until the new one is published. The report is then "
    "written, sent and approved as before. Until then you can give the correction up."
)
BEGUN = "The report can be written again. Change it, enter what changes, and send it for approval."
GIVE_UP = (
    "The draft of the correction goes, with what was written and approved in it, also by others. "
    "The published edition does not change. You can begin another correction afterwards."
)
GIVEN_UP = "The correction was given up. The published edition is as it was."
WORDED = "Readers see this at the top of the new edition."


@requires(Permission.ISSUE_PAPERS)
def begin(request, series, slug):
    """Begins the correction of an issued paper."""
    paper = get_paper(request, series, slug)
    form = ConfirmForm(post_data(request), submit="Correct this report")
    if form.is_valid():
        context = {"paper": paper, "by": request.user, "on": today()}
        if saved(request, form, lambda: approvals.begin_correction(**context), BEGUN):
            return redirect("report-job", series, slug)
    more = {"template": "issue/step.html", "words": BEGIN}
    return page(request, form, "Correct this report", paper, **more)


@requires(Permission.ISSUE_PAPERS)
def give_up(request, series, slug):
    """Gives up a correction that is under way, with the reason."""
    paper = get_paper(request, series, slug)
    form = GiveUpForm(post_data(request))
    if form.is_valid():
        context = {"paper": paper, **form.cleaned_data, "by": request.user, "on": today()}
        give_up = partial(corrections.give_up_correction, **context)
        if done := saved(request, form, give_up, GIVEN_UP):
            return done
    more = {"template": "issue/step.html", "words": GIVE_UP}
    return page(request, form, "Give up the correction", paper, **more)


@requires(Permission.COMPOSE_PAPERS)
def word(request, series, slug):
    """What the correction changes: the lines of the program, then the words of the clerk."""
    paper = get_paper(request, series, slug)
    edition = paper.corrected_edition
    both = (from_json(edition.document), draft(paper)) if edition else ()
    initial = {"note": paper.correction_note, "removed": paper.numbers_removed}
    numbers = changed_numbers(*both) if both else ()
    form = CorrectionForm(post_data(request), initial=initial, numbers=numbers)
    if form.is_valid():
        fields = {"removed": (), **form.cleaned_data, "by": request.user, "on": today()}
        word = partial(approvals.word_correction, paper=paper, **fields)
        if done := saved(request, form, word, WORDED):
            return done
    by_itself = sentences(*both, paper.numbers_removed) if both else ()
    more = {"template": "issue/correction.html", "by_itself": by_itself}
    return page(request, form, "Describe the changes", paper, **more)


def gone(request, result):
    """Where an edition was removed (410): when, the class of reason, whom to ask; no words."""
    context = {
        "edition": result,
        "taken": result.removal,
        "council": result.paper.council,
        "whom": result.paper.whom_to_ask(today()),
    }
    response = render(request, "issue/removed_edition.html", context, status=410)
    response["Cache-Control"] = GONE
    return response
