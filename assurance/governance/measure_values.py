"""A measure's value as a report may print it: what its figure withholds, its record does not."""

from datetime import timedelta
from functools import cached_property, partial

from assurance.figures.figure import Mark
from assurance.figures.measurement import FigureQuery, StepwiseMeasurement
from assurance.figures.relations import counts_before
from assurance.figures.small_numbers import NOT_SHOWN
from assurance.governance.figures.measures import FIGURES as DECLARED
from assurance.governance.models.measures import MeasureValue
from assurance.runtime import periods
from assurance.runtime.databases.request_memo import memoised

A_YEAR = timedelta(366)
FIGURES = {figure.key: figure for figure in DECLARED}
# The name of the report that a record is read for.
PRINTED_IN = "printed_in"
OF_PEOPLE = ("measures.people", "measures.share_of_people", "measures.decimal", "measures.per_cent")


class ShownValues:
    """The values of a council's measures as a report may print them, by the policies of its date
    (today) and next to what editions printed: each by itself, of what was read once for all."""

    def __init__(self, council, paper=None):
        self._council = council
        day = paper.policy_day if paper else periods.today()
        earlier = partial(_counts_before, council, paper) if paper else tuple
        self._measured = StepwiseMeasurement(
            council, FIGURES, day, read={}, is_enough=lambda: False, earlier=earlier
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


def _counts_before(council, paper):
    key = (counts_before, OF_PEOPLE)
    return memoised(key, council, lambda: counts_before(paper, OF_PEOPLE))


def words_of_value(value, of=None) -> str | None:
    """The words of one value in the report that `of` (itself) is printed in; see `ShownValues`."""
    paper, council = getattr(of or value, PRINTED_IN, None), value.council
    # The reports of one date print the same: each is weighed against every edition.
    key = (ShownValues, paper and paper.policy_day)
    return memoised(key, council, lambda: ShownValues(council, paper)).words(value)


def listed_value(value, of=None) -> str:
    """The same as a list prints it, where a gap would mean that nothing was recorded."""
    return words_of_value(value, of) or NOT_SHOWN


def in_report(row, paper):
    """The record, with the report that it is printed in."""
    setattr(row, PRINTED_IN, paper)
    return row
