"""Groups and bands: every code and provider in one group, every age in one band."""

import json
from datetime import date
from itertools import product
from pathlib import Path
from types import SimpleNamespace

import pytest

from assurance.looked_after.models.definitions import AgeBand, Code, PlacementGroup
from assurance.looked_after.rules import groups as grouping
from tests.cast import make_council
from tests.sweeping import swept

NATIONAL = json.loads(
    (Path(__file__).parents[3] / "fixtures/national/looked-after-code-lists.json").read_text()
)
PROVIDERS = ("", *(f"PR{number}" for number in range(6)))
U_CODES = ("U4", "U5", "U6")


@pytest.mark.django_db
def test_every_placement_code_of_the_day_is_in_a_group_whatever_the_provider():
    for day in (date(2015, 12, 1), date(2017, 3, 31), date(2026, 3, 31)):
        groups = list(PlacementGroup.objects.in_force(make_council(), day).filter(measure=False))
        year = day.year - (day.month < 4)
        codes = [
            code.code
            for code in Code.objects.filter(list="PLACE")
            if (code.from_year or 0) <= year <= (code.to_year or 9999)
        ]
        assert len(codes) > 25
        for pair in product(codes, PROVIDERS):
            assert grouping.group_of(*pair, groups) != grouping.NOT_BROKEN_DOWN, (day, pair)


OF_2017 = {
    **{(code, "PR1"): "foster_own" for code in U_CODES},
    **{(code, provider): "agency_foster" for code in U_CODES for provider in ("PR4", "PR5")},
    **{(code, provider): "foster_other" for code in U_CODES for provider in ("PR2", "PR0", "")},
    **{("U1", "PR5"): "foster_relative", ("A5", ""): "placed_for_adoption"},
    **{("P3", ""): "community", ("K1", "PR4"): "secure", ("R5", ""): "other_residential"},
    **{("T4", "PR4"): "temporary", ("K3", "PR4"): "not_broken_down"},
    ("??", ""): "not_broken_down",
}


@pytest.mark.django_db
def test_a_placement_is_in_the_group_of_2017():
    groups = PlacementGroup.objects.in_force(make_council(), date(2017, 3, 31))
    groups = list(groups.filter(measure=False))
    assert {codes: grouping.group_of(*codes, groups) for codes in OF_2017} == OF_2017


@pytest.mark.django_db
def test_external_residential_is_homes_and_schools_that_another_runs():
    measure = PlacementGroup.objects.get(measure=True)
    inside = {
        (place, provider)
        for place, provider in product(("K1", "K2", "R1", "R5", "S1", "U4"), PROVIDERS)
        if grouping.in_group(place, provider, measure.codes)
    }
    assert inside == set(product(("K2", "R1", "S1"), ("PR2", "PR3", "PR4", "PR5")))


@pytest.mark.parametrize(
    ("day", "slug", "codes"),
    [
        (date(2024, 3, 31), "semi_independent", ["H5"]),
        (date(2024, 4, 1), "semi_independent", ["H5", "K3"]),
        (date(2025, 3, 31), "other", ["Z1"]),
        (date(2025, 4, 1), "other", ["Z1", "Z11", "Z12", "Z13", "Z14"]),
    ],
)
@pytest.mark.django_db
def test_a_group_changes_on_its_day(day, slug, codes):
    group = PlacementGroup.objects.in_force(make_council(), day).get(slug=slug)
    assert group.codes[0][0] == codes


@pytest.mark.django_db
def test_a_councils_own_definitions_are_not_another_councils():
    mine = make_council()
    AgeBand.objects.create(
        council=make_council("elsewhere"), set="local_age_band", slug="all", label="All",
        from_age=0, from_date=date(2010, 1, 1),
    )  # fmt: skip
    bands = AgeBand.objects.in_force(mine, date(2015, 1, 1))
    assert {band.set for band in bands} == {"age_band"}


@swept(
    [
        (0, "under_1"),
        (1, "1_to_4"),
        (4, "1_to_4"),
        (5, "5_to_9"),
        (9, "5_to_9"),
        (10, "10_to_15"),
        (15, "10_to_15"),
        (16, "16_and_over"),
        (None, "not_broken_down"),
    ]
)
def test_a_band_holds_both_its_ends(age, band):
    bands = [SimpleNamespace(**row) for row in NATIONAL["age_bands"]]
    assert grouping.band_of(age, bands) == band


def test_the_departments_bands_are_a_set():
    bands = [(row["label"], row["from_age"], row["to_age"]) for row in NATIONAL["age_bands"]]
    assert grouping.why_not_a_set_of_bands(bands) is None


@pytest.mark.django_db
def test_the_code_lists_are_those_of_the_guide():
    held = {}
    for code in Code.objects.all():
        held.setdefault(code.list, set()).add(code.code)
    assert len(held["LS"]) == 13
    assert len(held["CIN"]) == 8
    assert len(held["ETHNIC"]) == 20
    assert len([row for row in Code.objects.filter(list="PLACE") if row.from_year is None]) == 27
