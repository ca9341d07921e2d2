import re
from datetime import date

import pytest
from django.urls import reverse

from assurance.accounts.forms import AddAccountForm
from assurance.accounts.history_page import field_label
from assurance.accounts.models.accounts import User
from tests import cast
from tests.make import people
from tests.page_requests import boxes, errors, words

pytestmark = pytest.mark.django_db
DAY = boxes(from_date="18 1 2016")


@pytest.fixture
def administrator(client, settings):
    settings.CANDOUR_TODAY = "2016-01-18"
    user = cast.administrator()
    client.force_login(user)
    return user


def add(client, **changed):
    asked = {"email": "head@netherby.example", "name": "Head of Service", "role": "officer"}
    return client.post(reverse("accounts:add"), asked | {"subject": "dbs"} | DAY | changed)


def test_an_administrator_adds_an_account_and_reads_its_history(client, administrator):
    answer = add(client)
    user = User.objects.get(email="head@netherby.example")
    assert answer.headers["Location"] == reverse("people:take-post", args=[user.pk])
    its_page = reverse("accounts:account", args=[user.pk])
    assert f'href="{its_page}"' in client.get(answer.headers["Location"]).content.decode()
    page = words(client.get(its_page))
    assert "Head of Service" in page
    assert "DBS checks" in page
    assert "Added" in page and "Add account" not in page
    assert administrator.name in page


def test_a_wrong_entry_gets_a_sentence_keeps_what_was_typed_and_makes_no_account(
    client, administrator
):
    for wrong, said in (
        ({"email": ""}, "Enter an e-mail address"),
        ({"email": "head"}, "Enter an e-mail address such as"),
        ({"name": ""}, "Enter a name"),
        ({"role": ""}, "Choose a role"),
        ({"role": "mayor"}, "” from the list"),
        ({"role": "clerk"}, "Only an officer"),
        ({"from_date_day": "31", "from_date_month": "2"}, "must be a real date"),
        ({"from_date_year": "0216"}, "year"),
        (boxes(from_date=""), "the date the role starts"),
    ):
        answer = add(client, **wrong)
        assert answer.status_code == 200, wrong
        assert said in words(answer), wrong
        assert User.objects.count() == 1, wrong
    page = words(add(client, email=administrator.email.upper()))
    assert "there is an account with it already" in page
    assert "Head of Service" in page


def test_the_list_shows_accounts_and_roles_of_the_day_in_few_questions_and_forms_todays_date(
    client, administrator, django_assert_max_num_queries
):
    past = cast.make_user("clerk", name="Past Clerk")
    past.grants.update(to_date=date(2016, 1, 17))
    cast.officer(cast.make_council("elsewhere"))
    page = client.get(reverse("accounts:list"))
    held = {user.name: [grant.role for grant in grants] for user, grants in page.context["rows"]}
    assert held == {administrator.name: ["administrator"], "Past Clerk": []}
    for _ in range(20):
        cast.officer(subject="dbs")
    with django_assert_max_num_queries(7):
        client.get(reverse("accounts:list"))
    keys = {
        "add-grant": [administrator.pk],
        "end-grant": [administrator.grants.get().pk],
        "add": [],
    }
    for name, args in keys.items():
        assert 'value="2016"' in words(client.get(reverse(f"accounts:{name}", args=args))), name


def test_a_role_is_given_once_and_ended_not_before_it_starts(client, administrator):
    user = cast.clerk()
    account = reverse("accounts:account", args=[user.pk])
    given = client.post(
        reverse("accounts:add-grant", args=[user.pk]), {"role": "approver", "subject": ""} | DAY
    )
    assert given.headers["Location"] == account
    grant = user.grants.get(role="approver")
    ended = client.post(
        reverse("accounts:end-grant", args=[grant.pk]),
        boxes(last_day="31 1 2016"),
    )
    assert ended.headers["Location"] == account
    assert "31 January 2016" in words(client.get(account))
    again = client.post(
        reverse("accounts:add-grant", args=[user.pk]), {"role": "clerk", "subject": ""} | DAY
    )
    assert "already has that role" in words(again)
    early = client.post(
        reverse("accounts:end-grant", args=[user.grants.get(role="clerk").pk]),
        boxes(last_day="31 12 2009"),
    )
    assert "before it starts" in words(early)


