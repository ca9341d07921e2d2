"""The home of a person who is away, or in no post, shows who has the tasks or adds them to one."""

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


@pytest.mark.long
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


@pytest.mark.long
@pytest.mark.parametrize("away", [(-2, -1), (1, 2)])
def test_before_and_after_the_absence_nothing_is_shown(client, settings, away):
    settings.CANDOUR_TODAY = DAY.isoformat()
    held = people.holder()
    first, last = (DAY + days * ONE for days in away)
    people.absence(holder=held, from_date=first, to_date=last)
    assert "recorded as away" not in home(client, held.account)


@pytest.mark.sampled(4)
@pytest.mark.parametrize("in_post", ["none", "own", "away", "deputy"])
def test_an_officer_in_no_post_is_shown_who_adds_them_and_where(client, settings, in_post):
    settings.CANDOUR_TODAY = DAY.isoformat()
    account = cast.officer()
    if in_post in ("own", "away"):
        held = people.holder(account=account)
    if in_post == "away":
        people.absence(holder=held, from_date=DAY, to_date=DAY + ONE)
    if in_post == "deputy":
        people.absence(holder=people.holder(), from_date=DAY, to_date=DAY, stand_in=account)
    page = home(client, account)
    sentence = "An officer, a clerk or an administrator adds you to a post"
    link = '<a class="govuk-link" href="/teams/posts/">open the posts and the people in them</a>'
    assert (f"{sentence}: {link}" in page) == (in_post == "none")


@pytest.mark.long
def test_who_keeps_no_records_is_not_asked_for_a_post(client):
    for account in (cast.member(), cast.approver(), cast.administrator()):
        assert "You are in no post" not in home(client, account)
