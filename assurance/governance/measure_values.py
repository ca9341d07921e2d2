"""A measure's value as a report may print it: what its figure withholds, its record does not."""

from datetime import timedelta
from functools import cached_property

from assurance.figures.figure import Mark
from assurance.figures.measurement import FigureQuery, StepwiseMeasurement
from assurance.figures.small_numbers import NOT_SHOWN
from assurance.governance.figures.measures import FIGURES as DECLARED
from assurance.governance.models.measures import MeasureValue
from assurance.runtime import periods
from assurance.runtime.databases.request_memo import memoised

A_YEAR = timedelta(366)
FIGURES = {figure.key: figure for figure in DECLARED}
OF_PEOPLE = ("measures.people", "measures.share_of_people", "measures.decimal", "measures.per_cent")


class ShownValues:
    """Values of a council's measures as a report may print them by the policies of a date
    (today): each by itself, of what was read once for all of them."""

    def __init__(self, council, day=None):
        self._council = council
        self._measured = StepwiseMeasurement(
            council, FIGURES, day or periods.today(), read={}, is_enough=lambda: False
        )

    def words(self, value) -> str | None:
        """The words of a measure's value, None where it would give a small number of people away,
        alone or with measures that it is related to."""
        if not value.measure.of_people:
            return value.words
        days = sorted({value.to_date, *self._days_of_periods(value)})
        query = [FigureQuery(key, "", periods.When.at(day)) for key in OF_PEOPLE for day in days]
        values = self._measured.measure(query).shown.values()
        own = [
            item
            for item in values
            if item.member == value.measure.slug and item.when.end == value.to_date
        ]
        most = max((item.threshold for item in own), default=None)
        hidden = any(item.mark == Mark.WITHHELD for item in own) or value.gives_away(most)
        weighed = value.counted is not None or value.measure.per
        return None if hidden or (weighed and not own) else value.words

    def _days_of_periods(self, value):
        """The days on which periods of people end that a value's own could be subtracted from, or
        those from it: of a year before it and after it."""
        if not value.from_date:
            return ()
        first, last = value.from_date - A_YEAR, value.to_date + A_YEAR
        return (day for day in self._ends_of_periods if first <= day <= last)

    @cached_property
    def _ends_of_periods(self):
        rows = MeasureValue.objects.of(self._council).active()
        rows = rows.filter(measure__of_people=True, from_date__isnull=False)
        return list(rows.order_by("to_date").values_list("to_date", flat=True).distinct())


def words_of_value(value, of=None) -> str | None:
    """The words of one value, by the policies of the date of the report that `of` (itself) is
    printed in; see `ShownValues`."""
    day, council = getattr(of or value, "policy_day", None), value.council
    values = memoised((ShownValues, day), council, lambda: ShownValues(council, day))
    return values.words(value)


def listed_value(value, of=None) -> str:
    """The same as a list prints it, where a gap would mean that nothing was recorded."""
    return words_of_value(value, of) or NOT_SHOWN


def on_paper_day(row, paper):
    """The record, with the day of the paper whose policy on small numbers it is printed by."""
    row.policy_day = paper and paper.policy_day
    return row
