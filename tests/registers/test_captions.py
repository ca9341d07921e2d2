"""The caption of a list names a date alone where its rows are those of that date."""

from datetime import date

import pytest
from django.urls import reverse

from tests import cast
from tests.make import figures, findings, people

pytestmark = pytest.mark.django_db


def test_a_list_with_records_of_other_dates_is_not_captioned_by_one(client, settings):
    settings.CANDOUR_TODAY = "2020-02-18"
    client.force_login(cast.administrator())
    people.team(name="Later team", from_date=date(2030, 4, 1))
    figures.policy(from_date=date(2020, 4, 1))
    for name, caption in (("people:list", "Teams"), ("figures:policy-list", "policies")):
        page = client.get(reverse(name)).content.decode()
        assert f"{caption} of every date, as entered by 18 February 2020" in page
        assert f"{caption} on 18 February 2020" not in page


def test_a_list_of_what_is_true_on_a_date_names_it(client, settings):
    settings.CANDOUR_TODAY = "2020-02-18"
    findings.review()
    client.force_login(cast.officer())
    page = client.get(reverse("reviews:list")).content.decode()
    assert "on 18 February 2020" in page
