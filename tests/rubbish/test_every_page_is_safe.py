"""What no page does: show anything of another council, send anybody elsewhere, make an account
twice."""

from itertools import islice

import pytest
from django.test import Client
from django.urls import reverse

from assurance.accounts.models.accounts import Council, User
from assurance.runtime.periods import today
from tests import cast
from tests.everybody import address_of, by_app, each_undone, has_arguments, signed_in
from tests.make import papers
from tests.page_requests import boxes
from tests.pages_by_role import PAGES
from tests.rubbish.posting import state
from tests.rubbish.reading import Page
from tests.rubbish.safety import assert_headers
from tests.sampling import sample
from tests.sweeping import as_many, from_elsewhere

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
PUBLIC = [name for name in PAGES if PAGES[name].expected()["signed out"] == 200]
# These answer whoever holds the link; rules and shipped templates are every council's.
OF_NO_COUNCIL = (
    *("approvals:early-link", "approvals:early-link-pdf"),
    *("approvals:outside", "approvals:outside-pdf"),
    *("contributions:by-link-keep", "contributions:by-link-show"),
    *("verdicts:turn-rule-off", "verdicts:turn-rule-on", "editor:quote-register"),
    *("report_templates:template-example", "report_templates:start-template", "set_up:step"),
)
# These ask for the password before they look (tests/sign_in/test_two_step.py).
PASSWORD_FIRST = ("mfa_edit_webauthn", "mfa_remove_webauthn")
# A working page of one record; the public ones answer everybody.
ELSEWHERE = (*PUBLIC, *OF_NO_COUNCIL, *PASSWORD_FIRST)
OF_A_RECORD = [name for name in PAGES if has_arguments(name) and name not in ELSEWHERE]
# Getting is asked of everybody by the sweep over every page; neighbours take different ways.
WAYS = ("put", "patch", "delete", "options", "head")


@pytest.mark.parametrize(
    "address", ["/no-such-page/", "/netherby/reports/x/y/", "/audits/999/", "/\x00/"]
)
def test_an_error_page_has_its_headers_too(address):
    for client in (Client(), signed_in("administrator")):
        answer = client.get(address)
        assert answer.status_code in (302, 400, 403, 404)
        assert_headers(answer)


@by_app(sample(OF_A_RECORD, 2))
def test_nothing_of_another_council_is_there_in_any_way(pages, everybody):
    def is_closed(name):
        address = address_of(name, cast.make_council())
        client = everybody["elsewhere"]
        before = state()
        ways = ("post", *islice(from_elsewhere(WAYS, OF_A_RECORD.index(name)), as_many(1, long=6)))
        answers = {way: getattr(client, way)(address).status_code for way in ways}
        assert set(answers.values()) <= {404, 405}
        assert state() == before

    each_undone(pages, is_closed)


def test_a_published_page_that_may_be_kept_is_another_for_somebody_signed_in():
    edition = papers.edition()
    address = reverse(
        "publication:paper", args=["netherby", edition.paper.series.slug, edition.paper.slug]
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
             **boxes(from_date=f"{today():%d %m %Y}")}  # fmt: skip
    other = cast.make_council("elsewhere")
    client = signed_in("administrator")
    client.post(reverse("accounts:add"), {**typed, "council": other.pk})
    made = User.objects.get(email="new@netherby.example")
    assert made.council == Council.objects.get(slug="netherby")
    assert made.grants.get().from_date == today()


def test_a_double_press_makes_one_account():
    typed = {"email": "new@netherby.example", "name": "Post", "role": "clerk", "subject": "",
             **boxes(from_date=f"{today():%d %m %Y}")}  # fmt: skip
    client = signed_in("administrator")
    answers = [post_kept(client, reverse("accounts:add"), typed) for _ in range(2)]
    assert answers == [302, 200]
    assert User.objects.filter(email="new@netherby.example").count() == 1


def post_kept(client, address, typed):
    return client.post(address, typed).status_code


def test_what_is_wrong_with_a_paper_leads_to_where_it_is_mended():
    address = address_of("editor:draft", cast.make_council())
    page = Page(signed_in("clerk").get(address))
    assert [one for one in page.links if one.startswith("#") and one[1:] not in page.ids] == []
    assert page.links.count(f"{address}parts/") > 1
