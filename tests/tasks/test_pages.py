"""The page where somebody says how their tasks reach them."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from assurance.accounts.models.notices import Notices
from tests import cast
from tests.page_requests import browser_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer():
    """An officer's browser."""
    return browser_of(cast.officer())


def test_a_calendar_is_made_shown_once_and_stopped_and_how_often_an_email_comes_chosen(officer):
    page = officer.post(reverse("notices-make-calendar")).content.decode()
    address = re.search(r'value="(http://testserver/calendar/[^"]+[.]ics)"', page).group(1)
    assert Client().get(address).status_code == 200
    told = officer.get(reverse("notices")).content.decode()
    assert address not in told and "Make a new address" in told
    assert officer.post(reverse("notices-stop-calendar")).status_code == 302
    assert Client().get(address).status_code == 404
    page = officer.post(reverse("notices-stop-calendar"), follow=True).content.decode()
    assert "There is no calendar address to stop." in page
    officer.post(reverse("notices"), {"email_every": "week", "csrf": "x"})
    assert Notices.objects.get().email_every == "week"
    form = officer.get(reverse("notices")).context["form"]
    assert form["email_every"].value() == "week"
    answer = officer.post(reverse("notices"), {"email_every": "hourly"})
    assert answer.status_code == 200 and answer.context["form"].errors
    other = browser_of(cast.clerk())
    assert other.get(reverse("notices")).context["form"]["email_every"].value() == ""
