"""Measures of any values, targets and withdrawals: series, figures and quotations say what a plain
table of the same says."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import transaction
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from assurance.figures.figure import FigureRequest, Mark
from assurance.figures.registry import FIGURES
from assurance.governance.models.measures import Measure, MeasureTarget, MeasureValue
from assurance.records import operations
from assurance.records.refusals import Refused
from assurance.runtime.periods import When, say_short_day
from reports.papers.assembly import records
from tests.cases import written_cases
from tests.cast import make_council, officer

pytestmark = pytest.mark.django_db
FIRST, ONE = date(2015, 1, 5), timedelta(days=1)
DAYS = st.integers(0, 9).map(lambda later: FIRST + later * ONE)
AMOUNTS = st.integers(0, 4_000).map(lambda hundredths: Decimal(hundredths) / 4)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("value"), DAYS, AMOUNTS),
        st.tuples(st.just("change"), DAYS, AMOUNTS),
        st.tuples(st.just("withdraw"), DAYS, st.none()),
        st.tuples(st.just("target"), DAYS, AMOUNTS),
    ),
    max_size=12,
)


class Table:
    """Day → value, and (first, last) → target, as they stand."""

    def __init__(self, measure, by):
        self.measure, self.values, self.targets = measure, {}, {}
        self.who = {"by": by, "on": FIRST}

    def do(self, what, day, amount):
        """One step, by its operation and here."""
        getattr(self, what)(day, amount)

    def value(self, day, amount):
        """A value, refused where the day has one."""
        done = self._add(MeasureValue, to_date=day, value=amount)
        assert done is (day not in self.values)
        if done:
            self.values[day] = amount

    def change(self, day, amount):
        """Another amount for the value of a day."""
        if day in self.values:
            row = self._row(day)
            operations.change(record=row, version=row.version, value=amount, **self.who)
            self.values[day] = amount

    def withdraw(self, day, _):
        """The value of a day taken back."""
        if day in self.values:
            row = self._row(day)
            said = {"version": row.version, "because": "Entered twice", **self.who}
            operations.withdraw(record=row, **said)
            del self.values[day]

    def target(self, day, amount):
        """A target of three days, refused where it meets another."""
        end = day + 2 * ONE
        done = self._add(MeasureTarget, from_date=day, to_date=end, value=amount)
        meets = any(first <= end and day <= last for first, last in self.targets)
        assert done is not meets
        if done:
            self.targets[day, end] = amount

    def latest(self, day):
        """The last day with a value that is not after `day`, or None."""
        return max((one for one in self.values if one <= day), default=None)

    def _row(self, day):
        return MeasureValue.objects.active().get(to_date=day)

    def _add(self, model, **said):
        own = {"council": self.measure.council, "measure": self.measure, **self.who}
        try:
            with transaction.atomic():
                operations.create(model=model, **own, **said)
        except Refused:
            return False
        return True


@pytest.mark.long
@given(STEPS)
@written_cases(6)
def test_a_measure_says_what_a_table_of_the_same_steps_says(steps):
    with transaction.atomic():
        by = officer()
        said = {"title": "Posts", "unit": "number", "definition": "All.", "source": "A return"}
        said["of_people"] = False
        who = {"council": make_council(), "by": by, "on": FIRST}
        measure = operations.create(model=Measure, **said, better="lower", **who)
        table = Table(measure, by)
        for step in steps:
            table.do(*step)
        check_figures(table)
        check_words(table)
        check_page(table, by)
        transaction.set_rollback(True)


def check_figures(table):
    """The whole values that were the last of each day."""
    for later in range(-1, 12):
        day = FIRST + later * ONE
        values = FIGURES["measures.value"].measure(FigureRequest(make_council(), When.at(day)))
        last = table.latest(day)
        whole = last is not None and table.values[last] % 1 == 0
        if whole:
            assert values["posts"].count == table.values[last]
            assert values["posts"].when == When.at(last)
        else:
            assert [value.mark for value in values.values()] == [Mark.NOT_RETURNED]


def check_words(table):
    """What papers quote of each day, and of the last."""
    council = make_council()
    for later in range(10):
        day = FIRST + later * ONE
        said = records.field_text(council, "measure_value", f"posts-{day}", "value")
        assert said == (spelt(table.values[day]) if day in table.values else None)
    last = table.latest(FIRST + 9 * ONE)
    assert records.field_text(council, "measure", "posts", "value") == (
        spelt(table.values[last]) if last else None
    )


def spelt(value):
    """A value without noughts at its end."""
    whole, _, rest = f"{value:.2f}".partition(".")
    whole = f"{int(whole):,}"
    return f"{whole}.{rest.rstrip('0')}" if rest.rstrip("0") else whole


def check_page(table, by):
    """The series against the targets, in the order of its days."""
    client = Client()
    client.force_login(by)
    page = client.get(f"/matters/measures/{table.measure.pk}/").context
    lines = [line for line in page["sections"][0]["lines"] if not line["record"].is_withdrawn]
    expected = []
    for day in sorted(table.values):
        targets = [
            amount for (first, last), amount in table.targets.items() if first <= day <= last
        ]
        met = {True: "Meets the target", False: "Misses the target"}
        expected.append(
            [
                *(say_short_day(day), spelt(table.values[day])),
                *(spelt(one) for one in targets or ()),
                *(met[table.values[day] <= one] for one in targets),
            ]
        )
    cells = [[words for words, *_ in line["cells"] if words][:-1] for line in lines]
    assert cells == expected
    # One value is no course of time.
    assert (page["chart"] is None) is (len(table.values) < 2)
