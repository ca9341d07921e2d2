"""Addresses are proposed by the program, unique by themselves, and folded away."""

import pytest
from django import forms
from hypothesis import given
from hypothesis import strategies as st

from assurance.meetings.models.bodies import Body
from assurance.people.models.people import Cohort
from assurance.registers.short_forms.addresses import LENGTH, AddressField, free_address
from reports.papers.models.templates import Series
from tests import cast
from tests.make import papers
from tests.page_requests import browser_of


@given(st.text(max_size=80), st.sets(st.text("ab-2", max_size=4), max_size=6))
def test_a_proposed_address_is_new_and_can_stand_in_an_address(text, taken):
    taken |= {free_address(text, ())}
    found = free_address(text, taken)
    assert found not in taken and len(found) <= LENGTH
    assert AddressField().clean(found) == found


def test_addresses_are_numbered_where_one_is_taken():
    assert free_address("January 2016", ()) == "january-2016"
    assert free_address("January 2016", {"january-2016"}) == "january-2016-2"
    assert free_address("January 2016", {"january-2016", "january-2016-2"}) == "january-2016-3"
    assert free_address("子ども", ()) == "new"
    assert free_address("x" * 80, {"x" * LENGTH}) == f"{'x' * (LENGTH - 6)}-2"


def test_what_cannot_stand_in_an_address_is_refused_with_what_could():
    with pytest.raises(forms.ValidationError, match="hyphens: two-words"):
        AddressField().clean("two words")
    with pytest.raises(forms.ValidationError, match="hyphens: january-2016"):
        AddressField().clean("!")
    assert AddressField().clean("") == ""


@pytest.fixture
def keeper(db):
    return browser_of(cast.make_user(*cast.ROLES, council=cast.make_council()))


def test_a_committee_and_a_series_get_addresses_of_their_titles(keeper):
    for _ in range(2):
        keeper.post("/committee/committees/add/", {"title": "Scrutiny"})
    assert [row.slug for row in Body.committees.order_by("pk")] == ["scrutiny", "scrutiny-2"]
    typed = {"title": "Safeguarding", "committee": Body.committees.first().pk}
    keeper.post("/committee/series/add/", typed)
    made = Series.objects.get()
    assert made.slug == "safeguarding"
    again = {**typed, "title": "Children", "version": 1}
    keeper.post(f"/committee/series/{made.pk}/change/", again)
    made.refresh_from_db()
    assert (made.title, made.slug) == ("Children", "safeguarding")


def test_a_population_gets_a_short_name_of_its_title(keeper):
    typed = {
        **{"title": "Independent visitors", "kind": "dbs", "definition": "Appointed."},
        **{"usual": "False", "slug": "", "from_date_day": "1", "from_date_month": "1"},
        "from_date_year": "2016",
    }
    keeper.post("/teams/populations/add/", typed)
    assert Cohort.objects.get().slug == "independent-visitors"


def test_the_address_is_folded_and_opens_where_it_is_wrong(keeper):
    fold = "Address of the series: made from the title. Change"
    page = keeper.get("/committee/series/add/").content.decode()
    assert fold in page
    assert 'app-later"><summary class="govuk-details__summary"><span class="govuk-det' in page
    row = papers.series()
    page = keeper.get(f"/committee/series/{row.pk}/change/").content.decode()
    assert f"Address of the series: {row.slug}. Change" in page
    page = keeper.post("/committee/series/add/", {"slug": "two words"}).content.decode()
    assert 'app-later" open>' in page
