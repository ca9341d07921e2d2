"""What the values of a published figure are compared with in its chart: targets and England for a
measure, England and the statistical neighbours for the rate of looked-after children."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from assurance.accounts.models.accounts import Council
from assurance.charts.series import AIM, OTHER_AREA, Point, Series, dated
from assurance.figures.keys import current_key
from assurance.governance.models.measures import Measure
from assurance.governance.rules import choices
from assurance.looked_after.models.comparisons import ENGLAND as NATIONAL
from assurance.looked_after.models.comparisons import ComparedArea, PublishedFigure
from assurance.looked_after.models.published import mean_of
from assurance.looked_after.rates import OWN
from reports.editions.comparison_values import MEASURED
from reports.editions.comparison_values import NATIONAL as ENGLAND
from reports.editions.other_areas import RATE
from reports.publication.figure_history import Strand, is_counted

NEIGHBOURS = "Statistical neighbours"
TARGET = "Target"
LOOKED_AFTER = "looked_after"


def compared_with(council: Council, strand: Strand) -> tuple[Series, ...]:
    """The series next to those of `strand`, within its first and last date; none where the records
    have none. Nothing is worked out of a number that is not shown."""
    days = [date.fromisoformat(point.entry.end) for point in strand.points if is_counted(point)]
    if not days:
        return ()
    entry = strand.points[-1].entry
    if current_key(entry.key) == RATE and entry.member == OWN:
        compared = _rates(council, days)
    elif current_key(entry.key).startswith(MEASURED):
        compared = _of_measure(council, entry.member, days)
    else:
        compared = ()
    return tuple(series for series in compared if series.points)


def _rates(council, days) -> Iterator[Series]:
    """The published rates of England, and the mean of those of the neighbours, of each date."""
    rows = PublishedFigure.objects.compared_on(council, days[-1])
    rows = [row for row in rows.filter(measure=LOOKED_AFTER, date__gte=days[0]) if _has_rate(row)]
    for name, role in ((ENGLAND, NATIONAL), (NEIGHBOURS, ComparedArea.NEIGHBOUR)):
        by_day: dict[date, list[Decimal]] = {}
        for row in rows:
            if (row.role or NATIONAL) == role:
                by_day.setdefault(row.date, []).append(row.rate)
        rates = [(day, mean_of(by_day[day])) for day in sorted(by_day)]
        points = (dated(day, float(rate), f"{rate.normalize():f}") for day, rate in rates)
        yield Series(name, tuple(points), OTHER_AREA)


def _has_rate(row):
    return row.is_published and row.rate is not None


def _of_measure(council, slug, days) -> Iterator[Series]:
    """The targets of a measure on each of `days`, and England's values between them."""
    measure = Measure.objects.of(council).active().filter(slug=slug).first()
    if measure is None:
        return
    targets = [target for target in measure.targets.all() if not target.is_withdrawn]
    aims = [(day, choices.target_on(targets, day)) for day in days]
    yield Series(TARGET, tuple(_aim(day, aim) for day, aim in aims if aim), AIM)
    if measure.area == ENGLAND:
        return
    named = {"title": measure.title, "unit": measure.unit, "area__iexact": ENGLAND}
    national = Measure.objects.of(council).active().filter(**named).first()
    values = national.values.all() if national else ()
    rows = [row for row in values if _is_shown(row) and days[0] <= row.to_date <= days[-1]]
    rows.sort(key=lambda row: row.to_date)
    points = tuple(dated(row.to_date, float(row.value), row.words) for row in rows)
    yield Series(ENGLAND, points, OTHER_AREA)


def _aim(day, target) -> Point:
    return dated(day, float(target.value), target.words)


def _is_shown(row):
    return not row.is_withdrawn and not row.gives_away()
