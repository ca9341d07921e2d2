"""A council beside England, its region and its neighbours, and the charts of the page."""

from datetime import date
from decimal import Decimal

import pytest

from assurance.looked_after.forms.related import PerformanceForm
from assurance.looked_after.models.published import compared_on, own_rate
from assurance.looked_after.models.trends import (
    REST,
    Month,
    Trend,
    chart_of_months,
    chart_of_rates,
    ends_of_months,
)
from tests.cast import make_council
from tests.make import compared

DAY = date(2016, 1, 18)
OWN, REGION, FIRST, SECOND = "E06000014", "E12000003", "E08000032", "E08000033"


@pytest.fixture
def areas(db):
    """The council itself, its region and two neighbours."""
    for code, role, name in (
        (OWN, "own", "Netherby"),
        (REGION, "region", "The North"),
        (FIRST, "neighbour", "Alder"),
        (SECOND, "neighbour", "Birch"),
    ):
        compared.compared_area(area_code=code, role=role, area_name=name)


def test_measures_are_apart_and_only_what_is_published_is_there(areas):
    compared.published(measure="ceasing", rate="28")
    found = list(compared_on(make_council(), DAY))
    assert [one.measure for one in found] == ["ceasing"]
    assert found[0].sources == ("Department for Education, Open Government Licence v3.0",)
    assert list(compared_on(make_council("elsewhere"), DAY)) == []


def test_our_own_rate_uses_the_newest_published_population(areas):
    assert own_rate(make_council(), DAY, 188) is None
    compared.published(OWN, "Netherby", "52", date=date(2014, 3, 31), population=40_000)
    compared.published(OWN, "Netherby", "52", population=37_600)
    compared.published(FIRST, "Alder", "52", population=1)
    assert own_rate(make_council(), DAY, 188) == (Decimal("50.0"), 37_600, date(2015, 3, 31))
    assert own_rate(make_council(), date(2015, 1, 1), 188)[1] == 40_000


def test_without_a_rate_there_is_no_chart(db):
    compared.published(rate=None)
    (one,) = compared_on(make_council(), DAY)
    assert chart_of_rates(one) is None


def trend(*totals, groups=3):
    """Months of one child in each of so many groups and the rest not broken down."""
    labels = {f"g{number}": f"Group {number}" for number in range(groups)}
    months = [
        Month(day, total, None if total is None else dict.fromkeys(labels, 1))
        for day, total in zip(ends_of_months(DAY, len(totals)), totals, strict=True)
    ]
    return Trend(tuple(months), labels)


def test_the_chart_of_months_leaves_out_months_that_nobody_knows():
    assert chart_of_months(trend(None, None)) is None
    chart = chart_of_months(trend(None, 5, 3))
    assert list(dict.fromkeys(bar.label for bar in chart.bars)) == ["Nov 2015", "Dec 2015"]
    between = "between 30 November 2015 and 31 December 2015"
    assert chart.title == f"Children looked after fell from 5 to 3 {between}"


def test_small_groups_are_drawn_together_and_each_month_keeps_its_total():
    chart = chart_of_months(trend(40, 50, groups=12))
    assert chart.series[-1] == REST
    assert len(chart.series) == 9
    assert [chart.total_of(label, bars) for label, bars in chart.groups] == ["40", "50"]


def test_every_group_is_drawn_where_there_are_few():
    chart = chart_of_months(trend(3, 3))
    assert chart.series == ("Group 0", "Group 1", "Group 2")


def test_what_a_month_does_not_break_down_is_never_nought():
    labels = {"foster": "Foster care", "other": "Other", "not_broken_down": "Not broken down"}
    groups = (
        None,
        {"foster": 5, "other": 2},
        {"foster": 4, "not_broken_down": 3},
        {"foster": 4, "other": 0, "not_broken_down": 3},
    )
    days = ends_of_months(DAY, len(groups))
    months = tuple(Month(day, 7, parts) for day, parts in zip(days, groups, strict=True))
    chart = chart_of_months(Trend(months, labels))
    assert chart.heads == ["Foster care", "Other", "Not broken down", "Total"]
    unknown = "not broken down"
    assert chart.rows == [
        ("Sep 2015", [unknown, unknown, "7", "7"]),
        ("Oct 2015", ["5", "2", "0", "7"]),
        ("Nov 2015", ["4", unknown, "3", "7"]),
        ("Dec 2015", ["4", "0", "3", "7"]),
    ]
    known = {name: label for name, label in labels.items() if name != "not_broken_down"}
    assert chart_of_months(Trend(months[:1], known)).rows == chart.rows[:1]


def test_small_groups_that_are_not_broken_down_are_no_others():
    labels = {f"g{number}": f"Group {number}" for number in range(12)}
    labels["not_broken_down"] = "Not broken down"
    [day] = ends_of_months(DAY, 1)
    chart = chart_of_months(Trend((Month(day, 9, {"g0": 6, "not_broken_down": 3}),), labels))
    assert [bar.words for bar in chart.bars if bar.series in ("Not broken down", REST)] == [
        "3",
        "not broken down",
    ]


@pytest.mark.parametrize(
    ("until", "ends"),
    [
        (date(2016, 1, 18), [date(2015, 11, 30), date(2015, 12, 31)]),
        (date(2016, 1, 31), [date(2015, 12, 31), date(2016, 1, 31)]),
        (date(2016, 3, 30), [date(2016, 1, 31), date(2016, 2, 29)]),
        (date(2016, 3, 1), [date(2016, 1, 31), date(2016, 2, 29)]),
    ],
)
def test_the_ends_of_months_stop_at_the_last_that_has_come(until, ends):
    assert ends_of_months(until, 2) == ends


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ({}, (DAY, date(2015, 1, 18))),
        ({"day": (1, 12, 2015)}, (date(2015, 12, 1), date(2014, 12, 1))),
        ({"since": (1, 12, 2015)}, (DAY, date(2015, 12, 1))),
        ({"since": (1, 2, 2016)}, (DAY, date(2015, 1, 18))),
        ({"day": (1, 12, 2015), "since": (1, 4, 2015)}, (date(2015, 12, 1), date(2015, 4, 1))),
    ],
)
def test_what_is_left_out_of_the_form_is_the_latest_day_and_the_year_before(typed, asked):
    data = {
        f"{name}_{part}": str(number)
        for name, parts in typed.items()
        for part, number in zip(("day", "month", "year"), parts, strict=True)
    }
    assert PerformanceForm(data).asked(DAY) == asked
    assert PerformanceForm().asked(None) is None
