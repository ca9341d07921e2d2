"""A council beside England, its region and its neighbours, and the charts of the page."""

from datetime import date
from decimal import Decimal

import pytest

from assurance.looked_after.forms.related import PerformanceForm
from assurance.looked_after.models.published import MEAN, Cell, compared_on, own_rate
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


def rates(measure="looked_after", day=DAY):
    """Label → words of each year of one measure."""
    found = {one.measure: one for one in compared_on(make_council(), day)}
    return {label: [cell.words for cell in cells] for label, cells in found[measure].lines}


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


def test_areas_stand_in_order_with_the_mean_before_the_neighbours(areas):
    for code, name, rate in (
        (SECOND, "Birch", "70"), (FIRST, "Alder", "61"), (REGION, "The North", "64"),
        (OWN, "Netherby", "52.5"),
    ):  # fmt: skip
        compared.published(code, name, rate)
    compared.published()
    assert list(rates().items()) == [
        ("Netherby", ["52.5"]), ("England", ["60"]), ("The North", ["64"]), (MEAN, ["65.5"]),
        ("Alder", ["61"]), ("Birch", ["70"]),
    ]  # fmt: skip


def test_years_are_the_newest_five_and_a_cell_that_is_missing_or_marked_says_so(areas):
    for year in range(2008, 2016):
        compared.published(date=date(year, 3, 31), rate=str(year - 1950))
    compared.published(FIRST, "Alder", None, date=date(2015, 3, 31), mark="c", children=None)
    found = rates()
    assert found["England"] == ["61", "62", "63", "64", "65"]
    assert found["Alder"] == ["not published"] * 5
    assert found[MEAN] == ["not published"] * 5


def test_a_mean_of_some_of_the_neighbours_says_of_how_many(areas):
    compared.published(FIRST, "Alder", "61")
    compared.published(SECOND, "Birch", None)
    assert rates()[MEAN] == ["61 (1 of 2)"]


def test_an_area_is_compared_with_only_while_it_holds(db):
    compared.compared_area(area_code=FIRST, to_date=date(2015, 12, 31))
    compared.compared_area(area_code=SECOND, from_date=date(2016, 1, 1))
    compared.published(FIRST, "Alder")
    compared.published(SECOND, "Birch")
    assert "Birch" in rates()
    assert "Alder" not in rates()
    assert "Alder" in rates(day=date(2015, 12, 31))


def test_measures_are_apart_and_only_what_is_published_is_there(areas):
    compared.published(measure="ceasing", rate="28")
    found = list(compared_on(make_council(), DAY))
    assert [one.measure for one in found] == ["ceasing"]
    assert found[0].sources == ("Department for Education, Open Government Licence v3.0",)
    assert list(compared_on(make_council("elsewhere"), DAY)) == []


def test_a_rate_is_said_without_idle_noughts():
    assert Cell(Decimal("60.00")).words == "60"
    assert Cell(Decimal("100.00")).words == "100"
    assert Cell(Decimal("52.50")).words == "52.5"
    assert Cell().words == "not published"


def test_our_own_rate_uses_the_newest_published_population(areas):
    assert own_rate(make_council(), DAY, 188) is None
    compared.published(OWN, "Netherby", "52", date=date(2014, 3, 31), population=40_000)
    compared.published(OWN, "Netherby", "52", population=37_600)
    compared.published(FIRST, "Alder", "52", population=1)
    assert own_rate(make_council(), DAY, 188) == (Decimal("50.0"), 37_600, date(2015, 3, 31))
    assert own_rate(make_council(), date(2015, 1, 1), 188)[1] == 40_000


def test_the_chart_of_rates_shows_the_newest_year_and_leaves_out_what_is_not_published(areas):
    compared.published(date=date(2014, 3, 31))
    compared.published()
    compared.published(OWN, "Netherby", None)
    (one,) = compared_on(make_council(), DAY)
    chart = chart_of_rates(one)
    assert [(bar.label, bar.size, bar.words) for bar in chart.bars] == [("England", 60.0, "60")]
    assert "2015" in chart.title
    assert chart.description == "England 60."


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
    assert "From 5 on 30 November 2015 to 3 on 31 December 2015: a change of −2" in (
        chart.description
    )


def test_small_groups_are_drawn_together_and_each_month_keeps_its_total():
    chart = chart_of_months(trend(40, 50, groups=12))
    assert chart.series[-1] == REST
    assert len(chart.series) == 9
    assert [chart.total_of(label, bars) for label, bars in chart.groups] == ["40", "50"]


def test_every_group_is_drawn_where_there_are_few():
    chart = chart_of_months(trend(3, 3))
    assert chart.series == ("Group 0", "Group 1", "Group 2")


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
