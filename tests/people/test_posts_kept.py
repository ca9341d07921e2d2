"""The pages of the directory: earlier and later holders, absences, the list, second persons."""

from datetime import date, timedelta

import pytest

from assurance.people.models.holders import Absence, PostHolder
from assurance.people.models.posts import Post
from assurance.people.models.second_persons import STEPS, SecondPersonPolicy
from tests import cast
from tests.make import people
from tests.page_requests import boxes, drawn, errors, words

pytestmark = pytest.mark.django_db
DAY, ONE = date(2016, 1, 20), timedelta(days=1)


@pytest.fixture(autouse=True)
def the_day(settings):
    """The day on which the pages are opened."""
    settings.CANDOUR_TODAY = DAY.isoformat()


@pytest.fixture
def keeper(client):
    """A browser of somebody who keeps the directory."""
    client.force_login(cast.make_user("clerk"))
    return client


def typed(account, **days):
    """What is typed of who holds a post."""
    days = {"from_date": days.get("first", "1 1 2012"), "to_date": days.get("last", "31 12 2014")}
    return {"account": account.pk, "interim": "False", **boxes(**days)}


def test_a_post_that_no_one_was_ever_in_asks_for_a_person_and_is_not_handed_over(keeper):
    page = words(keeper.get(f"/teams/posts/{people.post('Head of Service').pk}/"))
    assert "In the post today: no one." in page
    assert "Add the person in the post" in page and "Hand over the post" not in page


def test_an_earlier_holder_is_added_beside_the_present_one(keeper):
    held = people.holder(from_date=date(2015, 1, 1))
    before = cast.make_user("officer", council=held.council, name="Earlier head")
    page = keeper.get(f"/teams/posts/{held.post_id}/")
    assert "Add an earlier or later holder" in words(page)
    answer = keeper.post(f"/teams/posts/{held.post_id}/holders/add/", typed(before), follow=True)
    assert "Holder added." in words(answer)
    page = words(keeper.get(f"/teams/posts/{held.post_id}/"))
    assert "Earlier head" in page and "31 Dec 2014" in page
    assert f"In the post today: {held.account}" in page
    assert held.post.holder_on(date(2013, 6, 1)).account == before


@pytest.mark.parametrize(
    ("said", "field", "sentence"),
    [
        ({"last": "1 1 2015"}, "from_date", "Another person is in"),
        ({"last": ""}, "from_date", "Another person is in"),
        ({"first": "1 1 2009"}, "from_date", "The post exists from 1 January 2010"),
        ({"first": "1 1 2014", "last": "31 12 2013"}, "to_date", "on or after the start date"),
        ({"first": "30 2 2014"}, "from_date", "must be a real date"),
    ],
)
def test_a_wrong_holder_gets_its_sentence(keeper, said, field, sentence):
    held = people.holder(from_date=date(2015, 1, 1))
    other = cast.make_user("officer", council=held.council)
    address = f"/teams/posts/{held.post_id}/holders/add/"
    answer = keeper.post(address, typed(other, **said))
    assert sentence in " ".join(errors(answer)[field])
    assert PostHolder.objects.count() == 1


def test_an_account_that_was_stopped_or_is_elsewhere_is_not_offered(keeper):
    held = people.holder(from_date=date(2015, 1, 1))
    stopped = cast.make_user("officer", council=held.council)
    stopped.is_active = False
    stopped.save()
    elsewhere = cast.make_user("officer", council=cast.make_council("eborford"))
    for account in (stopped, elsewhere):
        answer = keeper.post(f"/teams/posts/{held.post_id}/holders/add/", typed(account))
        assert "Select an account from the list" in errors(answer)["account"][0]


def test_the_change_of_a_holder_still_offers_who_was_stopped_since(keeper):
    held = people.holder(from_date=date(2015, 1, 1))
    held.account.is_active = False
    held.account.save()
    address = f"/teams/holders/{held.pk}/change/"
    said = {**drawn(keeper.get(address)), "interim": "False", **boxes(to_date="31 1 2016")}
    assert keeper.post(address, said).status_code == 302
    held.refresh_from_db()
    assert held.to_date == date(2016, 1, 31)


def test_the_list_says_who_holds_each_post_today_and_finds_by_words_and_day(keeper):
    held = people.holder(post=people.post("Head of Practice"))
    people.post("Head of Workforce", to_date=DAY - ONE)
    page = words(keeper.get("/teams/posts/"))
    assert str(held.account) in page and "no one" in page
    found = words(keeper.get("/teams/posts/?text=workforce"))
    assert "Head of Workforce" in found and "Head of Practice" not in found
    here = boxes(on="20 1 2016")
    asked = "&".join(f"{name}={value}" for name, value in here.items())
    found = words(keeper.get(f"/teams/posts/?{asked}"))
    assert "Head of Practice" in found and "Head of Workforce" not in found


def test_the_list_asks_the_same_of_the_database_however_many_posts_there_are(
    keeper, django_assert_max_num_queries
):
    for _ in range(12):
        people.holder()
    with django_assert_max_num_queries(20):
        keeper.get("/teams/posts/")


def test_an_absence_is_added_changed_and_shown_with_its_holder(keeper):
    held = people.holder()
    stand_in = cast.make_user("officer", council=held.council, name="Stand-in")
    days = boxes(from_date="1 2 2016", to_date="5 2 2016")
    address = f"/teams/holders/{held.pk}/absences/add/"
    answer = keeper.post(address, {"stand_in": stand_in.pk, **days}, follow=True)
    assert "Absence added." in words(answer)
    away = Absence.objects.get()
    assert "Stand-in is the deputy" in words(keeper.get(f"/teams/holders/{held.pk}/"))
    longer = boxes(from_date="1 2 2016", to_date="9 2 2016")
    keeper.post(f"/teams/absences/{away.pk}/change/", {"stand_in": "", **longer})
    away.refresh_from_db()
    assert (away.to_date, away.stand_in) == (date(2016, 2, 9), None)
    assert "no deputy" in words(keeper.get(f"/teams/holders/{held.pk}/"))


def test_posts_without_a_holder_are_those_that_nobody_holds_that_day():
    held, free = people.holder(to_date=DAY), people.post("Head of Workforce")
    assert set(Post.objects.without_holder(DAY)) == {free}
    assert set(Post.objects.without_holder(DAY + ONE)) == {held.post, free}


def test_a_policy_is_changed_by_an_administrator_alone(client):
    policy = people.second_persons(audits=False, reason="There is one auditor.")
    client.force_login(cast.clerk())
    assert client.get("/teams/second-persons/").status_code == 403
    client.force_login(cast.administrator())
    page = words(client.get("/teams/second-persons/"))
    assert "There is one auditor." in page
    said = {**dict.fromkeys(STEPS, "True"), "reason": "", **boxes(from_date="1 1 2010")}
    assert client.post(f"/teams/second-persons/{policy.pk}/change/", said).status_code == 302
    assert SecondPersonPolicy.objects.get().audits
