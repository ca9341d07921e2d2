"""The register of random samples, and the page that draws one again."""

from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from assurance.accounts.access import Permission, requires
from assurance.audits import operations
from assurance.audits.forms.samples import AgainForm, SampleFilters, SampleForm
from assurance.audits.models.samples import DRAWN, AuditSample
from assurance.audits.rules import samples
from assurance.govuk.forms import post_data
from assurance.registers.declaration import Column, Item, Register


def what_was_drawn(request, sample):
    """The references drawn, each with its audit where one is recorded."""
    audits = sample.audits()
    return {
        "audits": audits.items(),
        "audited": sum(audit is not None for audit in audits.values()),
    }


SAMPLES = Register(
    namespace="audits",
    name="sample",
    path="samples/",
    model=AuditSample,
    permission=Permission.RECORD_AUDITS,
    noun="random sample",
    plural="random samples of cases",
    form=SampleForm,
    filters=SampleFilters,
    add=operations.draw_sample,
    change=None,
    first="-drawn_on",
    related=("council", "withdrawn_by", "audit_round__kind"),
    also=what_was_drawn,
    verbs={"Draw": "Drawn", "Erase sample": "References removed"},
    columns=(
        Column("Sample", "title", sort="title", link=True),
        Column("Drawn on", "drawn_on", sort="drawn_on"),
        Column("Drawn", "drawn", sort="drawn", order=DRAWN, kind="numeric"),
        Column("Listed", "listed", sort="listed", kind="numeric"),
        Column("Seed", "seed"),
        Column("Round", "audit_round", file_only=True),
        Column("Withdrawn", "withdrawn_on", file_only=True),
    ),
    summary=(
        Item("Title", "title"),
        Item("Round", "audit_round"),
        Item("Drawn on", "drawn_on"),
        Item("Cases drawn", "drawn"),
        Item("Cases on the list", "listed"),
        Item("Seed", "seed"),
    ),
)


@requires(Permission.RECORD_AUDITS)
def draw_again(request, pk):
    """Asks for the list again and says whether the same cases are drawn; nothing is kept."""
    sample = get_object_or_404(SAMPLES.rows(request.user), pk=pk)
    form = AgainForm(
        post_data(request), files=request.FILES or None, council=sample.council, record=sample
    )
    context = {"form": form, "heading": "Draw the sample again", "caption": sample}
    context["back"] = context["cancel_url"] = reverse("audits:sample-record", args=[pk])
    if form.is_valid():
        drawn = sample.references, form.cleaned_data["cases"], sample.listed, sample.seed
        context["is_same"], context["result"] = samples.say_same(*drawn)
    return render(request, "audits/sample-again.html", context)
