"""What an officer does with censuses and returns in a browser."""

from datetime import date

import pytest
from django.urls import reverse

from assurance.looked_after.models.censuses import Census
from assurance.looked_after.models.definitions import CensusDay
from assurance.records.history import HistoryEntry
from tests.cast import make_council, officer
from tests.looked_after.pages import errors, imported, text
from tests.make.looked_after import (
    census,
    children_looked_after,
    episode,
    held_return,
    local_bands,
)

DAY = date(2015, 12, 1)

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed_in(client):
    local_bands()
    client.force_login(officer())
    return client


def typed(**said):
    population = children_looked_after()
    usual = {
        "cohort": population.pk,
        "date_day": "1",
        "date_month": "12",
        "date_year": "2015",
        "total": "188",
        "source": "Monthly performance report",
        "placement_agency_foster": "21",
        "placement_placed_for_adoption": "8",
        "placement_not_broken_down": "159",
        "local_age_band_under_14": "142",
        "local_age_band_14_to_15": "19",
        "local_age_band_16_to_18": "27",
        "measure_external_residential": "14",
        "cost_agency_foster": "48000",
        "cost_source_agency_foster": "Finance",
    }
    return {**usual, **said}


def add(client, **said):
    return client.post(reverse("looked_after:add"), typed(**said))


def test_a_census_is_entered_and_shown_with_every_number(signed_in):
    answer = add(signed_in)
    row = Census.objects.get()
    assert answer.headers["Location"] == reverse("looked_after:record", args=[row.pk])
    assert row.as_entered().parts["placement"] == {
        "agency_foster": 21, "placed_for_adoption": 8, "not_broken_down": 159,
    }  # fmt: skip
    page = text(signed_in.get(answer.headers["Location"]))
    for words in ("188", "16 to 18", "27", "External residential placements", "48,000", "Entered"):
        assert words in page


def test_a_wrong_entry_is_said_at_its_field_with_everything_typed_still_there(signed_in):
    answer = add(signed_in, placement_agency_foster="20")
    assert "put the rest in" in errors(answer)["placement_not_broken_down"]
    page = text(answer)
    assert "Monthly performance report" in page
    assert page.count('href="#id_placement_not_broken_down') == 1
    assert not Census.objects.exists()


def test_a_breakdown_left_empty_is_not_known(signed_in):
    empty = {name: "" for name in typed() if name.startswith(("placement", "local", "measure"))}
    add(signed_in, **empty)
    entered = Census.objects.get().as_entered()
    assert (entered.parts, entered.measures) == ({}, {})


def test_the_parts_asked_for_are_those_of_the_day_that_was_typed(signed_in):
    now = text(signed_in.get(reverse("looked_after:add")))
    then = text(add(signed_in, total="", date_year="2005"))
    assert "or supported accommodation" in now
    assert "or supported accommodation" not in then


def test_a_council_without_bands_of_its_own_is_not_asked_for_them(client):
    children_looked_after()
    client.force_login(officer())
    assert "own bands" not in text(client.get(reverse("looked_after:add")))


def correct(client, row, **said):
    said = {"version": row.version, "because": "A late notification", **said}
    return client.post(reverse("looked_after:change", args=[row.pk]), typed(**said))


@pytest.mark.long
def test_a_correction_leads_to_the_new_edition_which_shows_the_one_before(signed_in):
    add(signed_in)
    row = Census.objects.get()
    form = text(signed_in.get(reverse("looked_after:change", args=[row.pk])))
    assert 'value="159"' in form
    assert "Which children are counted" not in form
    answer = correct(signed_in, row, total="189", placement_not_broken_down="160",
                     local_age_band_under_14="143")  # fmt: skip
    page = text(signed_in.get(answer.headers["Location"]))
    assert "Other versions" in page
    assert "188 children, replaced on" in page
    assert "A late notification" in page
    before = text(signed_in.get(reverse("looked_after:record", args=[row.pk])))
    assert "Replaced on" in before
    assert reverse("looked_after:withdraw", args=[row.pk]) not in before


@pytest.mark.long
def test_the_second_of_two_people_sees_both_and_can_save_over(signed_in):
    add(signed_in)
    row = Census.objects.get()
    correct(signed_in, row, source="The first person's")
    answer = correct(signed_in, row, source="The second person's")
    assert answer.status_code == 409
    page = text(answer)
    assert "The first person" in page
    assert "The second person" in page
    newest = Census.objects.in_force().get()
    correct(signed_in, row, source="The second person's", version=newest.version)
    assert Census.objects.in_force().get().source == "The second person's"


def test_no_census_is_missing_of_a_council_that_has_no_census_dates_and_it_says_so(signed_in):
    assert "no dates of its own for counts, so none can be missing" in text(
        signed_in.get("/looked-after/missing/")
    )
    CensusDay.objects.create(council=make_council(), month=12, day=1)
    assert "No count is missing." in text(signed_in.get("/looked-after/missing/"))


def test_a_withdrawn_census_stays_marked_and_leaves_the_list(signed_in):
    row = census()
    withdraw = reverse("looked_after:withdraw", args=[row.pk])
    signed_in.post(withdraw, {"version": 1, "because": "Counted twice"})
    assert "Counted twice" in text(signed_in.get(reverse("looked_after:record", args=[row.pk])))
    assert "0 found" in text(signed_in.get(reverse("looked_after:list")))
    assert "1 found" in text(signed_in.get(reverse("looked_after:list"), {"withdrawn": "every"}))
    assert HistoryEntry.objects.get().what == "looked_after.withdraw"


