"""Every sentence that refuses a census, its costs, its correction or a count, whole and at its
field, as the page says it."""

from datetime import date

import pytest
from django.urls import reverse

from assurance.looked_after.models.censuses import Census
from assurance.people.models.people import Cohort
from tests.cast import make_council, officer
from tests.dbs.entries import refused
from tests.looked_after.pages import imported
from tests.looked_after.test_pages import typed as typed_census
from tests.make.looked_after import census, children_looked_after, held_return, local_bands
from tests.make.people import cohort
from tests.refusals import at

pytestmark = pytest.mark.django_db
SHORT = "fewer than the 188 children: put the rest in “not broken down”."


@pytest.fixture
def signed_in(client):
    """The client of an officer."""
    local_bands()
    client.force_login(officer())
    return client


CENSUS_REFUSED = (
    ({"total": "1000001"}, "total", "“Children in all” must be 1,000,000 or fewer"),
    ({"total": "18.5"}, "total", "“Children in all” must be a whole number, such as 21"),
    ({"source": "x" * 201}, "source", "“Source” must have 200 characters or fewer"),
    *at(
        "placement_not_broken_down",
        ("158", f"The placement parts add up to 187, which is 1 {SHORT}"),
    ),
    (
        {"age_band_under_1": "1"},
        "age_band_not_broken_down",
        (
            "The other parts add up to 1, and the rest of 188 has been filled in here. Check it, "
            "then save again"
        ),
    ),
    *at(
        "measure_external_residential",
        ("200", "External residential placements: 200 is more than the 188 children."),
    ),
    (
        {"date_year": "1990"},
        "date",
        (
            "“Children looked after” is not counted on 1 December 1990: "
            "choose a date on which it is."
        ),
    ),
    (
        {"total": ""},
        "total",
        "The parts below add up to 188, which has been filled in here. Check it, then save again",
    ),
    ({"total": "-1"}, "total", "“Children in all” must be 0 or more"),
    ({"source": ""}, "source", "Enter where the counts are from"),
    ({"date_day": "31", "date_month": "02"}, "date", "must be a real date"),
    ({"date_year": "0216"}, "date", "must have a year from 1900 to 2100"),
    ({"date_year": "2099"}, "date", "must be today or in the past"),
    *at("cost_source_agency_foster", ("", "Enter where the cost is from")),
)


@pytest.mark.long
def test_a_census_is_refused(signed_in):
    children_looked_after()
    for said, field, sentence in CENSUS_REFUSED:
        answer = signed_in.post(reverse("looked_after:add"), typed_census(**said))
        where, told = refused(answer, Census)
        assert where == field and told.endswith(sentence), said


def test_a_correction_without_a_reason_and_a_second_census_of_a_day_are_refused(signed_in):
    row = census()
    address = reverse("looked_after:change", args=[row.pk])
    for because in ("", "  "):
        answer = signed_in.post(address, typed_census(version=row.version, because=because))
        assert refused(answer, Census, kept=1) == ("because", "Enter why the count is corrected")
    answer = signed_in.post(reverse("looked_after:add"), typed_census())
    field, sentence = refused(answer, Census, kept=1)
    stands = "A count of 1 December 2015 of these children is already recorded: correct that one."
    assert (field, sentence) == ("date", stands)


def test_a_population_of_staff_or_of_another_council_is_refused(signed_in):
    for other in (cohort(), children_looked_after(council=make_council("elsewhere"))):
        answer = signed_in.post(reverse("looked_after:add"), typed_census(cohort=other.pk))
        assert refused(answer, Census) == ("cohort", "Select a population from the list")


def test_unit_costs_are_refused(signed_in):
    row = census(held_return=held_return())
    address = reverse("looked_after:unit-costs", args=[row.pk])
    for said, field, sentence in (
        (
            {"cost_agency_foster": "48000", "cost_source_agency_foster": ""},
            "cost_source_agency_foster",
            "Enter where the cost is from",
        ),
        (
            {"cost_external_residential": "-1", "cost_source_external_residential": "Finance"},
            "cost_external_residential",
            "“External residential placements: pounds a year” must be 0 or more",
        ),
    ):
        answer = signed_in.post(address, {"version": 1, **said})
        assert refused(answer, Census, kept=1) == (field, sentence)
    assert not row.unit_costs.exists()


def counting(client, held, day):
    """The answer to counting a census of a day from a return."""
    boxes = {"day_day": day.day, "day_month": day.month, "day_year": day.year}
    return client.post(reverse("looked_after:return-count", args=[held.pk]), boxes)


def test_a_count_from_a_return_is_refused(signed_in):
    held = imported()
    census(date=date(2017, 12, 4), cohort=Cohort.objects.get(usual=True))
    kept = Census.objects.count()
    for day, sentence in (
        (
            date(2017, 3, 30),
            "The return does not cover 30 March 2017: it covers 31 March 2017 to 31 March 2018.",
        ),
        (date(2017, 6, 30), "The count of 30 June 2017 is unchanged: the numbers are the same."),
        (
            date(2017, 12, 4),
            (
                "No count of 4 December 2017: there is one entered as totals. "
                "Withdraw that one first to have it counted."
            ),
        ),
    ):
        assert refused(counting(signed_in, held, day), Census, kept=kept) == ("day", sentence)


@pytest.mark.parametrize("page", ["return-remove-rows", "return-withdraw"])
def test_who_was_told_of_a_newer_return_goes_on_from_there(signed_in, page):
    held = held_return(version=2)
    address = reverse(f"looked_after:{page}", args=[held.pk])
    answer = signed_in.post(address, {"because": "The wrong year", "version": 1})
    again = {"because": "The wrong year", "version": answer.context["form"]["version"].value()}
    assert signed_in.post(address, again).status_code == 302
    held.refresh_from_db()
    assert held.version == 3
