"""A council beside England and other areas, reckoned a second time from the rows themselves; and
our own rate by the newest published population, at its edges."""

import random
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pytest

from assurance.looked_after.models.comparisons import MEASURES, ComparedArea, PublishedFigure
from assurance.looked_after.models.published import MEAN, Cell, compared_on, own_rate
from assurance.looked_after.models.trends import chart_of_rates
from tests.cast import make_council, officer
from tests.make import compared

pytestmark = pytest.mark.django_db
DAY = date(2016, 1, 18)
OWN, REGION = "E06000001", "E12000001"
NEIGHBOURS = ("E06000002", "E06000003", "E06000004")
NAMES = {
    OWN: "Netherby",
    "E92000001": "England",
    REGION: "The North",
    **dict(zip(NEIGHBOURS, ("Overby", "Middleby", "Farby"), strict=True)),
}


@pytest.fixture
def crowd():
    """The council, its region and three neighbours, with rates of seven years and two measures:
    some withheld, some never published, some withdrawn; a fourth area that is not compared with."""
    chance = random.Random(4)
    roles = {OWN: "own", REGION: "region", **dict.fromkeys(NEIGHBOURS, "neighbour")}
    for code, role in roles.items():
        compared.compared_area(role=role, area_code=code, area_name=NAMES[code])
    for code, name in {**NAMES, "E06000099": "Nowhere"}.items():
        for year in range(2009, 2017):
            for measure in ("looked_after", "ceasing"):
                how = chance.choice(("published", "published", "published", "withheld", "none"))
                if how == "none" and name != "England":
                    continue
                said = {"mark": "c", "children": 9} if how == "withheld" else {"mark": "none"}
                rate = str(Decimal(chance.randrange(300, 900)) / 10)
                when = {"date": date(year, 3, 31), "measure": measure}
                compared.published(code, name, rate, **when, **said)
    gone = PublishedFigure.objects.filter(area_code=OWN, measure="ceasing").first()
    gone.withdrawn_on, gone.withdrawn_by, gone.withdrawn_because = DAY, officer(), "Wrong"
    gone.save()
    return make_council()


def rates_of(measure, years):
    """Name → the rates of the years, None where none stands, read row by row."""
    found = {name: dict.fromkeys(years) for name in NAMES.values()}
    for row in PublishedFigure.objects.all():
        is_ours = row.area_name in found and row.measure == measure and not row.withdrawn_on
        if is_ours and row.date.year in years and row.mark != "c":
            found[row.area_name][row.date.year] = row.rate
    return {name: [held[year] for year in years] for name, held in found.items()}


def test_every_rate_stands_in_its_year_and_the_mean_is_that_of_the_neighbours(crowd):
    held = {one.measure: one for one in compared_on(crowd, DAY)}
    assert list(held) == ["looked_after", "ceasing"]
    for measure, shown in held.items():
        assert [day.year for day in shown.days] == [2011, 2012, 2013, 2014, 2015]
        rates = rates_of(measure, [day.year for day in shown.days])
        told = {name: [cell.rate for cell in cells] for name, cells in shown.lines}
        mean = told.pop(MEAN)
        assert told == rates
        for at, found in enumerate(mean):
            known = [rates[NAMES[code]][at] for code in NEIGHBOURS]
            known = [rate for rate in known if rate is not None]
            exact = sum(known) / len(known) if known else None
            assert found == (exact and exact.quantize(Decimal("0.1"), ROUND_HALF_UP)), at


def test_lines_come_in_order_with_a_mean_that_says_of_how_many_and_a_bar_for_each_rate(crowd):
    for shown in compared_on(crowd, DAY):
        names = [name for name, _ in shown.lines]
        assert names == ["Netherby", "England", "The North", MEAN, "Farby", "Middleby", "Overby"]
        assert shown.heading == MEASURES[shown.measure]
        assert shown.sources == ("Department for Education, Open Government Licence v3.0",)
        lines = dict(shown.lines)
        for at, cell in enumerate(lines[MEAN]):
            known = sum(1 for code in NEIGHBOURS if lines[NAMES[code]][at].rate is not None)
            assert cell.note == ("" if known in (0, 3) else f" ({known} of 3)")
            assert cell.children is None
        chart = chart_of_rates(shown)
        newest = [(name, cells[-1]) for name, cells in shown.lines if cells[-1].rate is not None]
        assert [(bar.label, bar.size, bar.words) for bar in chart.bars] == [
            (name, float(cell.rate), cell.words) for name, cell in newest
        ]
        assert chart.anchor == f"rates-{shown.measure}"
        assert chart.title == f"{shown.heading}: rate per 10,000 children, 2015"
        said = "; ".join(f"{name} {cell.words}" for name, cell in newest)
        assert chart.description == f"{said}."


