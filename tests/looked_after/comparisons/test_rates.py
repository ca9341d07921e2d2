"""Rates for every 10,000 children: our own count beside what is published, with the population's
year, on the working page and as a figure of reports."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from assurance.figures.disclosure import PublishedCount
from assurance.figures.figure import FigureRequest, Mark
from assurance.figures.measurement import FigureQuery, measure
from assurance.figures.registry import FIGURES
from assurance.looked_after.models.published import area_rates, chart_of_newest, mean_of, rate_of
from assurance.runtime.periods import When
from tests.cast import LONG_AGO, approver, make_council
from tests.looked_after.pages import text
from tests.make import compared, figures
from tests.make.looked_after import census, children_looked_after

pytestmark = pytest.mark.django_db
DAY = date(2015, 12, 1)
OWN, FIRST, SECOND = "E06000014", "E08000032", "E08000033"
RATE = FIGURES["looked_after.rate"]


@pytest.fixture
def areas():
    """The council itself and two neighbours, with what is published of them and of England."""
    for code, role, name in (
        (OWN, "own", "Netherby"),
        (FIRST, "neighbour", "Alder"),
        (SECOND, "neighbour", "Birch"),
    ):
        compared.compared_area(area_code=code, role=role, area_name=name)
    compared.published(OWN, "Netherby", "52", children=196, population=37_600)
    compared.published(FIRST, "Alder", "70.5", population=50_000)
    compared.published(SECOND, "Birch", "61", population=20_000)
    compared.published()


def values(day=DAY, **said):
    """Member → value of the figure on a day."""
    return RATE.measure(FigureRequest(make_council(), When.at(day), **said))


def test_a_rate_is_worked_out_in_full_and_rounded_once():
    assert rate_of(188, 37_600) == Decimal("50.0")
    assert rate_of(1, 3) == Decimal("3333.3")
    assert rate_of(5, 1_000_000) == Decimal("0.1")
    assert mean_of([Decimal("70.5"), Decimal("61")]) == Decimal("65.8")


def test_the_figure_has_our_own_england_and_the_neighbours_each_of_its_own_day(areas):
    census()
    told = values()
    counts = {name: value.count for name, value in told.items()}
    own = 188 * 10_000 * 100 // 37_600
    assert counts == {"own": own, "england": 6000, "neighbours": 6580, OWN: 5200, FIRST: 7050,
                      SECOND: 6100}  # fmt: skip
    assert told["own"].when.end == DAY
    assert told["own"].label == "Netherby, by the published population"
    assert "population of 2015: Department for Education" in told["own"].source
    assert {value.when.end for name, value in told.items() if name != "own"} == {compared.MARCH}
    assert told["england"].label == "England"


def test_a_newer_rate_takes_the_place_of_an_older_and_some_neighbours_say_so(areas):
    march = date(2016, 3, 31)
    compared.published(FIRST, "Alder", "80", date=march)
    told = values(date(2016, 4, 1))
    assert (told[FIRST].count, told[FIRST].when.end) == (8000, march)
    assert told["neighbours"].count == 8000
    assert "(1 of 2)" in told["neighbours"].label


def shown(public=True, day=DAY):
    """(our rate, our count) as an audience gets them when the rate alone is asked for."""
    query = FigureQuery(RATE.key, "", When.at(day))
    measured = measure(make_council(), [query], FIGURES, public=public)
    count = measured.exact[FigureQuery("looked_after.children", "", When.at(day))][""]
    return measured.value(query, "own"), measured.shown[count.identity]


def test_without_a_census_there_is_no_rate_of_our_own(areas):
    assert "own" not in values()


@pytest.mark.parametrize("total", [0, 1, 5, 6, 188])
@pytest.mark.parametrize("threshold", [5, 10])
@pytest.mark.parametrize("nought_shown", [True, False])
def test_readers_get_our_rate_exactly_where_they_get_our_count(
    areas, total, threshold, nought_shown
):
    approved = {"approved_by": approver(), "approved_on": LONG_AGO}
    figures.policy(threshold=threshold, nought_shown=nought_shown, **approved)
    census(total=total)
    rate, count = shown()
    assert rate.mark == count.mark
    assert (rate.mark == Mark.WITHHELD) is (
        0 < total <= threshold or (total == 0 and not nought_shown)
    )
    assert (rate.count is None) is (count.count is None)
    exact, _count = shown(public=False)
    assert exact.count == 10 * round(Decimal(total * 100_000) / 37_600)


def test_a_rate_is_hidden_with_a_count_that_a_small_group_would_give_away(areas):
    """A total that an edition printed otherwise is hidden with its parts: so is its rate."""
    census({"placement": {"family": 183, "agency_foster": 3, "residential": 2}}, total=188)
    query = FigureQuery(RATE.key, "", When.at(DAY))
    total = FigureQuery("looked_after.children", "", When.at(DAY))
    exact = measure(make_council(), [query], FIGURES, public=False)
    before = PublishedCount(exact.exact[total][""].identity, 185)
    measured = measure(make_council(), [query], FIGURES, earlier=[before])
    marks = [measured.value(*pair).mark for pair in ((total, ""), (query, "own"))]
    assert marks == [Mark.WITHHELD, Mark.WITHHELD]
    assert measured.value(query, "england").count == 6000


def test_another_population_and_nothing_published_have_no_rate():
    (value,) = values().values()
    assert value.mark == Mark.NOT_RETURNED
    compared.published()
    (value,) = values(cohort=children_looked_after("care-leavers")).values()
    assert value.mark == Mark.NOT_RETURNED


def test_withdrawn_and_withheld_rates_are_left_out(areas):
    compared.published(SECOND, "Birch", "99", date=date(2015, 9, 30), mark="c")
    assert values()[SECOND].count == 6100


def test_the_working_page_has_every_area_with_the_year_of_its_population(signed_in, areas):
    census()
    asked = {"day_day": "1", "day_month": "12", "day_year": "2015"}
    asked |= {"since_day": "1", "since_month": "1", "since_year": "2015"}
    page = text(signed_in.get(reverse("looked_after:performance"), asked))
    assert "Newest rate of each area per 10,000 children" in page
    assert "Our own count" in page and "Year of the population" in page
    lines = area_rates(make_council(), DAY, 188)
    assert [(line.label, line.rate_text, line.population_on.year) for line in lines] == [
        ("Our own count", "50", 2015),
        ("Netherby", "52", 2015),
        ("England", "60", 2015),
        ("Alder", "70.5", 2015),
        ("Birch", "61", 2015),
    ]
    assert [bar.size for bar in chart_of_newest(lines).bars] == [50.0, 52.0, 60.0, 70.5, 61.0]


def test_without_our_own_population_the_page_says_what_is_missing(signed_in):
    census()
    compared.published()
    page = text(signed_in.get(reverse("looked_after:performance")))
    assert "Ours needs a published population" in page
    assert reverse("looked_after:area-list") in page
    assert chart_of_newest(area_rates(make_council(), DAY)) is None
