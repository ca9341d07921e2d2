"""Forms that ask for what fits the record above: the steps of a scale, the numbers of a unit."""

from datetime import date

import pytest

from assurance.governance.models.risks import RiskRating
from tests.governance.entries import adding, typed
from tests.make import matters
from tests.page_requests import errors, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_january_2016")]


def test_a_rating_is_chosen_from_the_steps_of_the_only_scale_with_their_words(signed_in):
    matters.scale()
    matters.scale(slug="gone", from_date=date(2009, 1, 1), to_date=date(2009, 12, 31))
    address = adding("rating")
    page = signed_in.get(address)
    assert [str(text) for _, text in page.context["form"].fields["impact"].choices] == [
        *("1 (slight)", "2 (minor)", "3 (moderate)", "4 (major)", "5 (grave)"),
    ]
    record = signed_in.post(address, typed("rating"), follow=True)
    assert "2 × 3 = 6 (unlikely, moderate)" in words(record)
    row = RiskRating.objects.get()
    form = signed_in.get(f"/matters/ratings/{row.pk}/change/")
    assert "checked" in form.content.decode().split('id="id_impact_2"')[1].split(">")[0]


def test_a_rating_on_one_of_two_scales_is_typed_and_the_steps_of_the_latest_are_named(signed_in):
    matters.scale(to_date=date(2015, 6, 30))
    matters.scale(slug="new", from_date=date(2015, 7, 1), likelihoods=["low", "high"])
    address = adding("rating")
    assert "The latest goes from 1 (low) to 2 (high)." in words(signed_in.get(address))
    answer = signed_in.post(address, typed("rating", likelihood="possible"))
    assert errors(answer)["likelihood"] == [
        "“Likelihood” must be a whole number. The latest scale goes from 1 (low) to 2 (high)"
    ]


def test_a_rating_without_any_scale_leads_to_where_one_is_added(signed_in):
    page = signed_in.get(adding("rating"))
    assert "There is no scale of risks to choose yet." in words(page)
    assert 'href="/matters/risk-scales/add/' in page.content.decode()
    answer = signed_in.post(adding("rating"), typed("rating"))
    refused = errors(answer)
    assert refused["impact"] == ["Add a scale of risks before you rate “Impact”"]


def test_a_rating_of_before_the_first_scale_is_refused_at_its_date(signed_in):
    risk = matters.risk(opened_on=date(2014, 1, 6))
    matters.scale(from_date=date(2015, 7, 1))
    fields = typed("rating", rated_on=date(2014, 2, 3))
    answer = signed_in.post(f"/matters/risks/{risk.pk}/ratings/add/", fields)
    assert "No scale of risks was in force" in errors(answer)["rated_on"][0]


@pytest.mark.parametrize("unit", ["number", "money", "days"])
def test_a_value_that_is_no_per_cent_asks_for_itself_alone(signed_in, unit):
    measure = matters.measure(unit=unit)
    address = f"/matters/measures/{measure.pk}/values/add/"
    page = words(signed_in.get(address))
    assert "Out of" not in page and "Value (optional)" not in page
    assert errors(signed_in.post(address, typed("value", value="")))["value"] == ["Enter the value"]
    assert signed_in.post(address, typed("value", value="3")).status_code == 302
    row = measure.values.get()
    change = f"/matters/values/{row.pk}/change/"
    again = typed("value", value="4", version=row.version)
    assert signed_in.post(change, again).status_code == 302


def test_a_per_cent_asks_for_itself_or_its_counts_and_calls_neither_optional(signed_in):
    measure = matters.measure(unit="percent")
    address = f"/matters/measures/{measure.pk}/values/add/"
    page = words(signed_in.get(address))
    assert all(f"{label} (optional)" not in page for label in ("Value", "Count", "Out of"))
    answer = signed_in.post(address, typed("value", value=""))
    assert errors(answer)["value"] == ["Enter the value, or the two counts that give it"]
    counted = typed("value", value="", count="1", out_of="4")
    assert signed_in.post(address, counted).status_code == 302
    assert measure.values.get().words == "25% (1 of 4)"
