"""The ways from a home to what is published, which lead nowhere until something is."""

import pytest
from django.urls import reverse

from tests import cast
from tests.page_requests import browser_of, words
from tests.tasks.home.homes import DAY, home
from tests.tasks.home.test_members import reports_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def the_day(settings):
    """The day on which the pages are opened."""
    settings.CANDOUR_TODAY = DAY.isoformat()


@pytest.mark.long
def test_a_member_has_a_way_to_each_list_of_what_is_published_once_something_is():
    names = ("issued", "figures", "public-commitments", "public-recommendations", "ledger")
    lists = [reverse(f"publication:{name}", args=["netherby"]) for name in names]
    member = cast.member()
    for has_published in (False, True):
        if has_published:
            reports_of(1)
        page = words(home(member))
        for address in lists:
            # No link leads to a page that is not there yet.
            answers = browser_of(member).get(address).status_code == 200
            assert answers or f'href="{address}"' not in page, address
            assert f'href="{address}"' in page or not has_published, address


@pytest.mark.long
def test_everybody_signed_in_finds_the_published_reports_at_the_foot_of_a_page():
    for user in (cast.officer(), cast.clerk(), cast.member()):
        foot = words(home(user)).partition("<footer")[2]
        assert f'href="{reverse("publication:issued", args=["netherby"])}"' in foot
