"""Who was looked after at the end of any day: as the census in force of that day says, else counted
there and then from the rows of a held return that covers it.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from assurance.figures.figure import Population
from assurance.looked_after.models.censuses import Census
from assurance.looked_after.models.queries import AGE, PLACEMENT_CODE, CensusCounts, found_in
from assurance.looked_after.models.returns import Return
from assurance.looked_after.rules import counts as counting
from assurance.looked_after.rules.comparison import Movement
from assurance.looked_after.rules.groups import AGE_BAND, LOCAL_AGE_BAND, PLACEMENT
from assurance.looked_after.rules.positions import MEASURE
from assurance.people.models.people import Cohort

BREAKDOWNS = (
    *(PLACEMENT, PLACEMENT_CODE, AGE_BAND, LOCAL_AGE_BAND, AGE, MEASURE),
    *("legal_status", "need", "sex", "ethnicity", "uasc"),
)


def standing_on(council, day):
    """The usual population at the end of `day` as a `CensusCounts`, or None if unknown."""
    census = found_in(Census.objects.speaking_for(council, None, day), *BREAKDOWNS)
    return census or _counted(council, day)


def return_telling_of(council, day):
    """The newest return whose rows tell who was looked after on `day`, before all of the year that
    the day lies in, or None."""
    return Return.objects.of(council).covering(day).first()


class ReturnsByDay:
    """The active returns of a council, read once for many days."""

    def __init__(self, council):
        rows = Return.objects.of(council).active()
        self._rows = list(rows.defer("files", "notices", "validated"))

    def telling_of(self, day):
        """As `return_telling_of`: twin of `ReturnQuerySet.covering`."""
        rows = [
            row for row in self._rows if row.holds_rows and row.covers_from <= day <= row.covers_to
        ]
        return max(rows, key=lambda row: (row.owns(day), row.covers_to, row.pk), default=None)

    def is_owned(self, day):
        """True if `day` lies in the year of one of them, with rows or without."""
        return any(row.owns(day) for row in self._rows)


@dataclass(frozen=True)
class AvailableDates:
    """What can be asked of: the spans that returns with rows cover, and the days of censuses."""

    spans: tuple[tuple[date, date], ...]
    days: tuple[date, ...]

    @property
    def other_days(self):
        """The days of censuses that no span covers."""
        return [
            day for day in self.days if not any(first <= day <= last for first, last in self.spans)
        ]

    def latest(self, today):
        """The latest day of which something is held, not after `today`; None where nothing is."""
        ends = [min(last, today) for first, last in self.spans if first <= today]
        return max([*ends, *(day for day in self.days if day <= today)], default=None)


def held_for(council):
    """The `AvailableDates` of a council's usual population, the latest first."""
    spans = (
        Return.objects.of(council)
        .active()
        .filter(rows_removed_on__isnull=True)
        .order_by("-covers_to")
        .values_list("covers_from", "covers_to")
    )
    censuses = Census.objects.counting(council, None).in_force().order_by("-date")
    return AvailableDates(tuple(spans), tuple(censuses.values_list("date", flat=True)))


def _counted(council, day):
    current = return_telling_of(council, day)
    if current is None:
        return None
    rows = list(current.episodes.describing(day).to_count())
    usual = Cohort.objects.of(council).filter(kind=Cohort.CHILDREN, usual=True).first()
    return CensusCounts(
        pk=None,
        date=day,
        total=len(rows),
        counted=True,
        source=f"Counted now from the {current}",
        cohort=usual.title if usual else "Children looked after",
        population=Population.of(usual),
        counts=counting.breakdowns(rows, day, has_uasc=current.has_uasc),
    )


def movement_between(council, since, until):
    """The `Movement` after `since` and by `until`, or None where no held rows tell of both days."""
    first, last = (return_telling_of(council, day) for day in (since, until))
    if first is None or last is None:
        return None
    gone, new = counting.change(_children(first, since), _children(last, until))
    at_start = first.episodes.children_on(since)
    moved = {"since": since, "until": until, "at_start": at_start}
    moved |= {"gone": len(gone), "new": len(new)}
    spells = list(_spells(council, since + timedelta(days=1), until))
    if None in spells:
        return Movement(**moved)
    return Movement(
        **moved,
        starts=sum(item.episodes.starting(*span).count() for item, *span in spells),
        ends=sum(item.episodes.ceasing(*span).count() for item, *span in spells),
    )


def _children(current, day):
    return set(current.episodes.counted_on(day).values_list("child", flat=True))


def _spells(council, day, until):
    """(Return, first day, last day) of each spell of which one return tells, up to `until`, or None
    once no return does."""
    while day <= until:
        current = return_telling_of(council, day)
        if current is None or not current.owns(day):
            yield None
            return
        last = min(current.covers_to, until)
        yield current, day, last
        day = last + timedelta(days=1)
