"""The registers of measures, of their values and of their targets."""

from assurance.charts.findings import Value, change
from assurance.charts.series import AIM, LineChart, Series, dated
from assurance.charts.tables import Bar, Chart
from assurance.governance.forms.measures import (
    CommentaryForm,
    MeasureFilters,
    MeasureForm,
    RelationForm,
    TargetForm,
    ValueForm,
)
from assurance.governance.models.measures import (
    Measure,
    MeasureCommentary,
    MeasureTarget,
    MeasureValue,
)
from assurance.governance.models.relations import MeasureRelation
from assurance.governance.rules import choices
from assurance.governance.views.registers import register_of, within
from assurance.govuk.lists import RowKey
from assurance.registers.declaration import Column, Item, Parent, columns, items
from assurance.registers.orders import first_of, standing


def members_of(relation):
    """The measures that a relation is about."""
    return list(relation.members.all())


def its_series(request, measure):
    """The values of a measure, the first one first, each against the target of its day, with a
    chart of them; and the targets."""
    result = within(request, measure, VALUES, TARGETS, COMMENTARIES, RELATIONS)
    rows = [line["record"] for line in result["sections"][0]["lines"]]
    current = [value for value in rows if not value.is_withdrawn]
    return {**result, "chart": chart_of(measure, current) if len(current) > 1 else None}


def chart_of(measure, values):
    """The chart of a measure's `values`, which stand in the order of their days and are one at
    least; the target of a day stands beneath its value."""
    sizes = [Value(float(value.value), value.words, value.when) for value in values]
    title = change(measure.title, sizes, measure.better)
    return Chart(
        anchor="series",
        title=title,
        description=measure.definition,
        bars=tuple(bar for value in values for bar in _bars(value)),
        heading="Date",
        line=_line_of(title, values),
        source=measure.source,
        caption=f"{measure.title}: values",
    )


def _line_of(title, values):
    """The values as a line with their targets; None where they are too few for one."""
    points = [dated(value.to_date, float(value.value), value.words) for value in values]
    aims = [(value.to_date, value.target, target_words(value)) for value in values]
    targets = [dated(day, float(aim.value), words) for day, aim, words in aims if aim]
    listed = "; ".join(f"{value.words} at {value.when}" for value in values)
    series = (Series("Value", tuple(points)), Series("Target", tuple(targets), AIM))
    line = LineChart(title, series, f"{listed}.")
    return line if line.is_line else None


def _bars(value):
    yield Bar(value.when, value.value, value.words, "Value")
    if target := value.target:
        yield Bar(value.when, target.value, target_words(value), "Target")


def target_words(value):
    """That target in words, or None."""
    target = value.target
    return choices.say_value(target.value, value.measure.unit) if target else None


def latest_day():
    """What the list sorts by: the last day of the latest value."""
    return first_of(standing(MeasureValue, "measure"), "to_date", "-to_date")


def latest_value(measure):
    """What the list sorts by: the unit, then the latest value in it; None without a value."""
    latest = measure.latest
    return (list(choices.UNITS).index(measure.unit), latest.value) if latest else None


def latest_verdict(measure):
    """The place of the latest verdict, missed targets first; None without one."""
    verdict = measure.latest.verdict if measure.latest else ""
    return choices.VERDICTS.index(verdict) if verdict else None


MEASURES = register_of(
    Measure,
    "measure",
    form=MeasureForm,
    filters=MeasureFilters,
    first="title",
    related=("owner",),
    fetched=("values", "targets"),
    also=its_series,
    columns=(
        Column("Measure", "title", sort="title", link=True),
        Column("Area", "area", sort="area"),
        Column("Latest value", "latest.words", sort="latest", order=RowKey(latest_value)),
        Column("Date", "latest.period", kind="date", sort="at", order=latest_day),
        Column("Target", "latest.verdict", sort="target", order=RowKey(latest_verdict)),
        Column("Owner", "owner", sort="owner__title"),
        Column("Source", "source", sort="source"),
        Column("Unit", "get_unit_display", file_only=True),
        Column("Counts people", "of_people", file_only=True),
        *columns("better definition", file_only=True),
        Column("Withdrawn", "withdrawn_on", file_only=True),
    ),
    summary=(
        *items("unit definition source area"),
        Item("Counts people", "of_people", "of_people"),
        Item("Which way is better", "get_better_display", "better"),
        Item("Owner", "owner", "owner"),
        Item("Latest value", "latest.words"),
        Item("Date of the latest value", "latest.when"),
        Item("Name in reports", "slug", folded=True),
    ),
)

VALUES = register_of(
    MeasureValue,
    "value",
    parent=Parent(MEASURES, "measure"),
    form=ValueForm,
    related=("measure__council",),
    fetched=("measure__targets",),
    columns=(
        Column("Date", "period", link=True),
        Column("Value", "words", kind="numeric"),
        Column("Target", target_words, kind="numeric"),
        Column("Against the target", "verdict"),
        Column("Source", "where_from"),
    ),
    summary=(
        Item("Measure", "measure.title"),
        *items("to_date from_date"),
        Item("Value", "words", "value"),
        Item("Target", target_words),
        Item("Against the target", "verdict"),
        Item("Source", "where_from", "source"),
        Item("Name in reports", "quoted_as", folded=True),
    ),
)

TARGETS = register_of(
    MeasureTarget,
    "target",
    parent=Parent(MEASURES, "measure"),
    form=TargetForm,
    related=("measure__council",),
    columns=(
        Column("Applies from", "from_date", link=True),
        Column("Applies until", "to_date"),
        Column("Target", "words", kind="numeric"),
    ),
    summary=(
        Item("Measure", "measure.title"),
        Item("Target", "words", "value"),
        Item("Tolerance", "tolerance_words", "tolerance"),
        *items("from_date to_date"),
    ),
)

COMMENTARIES = register_of(
    MeasureCommentary,
    "commentary",
    noun="sentence of the month",
    plural="sentences of the month",
    path="commentaries/",
    parent=Parent(MEASURES, "measure"),
    form=CommentaryForm,
    related=("measure__council",),
    columns=(Column("Month", "month_words", link=True), Column("The owner’s sentence", "text")),
    summary=(
        Item("Measure", "measure.title"),
        Item("Month", "month_words", "month"),
        Item("The owner’s sentence", "text", "text"),
    ),
)

RELATIONS = register_of(
    MeasureRelation,
    "relation",
    parent=Parent(MEASURES, "measure"),
    form=RelationForm,
    related=("measure__council",),
    fetched=("members",),
    columns=(
        Column("Applies from", "from_date", link=True),
        Column("Applies until", "to_date"),
        Column("Measures", "member_titles"),
        Column("Relation", "get_kind_display"),
    ),
    summary=(
        Item("Measure", "measure.title"),
        Item("Measures", members_of, "members"),
        Item("Relation", "get_kind_display", "kind"),
        Item("Do they add up to it?", "exhaustive", "exhaustive"),
        *items("from_date to_date"),
    ),
)
