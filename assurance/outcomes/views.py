"""The register of outcome sets."""

from assurance.accounts.access import Permission
from assurance.charts.findings import Value, largest
from assurance.charts.tables import Bar, Chart
from assurance.outcomes import operations
from assurance.outcomes.forms import OutcomeSetFilters, OutcomeSetForm
from assurance.outcomes.models import OutcomeSet
from assurance.registers.declaration import Column, Item, Register


def its_outcomes(request, record):
    """The outcomes of a set with a chart of their shares, and the other sets of its series."""
    outcomes = list(record.outcomes.all())
    others = OutcomeSet.objects.visible_to(request.user).series_beside(record)
    return {"outcomes": outcomes, "others": others, "chart": chart_of(record, outcomes)}


def chart_of(record, outcomes):
    """The shares of the outcomes as bars, each with its target; None of a cohort of nobody."""
    if not record.base:
        return None
    bars, shares = [], []
    for outcome in outcomes:
        label = f"{outcome.count:,} of {record.base:,}, {outcome.share:f}%"
        bars.append(Bar(outcome.title, float(outcome.share), label, "Share"))
        shares.append((outcome.title, Value(outcome.count, label)))
        if outcome.target is not None:
            target = f"{outcome.target:f}%"
            bars.append(Bar(outcome.title, float(outcome.target), target, "Target"))
    return Chart(
        anchor="outcomes",
        title=". ".join(filter(None, (record.title, largest(shares)))),
        description=f"The shares of {record.base:,} {record.unit} by outcome.",
        caption=f"{record.title}: shares",
        bars=tuple(bars),
        heading="Outcome",
        full=100,
    )


SETS = Register(
    namespace="outcomes",
    model=OutcomeSet,
    permission=Permission.RECORD_MATTERS,
    reading=Permission.SEE_COUNTS,
    noun="outcome set",
    plural="outcome sets",
    form=OutcomeSetForm,
    filters=OutcomeSetFilters,
    add=operations.record_set,
    change=operations.change_set,
    first="-to_date",
    related=("council", "withdrawn_by"),
    columns=(
        Column("Title", "title", sort="title", link=True),
        Column("Date, or end date", "to_date", sort="to_date"),
        Column("Who is counted", "population"),
        Column("Unit counted", "get_unit_display", sort="unit", file_only=True),
        Column("Number", "base", sort="base", kind="numeric"),
        Column("Start date", "from_date", file_only=True),
        Column("Source", "source", file_only=True),
    ),
    summary=(
        Item("Title", "title", "title"),
        Item("Who is counted", "population", "population"),
        Item("Date or period", "when", "to_date"),
        Item("Unit counted", "get_unit_display", "unit"),
        Item("Number in all", lambda row: f"{row.base:,}", "base"),
        Item("Source", "source", "source"),
    ),
    also=its_outcomes,
)
