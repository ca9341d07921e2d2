"""Scorecards: their register, what a meeting was shown, and its two pages."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from assurance.accounts.access import Permission, may, requires
from assurance.govuk.forms import post_data
from assurance.govuk.lists import sorted_lines
from assurance.records.refusals import refusals_shown_on
from assurance.registers.declaration import Column, Item, Register
from assurance.runtime.periods import moment_of_today, today
from reports.oversight import operations
from reports.oversight.annexes import add_to_report
from reports.oversight.assurance_map.lines import assurance_map
from reports.oversight.contents import frozen_content
from reports.oversight.forms import (
    FreezeForm,
    MapForm,
    ScorecardAnnexForm,
    ScorecardFilters,
    ScorecardForm,
)
from reports.oversight.models import MeetingScorecard, Scorecard
from reports.oversight.scorecard_file import scorecard_pdf, with_lines
from reports.papers.draft_pages import address
from reports.papers.models.papers import Paper


def what_it_shows(request, scorecard):
    """What the scorecard shows today, and what its meetings were shown."""
    keeps = may(request.user, Permission.RECORD_MATTERS) and not scorecard.is_withdrawn
    rows = with_lines(frozen_content(scorecard, today())["rows"])
    pages = [reverse("governance:measure-record", args=[row.pk]) for row in scorecard.indicators]
    return {
        "indicators": [{**row, "page": page} for row, page in zip(rows, pages, strict=True)],
        "frozen": MeetingScorecard.objects.visible_to(request.user).of_scorecard(scorecard),
        "freeze": reverse("oversight:freeze", args=[scorecard.pk]) if keeps else "",
    }


SCORECARDS = Register(
    namespace="oversight",
    name="scorecard",
    path="scorecards/",
    model=Scorecard,
    permission=Permission.RECORD_MATTERS,
    reading=Permission.SEE_COUNTS,
    noun="scorecard",
    plural="scorecards",
    form=ScorecardForm,
    filters=ScorecardFilters,
    first="title",
    related=("council", "withdrawn_by", "body"),
    columns=(
        Column("Scorecard", "title", sort="title", link=True),
        Column("Board", "body.title", sort="body__title"),
    ),
    summary=(Item("Scorecard", "title", "title"), Item("Board", "body.title", "body")),
    also=what_it_shows,
    verbs={"Freeze": "Frozen for a meeting"},
)


_MAP_ORDERS = {
    "source": lambda line: line.source.title.casefold(),
    "result": lambda line: line.source.result.casefold(),
    "date": lambda line: line.source.on,
    # By days, so that lines of one number of months are in order too.
    "age": lambda line: line.source.on and -line.source.on.toordinal(),
}


@requires(Permission.SEE_COUNTS)
def show_map(request):
    """Every source of assurance with its last result by a day, today's where none is asked for."""
    form = MapForm(request.GET or None)
    day = (form.chosen().get("on") if form.is_bound else None) or today()
    kinds = [
        replace(kind, lines=sorted_lines(request, kind.lines, _MAP_ORDERS))
        for kind in assurance_map(request.user, day)
    ]
    context = {"form": form, "day": day, "kinds": kinds, "page": kinds[0].lines}
    return render(request, "oversight/map.html", context)


@requires(Permission.RECORD_MATTERS)
def freeze(request, pk):
    """Chooses a meeting, then keeps what the scorecard shows on its day."""
    record = get_object_or_404(Scorecard.objects.visible_to(request.user), pk=pk)
    form = FreezeForm(post_data(request), scorecard=record)
    here = reverse("oversight:scorecard-record", args=[pk])
    if form.is_valid():
        meeting = form.cleaned_data["meeting"]
        with refusals_shown_on(form):
            frozen = operations.freeze(
                record=record, meeting=meeting, at=moment_of_today(), by=request.user, on=today()
            )
            messages.success(request, "The scorecard of this meeting is now kept unchanged.")
            return redirect("oversight:meeting-scorecard", frozen.pk)
    context = {"form": form, "heading": "Freeze for a meeting", "caption": record, "back": here}
    return render(request, "oversight/freeze.html", {**context, "cancel_url": here})


@requires(Permission.SEE_COUNTS)
def show_frozen(request, pk):
    """What a meeting was shown."""
    frozen = get_object_or_404(MeetingScorecard.objects.visible_to(request.user), pk=pk)
    back = reverse("oversight:scorecard-record", args=[frozen.scorecard_id])
    context = {"frozen": frozen, "indicators": with_lines(frozen.content["rows"]), "back": back}
    context["may_compose"] = may(request.user, Permission.COMPOSE_PAPERS)
    return render(request, "oversight/frozen.html", context)


@requires(Permission.SEE_COUNTS)
def print_frozen(request, pk):
    """The two pages of what a meeting was shown, as a PDF."""
    frozen = get_object_or_404(MeetingScorecard.objects.visible_to(request.user), pk=pk)
    answer = HttpResponse(scorecard_pdf(frozen), content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{frozen.file_name}"'
    return answer


@requires(Permission.COMPOSE_PAPERS)
def add_annex(request, pk):
    """Chooses a report that is being written, then adds the two pages to it as an annex."""
    frozen = get_object_or_404(MeetingScorecard.objects.visible_to(request.user), pk=pk)
    here = reverse("oversight:meeting-scorecard", args=[pk])
    reports = Paper.objects.visible_to(request.user).being_written()
    form = ScorecardAnnexForm(post_data(request), frozen=frozen, reports=reports)
    if form.is_valid():
        report, summary = form.cleaned_data["report"], form.cleaned_data["summary"]
        with refusals_shown_on(form):
            add_to_report(frozen=frozen, paper=report, summary=summary, by=request.user, on=today())
            messages.success(request, "The scorecard is an annex of the report.")
            return redirect("editor:enclosed", *address(report))
    context = {"form": form, "heading": "Add to a report", "caption": frozen, "back": here}
    return render(request, "oversight/annex.html", {**context, "cancel_url": here})
