"""Entering, correcting and withdrawing a census; a council's own definitions."""

from datetime import date

import pytest

from assurance.looked_after.models.censuses import Census
from assurance.looked_after.models.definitions import AgeBand, CensusDay, Code, PlacementGroup
from assurance.looked_after.operations import censuses
from assurance.looked_after.operations.definitions import set_age_bands
from assurance.looked_after.rules.positions import EnteredCensus
from assurance.records import operations
from assurance.records.history import HistoryEntry
from assurance.records.refusals import Refused
from tests.cast import make_council, officer
from tests.make.looked_after import YORK_BANDS, census, children_looked_after, episode, local_bands
from tests.make.people import cohort

DAY, ON = date(2015, 12, 1), date(2016, 1, 5)
PLACEMENT = {"agency_foster": 21, "placed_for_adoption": 8, "not_broken_down": 159}
AGES = {"under_14": 142, "14_to_15": 19, "16_to_18": 27}
COSTS = {
    "agency_foster": (48_000, "Finance, November 2015"),
    "external_residential": (166_000, "Finance, November 2015"),
}

pytestmark = pytest.mark.django_db


def entered(**said):
    usual = {
        "total": 188,
        "source": "Monthly performance report",
        "parts": {"placement": PLACEMENT, "local_age_band": AGES},
        "measures": {"external_residential": 14},
        "unit_costs": COSTS,
    }
    return EnteredCensus(**{**usual, **said})


def enter(population=None, day=DAY, **said):
    population = population or children_looked_after()
    return censuses.enter_census(
        cohort=population, day=day, entered=entered(**said), by=officer(), on=ON
    )


@pytest.fixture(autouse=True)
def bands(db):
    local_bands()


def test_a_census_holds_what_was_entered_and_nothing_finer():
    row = enter()
    assert (row.total, row.origin, row.edition) == (188, Census.ENTERED, 1)
    assert row.as_entered() == entered() and row.is_in_force
    bare = enter(day=date(2014, 12, 1), parts={"placement": {}}, measures={}, unit_costs={})
    assert (bare.total, bare.as_entered().parts) == (188, {})


@pytest.mark.parametrize(
    ("said", "words", "field"),
    [
        ({"total": 187}, "add up to 188, which is 1 more than the 187 children",
         "placement_not_broken_down"),
        ({"unit_costs": {"agency_foster": (1, "")}}, "Enter the source of the cost.",
         "cost_source_agency_foster"),
        ({"source": "  "}, "Enter the source of the counts.", "source"),
        ({"parts": {"placement": {"boats": 188}}}, "no placement called boats on 1 December", ""),
        ({"measures": {"agency_foster": 1}}, "no measure called agency_foster", ""),
        ({"unit_costs": {"boats": (1, "x")}}, "no unit cost called boats", ""),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_at_its_field_and_nothing_is_saved(said, words, field):
    with pytest.raises(Refused) as refused:
        enter(**said)
    assert words in refused.value.sentence
    assert refused.value.field == field
    assert not Census.objects.exists()


def test_a_population_of_staff_or_of_other_days_has_no_census():
    with pytest.raises(Refused, match="not a population of children"):
        enter(cohort())
    with pytest.raises(Refused, match="is not counted on"):
        enter(children_looked_after("for-a-time", to_date=date(2015, 12, 31)), date(2016, 1, 1))


def correct(row, version=1, because="A late notification", **said):
    return censuses.correct(
        record=row, version=version, entered=entered(**said), because=because, by=officer(), on=ON
    )


def test_a_correction_is_a_new_edition_and_the_one_before_keeps_its_numbers():
    before = enter()
    after = correct(before, total=189, parts={})
    before.refresh_from_db()
    assert (before.total, before.replaced_on, before.is_in_force) == (188, ON, False)
    assert (after.total, after.edition, after.corrected_because) == (189, 2, "A late notification")
    entry = HistoryEntry.objects.get(what="looked_after.correct")
    assert entry.changes["total"] == {"from": 188, "to": 189}
    assert entry.changes["placement: agency_foster"] == {"from": 21, "to": None}


def test_a_correction_that_cannot_be_leaves_the_census_in_force():
    row = enter()
    with pytest.raises(Refused, match="more than the 100 children"):
        correct(row, total=100)
    assert Census.objects.in_force().get().pk == row.pk


def test_whoever_holds_an_earlier_edition_corrects_the_newest_once_they_have_seen_it():
    row = enter()
    second = correct(row)
    third = correct(row, version=second.version, total=190, parts={})
    assert (third.edition, third.version) == (3, 3)
    assert Census.objects.in_force().get() == third


def withdraw(row, because="Counted twice", version=1):
    return operations.withdraw(record=row, version=version, because=because, by=officer(), on=ON)


def test_a_withdrawn_census_stays_as_it_is_and_makes_room_for_another():
    row = withdraw(enter())
    assert (row.withdrawn_on, row.is_in_force) == (ON, False)
    with pytest.raises(Refused, match="enter it again"):
        correct(row, version=2)
    assert enter().edition == 2


def test_an_edition_that_was_replaced_is_not_withdrawn():
    row = enter()
    correct(row)
    row.refresh_from_db()
    with pytest.raises(Refused, match="withdraw that one"):
        withdraw(row, version=row.version)


def test_what_a_row_is_called_says_what_it_is():
    row = census({"age_band": {"under_1": 3}}, unit_costs={"agency_foster": 48_000})
    assert str(row) == "Count of 1 December 2015"
    assert str(row.counts.get()) == "age_band under_1: 3"
    assert str(row.unit_costs.get()) == "Foster care through an independent agency: £48,000"
    told = episode()
    assert (str(told), str(told.child)) == ("episode from 2017-06-01", told.child.pseudonym[:8])
    assert str(CensusDay(month=12, day=1)) == "1/12"
    assert str(Code.objects.get(list="LS", code="C2")) == "C2 Full care order"
    assert str(PlacementGroup.objects.get(slug="secure")) == "Secure children’s home"
    assert str(AgeBand.objects.get(slug="5_to_9")) == "5 to 9"


def test_own_bands_begin_on_a_day_and_end_the_set_before():
    council = make_council("elsewhere")
    said = {"council": council, "by": officer(council), "on": ON}
    set_age_bands(bands=YORK_BANDS, from_date=date(2015, 1, 1), **said)
    set_age_bands(bands=[("all", "All", 0, None)], from_date=date(2016, 1, 1), **said)
    slugs = [
        [band.slug for band in AgeBand.objects.in_force(council, day).filter(council=council)]
        for day in (date(2015, 12, 31), date(2016, 1, 1))
    ]
    assert slugs == [["under_14", "14_to_15", "16_to_18"], ["all"]]


def test_own_bands_that_leave_a_gap_or_come_too_late_are_refused():
    council = make_council()
    said = {"council": council, "by": officer(), "on": ON}
    with pytest.raises(Refused, match="No band includes the age of 16"):
        set_age_bands(bands=[("young", "Young", 0, 15)], from_date=ON, **said)
    with pytest.raises(Refused, match="choose a later date"):
        set_age_bands(bands=YORK_BANDS, from_date=date(2010, 1, 1), **said)
