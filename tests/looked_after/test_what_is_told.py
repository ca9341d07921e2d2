"""What history says after each thing done to a census and a return, whom its page is for, and what
rows are called; the census that speaks for a day, and the days that lack one."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from assurance.looked_after.models.censuses import Census
from assurance.looked_after.models.comparisons import ComparedArea
from assurance.looked_after.operations import censuses, definitions, returns
from assurance.looked_after.rules.positions import EnteredCensus
from assurance.records import operations
from assurance.records.history import HistoryEntry
from assurance.records.history_chain import damage
from tests.cast import make_council, officer
from tests.looked_after.pages import imported, text
from tests.make import compared
from tests.make.looked_after import census, children_looked_after, held_return, local_bands

pytestmark = pytest.mark.django_db
ON, DAY, ONE = date(2018, 6, 1), date(2015, 12, 1), timedelta(days=1)


def doing(**said):
    """Who does it and when, with what is said."""
    return {"by": officer(), "on": ON, **said}


def told():
    """(what, about, field → (from, to)) of the newest row of history; the chain holds."""
    row = HistoryEntry.objects.order_by("-seq").first()
    assert damage("netherby") is None and row.on == ON
    changes = {name: (one.get("from"), one.get("to")) for name, one in row.changes.items()}
    return row.what, row.about, changes


def test_a_census_that_is_entered_corrected_and_withdrawn_is_told_number_by_number():
    said = EnteredCensus(
        188, "Monthly report", {"placement": {"own_foster": 0, "not_broken_down": 188}}
    )
    row = censuses.enter_census(
        **doing(
            cohort=children_looked_after(), day=DAY, entered=EnteredCensus(188, "Monthly report")
        )
    )
    assert told() == (
        "looked_after.enter_census",
        row.history_name,
        {
            "date": (None, "2015-12-01"),
            "cohort": (None, "Children looked after"),
            "total": (None, 188),
            "source": (None, "Monthly report"),
        },
    )
    parts = {"not_broken_down": 189}
    said = EnteredCensus(189, "Monthly report", {"placement": parts})
    newer = censuses.correct(**doing(record=row, version=1, entered=said, because="One was missed"))
    what, about, changes = told()
    assert (what, about) == ("looked_after.correct", newer.history_name)
    assert changes == {"total": (188, 189), "placement: not_broken_down": (None, 189)}
    assert HistoryEntry.objects.order_by("-seq").first().reason == "One was missed"
    operations.withdraw(**doing(record=newer, version=newer.version, because="Another day"))
    what, _, changes = told()
    assert what == "looked_after.withdraw"
    assert changes["withdrawn_on"] == (None, "2018-06-01")


def test_what_is_stated_beside_a_census_is_told_with_its_source_before_and_after():
    row = census(unit_costs={"agency_foster": 1})
    costs = {"agency_foster": (48_000, "Budget")}
    censuses.set_unit_costs(**doing(record=row, version=1, unit_costs=costs))
    assert told()[::2] == (
        "looked_after.set_unit_costs",
        {"unit cost: agency_foster": ("1 (Finance)", "48000 (Budget)")},
    )
    where = {"inside": 100, "not_known": 88}
    censuses.set_locations(**doing(record=row, version=2, locations=where, source="Placements"))
    assert told()[::2] == (
        "looked_after.set_locations",
        {
            "placed: inside": (None, "100 (Placements)"),
            "placed: not_known": (None, "88 (Placements)"),
        },
    )
    censuses.set_locations(**doing(record=row, version=3, locations={}, source=""))
    assert told()[2]["placed: inside"] == ("100 (Placements)", None)


def test_a_return_is_told_as_it_is_counted_from_withdrawn_and_emptied():
    held = imported()
    row = returns.count_census(**doing(held_return=held, day=date(2017, 12, 1)))
    assert told() == (
        "looked_after.count_census",
        row.history_name,
        {
            "date": (None, "2017-12-01"),
            "total": (None, row.total),
            "held_return": (None, held.history_name),
        },
    )
    returns.remove_rows(**doing(record=held, version=1))
    what, about, changes = told()
    assert (what, about) == ("looked_after.remove_rows", held.history_name)
    assert changes == {
        "rows_removed_on": (None, "2018-06-01"),
        "episodes_removed": (None, 3),
        "children_removed": (None, 2),
    }
    returns.withdraw_return(**doing(record=held, version=2, because="The wrong year"))
    what, _, changes = told()
    assert what == "looked_after.withdraw_return"
    assert changes["censuses_withdrawn"][1].startswith("31 March 2017, 30 April 2017")
    assert "1 December 2017" in changes["censuses_withdrawn"][1]
    assert not Census.objects.in_force().exists()


def test_a_withdrawn_return_gives_back_the_edition_it_had_replaced_and_says_so():
    first = imported()
    row = Census.objects.in_force().get(date=date(2017, 6, 30))
    newer = held_return(covers_from=date(2017, 3, 31))
    Census.objects.filter(pk=row.pk).update(replaced_on=ON)
    census(date=row.date, total=9, held_return=newer, cohort=row.cohort, edition=2, version=2)
    returns.withdraw_return(**doing(record=newer, version=1, because="The wrong year"))
    assert told()[2]["censuses_restored"] == (None, "30 June 2017")
    again = Census.objects.in_force().get(date=row.date)
    assert (again.total, again.edition, again.held_return) == (row.total, 3, first)
    assert again.corrected_because == f"As before the {newer}, which was withdrawn"[:200]


def test_definitions_and_areas_are_told_as_lists_and_fields():
    council = make_council()
    bands = [("all", "All", 0, None)]
    definitions.set_age_bands(**doing(council=council, bands=bands, from_date=ON))
    assert told()[::2] == (
        "looked_after.set_age_bands",
        {"age_bands": (None, ["All"]), "from_date": (None, "2018-06-01")},
    )
    definitions.set_census_days(**doing(council=council, own_days=[(12, 1)]))
    definitions.set_census_days(**doing(council=council, own_days=[(6, 30)]))
    assert told()[2] == {"census_days": ([[12, 1]], [[6, 30]])}
    assert [(one.month, one.day) for one in council.census_days.all()] == [(6, 30)]
    said = {"role": "neighbour", "area_code": "E06000002", "area_name": "Overby"}
    said |= {"from_date": DAY, "source": "The tool"}
    row = operations.create(model=ComparedArea, **doing(council=council, **said))
    assert told()[0] == "compared_areas.add"
    changed = {**said, "area_name": "Overby and Netherby"}
    operations.change(**doing(record=row, version=1, **changed))
    assert told()[2] == {"area_name": ("Overby", "Overby and Netherby")}
    operations.withdraw(**doing(record=row, version=2, because="Never a neighbour"))
    assert told()[0] == "compared_areas.withdraw"


def test_of_a_period_the_latest_census_in_force_speaks_and_of_a_day_its_own():
    row = census()
    council = row.council
    census(date=DAY - 31 * ONE, cohort=row.cohort)
    gone = {"withdrawn_on": ON, "withdrawn_by": officer(), "withdrawn_because": "Wrong"}
    census(date=DAY + 2 * ONE, cohort=row.cohort, **gone)
    census(date=DAY + 3 * ONE, cohort=row.cohort, replaced_on=ON)
    census(date=DAY + 4 * ONE, council=make_council("elsewhere"))
    census(date=DAY + 5 * ONE, cohort=children_looked_after("others"))
    for since, day, found in (
        (None, DAY, DAY),
        (None, DAY + ONE, None),
        (None, DAY - ONE, None),
        (DAY, DAY, DAY),
        (DAY - 9 * ONE, DAY + ONE, DAY),
        (DAY + ONE, DAY + 9 * ONE, None),
        (DAY - 40 * ONE, DAY - ONE, DAY - 31 * ONE),
        (DAY - 40 * ONE, DAY, DAY),
        (DAY, DAY + 99 * ONE, DAY),
    ):
        told_by = Census.objects.speaking_for(council, None, day, since)
        assert [one.date for one in told_by] == ([found] if found else []), (since, day)


def test_a_census_day_is_missing_from_the_first_census_on_and_for_a_year():
    for number, (own_days, held, day, missing) in enumerate((
        ([], [DAY], date(2016, 12, 1), []),
        ([(12, 1)], [], date(2016, 12, 1), []),
        ([(12, 1)], [DAY], date(2016, 11, 30), []),
        ([(12, 1)], [DAY], date(2016, 12, 1), [date(2016, 12, 1)]),
        ([(12, 1)], [DAY, date(2016, 12, 1)], date(2016, 12, 1), []),
        ([(12, 1)], [DAY], date(2017, 11, 30), [date(2016, 12, 1)]),
        ([(12, 1)], [DAY], date(2018, 1, 1), [date(2017, 12, 1)]),
        ([(12, 1)], [date(2016, 12, 2)], date(2016, 12, 3), []),
        ([(1, 1), (2, 28)], [DAY], date(2016, 2, 28), [date(2016, 1, 1), date(2016, 2, 28)]),
    )):  # fmt: skip
        council = make_council(f"council-{number}")
        cohort = children_looked_after(council=council)
        for one in held:
            census(date=one, cohort=cohort, council=council)
        for month, own in own_days:
            council.census_days.create(month=month, day=own)
        assert Census.objects.days_missing(council, day) == missing, number


def test_an_area_without_a_code_is_asked_for_it_and_its_days(client):
    client.force_login(officer())
    said = {"role": "neighbour", "area_name": "Overby", "area_code": " ", "source": "The tool",
            "from_date_day": "2", "from_date_month": "1", "from_date_year": "2016",
            "to_date_day": "1", "to_date_month": "1", "to_date_year": "2016"}  # fmt: skip
    answer = client.post(reverse("looked_after:area-add"), said)
    assert {name: words[0] for name, words in answer.context["form"].errors.items()} == {
        "area_code": "Enter the code of the area",
        "to_date": "The end date must not be before the start date.",
    }


def test_what_stands_beside_a_census_is_called_as_it_reads():
    assert str(compared.location(place="outside_far")) == (
        "Outside it, more than 20 miles from home: 12"
    )
    assert str(compared.published(name="Overby", code="E06000002")) == "Overby, 2015"
    assert str(compared.compared_area(area_name="Overby")) == "Overby"
    mark = compared.uasc_mark()
    assert str(mark) == f"mark {mark.pk}"


def test_the_councils_own_bands_stand_on_the_page_on_the_days_on_which_they_hold(client):
    bands = {"local_age_band": {"under_14": 100, "14_to_15": 50, "16_to_18": 38}}
    row = census(bands)
    local_bands(from_date=DAY)
    census(bands, date=DAY - ONE, cohort=row.cohort)
    client.force_login(officer())
    for day, stands in ((DAY, True), (DAY - ONE, False)):
        asked = {"day_day": day.day, "day_month": day.month, "day_year": day.year}
        page = text(client.get(reverse("looked_after:performance"), asked))
        assert ("By age, in the council’s own bands" in page) == stands
