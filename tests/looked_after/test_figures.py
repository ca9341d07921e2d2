"""The looked-after figures: which census answers, and what one entered as counts says and does
not.
"""

from datetime import date, timedelta

import pytest

from assurance.figures.figure import WHOLE, Timing, Unit
from assurance.looked_after.figures import FIGURES
from assurance.looked_after.models.censuses import Census, CensusCount
from assurance.looked_after.models.definitions import AgeBand, PlacementGroup
from assurance.looked_after.models.offers import CountOffer
from assurance.looked_after.models.performance import performance_of
from assurance.looked_after.operations import returns
from assurance.records.history import CommandLine
from assurance.runtime.periods import When
from tests.cast import make_council
from tests.looked_after.measures import DAY, KEYS, counts, measure, not_returned
from tests.make.looked_after import (
    LATE,
    OPEN,
    census,
    children_looked_after,
    held_return,
    local_bands,
    whole_return,
)

MARCH, DECEMBER = date(2017, 3, 31), date(2017, 12, 1)
ENTERED = {
    "parts": {
        "placement": {"agency_foster": 21, "placed_for_adoption": 8, "not_broken_down": 159},
        "local_age_band": {"under_14": 142, "14_to_15": 19, "16_to_18": 27},
    },
    "measures": {"external_residential": 14},
    "unit_costs": {"agency_foster": 48_000, "external_residential": 166_000},
}

pytestmark = pytest.mark.django_db
BY, ON = CommandLine("test"), date(2018, 6, 1)


def read(whole):
    """The return once it is read."""
    return returns.read_return(council=make_council(), whole=whole, by=BY, on=ON)


def test_what_was_entered_is_what_is_said():
    local_bands()
    census(source="The team's report", **ENTERED)
    assert counts("children") == {"": 188}
    assert measure("children", DAY)[WHOLE].source.endswith("The team’s report")
    assert counts("placement") == ENTERED["parts"]["placement"]
    assert counts("local_age_band") == ENTERED["parts"]["local_age_band"]
    assert counts("external_residential") == {"": 14}
    assert counts("unit_cost") == ENTERED["unit_costs"]


def test_what_was_not_entered_is_not_returned_nor_anything_of_another_day():
    local_bands()
    assert [name for name in KEYS if not not_returned(name)] == []
    census(measures={"something_else": 3})
    assert {name for name in KEYS if not_returned(name)} >= {
        *("placement", "age_band", "local_age_band", "external_residential", "unit_cost", "sex"),
        *("legal_status", "uasc"),
    }
    for days in (-1, 1):
        assert not_returned("children", DAY + timedelta(days))


def test_since_takes_the_latest_census_up_to_the_day_with_its_own_date():
    census(date=date(2015, 1, 1), total=210)
    census()
    for since, day, answers in (
        (DAY, DAY, DAY),
        (DAY, DAY + timedelta(days=40), DAY),
        (DAY + timedelta(days=1), DAY + timedelta(days=40), None),
        (date(2015, 1, 1), DAY - timedelta(days=1), date(2015, 1, 1)),
        (date(2015, 1, 2), DAY - timedelta(days=1), None),
        (date(2010, 1, 1), date(2016, 1, 18), DAY),
    ):
        value = measure("children", day, since=since)[WHOLE]
        count = {None: None, DAY: 188, date(2015, 1, 1): 210}[answers]
        assert (value.count, value.when) == (count, When.at(answers or day)), (since, day)


def test_a_corrected_or_withdrawn_census_no_longer_answers(django_user_model):
    old = census(replaced_on=DAY)
    census(edition=2, total=189)
    assert counts("children") == {"": 189}
    assert old.total == 188
    by = django_user_model.objects.create_account(
        email="a@b.example", name="Officer", council=make_council()
    )
    Census.objects.filter(edition=2).update(
        withdrawn_on=DAY, withdrawn_by=by, withdrawn_because="Counted twice"
    )
    assert not_returned("children")


def test_each_population_and_each_council_answers_for_itself():
    plans = children_looked_after("protection-plans", title="Children on protection plans")
    elsewhere = make_council("elsewhere")
    census()
    census(cohort=plans, total=120)
    census(council=elsewhere, total=77)
    assert counts("children") == {"": 188}
    assert counts("children", cohort=plans) == {"": 120}
    assert counts("children", council=elsewhere) == {"": 77}
    assert not_returned("children", council=elsewhere, cohort=plans)


def counted(day=DECEMBER, total=5, **parts):
    return census(date=day, total=total, held_return=held_return(), parts=parts)


def test_codes_that_no_definition_names_are_not_broken_down():
    counted(placement_code={"U4/PR4": 3, "??/": 2}, age={"15": 4, "not_known": 1})
    placed, aged = measure("placement", DECEMBER), measure("age_band", DECEMBER)
    assert (placed["agency_foster"].count, placed["not_broken_down"].count) == (3, 2)
    assert (aged["10_to_15"].count, aged["not_broken_down"].count) == (4, 1)
    assert placed["not_broken_down"].label == "Not broken down"
    assert "not_broken_down" not in counts("legal_status", DECEMBER)


