"""Pages on which an issued paper is removed, and on which a second person confirms or undoes
it."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from assurance.accounts.access import Permission, requires
from assurance.records.refusals import refusals_shown_on
from assurance.runtime.periods import today
from reports.editions.models.editions import Edition
from reports.editions.models.removals import EditionRemoval
from reports.issue import jobs
from reports.issue.forms.corrections import DecideForm, EditionRemovalForm
from reports.issue.operations import removals
from reports.papers.draft_pages import typed

REMOVED = "It is down: nobody can read it. A second person must confirm or undo this."
FOLDER = (
    "But the published folder could not be written, so a web server that gives readers its files "
    "may still show it. This is tried again; tell who looks after the server."
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
    form = EditionRemovalForm(typed(request), standing=editions.active())
    if form.is_valid():
        fields = {name: form.cleaned_data[name] for name in ("reason", "explanation")}
        query = {"paper": first.paper, "numbers": form.numbers(), "by": request.user}
        with refusals_shown_on(form):
            row = removals.remove(**query, **fields, on=today())
            followed = jobs.after_removal(row.paper)
            messages.success(request, REMOVED if followed else f"{REMOVED} {FOLDER}")
            return redirect("papers:decide-removal", row.pk)
    context = {"form": form, "heading": "Take a paper down", "caption": first.paper.title}
    back = {"back": reverse("papers:removals"), "cancel_url": reverse("papers:removals")}
    return render(request, "issue/removal.html", {**context, **back})


@requires(Permission.REMOVE_EDITIONS)
def decide(request, pk):
    """What was removed and why; a second person confirms or undoes it."""
    clash = get_object_or_404(EditionRemoval.objects.visible_to(request.user), pk=pk)
    form = DecideForm(typed(request))
    if form.is_valid():
        with refusals_shown_on(form):
            decision = form.cleaned_data["decision"]
            removals.decide(taken=clash, decision=decision, by=request.user, on=today())
            jobs.after_removal(clash.paper)
            messages.success(request, "Your decision is recorded.")
            return redirect("papers:decide-removal", pk)
    context = {"form": form, "heading": "What was removed", "caption": clash.paper.title}
    more = {"taken": clash, "own": clash.taken_by_id == request.user.pk}
    back = {"back": reverse("papers:removals")}
    return render(request, "issue/removal_decision.html", {**context, **more, **back})