@pytest.mark.long
def test_the_list_is_narrowed_by_population_origin_and_year(signed_in):
    plans = children_looked_after("plans", title="Children on protection plans")
    census(replaced_on=DAY)
    census(edition=2)
    census(cohort=plans)
    census(date=date(2017, 12, 1), held_return=held_return())
    for asked, found in (
        *(({}, 3), ({"origin": "entered"}, 2), ({"origin": "counted"}, 1), ({"year": "2015"}, 2)),
        *(({"year": "20"}, 3), ({"earlier": "yes"}, 4), ({"cohort": plans.pk}, 1)),
    ):
        page = text(signed_in.get(reverse("looked_after:list"), asked))
        assert f"{found} found" in page, asked


@pytest.mark.long
def test_a_counted_census_shows_what_it_keeps_and_where_it_is_from(signed_in):
    held = imported()
    row = Census.objects.in_force().get(date=date(2018, 3, 31))
    page = text(signed_in.get(reverse("looked_after:record", args=[row.pk])))
    for words in (
        reverse("looked_after:return-record", args=[held.pk]),
        "more than one open episode on this date: 1",
        "Interim care order", "Girls", "White British", "Began to be looked after in the month",
    ):  # fmt: skip
        assert words in page
    form = text(signed_in.get(reverse("looked_after:change", args=[row.pk])))
    assert 'name="placement_childrens_home" value="2"' in form.replace('type="text" ', "")


def test_costs_are_stated_beside_a_counted_census(signed_in):
    row = census(held_return=held_return())
    page = text(signed_in.get(reverse("looked_after:record", args=[row.pk])))
    address = reverse("looked_after:unit-costs", args=[row.pk])
    assert address in page
    said = {"version": 1, "cost_agency_foster": "48000"}
    answer = signed_in.post(address, {**said, "cost_source_agency_foster": "Finance"})
    assert "48,000" in text(signed_in.get(answer.headers["Location"]))
    assert 'value="48000"' in text(signed_in.get(address))
    late = signed_in.post(address, {**said, "cost_source_agency_foster": "Fostering service"})
    assert late.status_code == 409
    for words in ("Someone else changed this", "Fostering service", "Finance", "48000"):
        assert words in text(late)


@pytest.mark.long
def test_a_census_that_contradicts_a_held_return_shows_both_and_asks_why(signed_in):
    held = held_return()
    for _ in range(2):
        episode(held_return=held)
    said = {"date_day": "15", "date_month": "9", "date_year": "2017", "total": "3"}
    parts = {
        name: "" for name in typed() if name.startswith(("placement", "local", "measure", "cost"))
    }
    answer = add(signed_in, **said, **parts)
    wrong = errors(answer)
    assert "Children looked after: 3 entered, 2 in the return" in wrong["differs_because"]
    assert "Save with this reason" in text(answer)
    assert "Why it differs from the return (optional)" not in text(answer)
    assert not Census.objects.exists()
    add(signed_in, **said, **parts, differs_because="One was told of late")
    row = Census.objects.get()
    assert row.differs_because == "One was told of late"
    page = text(signed_in.get(reverse("looked_after:record", args=[row.pk])))
    assert "One was told of late" in page
    assert add(signed_in, **{**said, "date_day": "16", "total": "2"}, **parts).status_code == 302


def test_a_correction_that_contradicts_a_held_return_shows_both_and_keeps_why(signed_in):
    held = held_return()
    for _ in range(2):
        episode(held_return=held)
    parts = {
        name: "" for name in typed() if name.startswith(("placement", "local", "measure", "cost"))
    }
    said = {"date_day": "15", "date_month": "9", "date_year": "2017", "total": "2"}
    add(signed_in, **said, **parts)
    row = Census.objects.get()
    address = reverse("looked_after:change", args=[row.pk])
    correction = {"version": row.version, "total": "3", "source": "Report", "because": "Miscounted"}
    wrong = errors(signed_in.post(address, {**parts, **correction}))
    assert "Children looked after: 3 entered, 2 in the return" in wrong["differs_because"]
    assert Census.objects.get().total == 2
    reason = {"differs_because": "One was told of late"}
    assert signed_in.post(address, {**parts, **correction, **reason}).status_code == 302
    newer = Census.objects.in_force().get()
    assert (newer.total, newer.differs_because) == (3, "One was told of late")
    # The reason is not lost where the next correction leaves it.
    form = signed_in.get(reverse("looked_after:change", args=[newer.pk])).context["form"]
    assert form["differs_because"].value() == "One was told of late"


def test_a_count_whose_rows_were_removed_is_still_contradicted_with_a_reason_alone(signed_in):
    held = held_return(rows_removed_on=date(2018, 12, 1))
    row = census(date=date(2017, 9, 15), total=2, held_return=held)
    address = reverse("looked_after:change", args=[row.pk])
    correction = {"version": 1, "total": "3", "source": "Report", "because": "Miscounted"}
    wrong = errors(signed_in.post(address, correction))
    assert "Children looked after: 3 entered, 2 in the return" in wrong["differs_because"]
    reason = {"differs_because": "One was told of late"}
    assert signed_in.post(address, {**correction, **reason}).status_code == 302
    assert Census.objects.in_force().get().total == 3
    # A return that was withdrawn has no count to contradict.
    held.withdrawn_on, held.withdrawn_by, held.withdrawn_because = held.created_on, officer(), "X"
    held.save()
    newer = Census.objects.in_force().get()
    again = {**correction, "version": newer.version, "total": "4", "differs_because": ""}
    answer = signed_in.post(reverse("looked_after:change", args=[newer.pk]), again)
    assert answer.status_code == 302