def test_a_counted_day_with_nobody_looked_after_is_nought_and_not_unknown():
    counted(total=0)
    assert set(counts("placement", DECEMBER).values()) == {0}
    assert counts("external_residential", DECEMBER) == {"": 0}
    assert counts("uasc", DECEMBER) == {"": 0}


@pytest.mark.parametrize(
    ("uasc", "number"), [((), None), (("A,1,,",), 0), (("8,2,05/05/2003,",), 1)]
)
def test_a_return_without_a_file_of_unaccompanied_children_does_not_count_none(uasc, number):
    read(whole_return(OPEN, LATE, uasc=uasc))
    day = date(2018, 3, 31)
    assert counts("children", day) == {"": 2}
    assert not_returned("uasc", day) if number is None else counts("uasc", day) == {"": number}
    # A day that nobody had counted is counted from its rows.
    page = performance_of(make_council(), date(2018, 3, 20), date(2018, 3, 19))
    [of_all] = [table for table in page.breakdowns if table.slug == "measures"]
    assert [line.now for line in of_all.lines][1:] == ([] if number is None else [number])


def test_a_later_return_that_has_the_file_adds_them_to_a_count_that_it_confirms():
    first = read(whole_return(OPEN, LATE))
    returns.count_census(held_return=first, day=date(2017, 12, 1), by=BY, on=ON)
    newer = read(whole_return(OPEN, LATE, uasc=("7,1,05/05/2010,",)))
    assert CountOffer.objects.count() == 0 and not_returned("uasc", DECEMBER)
    returns.count_census(held_return=newer, day=DECEMBER, by=BY, on=ON)
    assert counts("uasc", DECEMBER) == {"": 1}


def test_a_councils_own_group_stands_in_place_of_the_national_one():
    PlacementGroup.objects.create(
        council=make_council(), slug="secure", label="Secure and custodial", order=80,
        codes=[[["K1", "R5"], []]], from_date=date(2017, 12, 1),
    )  # fmt: skip
    codes = {"K1/PR4": 2, "R5/": 3}
    counted(MARCH, placement_code=codes)
    counted(placement_code=codes)
    now = measure("placement", DECEMBER)
    assert (now["secure"].count, now["secure"].label) == (5, "Secure and custodial")
    assert now["other_residential"].count == 0
    assert counts("placement", MARCH)["secure"] == 2


def test_the_definitions_and_labels_are_those_of_the_censuss_own_day():
    early, late = date(1999, 3, 31), date(2025, 3, 31)
    counted(early, placement_code={"K2/PR4": 5})
    assert not_returned("external_residential", early)
    assert not_returned("age_band", early)
    counted(late)
    label = measure("placement", late)["semi_independent"].label
    assert label.endswith("or supported accommodation")


def months(*ends, breakdown="starts", **said):
    for day in ends:
        row = counted(day, **said)
        CensusCount.objects.create(
            census=row, breakdown=breakdown, member="periods", children=day.month
        )


APRIL, MAY, JUNE = (date(2017, month, day) for month, day in ((4, 30), (5, 31), (6, 30)))


def test_movements_are_of_whole_months_that_a_return_covers():
    months(APRIL, MAY)
    for start, end, answer in (
        (date(2017, 4, 1), APRIL, 4),
        (date(2017, 4, 1), MAY, 9),
        (date(2017, 5, 1), MAY, 5),
        (date(2017, 4, 2), MAY, None),
        (date(2017, 4, 1), date(2017, 5, 30), None),
        (date(2017, 4, 1), JUNE, None),
        (date(2017, 3, 1), APRIL, None),
    ):
        value = measure("started", end, start=start)[WHOLE]
        assert (value.count, value.when) == (answer, When(start, end)), (start, end)
        assert not_returned("ceased", end, start=start)


def test_a_council_has_its_own_bands_or_none():
    counted(age={"15": 5})
    assert not_returned("local_age_band", DECEMBER)
    AgeBand.objects.create(
        council=make_council(), set="local_age_band", slug="all", label="All", from_age=0,
        from_date=date(2010, 1, 1),
    )  # fmt: skip
    assert counts("local_age_band", DECEMBER) == {"all": 5}


def test_the_declarations_say_everything_that_a_reader_needs():
    for figure in FIGURES:
        said = (figure.title, figure.counts, figure.source, figure.rule, figure.citation)
        assert all(said), figure.key
        assert bool(figure.out_of) or not figure.base, figure.key


def test_the_total_is_the_whole_of_what_is_public_of_a_census():
    parts = {figure.key for figure in FIGURES if figure.whole == "looked_after.children"}
    assert parts == {
        "looked_after.placement", "looked_after.age_band", "looked_after.local_age_band",
        "looked_after.legal_group", "looked_after.need",
    }  # fmt: skip
    stocks = {figure.key for figure in FIGURES if figure.timing == Timing.AT}
    untied = {
        figure.key
        for figure in FIGURES
        if figure.key in stocks and not figure.base and figure.unit.of_people
    }
    assert {figure.key for figure in FIGURES if figure.audience == "restricted"} == untied - {
        "looked_after.children"
    }
    assert KEYS["unit_cost"].unit == Unit.POUNDS


def test_sources_and_rules_say_count_as_the_pages_do():
    for figure in FIGURES:
        assert "census" not in f"{figure.title} {figure.source} {figure.rule}".casefold(), (
            figure.key
        )
