"""The areas that a council compares itself with, and where children are placed."""

from datetime import date

import pytest
from django.urls import reverse

from assurance.looked_after.models.comparisons import ComparedArea
from assurance.looked_after.models.related import PlacementLocation
from assurance.looked_after.operations import censuses
from assurance.records.record import EditConflict
from assurance.records.refusals import Refused
from tests.cast import make_council, officer
from tests.looked_after.pages import errors, text
from tests.make import looked_after

DAY = date(2016, 1, 18)
TYPED = {
    "role": "neighbour", "area_name": "Calderdale", "area_code": "e08000033",
    "from_date_day": "1", "from_date_month": "4", "from_date_year": "2015",
    "source": "Interactive tool",
}  # fmt: skip


@pytest.mark.django_db
def test_an_area_is_added_changed_ended_and_withdrawn(client):
    client.force_login(officer())
    client.post(reverse("looked_after:area-add"), TYPED)
    row = ComparedArea.objects.get()
    assert (row.area_code, row.council) == ("E08000033", make_council())
    again = client.post(reverse("looked_after:area-add"), TYPED)
    assert "in the list on some of these days" in errors(again)["area_code"]
    wrong = {**TYPED, "area_code": "York", "to_date_day": "1", "to_date_month": "1",
             "to_date_year": "2015"}  # fmt: skip
    found = errors(client.post(reverse("looked_after:area-add"), wrong))
    assert "a letter and 8 figures" in found["area_code"]
    assert "must not be before" in found["to_date"]
    change = reverse("looked_after:area-change", args=[row.pk])
    ended = {**TYPED, "to_date_day": "31", "to_date_month": "3", "to_date_year": "2016"}
    client.post(change, {**ended, "version": 1})
    row.refresh_from_db()
    assert row.to_date == date(2016, 3, 31)
    client.post(
        reverse("looked_after:area-withdraw", args=[row.pk]), {"version": 2, "because": "Not ours"}
    )
    assert not ComparedArea.objects.active().exists()
    assert "Calderdale" not in text(client.get(reverse("looked_after:area-list"), {"role": "own"}))


@pytest.mark.django_db
def test_locations_are_stated_corrected_and_taken_away(client):
    census = looked_after.census()
    client.force_login(officer())
    address = reverse("looked_after:locations", args=[census.pk])
    said = {"location_inside": "150", "location_outside_near": "38", "source": "Placements team",
            "version": "1"}  # fmt: skip
    short = errors(client.post(address, {**said, "location_inside": "140"}))
    assert "10 fewer than the 188 children" in short["location_not_known"]
    assert (
        "Enter the source of the numbers"
        in errors(client.post(address, {**said, "source": ""}))["source"]
    )
    client.post(address, said)
    assert dict(PlacementLocation.objects.values_list("place", "children")) == {
        "inside": 150, "outside_near": 38,
    }  # fmt: skip
    page = text(client.get(reverse("looked_after:record", args=[census.pk])))
    assert "20 miles or less from home" in page
    assert 'value="150"' in text(client.get(address))
    client.post(address, {"version": "2", "source": ""})
    assert not PlacementLocation.objects.exists()


@pytest.mark.django_db
def test_locations_need_a_census_in_force_and_places_that_are_known():
    census, someone = looked_after.census(), officer()
    said = {"record": census, "source": "Placements team", "by": someone, "on": DAY}
    with pytest.raises(Refused, match="no place called the moon"):
        censuses.set_locations(version=1, locations={"the moon": 188}, **said)
    with pytest.raises(EditConflict):
        censuses.set_locations(version=2, locations={}, **said)
    census.replaced_on = DAY
    census.save()
    with pytest.raises(Refused, match="has been replaced"):
        censuses.set_locations(version=1, locations={"inside": 188}, **said)
