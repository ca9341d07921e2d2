"""A report that speaks of more dates asks the database no more."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from assurance.accounts.models.accounts import Council
from assurance.figures.figure import Timing
from assurance.figures.measurement import FigureQuery, measure
from assurance.figures.registry import FIGURES
from assurance.runtime.periods import When, month_of

pytestmark = pytest.mark.django_db

DAYS = [date(2014 + number // 4, 1 + 3 * (number % 4), 8) for number in range(8)]
# What had changed since a day is taken back first, or a census is looked for: these are read day by
# day, at most so many queries for each.
BY_DAY = {"actions": 2, "developments": 1, "looked_after": 2, "measures": 2, "surveys": 1}
# Their rows are few, and only read where the first is there.
ROWS_OF_A_DAY = dict.fromkeys(
    ("dbs.breaches_open", "dbs.breaches_closed", "dbs.checks_done", "dbs.reminded"), 1
)
ROWS_OF_A_DAY["dbs.breaches_late"] = 1
# What is known of the first who left is read once.
ROWS_OF_A_DAY |= dict.fromkeys(("dbs.leavers", "dbs.leavers_by_check"), 1)
# Teams, their succession and the audits of rounds are read, once, only after a round has begun.
ROWS_OF_A_DAY |= dict.fromkeys(("audits.posts_allocated", "audits.posts_that_met_quota"), 1)
# Our own count is looked for beside what had been published by the day.
ROWS_OF_A_DAY["looked_after.rate"] = 3


def when(timing, day):
    """A time of this kind that ends on, or lies about, `day`."""
    if timing == Timing.AT:
        return When.at(day)
    return month_of(day) if timing == Timing.MONTH else When(date(day.year - 1, day.month, 1), day)


def queries_of(council, key, days):
    """How many queries a figure takes for all of `days`."""
    questions = [FigureQuery(key, "", when(FIGURES[key].timing, day)) for day in days]
    with CaptureQueriesContext(connection) as queries:
        measure(council, questions, FIGURES)
    return len(queries)


def test_no_figure_is_asked_again_for_each_date(demonstration):
    council = Council.objects.get()
    grown = {}
    for key in FIGURES:
        few, many = (queries_of(council, key, DAYS[:count]) for count in (2, len(DAYS)))
        allowed = ROWS_OF_A_DAY.get(key, BY_DAY.get(key.partition(".")[0], 0)) * (len(DAYS) - 2)
        if many > few + allowed:
            grown[key] = (few, many)
    assert not grown
