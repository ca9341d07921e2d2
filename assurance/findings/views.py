"""The registers of reviews, of their themes and of their findings, and adding many at once."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from assurance.access import Permission, requires
from assurance.findings import operations, rules
from assurance.findings.forms import (
    FindingForm,
    ReviewFilters,
    ReviewForm,
    SeveralForm,
    ThemeForm,
)
from assurance.findings.models import Finding, Review, Theme
from assurance.periods import today
from assurance.refusals import refusals_shown_on
from assurance.registers.declaration import Column, Item, Parent, Register


def what_it_found(request, review):
    """A review's findings by theme and kind, its stated totals against those listed, and where
    more is added."""
    themes, found = list(review.themes.all()), list(review.findings.all())
    return {
        "groups": rules.grouped(themes, found, Finding.KINDS),
        "totals": rules.compared(review.stated_totals(), review.listed_totals()),
    }


REVIEWS = Register(
    namespace="findings",
    model=Review,
    permission=Permission.RECORD_REVIEWS,
    noun="review",
    plural="inspections and peer reviews",
    form=ReviewForm,
    filters=ReviewFilters,
    add=operations.record_review,
    change=operations.change_review,
    withdraw=operations.withdraw_review,
    first="-started_on",
    related=("council", "withdrawn_by", "framework"),
    also=what_it_found,
    verbs={"Record findings": "Findings added"},
    columns=(
        Column("Review", "title", sort="title", link=True),
        Column("Kind", "get_kind_display", sort="kind"),
        Column("First day", "started_on", sort="started_on"),
        Column("Published", "published_on", sort="published_on"),
        Column("Grade", "grade", sort="grade"),
        Column("Who did it", "body", file_only=True),
        Column("Framework", "framework.title", file_only=True),
        Column("Last day", "ended_on", file_only=True),
        Column("Report received", "response_received_on", file_only=True),
        Column("Response due", "response_due_on", file_only=True),
        Column("Response sent", "response_sent_on", file_only=True),
        Column("Withdrawn", "withdrawn_on", file_only=True),
    ),
    summary=(
        Item("Kind", "get_kind_display", "kind"),
        Item("Title", "title", "title"),
        Item("Who did it", "body", "body"),
        Item("Framework", "framework.title", "framework"),
        Item("First day on site", "started_on", "started_on"),
        Item("Last day on site", "ended_on", "ended_on"),
        Item("People in the review team", "team_size", "team_size"),
        Item("People met", "people_met", "people_met"),
        Item("Grade", "grade", "grade"),
        Item("Report published", "published_on", "published_on"),
        Item("Report received", "response_received_on", "response_received_on"),
        Item("Response due", "response_due_on", "response_due_on"),
        Item("Response sent", "response_sent_on", "response_sent_on"),
        Item("Follow-up", "follow_up_on", "follow_up_on"),
    ),
)

THEMES = Register(
    namespace="findings",
    name="theme",
    path="themes/",
    parent=Parent(REVIEWS, "review"),
    model=Theme,
    permission=Permission.RECORD_REVIEWS,
    noun="theme",
    plural="themes",
    form=ThemeForm,
    add=operations.record_theme,
    change=operations.change_theme,
    related=("review__council",),
    summary=(
        Item("Review", "review.title"),
        Item("Theme", "title", "title"),
        Item("Grade", "grade", "grade"),
    ),
)

FINDINGS = Register(
    namespace="findings",
    name="finding",
    path="findings/",
    parent=Parent(REVIEWS, "review"),
    model=Finding,
    permission=Permission.RECORD_REVIEWS,
    noun="finding",
    plural="findings",
    form=FindingForm,
    add=operations.record_finding,
    change=operations.change_finding,
    withdraw=operations.withdraw_finding,
    related=("council", "withdrawn_by", "review", "theme"),
    summary=(
        Item("Review", "review.title"),
        Item("Kind", "get_kind_display", "kind"),
        Item("Theme", "theme.title", "theme"),
        Item("Number", "number", "number"),
        Item("What was found", "text", "text"),
        Item("Place in the report", "place", "place"),
        Item("Why there is no action", "no_action_because", "no_action_because"),
        Item("Role that decided it", "no_action_role", "no_action_role"),
    ),
)


@requires(Permission.RECORD_REVIEWS)
def add_several(request, pk):
    """Asks for many findings at once, shows what will be kept, and keeps it when that is said."""
    review = get_object_or_404(REVIEWS.rows(request.user), pk=pk)
    council = request.user.council
    typed = request.POST if request.method == "POST" else None
    form = SeveralForm(typed, council=council, parent=review)
    home = reverse("findings:record", args=[pk])
    asked = {"form": form, "review": review, "back": home, "cancel_url": home}
    if form.is_valid() and "again" not in request.POST:
        if "keep" not in request.POST:
            return render(request, "findings/several-check.html", {**asked, "rows": form.rows()})
        with refusals_shown_on(form):
            made = operations.record_findings(
                council=council, review=review, rows=form.rows(), by=request.user, on=today()
            )
            messages.success(request, f"Findings added: {len(made)}.")
            return redirect(home)
    asked |= {"heading": "Add several findings", "caption": review}
    return render(request, "findings/several.html", asked)
