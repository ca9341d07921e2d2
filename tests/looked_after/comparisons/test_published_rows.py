"""Rows of published figures and of costs: what they say, what refuses them, what they ask for."""

from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest

from assurance.imports.declaration import Fault
from assurance.looked_after.importing import costs
from assurance.looked_after.importing.published import (
    LEVEL,
    LICENCE,
    MARKS,
    MEASURE,
    NATIONAL_COMPARISON,
    SOURCE,
)
from assurance.tables.table import Unreadable
from tests.kinds.rows import faults as faults_of
from tests.kinds.rows import reading, targets
from tests.sweeping import swept

CHILDREN = NATIONAL_COMPARISON.column("children").read
RATE = NATIONAL_COMPARISON.column("rate").read
ROW = {
    "year": 2025,
    "level": "authority",
    "la_code": "E06000014",
    "la_name": "York",
    "measure": "looked_after",
    "children": 240,
    "rate": Decimal(69),
    "population": 34758,
}
READING = reading(NATIONAL_COMPARISON)
MISSING = "This is missing"
NAME_IT = "Enter the name of the area."
GIVE_CODE = "Enter the code of the area, such as E06000014."
NO_CODE = "It is not the code of an area."
CODES = "The code must be a letter and 8 figures, such as E06000014."
NEITHER = Fault("children", "Neither the number nor the rate is given", "Enter one or both.")


def faults(**said):
    """The faults of a row."""
    return faults_of(NATIONAL_COMPARISON, {**ROW, **said}, READING)


def test_a_year_is_published_once_its_31_march_has_come():
    last = READING.today.year - (READING.today < date(READING.today.year, 3, 31))
    assert not [*faults(year=last)]
    assert [*faults(year=last + 1)] == [
        Fault("year", "31 March of this year is still to come", "Check the year.")
    ]


def asked(**said):
    """(identity, values) that a row asks for."""
    [one] = targets(NATIONAL_COMPARISON, {**ROW, **said}, READING)
    return one.identity, one.values


NAMES = {
    MEASURE: {
        "looked_after": (
            *("Children looked after on 31 March each year", "children looked after on 31 march"),
            *("CLA on 31 March", "looked_after"),
        ),
        "starting": (
            *("Children starting to be looked after each year", "CLA started during the year"),
            "Children who started to be looked after",
        ),
        "ceasing": (
            *("Children ceasing to be looked after each year", "cla_ceased_during_the_year"),
            "Children who ceased to be looked after",
        ),
    },
    LEVEL: {
        "england": ("National", "ENGLAND", "Country"),
        "region": ("Regional", "region"),
        "authority": ("Local authority", "LA", "Authority"),
    },
}


def test_a_measure_and_a_level_are_named_as_the_department_names_them():
    for reader, names in NAMES.items():
        for found, words in names.items():
            assert [reader(one) for one in words] == [found] * len(words), words


@pytest.mark.parametrize("reader", [CHILDREN, RATE])
@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_stands_for_itself_in_any_case(reader, mark):
    assert reader(mark) == reader(mark.upper()) == reader(f" {mark} ") == mark


@swept(
    [
        (CHILDREN, "0", 0),
        (CHILDREN, "83,630", 83630),
        (CHILDREN, 240.0, 240),
        (RATE, "0", Decimal(0)),
        (RATE, "69.5", Decimal("69.5")),
        (RATE, 70, Decimal(70)),
        (CHILDREN, None, None),
        (RATE, None, None),
    ]
)
def test_a_number_is_read_beside_the_marks(reader, cell, number):
    assert reader(cell) == number


@swept(
    [
        (CHILDREN, "-1"),
        (CHILDREN, "12.5"),
        (CHILDREN, "xx"),
        (CHILDREN, "c5"),
        (CHILDREN, "..."),
        (RATE, "-0.1"),
        (RATE, "n/a"),
        (RATE, "lower"),
    ]
)
def test_what_is_neither_a_number_nor_a_mark_is_refused(reader, cell):
    with pytest.raises(Unreadable):
        reader(cell)


