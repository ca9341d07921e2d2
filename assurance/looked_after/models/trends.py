"""Children looked after at the ends of many months, by placement group, in one query."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from assurance.charts.findings import Value, change
from assurance.charts.series import LineChart, Series, dated
from assurance.charts.tables import Bar, Chart
from assurance.looked_after.models.censuses import Census
from assurance.looked_after.models.definitions import PlacementGroup, chosen_groups
from assurance.looked_after.models.queries import (
    NOT_BROKEN_DOWN_LABEL,
    PLACEMENT_CODE,
    place_of,
)
from assurance.looked_after.rules.comparison import NOT_BROKEN_DOWN_TEXT, part_of
from assurance.looked_after.rules.groups import NOT_BROKEN_DOWN, PLACEMENT, group_of
from assurance.runtime.periods import end_of_month, say_day


@dataclass(frozen=True)
class Month:
    """A month's end: how many children, and by group; None of a month that has no census."""

    day: date
    total: int | None
    groups: dict[str, int] | None


@dataclass(frozen=True)
class Trend:
    """Months in order, and slug → label of the groups that any of them has children in."""

    months: tuple[Month, ...]
    labels: dict[str, str]

    @property
    def is_empty(self):
        """Whether no month has a census."""
        return all(month.total is None for month in self.months)

    @property
    def rows(self):
        """Per month the day, the total and the children by group of `labels` as printed."""
        return [
            (month.day, month.total, [_cell(month.groups, slug) for slug in self.labels])
            for month in self.months
        ]


def _cell(groups, slug):
    if groups is None:
        return "–"
    number = part_of(groups, slug)
    return NOT_BROKEN_DOWN_TEXT if number is None else f"{number:,}"


def ends_of_months(until, number):
    """The last `number` ends of months up to `until`, the earliest first."""
    end = end_of_month(until)
    end = end if end == until else until.replace(day=1) - timedelta(days=1)
    ends = []
    for _ in range(number):
        ends.append(end)
        end = end.replace(day=1) - timedelta(days=1)
    return ends[::-1]


def definitions_of(council):
    """Every placement group that the council may count by, of any day."""
    return list(PlacementGroup.objects.filter(Q(council=council) | Q(council__isnull=True)))


def counts_at(council, days):
    """(day, total, counted, code or group, children) rows of the censuses in force of `days`, a
    census without a breakdown once with None: one query, however many days."""
    queries = Census.objects.counting(council, None).in_force().filter(date__in=days)
    return queries.with_counts(PLACEMENT, PLACEMENT_CODE).values_list(
        "date", "total", "origin", "wanted__member", "wanted__children"
    )


def placement_over(council, days, definitions):
    """The `Trend` of the usual population at `days`, each grouped by the groups of its own day."""
    totals, groups = {}, {}
    for day, total, origin, member, children in counts_at(council, days):
        totals[day] = total
        if member is None:
            continue
        slug = member
        if origin == Census.COUNTED:
            slug = group_of(*place_of(member), _groups_on(definitions, day))
        groups.setdefault(day, Counter())[slug] += children
    labels = _labels(definitions, set().union(*groups.values()) if groups else set())
    return Trend(
        months=tuple(Month(day, totals.get(day), groups.get(day)) for day in days), labels=labels
    )


def _groups_on(definitions, day):
    return [
        chosen_group
        for chosen_group in chosen_groups(
            definition
            for definition in definitions
            if definition.from_date <= day
            and (definition.to_date is None or definition.to_date >= day)
        )
        if not chosen_group.measure
    ]


def _labels(definitions, used):
    newest = sorted(definitions, key=lambda item: (item.order, item.from_date))
    known = {item.slug: item.label for item in newest} | {NOT_BROKEN_DOWN: NOT_BROKEN_DOWN_LABEL}
    return {slug: label for slug, label in known.items() if slug in used}


# More colours than these are not told apart in one bar.
MOST_SERIES = 8
REST = "All other groups"


def chart_of_months(trend):
    """Children by placement group at the ends of months, the largest groups of the newest month
    apart and the others together; None where no month is known."""
    known = [month for month in trend.months if month.total is not None]
    if not known:
        return None
    labels = {**trend.labels}
    if any(month.groups is None for month in known):
        labels.setdefault(NOT_BROKEN_DOWN, NOT_BROKEN_DOWN_LABEL)
    newest = _groups_of(known[-1])
    # Whoever is not broken down is never one of the others.
    first = sorted(labels, key=lambda slug: (slug != NOT_BROKEN_DOWN, -newest.get(slug, 0)))
    first = first[:MOST_SERIES]
    rows = {slug: label for slug, label in labels.items() if slug in first}
    bars = [bar for month in known for bar in _bars_of(month, rows, labels)]
    points = tuple(dated(month.day, month.total, f"{month.total:,}") for month in known)
    values = [Value(month.total, f"{month.total:,}", say_day(month.day)) for month in known]
    title = change("Children looked after", values)
    listed = "; ".join(f"{value.words} on {value.when}" for value in values)
    line = LineChart(title, (Series("Children", points),), f"{listed}.")
    return Chart(
        anchor="months",
        title=title,
        description="All placements, at the end of each month. The data has each placement group.",
        bars=tuple(bars),
        heading="Month",
        stacked=True,
        totals={f"{month.day:%b %Y}": f"{month.total:,}" for month in known},
        line=line if line.is_line else None,
        caption="Children looked after at the end of each month, by placement",
    )


def _groups_of(month):
    """Slug → children of a month that has a count; all of them not broken down where it has no
    groups."""
    return {NOT_BROKEN_DOWN: month.total} if month.groups is None else month.groups


def _bars_of(month, rows, labels):
    """The bars of a month: one of each of `rows`, and one of all other groups of `labels`."""
    groups, label = _groups_of(month), f"{month.day:%b %Y}"
    yield from (_bar(label, part_of(groups, slug), rows[slug]) for slug in rows)
    rest = month.total - sum(groups.get(slug, 0) for slug in rows)
    others = [part_of(groups, slug) for slug in labels if slug not in rows]
    if rest or others:
        yield _bar(label, None if None in others and not rest else rest, REST)


def chart_of_rates(compared):
    """The newest rates of one measure, area by area; None where none is published."""
    bars = tuple(
        Bar(label, float(cells[-1].rate), cells[-1].words)
        for label, cells in compared.lines
        if cells[-1].rate is not None
    )
    if not bars:
        return None
    return Chart(
        anchor=f"rates-{compared.measure}",
        title=f"{compared.heading}: rate per 10,000 children, {compared.days[-1].year}",
        description="; ".join(f"{bar.label} {bar.words}" for bar in bars) + ".",
        bars=bars,
        heading="Area",
        values="Rate per 10,000",
    )


def _bar(label, children, series):
    words = NOT_BROKEN_DOWN_TEXT if children is None else f"{children:,}"
    return Bar(label, children, words, series)
