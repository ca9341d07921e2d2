"""The register of censuses, and what placements cost beside a census."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from assurance.accounts import history_page
from assurance.accounts.access import Permission, requires
from assurance.figures.registry import evidence_of
from assurance.govuk.forms import post_data
from assurance.looked_after.forms.censuses import CensusFilters, CensusForm, CostsForm
from assurance.looked_after.forms.related import AreaFilters, AreaForm, LocationsForm
from assurance.looked_after.models.censuses import Census
from assurance.looked_after.models.comparisons import ComparedArea
from assurance.looked_after.models.definitions import CensusDay
from assurance.looked_after.models.offers import offers_beside
from assurance.looked_after.models.tables import children_with_several, costs_of, tables_of
from assurance.looked_after.operations import censuses
from assurance.looked_after.rates import TOTAL
from assurance.looked_after.views.returns import STEPS
from assurance.records.record import EditConflict
from assurance.records.refusals import refusals_shown_on
from assurance.registers.declaration import Column, Item, Register
from assurance.registers.history import both_shown, chronicle
from assurance.runtime.periods import say_day, today

# An edition that was replaced, or withdrawn, stays as it was.
LEFT_ALONE = {"change": "", "withdraw": "", "state_costs": "", "state_locations": ""}


def state_of(census):
    """Whether figures read it, in words."""
    if census.is_withdrawn:
        return "Withdrawn"
    return f"Replaced on {say_day(census.replaced_on)}" if census.replaced_on else "In force"


def enter(*, council, **fields):
    """Enters a census; its population says whose it is."""
    return censuses.enter_census(**fields)


def more_of(request, census):
    """What the record page shows beside the summary: tables, costs, editions, what is strange."""
    every = Census.objects.visible_to(request.user).editions_of(census)
    display = {
        "state_costs": reverse("looked_after:unit-costs", args=[census.pk]),
        "state_locations": reverse("looked_after:locations", args=[census.pk]),
        "locations": census.locations.all(),
        "tables": tables_of(census),
        "costs": costs_of(census),
        "several": children_with_several(census),
        "offers": offers_beside(census) if census.is_in_force else (),
        "editions": [item for item in every if item.pk != census.pk],
    }
    if census.held_return:
        # It was counted when its return was read, so that is what was done to it first.
        read = history_page.with_verbs(history_page.about(census.held_return), STEPS)
        display["entries"] = [*chronicle(CENSUSES, census), *read]
    return display if census.is_in_force else {**display, **LEFT_ALONE}


@requires(Permission.RECORD_LOOKED_AFTER)
def state_costs(request, pk):
    """Records what placements cost, beside children who stay as they were counted."""
    return _stated(request, pk, CostsForm, censuses.set_unit_costs, "unit costs", "Costs")


@requires(Permission.RECORD_LOOKED_AFTER)
def state_locations(request, pk):
    """Records where the children of a census are placed, as totals."""
    titles = ("placement locations", "Locations")
    return _stated(request, pk, LocationsForm, censuses.set_locations, *titles)


def _stated(request, pk, form_of, save, what, saved):
    census = get_object_or_404(Census.objects.visible_to(request.user), pk=pk)
    form = form_of(post_data(request), census=census)
    here = reverse("looked_after:record", args=[pk])
    if form.is_valid():
        fields = {"version": form.cleaned_data["version"], **form.values_to_save()}
        with refusals_shown_on(form):
            try:
                save(record=census, by=request.user, on=today(), **fields)
            except EditConflict as conflict:
                newer = conflict.newer
                return both_shown(request, form, form_of(census=newer), newer, here)
            messages.success(request, f"{saved} saved.")
            return redirect(here)
    context = {"form": form, "heading": f"Enter {what}", "caption": census}
    return render(request, "registers/form.html", {**context, "back": here, "cancel_url": here})


CENSUSES = Register(
    namespace="looked_after",
    model=Census,
    permission=Permission.RECORD_LOOKED_AFTER,
    noun="count of looked-after children",
    plural="counts of looked-after children",
    form=CensusForm,
    filters=CensusFilters,
    add=enter,
    change=censuses.correct,
    first="-date",
    related=("council", "withdrawn_by", "cohort", "held_return"),
    columns=(
        Column("Date", "date", sort="date", link=True),
        Column("Which children", "cohort.title", sort="cohort__title"),
        Column("Children", "total", sort="total", kind="numeric"),
        Column("Origin", "get_origin_display", sort="origin"),
        Column("State", state_of, sort="replaced_on"),
        Column("Source", "source", file_only=True),
        Column("Version", "edition", kind="numeric", file_only=True),
    ),
    summary=(
        Item("Date", "date"),
        Item("Which children", "cohort.title"),
        Item("How they are defined", "cohort.definition"),
        Item("Children in all", lambda census: f"{census.total:,}", "total"),
        Item("Origin", "get_origin_display"),
        Item("Return", "held_return", lapses=True),
        Item("Source", "source", "source"),
        Item("Version", "edition"),
        Item("State", state_of),
        Item("Why it was corrected", "corrected_because", lapses=True),
        Item("Why it differs from the return", "differs_because", lapses=True),
    ),
    also=more_of,
    verbs={"Enter census": "Entered", "Correct": "Corrected", "Count census": "Counted"},
)


AREAS = Register(
    namespace="looked_after",
    name="area",
    path="areas/",
    model=ComparedArea,
    permission=Permission.RECORD_LOOKED_AFTER,
    reading=Permission.SEE_COUNTS,
    noun="comparison area",
    plural="comparison areas",
    form=AreaForm,
    filters=AreaFilters,
    first="area_name",
    related=("council", "withdrawn_by"),
    columns=(
        Column("Area", "area_name", sort="area_name", link=True),
        Column("Description", "get_role_display", sort="role"),
        Column("Code", "area_code", sort="area_code"),
        Column("From", "from_date", sort="from_date"),
        Column("End date", "to_date", sort="to_date"),
        Column("Source", "source", file_only=True),
    ),
    summary=(
        Item("Area", "area_name", "area_name"),
        Item("Description", "get_role_display", "role"),
        Item("Code in official statistics", "area_code", "area_code"),
        Item("Compared from", "from_date", "from_date"),
        Item("End date", "to_date", "to_date"),
        Item("Source", "source", "source"),
    ),
)


@requires(Permission.RECORD_LOOKED_AFTER)
def list_missing(request):
    """The council's own census days of the last year without a census in force."""
    rows, day = Census.objects.visible_to(request.user), today()
    page = evidence_of(TOTAL)
    days = [(one, page.address_for(one)) for one in rows.days_missing(request.user.council, day)]
    has_days = CensusDay.objects.visible_to(request.user).exists()
    context = {"days": days, "has_days": has_days, "true_on": day}
    context["back"] = CENSUSES.address("list")
    return render(request, "looked_after/missing.html", context)
