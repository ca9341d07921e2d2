"""The months, tolerances and sentences of a file of measures. No database."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.governance.importing import measures
from assurance.governance.importing.months import Month
from assurance.governance.models.measures import MeasureCommentary, MeasureTarget
from assurance.tables.table import Unreadable
from tests.governance.importing.test_files import DAY, TO_COME, amount, asked, measure_row, wrong
from tests.sweeping import swept


@swept(
    [
        ({"target": amount(16), "target_from": DAY, "tolerance": amount(1)}, []),
        ({"target": amount(16), "target_from": DAY, "tolerance": amount(-1)}, ["tolerance"]),
        ({"target": amount(16), "target_from": DAY, "tolerance": amount(1, True)}, ["tolerance"]),
        ({"tolerance": amount(1)}, ["target"]),
        ({"tolerance": amount(1), "target_from": DAY}, ["target"]),
        ({"month": DAY, "sentence": "Posts were filled."}, []),
        ({"month": DAY}, ["sentence"]),
        ({"sentence": "Posts were filled."}, ["month"]),
        ({"month": TO_COME, "sentence": "Posts were filled."}, ["month"]),
    ]
)
def test_what_refuses_a_tolerance_or_a_sentence(said, columns):
    assert wrong(measures.MEASURES, measure_row(**said), {}) == columns


def test_a_row_asks_for_a_target_with_its_tolerance_and_for_a_sentence():
    row = measure_row(
        target=amount(16), target_from=DAY, tolerance=amount("1.5"), month=date(2015, 9, 1),
        sentence="Two posts were filled.",
    )  # fmt: skip
    models = asked(measures.MEASURES, row, {})
    assert models[MeasureTarget][1]["tolerance"] == Decimal("1.5")
    identity, fields = models[MeasureCommentary]
    assert (identity["month"], fields["text"]) == (date(2015, 9, 1), "Two posts were filled.")
    assert MeasureCommentary not in asked(measures.MEASURES, measure_row(), {})


@pytest.mark.parametrize(
    ("cell", "month"),
    [
        ("December 2015", date(2015, 12, 1)),
        ("Dec  2015", date(2015, 12, 1)),
        ("dec-2015", date(2015, 12, 1)),
        ("12/2015", date(2015, 12, 1)),
        ("2015-12", date(2015, 12, 1)),
        ("31/12/2015", date(2015, 12, 1)),
        ("2015-12-31", date(2015, 12, 1)),
        (date(2015, 12, 17), date(2015, 12, 1)),
        (42369, date(2015, 12, 1)),
        (None, None),
    ],
)
def test_a_month_is_read_as_it_is_written(cell, month):
    assert Month()(cell) == month


@pytest.mark.parametrize(
    "cell", ["13/2015", "2015-00", "Smarch 2015", "soon", "12/15/2015/1", "٣/2015"]
)
def test_what_is_no_month_is_refused_in_a_sentence(cell):
    with pytest.raises(Unreadable):
        Month()(cell)


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)))
def test_every_way_of_a_month_is_the_same_month(day):
    ways = ("%B %Y", "%b %Y", "%m/%Y", "%Y-%m", "%Y-%m-%d", "%d %B %Y")
    assert {Month()(f"{day:{way}}") for way in ways} == {day.replace(day=1)}