def test_an_account_is_stopped_and_let_in_again(client, administrator):
    user = cast.clerk()
    for name, said in (
        ("deactivate", "can no longer sign in"),
        ("deactivate", "cannot sign in already"),
        ("sign-in-link", "let it sign in first"),
        ("reactivate", "can sign in again"),
    ):
        page = client.post(reverse(f"accounts:{name}", args=[user.pk]), follow=True)
        assert said in words(page)


def test_everybody_reads_what_they_may_do_and_how_they_sign_in(client):
    client.force_login(cast.officer(subject="dbs"))
    page = words(client.get(reverse("accounts:yours")))
    assert "DBS checks" in page
    assert reverse("account_change_password") in page
    client.force_login(cast.make_user())
    assert "can give you a role" in words(client.get(reverse("accounts:yours")))


def test_an_account_is_stopped_after_a_page_that_names_its_posts(client, administrator):
    held = people.holder(account=cast.make_user("officer", name="Head of Service"))
    user = held.account
    stop = reverse("accounts:deactivate", args=[user.pk])
    page = client.get(reverse("accounts:account", args=[user.pk])).content.decode()
    assert f'href="{stop}"' in page and f'action="{stop}"' not in page
    page = words(client.get(stop))
    assert "Stop this account?" in page and f"/posts/{held.post_id}/hand-over/" in page
    assert "These posts would be without a person who can sign in." in page
    user.refresh_from_db()
    assert user.is_active
    page = words(client.post(stop, follow=True))
    assert "The account can no longer sign in." in page and "Stopped" in page
    assert "Tasks of these posts reach no one until you hand the posts over." in page
    assert "This account cannot sign in already." in words(client.get(stop))


def test_an_administrator_is_not_offered_to_stop_their_own_account(client, administrator):
    stop = reverse("accounts:deactivate", args=[administrator.pk])
    assert stop not in words(client.get(reverse("accounts:account", args=[administrator.pk])))
    page = words(client.get(stop))
    assert "You cannot stop your own account" in page and '<form method="post" action' not in page


def test_a_role_without_an_end_date_says_so_apart_from_the_link_that_ends_it(client, administrator):
    page = client.get(reverse("accounts:account", args=[administrator.pk])).content.decode()
    cells = [
        re.sub(r"<[^>]+>", "", cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", page, re.S)
    ]
    assert cells[-2:] == ["No end date", "End the role of administrator"]


def test_the_name_of_an_account_has_one_name(client, administrator):
    for address in (reverse("accounts:list"), reverse("accounts:add"), "/set-up/"):
        assert "Role title" not in words(client.get(address, follow=True))
    assert ">Name</th>" in words(client.get(reverse("accounts:list")))
    assert AddAccountForm.base_fields["name"].label == field_label("name") == "Name"


def test_a_new_account_takes_a_post_and_who_was_in_it_stays_to_the_day_before(
    client, administrator
):
    before, free = people.holder(), people.post("Head of Early Help")
    typed = {"email": "new@netherby.example", "name": "Rosa Lind", "role": "officer"}
    typed |= {"subject": "", **boxes(from_date="18 1 2016")}
    page = client.post("/accounts/add/", typed, follow=True)
    address, account = page.request["PATH_INFO"], User.objects.get(name="Rosa Lind")
    shown = words(page)
    assert f"{before.post} (in it today: {before.account})" in shown
    assert f"{free} (in it today: no one)" in shown
    assert errors(client.post(address, {})).keys() == {"post", "on"}
    for post, last in ((before.post, ""), (free, "31 3 2016")):
        answer = client.post(address, {"post": post.pk, **boxes(on="18 1 2016", until=last)})
        assert answer.headers["Location"] == f"/accounts/{account.pk}/"
        assert post.holder_on(date(2016, 1, 18)).account == account
    assert (
        free.holder_on(date(2016, 1, 18)).interim
        and before.post.holder_on(date(2016, 1, 17)) == before
    )
    again = client.post(address, {"post": free.pk, **boxes(on="19 1 2016", until="")})
    assert "is already in this post" in words(again)
    answer = client.post("/accounts/add/", typed | {"email": "m@x.example", "role": "member"})
    assert answer.headers["Location"].startswith("/accounts/")