def test_a_day_is_compared_with_what_was_of_a_day_before_it_or_of_it_and_of_no_other_council(crowd):
    for day, years in (
        (date(2009, 3, 30), []),
        (date(2009, 3, 31), [2009]),
        (date(2010, 3, 30), [2009]),
        (date(2010, 3, 31), [2009, 2010]),
        (date(2014, 3, 31), [2010, 2011, 2012, 2013, 2014]),
        (date(2016, 3, 31), [2012, 2013, 2014, 2015, 2016]),
    ):
        shown = {one.measure: one for one in compared_on(crowd, day)}
        held = shown["looked_after"].days if shown else ()
        assert [one.year for one in held] == years, day
    elsewhere = make_council("elsewhere")
    assert list(compared_on(elsewhere, DAY)) == []
    assert own_rate(elsewhere, DAY, 100) is None


@pytest.mark.parametrize(
    ("rate", "note", "words"),
    [
        (None, "", "not published"),
        (None, " (0 of 3)", "not published"),
        ("60.00", "", "60"),
        ("60.50", "", "60.5"),
        ("60.25", " (2 of 3)", "60.25 (2 of 3)"),
        ("100.00", "", "100"),
        ("0.00", "", "0"),
    ],
)
def test_a_rate_is_printed_as_it_is_published(rate, note, words):
    assert Cell(rate and Decimal(rate), 5, note).words == words


def test_our_own_rate_is_of_ten_thousand_with_one_decimal_a_half_going_up():
    compared.compared_area(role="own", area_code=OWN)
    compared.published(OWN, "Netherby", None, population=1)
    for children, population, rate in (
        (0, 30_000, "0.0"),
        (180, 30_000, "60.0"),
        (1, 20_000, "0.5"),
        (181, 30_000, "60.3"),
        (1, 40_000, "0.3"),
        (7, 8_000, "8.8"),
        (12, 12, "10000.0"),
    ):
        PublishedFigure.objects.update(population=population)
        found = own_rate(make_council(), DAY, children)
        assert found == (Decimal(rate), population, date(2015, 3, 31)), children


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({}, True),
        ({"population": 0}, False),
        ({"population": None}, False),
        ({"date": date(2016, 3, 31)}, False),
        ({"date": DAY}, True),
        ({"code": "E06000002"}, False),
        ({"council": "elsewhere"}, False),
    ],
)
def test_our_own_rate_needs_our_own_population_of_a_day_that_has_come(said, found):
    compared.compared_area(role="own", area_code=OWN)
    compared.compared_area(role=ComparedArea.NEIGHBOUR, area_code="E06000002")
    if "council" in said:
        said = {"council": make_council(said["council"])}
    compared.published(said.pop("code", OWN), "Netherby", "60", **said)
    assert (own_rate(make_council(), DAY, 100) is not None) == found


def test_an_area_is_compared_with_from_its_first_day_to_its_last():
    compared.compared_area(area_code=OWN)
    compared.published(OWN, "Overby", "50")
    compared.published()
    for first, last, is_compared in (
        (DAY, None, True),
        (DAY, DAY, True),
        (date(2016, 1, 19), None, False),
        (date(2015, 1, 1), date(2016, 1, 17), False),
        (date(2015, 1, 1), date(2016, 1, 18), True),
    ):
        ComparedArea.objects.update(from_date=first, to_date=last)
        [shown] = compared_on(make_council(), DAY)
        told = ("Overby" in dict(shown.lines), MEAN in dict(shown.lines))
        assert told == (is_compared, is_compared), (first, last)
