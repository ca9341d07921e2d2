"""What every page owes: headers, no inline script or style, nothing of another council, a token for
every post, and no public copy of a page that names somebody signed in."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from assurance.accounts.models.accounts import Council, User
from tests import cast
from tests.make import papers
from tests.pages_by_role import PAGES
from tests.rubbish.posting import has_arguments, somebody_who_may, state
from tests.rubbish.reading import Page
from tests.test_every_page import address_of, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
every_page = pytest.mark.parametrize("name", PAGES)
PUBLIC = [name for name in PAGES if PAGES[name].expected()["signed out"] == 200]
# Strangers write on them, most by a link, so their forms need a token; no other cookie.
WRITTEN_BY_STRANGERS = (
    *("papers:by-link", "papers:by-link-read", "papers:other-format"),
    *("papers:follow", "papers:follow-confirm", "papers:follow-yours"),
    "papers:outside",
)
# These answer whoever holds the link; rules are every council's.
OF_NO_COUNCIL = (
    *("papers:early-link", "papers:early-link-pdf"),
    *("papers:outside", "papers:outside-pdf"),
    *("papers:by-link-keep", "papers:by-link-show"),
    *("papers:turn-rule-off", "papers:turn-rule-on"),
)
# A working page of one record; the public ones answer everybody.
OF_A_RECORD = [
    name for name in PAGES if has_arguments(name) and name not in (*PUBLIC, *OF_NO_COUNCIL)
]
# A stored file, the same for everybody, whoever is signed in.
OF_AN_EDITION = {"papers:file", "papers:bundle", "papers:bundle-file"}
WAYS = ("get", "post", "put", "patch", "delete", "options", "head")


@every_page
def test_a_page_is_safe_for_the_one_who_may_see_it(name):
    person = somebody_who_may(name) or "signed out"
    address = address_of(name, cast.make_council())
    client = signed_in(person)
    answer = client.get(address)
    assert_headers(answer)
    if answer.headers.get("Content-Type", "").startswith("text/html"):
        page = Page(answer)
        assert page.forbidden == []
        lost = [one for one in page.links if one.startswith("#") and one[1:] not in page.ids]
        assert lost == []
        kept_for_all = "public" in answer.headers.get("Cache-Control", "")
        own = person != "signed out" and name not in OF_AN_EDITION
        assert not (own and kept_for_all), "others would be given this page"
    assert_asks_for_its_token(client, address)


def assert_asks_for_its_token(client, address):
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = client.cookies
    before = state()
    assert strict.post(address, {"email": "x@y.example"}).status_code in (302, 403, 404, 405)
    assert state() == before


@pytest.mark.parametrize("name", PUBLIC)
def test_a_public_page_is_safe_for_a_stranger(name):
    answer = Client().get(address_of(name, cast.make_council()))
    assert_headers(answer)
    if answer.headers["Content-Type"].startswith("text/html"):
        assert Page(answer).forbidden == []
    if name.startswith("papers:"):
        assert set(answer.cookies) == ({"csrftoken"} if name in WRITTEN_BY_STRANGERS else set())


@pytest.mark.parametrize(
    "address", ["/no-such-page/", "/netherby/papers/x/y/", "/audits/999/", "/\x00/"]
)
def test_an_error_page_has_its_headers_too(address):
    for client in (Client(), signed_in("administrator")):
        answer = client.get(address)
        assert answer.status_code in (302, 400, 403, 404)
        assert_headers(answer)


def assert_headers(answer):
    policy = answer.headers["Content-Security-Policy"]
    assert "unsafe" not in policy and "default-src 'none'" in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    for cookie in answer.cookies.values():
        assert cookie["samesite"] in ("Lax", "Strict")
    if "sessionid" in answer.cookies:
        assert answer.cookies["sessionid"]["httponly"]


@pytest.mark.parametrize("name", OF_A_RECORD)
def test_nothing_of_another_council_is_there_in_any_way(name):
    address = address_of(name, cast.make_council())
    client = signed_in("elsewhere")
    before = state()
    answers = {way: getattr(client, way)(address).status_code for way in WAYS}
    assert set(answers.values()) <= {404, 405}
    assert state() == before


def test_a_published_page_that_may_be_kept_is_another_for_somebody_signed_in():
    edition = papers.edition()
    address = reverse(
        "papers:paper", args=["netherby", edition.paper.series.slug, edition.paper.slug]
    )
    assert "Cookie" in Client().get(address).headers["Vary"]
    signed = signed_in("clerk").get(address)
    assert "private" in signed.headers["Cache-Control"]


@pytest.mark.parametrize(
    "onward",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "\x00",
     "https:evil.example", "http:///evil.example", "/home/\r\nSet-Cookie: a=b"],
)  # fmt: skip
def test_nobody_is_sent_elsewhere_after_signing_in(onward):
    user = cast.with_password(cast.clerk())
    client = Client()
    answer = client.post(
        reverse("account_login"),
        {"login": user.email, "password": cast.PASSWORD, "next": onward},
    )
    assert answer.status_code in (200, 302, 400)
    if answer.status_code == 302:
        assert "evil" not in answer.headers["Location"]
        assert answer.headers["Location"].startswith("/")
    assert "evil" not in client.get(f"{reverse('account_logout')}", {"next": onward}).headers.get(
        "Location", ""
    )


def test_signing_in_gives_a_new_session():
    user = cast.with_password(cast.clerk())
    client = Client()
    session = client.session
    session["planted"] = "yes"
    session.save()
    client.cookies["sessionid"] = before = session.session_key
    client.post(reverse("account_login"), {"login": user.email, "password": cast.PASSWORD})
    assert client.session.get("_auth_user_id") == str(user.pk)
    assert client.session.session_key != before
    client.post(reverse("account_logout"))
    assert "_auth_user_id" not in client.session


def test_an_account_whose_council_is_not_its_own_cannot_be_made():
    typed = {"email": "new@netherby.example", "name": "Post", "role": "clerk", "subject": "",
             "from_date_day": "1", "from_date_month": "1", "from_date_year": "2016"}  # fmt: skip
    other = cast.make_council("elsewhere")
    client = signed_in("administrator")
    client.post(reverse("accounts:add"), {**typed, "council": other.pk})
    made = User.objects.get(email="new@netherby.example")
    assert made.council == Council.objects.get(slug="netherby")
    assert made.grants.get().from_date == date(2016, 1, 1)


def test_a_double_press_makes_one_account():
    typed = {"email": "new@netherby.example", "name": "Post", "role": "clerk", "subject": "",
             "from_date_day": "1", "from_date_month": "1", "from_date_year": "2016"}  # fmt: skip
    client = signed_in("administrator")
    answers = [post_kept(client, reverse("accounts:add"), typed) for _ in range(2)]
    assert answers == [302, 200]
    assert User.objects.filter(email="new@netherby.example").count() == 1


def post_kept(client, address, typed):
    return client.post(address, typed).status_code


def test_what_is_wrong_with_a_paper_leads_to_where_it_is_mended():
    address = address_of("papers:draft", cast.make_council())
    page = Page(signed_in("clerk").get(address))
    assert [one for one in page.links if one.startswith("#") and one[1:] not in page.ids] == []
    assert page.links.count(f"{address}parts/") > 1