@swept([
        ({}, []),
        ({"children": None}, []),
        ({"rate": None}, []),
        ({"population": None}, []),
        ({"children": 0, "rate": None}, []),
        ({"children": "c", "rate": "c"}, []),
        ({"children": None, "rate": None}, [NEITHER]),
        ({"la_name": None}, [Fault("la_name", MISSING, NAME_IT)]),
        ({"la_code": None}, [Fault("la_code", MISSING, GIVE_CODE)]),
        ({"la_code": "816"}, [Fault("la_code", NO_CODE, CODES)]),
        ({"la_code": "E0600001٤"}, [Fault("la_code", NO_CODE, CODES)]),
        ({"la_name": None, "la_code": None, "children": None, "rate": None},
         [Fault("la_name", MISSING, NAME_IT), Fault("la_code", MISSING, GIVE_CODE), NEITHER]),
        ({"level": "region"},
         [Fault("region_name", MISSING, NAME_IT), Fault("region_code", MISSING, GIVE_CODE)]),
        ({"level": "england", "country_name": "England", "country_code": "E92000001"}, []),
        ({"level": "england", "country_name": "England"},
         [Fault("country_code", MISSING, GIVE_CODE)]),
    ])  # fmt: skip
def test_what_refuses_a_row_of_published_figures(said, told):
    assert faults(**said) == told


@swept(
    [
        ({}, (240, 69, 34758), "none"),
        ({"children": 0, "rate": Decimal(0)}, (0, 0, 34758), "none"),
        ({"rate": "c"}, (240, None, 34758), "c"),
        ({"children": "c"}, (None, 69, 34758), "c"),
        ({"children": "z", "rate": "c"}, (None, None, 34758), "c"),
        ({"children": "x", "rate": None}, (None, None, 34758), "x"),
        ({"rate": None}, (240, None, 34758), "none"),
        ({"population": "u"}, (240, 69, None), "none"),
        ({"population": None}, (240, 69, None), "none"),
    ]
)
def test_a_mark_takes_the_place_of_its_number_and_the_rates_goes_first(said, numbers, mark):
    _, values = asked(**said)
    assert tuple(values[name] for name in ("children", "rate", "population")) == numbers
    assert values["mark"] == mark


def test_a_figure_is_of_the_31_march_its_areas_code_and_what_the_row_says_or_the_department():
    for year in (1990, 2016, 2100):
        identity, values = asked(year=year)
        of_area = {"area_code": "E06000014", "measure": "looked_after"}
        assert identity == {**of_area, "date": date(year, 3, 31)}
        assert (values["area_name"], values["level"]) == ("York", "authority")
    assert (values["source"], values["licence"]) == (SOURCE, LICENCE)
    _, values = asked(source="Our own count", licence="None")
    assert (values["source"], values["licence"]) == ("Our own count", "None")


DAY = date(2016, 3, 31)
CENSUS = SimpleNamespace(pk=1, date=DAY, is_withdrawn=False)
HELD = reading(
    costs.PLACEMENT_COSTS,
    census=[CENSUS],
    held={DAY: {"Agency": "ifa", "Own foster carers": "own"}},
)
COST = {"day": DAY, "group": "Own foster carers", "pounds": Decimal(48000), "source": "Finance"}
NO_CENSUS = Fault(
    "day",
    "There is no count of this date.",
    "Enter the count or import its return first, or correct the date.",
)
NO_GROUP = Fault(
    "group", "It is no placement group of that date.", "Write one of “Agency”, “Own foster carers”."
)
PENCE = Fault("pounds", "It is not a whole number of pounds.", "Round it to whole pounds.")


@swept(
    [
        ({}, []),
        ({"group": "OWN"}, []),
        ({"group": "own-foster carers."}, []),
        ({"group": "agency"}, []),
        ({"pounds": Decimal("48000.00")}, []),
        ({"pounds": Decimal(0)}, []),
        ({"group": "Residential"}, [NO_GROUP]),
        ({"pounds": Decimal("48000.01")}, [PENCE]),
        ({"day": date(2016, 3, 30)}, [NO_CENSUS]),
        ({"day": date(2015, 3, 31), "group": "Residential"}, [NO_CENSUS]),
        ({"group": "Residential", "pounds": Decimal("0.50")}, [NO_GROUP, PENCE]),
        ({"day": date(2017, 3, 31), "pounds": Decimal("0.50")}, [NO_CENSUS, PENCE]),
    ]
)
def test_what_refuses_a_row_of_costs(said, told):
    assert faults_of(costs.PLACEMENT_COSTS, {**COST, **said}, HELD) == told


@pytest.mark.parametrize(("words", "group"), [("Agency", "ifa"), ("OWN foster-carers", "own")])
def test_a_cost_goes_beside_the_census_of_its_day_in_whole_pounds(words, group):
    said = {**COST, "group": words, "pounds": Decimal("48000.00")}
    [one] = targets(costs.PLACEMENT_COSTS, said, HELD)
    assert one.identity == {"census": CENSUS, "group": group}
    assert one.values == {"pounds": 48000, "source": "Finance"}
    assert type(one.values["pounds"]) is int
