"""Who holds a post from one day to another, who stands in, and handing a post over."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.people import operations
from assurance.people.models.holders import Absence, PostHolder
from assurance.people.models.posts import Post
from assurance.people.models.second_persons import STEPS, needs_second_person
from assurance.public_pages.models.contacts import ChildContact
from assurance.records.history import HistoryEntry
from assurance.records.operations import create
from assurance.records.refusals import Refused
from reports.papers.operations.templates import add_committee
from tests import cast
from tests.cases import written_cases
from tests.make import people
from tests.page_requests import boxes, errors, words

pytestmark = pytest.mark.django_db
DAY, ONE = date(2016, 1, 20), timedelta(days=1)


@pytest.fixture
def keeper(client):
    """A browser of somebody who keeps the directory."""
    client.force_login(cast.clerk())
    return client


def post(**said):
    """What is typed for a post."""
    dates = {"from_date": said.pop("from_date", "1 4 2010"), "to_date": said.pop("to_date", "")}
    return {"title": "Head of Practice", **boxes(**dates), **said}


def test_a_post_is_added_with_a_name_made_of_its_title(keeper):
    answer = keeper.post("/teams/posts/add/", post(), follow=True)
    assert "Post added." in words(answer)
    kept = Post.objects.get()
    assert (kept.slug, kept.title) == ("head-of-practice", "Head of Practice")
    assert "In the post today: no one" in words(answer)
    keeper.post(f"/teams/posts/{kept.pk}/change/", post(department="Children's services"))
    kept.refresh_from_db()
    assert (kept.slug, kept.department) == ("head-of-practice", "Children’s services")


def test_titles_and_contacts_are_set_as_in_print_when_saved():
    clerk = cast.clerk()
    named = {"council": clerk.council, "by": clerk, "on": DAY}
    [made] = operations.add_posts(titles=["Director of Children's Services"], **named)
    assert made.title == "Director of Children’s Services"
    contact = {"service": 'The "Front Door"', "daytime_hours": "9am-5pm, 1-5 May"}
    phones = {"daytime_phone": "01632 960111", "other_phone": "01632 960-112"}
    with pytest.raises(Refused):
        create(model=ChildContact, from_date=DAY, **contact, **phones, **named)
    phones["other_phone"] = "01632 960112"
    saved = create(model=ChildContact, from_date=DAY, **contact, **phones, **named)
    assert (saved.service, saved.daytime_hours) == ("The “Front Door”", "9am-5pm, 1–5 May")
    # What is looked for, not printed, keeps its signs.
    assert (saved.other_phone, made.slug) == ("01632 960112", "director-of-childrens-services")
    body = add_committee(slug="scrutiny", title="Children's Scrutiny Committee", **named)
    assert body.title == "Children’s Scrutiny Committee"


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        ({"title": ""}, "title", "Enter the title of the post"),
        ({"title": "head of SERVICE"}, "title", "Another post has the title"),
        ({"slug": "head-of-service"}, "slug", "Another post is called “head-of-service”"),
        ({"slug": "no name"}, "slug", "Use small letters, numbers and hyphens: no-name"),
        ({"email": "nobody"}, "email", "Enter an e-mail address such as"),
        ({"to_date": "31 3 2010"}, "to_date", "must end on or after its start date"),
        ({"from_date": "30 2 2010"}, "from_date", "must be a real date"),
    ],
)
def test_a_wrong_post_gets_its_sentence(keeper, typed, field, sentence):
    people.post()
    answer = keeper.post("/teams/posts/add/", post(**typed))
    assert sentence in " ".join(errors(answer)[field])
    assert Post.objects.count() == 1


def test_a_post_of_the_same_title_may_follow_one_that_ended():
    old = people.post(to_date=date(2015, 12, 31))
    council, by = old.council, cast.clerk()
    new = create(model=Post, council=council, title=old.title, slug=old.slug, to_date=None,
                 from_date=date(2016, 1, 1), by=by, on=DAY)  # fmt: skip
    assert Post.objects.on(DAY).get() == new


def test_handing_over_ends_who_held_the_post_the_day_before(keeper):
    before = people.holder()
    account = cast.make_user("officer", council=before.council, name="New head")
    typed = {"account": account.pk, **boxes(on="20 1 2016", until="")}
    answer = keeper.post(f"/teams/posts/{before.post_id}/hand-over/", typed, follow=True)
    assert "The post has been handed over." in words(answer)
    before.refresh_from_db()
    after = PostHolder.objects.get(account=account)
    assert (before.to_date, after.from_date, after.to_date) == (DAY - ONE, DAY, None)
    assert before.post.holder_on(DAY - ONE) == before
    assert before.post.holder_on(DAY) == after
    entry = HistoryEntry.objects.about(before.post).first()
    assert entry.what == "posts.hand_over"


def test_a_post_that_is_handed_over_later_has_the_day_in_the_message(keeper, settings):
    settings.CANDOUR_TODAY = DAY.isoformat()
    typed = boxes(on="1 2 2016", until="") | {"account": cast.make_user(name="New head").pk}
    to = f"/teams/posts/{people.holder().post_id}/hand-over/"
    assert "From 1 February 2016 New head is in" in words(keeper.post(to, typed, follow=True))


def test_a_post_filled_for_the_time_being_ends_on_its_day(keeper):
    of, account = people.post(), cast.make_user("officer")
    typed = {"account": account.pk, **boxes(on="20 1 2016", until="31 3 2016")}
    answer = keeper.post(f"/teams/posts/{of.pk}/hand-over/", typed, follow=True)
    after = PostHolder.objects.get()
    assert (after.interim, after.to_date) == (True, date(2016, 3, 31))
    assert "(for the time being)" in words(answer)
    assert of.holder_on(date(2016, 4, 1)) is None
    assert of in Post.objects.without_holder(date(2016, 4, 1))
    assert of not in Post.objects.without_holder(date(2016, 3, 31))


@pytest.mark.parametrize(
    ("said", "field", "sentence"),
    [
        ({"from_date": date(2009, 12, 31)}, "on", "The post exists from 1 January 2010"),
        ({"from_date": date(2010, 1, 1)}, "on", "enter a later date"),
        ({"from_date": DAY, "to_date": DAY - ONE}, "until", "on or after the start date"),
        ({"from_date": DAY, "own": True}, "account", "is already in this post"),
        ({"from_date": DAY, "elsewhere": True}, "account", "your own council"),
    ],
)
def test_what_cannot_be_handed_over_is_refused_at_its_field(said, field, sentence):
    held = people.holder()
    said = dict(said)
    other = cast.make_council("eborford") if said.pop("elsewhere", False) else held.council
    account = held.account if said.pop("own", False) else cast.make_user("officer", council=other)
    with pytest.raises(Refused, match=sentence) as refused:
        operations.hand_over(post=held.post, account=account, by=cast.clerk(), on=DAY, **said)
    assert refused.value.field == field
    held.refresh_from_db()
    assert held.to_date is None


@pytest.mark.parametrize(("on", "ends"), [(DAY, DAY - ONE), (date(2016, 1, 18), None)])
def test_an_absence_ends_with_its_holder_and_counts_no_longer(on, ends):
    account, deputy = cast.make_user("officer"), cast.make_user("clerk")
    away = people.absence(stand_in=deputy)
    usual = away.to_date
    operations.hand_over(
        post=away.holder.post, account=account, from_date=on, by=cast.clerk(), on=DAY
    )
    away.refresh_from_db()
    assert away.to_date == (ends or usual)
    assert bool(away.holder.absences_in_post()) is bool(ends)
    for who, has in ((account, True), (deputy, False)):
        assert Post.objects.held_by(who, DAY).exists() is has
    assert not Absence.objects.stood_in_for(deputy, DAY).exists()
    assert not Absence.objects.of_account(away.holder.account, DAY).exists()


def test_a_post_cannot_end_while_somebody_holds_it_after(keeper):
    held = people.holder()
    typed = post(title=held.post.title, from_date="1 1 2010", to_date="31 12 2015")
    answer = keeper.post(f"/teams/posts/{held.post_id}/change/", typed)
    assert "A person is in it after that date" in errors(answer)["to_date"][0]


def test_who_holds_a_post_says_when_they_are_away_and_who_stands_in(client, settings):
    settings.CANDOUR_TODAY = DAY.isoformat()
    held = people.holder()
    stand_in = cast.make_user("officer", council=held.council)
    client.force_login(held.account)
    page = client.get("/teams/your-posts/")
    assert str(held.post) in words(page)
    typed = {"stand_in": stand_in.pk, **boxes(from_date="18 1 2016", to_date="24 1 2016")}
    answer = client.post(f"/teams/your-posts/{held.pk}/away/", typed, follow=True)
    assert "Your absence has been recorded." in words(answer)
    assert list(Post.objects.held_by(held.account, DAY)) == []
    assert list(Post.objects.held_by(stand_in, DAY)) == [held.post]
    assert list(Post.objects.held_by(held.account, date(2016, 1, 25))) == [held.post]
    assert list(Post.objects.held_by(stand_in, date(2016, 1, 25))) == []
    client.force_login(stand_in)
    assert "Posts that you deputise for" in words(client.get("/teams/your-posts/"))
    assert client.get(f"/teams/your-posts/{held.pk}/away/").status_code == 404


def test_who_is_away_changes_their_own_absence_and_no_other(client, settings):
    settings.CANDOUR_TODAY = DAY.isoformat()
    absence = people.absence()
    stand_in = cast.make_user("officer", council=absence.council)
    address = f"/teams/your-posts/absences/{absence.pk}/"
    client.force_login(absence.holder.account)
    assert f'href="{address}"' in client.get("/teams/your-posts/").content.decode()
    typed = {"stand_in": stand_in.pk, **boxes(from_date="18 1 2016", to_date="19 1 2016")}
    assert "Your absence has been changed." in words(client.post(address, typed, follow=True))
    absence.refresh_from_db()
    assert (absence.to_date, absence.stand_in) == (date(2016, 1, 19), stand_in)
    wrong = {**typed, "stand_in": absence.holder.account_id}
    assert "Select an account" in errors(client.post(address, wrong))["stand_in"][0]
    client.force_login(stand_in)
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        ({"to_date": "17 1 2016"}, "to_date", "on or after its start date"),
        ({"from_date": "24 1 2016", "to_date": "25 1 2016"}, "from_date", "recorded for some of"),
        ({"from_date": "1 1 2009"}, "from_date", "filled from 1 January 2010"),
        ({"stand_in": "own"}, "stand_in", "Select an account"),
        ({"stand_in": "77777"}, "stand_in", "Select an account from the list"),
    ],
)
def test_a_wrong_absence_gets_its_sentence(client, typed, field, sentence):
    away = people.absence(from_date=date(2016, 1, 24), to_date=date(2016, 1, 30))
    held = away.holder
    client.force_login(held.account)
    typed = dict(typed)
    who = held.account_id if typed.get("stand_in") == "own" else typed.get("stand_in", "")
    days = {"from_date": typed.get("from_date", "18 1 2016")}
    days["to_date"] = typed.get("to_date", "20 1 2016")
    answer = client.post(f"/teams/your-posts/{held.pk}/away/", {"stand_in": who, **boxes(**days)})
    assert sentence in " ".join(errors(answer)[field])
    assert held.absences.count() == 1


def test_nobody_says_that_another_is_away():
    held = people.holder()
    with pytest.raises(Refused, match="You are not in this post"):
        operations.be_away(
            holder=held, by=cast.officer(), on=DAY, from_date=DAY, to_date=DAY, stand_in=None
        )


@pytest.mark.long
@written_cases()
@given(
    st.lists(
        st.tuples(st.integers(0, 60), st.none() | st.integers(0, 30), st.integers(0, 2)),
        max_size=5,
    ),
    st.integers(-3, 70),
)
def test_whose_a_post_is_on_a_day_is_the_one_that_is_left_when_all_others_are_struck_out(
    handed, at
):
    council = cast.make_council()
    of = people.post(f"Post {Post.objects.count()}", council=council)
    accounts = [cast.make_user("officer", council=council) for _ in range(3)]
    for start, length, who in handed:
        first = DAY + start * ONE
        last = None if length is None else first + length * ONE
        try:
            operations.hand_over(
                post=Post.objects.get(pk=of.pk), account=accounts[who],
                from_date=first, to_date=last, by=accounts[0], on=DAY,
            )  # fmt: skip
        except Refused:
            continue
    day = DAY + at * ONE
    holding = [
        row.account
        for row in PostHolder.objects.filter(post=of)
        if row.from_date <= day <= (row.to_date or date.max)
    ]
    assert len(holding) <= 1
    for account in accounts:
        assert (of in Post.objects.held_by(account, day)) == (account in holding)


def test_a_step_needs_a_second_person_until_a_policy_says_otherwise():
    council = cast.make_council()
    assert needs_second_person(council, "actions", DAY)
    people.second_persons(from_date=DAY, actions=False, reason="There is one officer.")
    assert needs_second_person(council, "actions", DAY - ONE)
    assert not needs_second_person(council, "actions", DAY)
    assert needs_second_person(council, "audits", DAY)
    people.second_persons(from_date=DAY + ONE)
    assert needs_second_person(council, "actions", DAY + ONE)


def test_a_step_taken_alone_needs_its_reason(client):
    client.force_login(cast.administrator())
    typed = {"actions": "False", **dict.fromkeys(STEPS[1:], "True")}
    typed |= boxes(from_date="1 1 2016")
    answer = client.post("/teams/second-persons/add/", typed)
    assert "Explain why one person may take a step alone" in errors(answer)["reason"][0]
    answer = client.post("/teams/second-persons/add/", {**typed, "reason": "One officer."})
    assert answer.status_code == 302
    again = client.post("/teams/second-persons/add/", {**typed, "reason": "One officer."})
    assert "A policy already applies from this date" in str(again.content.decode())
