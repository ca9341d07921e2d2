"""The home of a person who is recorded as away shows who has the tasks of their post."""

from datetime import date, timedelta

import pytest

from tests import cast
from tests.make import people
from tests.page_requests import words

pytestmark = pytest.mark.django_db
DAY, ONE = date(2020, 2, 18), timedelta(days=1)


def home(client, account):
    """The words of an account's home."""
    client.force_login(account)
    return words(client.get("/home/"))


@pytest.mark.parametrize("has_stand_in", [True, False])
def test_it_names_the_post_the_last_day_and_who_stands_in(client, settings, has_stand_in):
    settings.CANDOUR_TODAY = DAY.isoformat()
    stand_in = cast.make_user("officer", name="Joan Deputy") if has_stand_in else None
    held = people.holder()
    people.absence(holder=held, from_date=DAY, to_date=DAY + ONE, stand_in=stand_in)
    page = home(client, held.account)
    assert f"You are recorded as away from {held.post} until 19 February 2020." in page
    whose = "Joan Deputy has its tasks until then" if has_stand_in else "No one has its tasks until"
    assert whose in page and 'href="/teams/your-posts/"' in page


@pytest.mark.parametrize("away", [(-2, -1), (1, 2)])
def test_before_and_after_the_absence_nothing_is_shown(client, settings, away):
    settings.CANDOUR_TODAY = DAY.isoformat()
    held = people.holder()
    first, last = (DAY + days * ONE for days in away)
    people.absence(holder=held, from_date=first, to_date=last)
    assert "recorded as away" not in home(client, held.account)
