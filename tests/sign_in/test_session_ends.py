"""A session ends an hour after its latest request and eight hours after signing in, whichever comes
first, and with the erasure of its account; what was typed is not lost. Cookies are of this host
alone, and have no name of a person."""

from datetime import timedelta

import pytest
from django.contrib import messages
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from assurance.accounts.models.accounts import User
from assurance.govuk import page_messages
from assurance.records.history import HistoryEntry
from assurance.runtime.periods import this_moment, today
from assurance.sign_in import session_ends
from assurance.sign_in.devices.browser_names import browser_name
from assurance.sign_in.models.sessions import Session
from assurance.sign_in.open_sessions import open_sessions
from reports.data_protection.operations import erasure
from tests import cast
from tests.page_requests import words

pytestmark = pytest.mark.django_db


@pytest.fixture
def later(monkeypatch):
    """Moves the clock of sessions on by minutes, from where it was moved to before."""
    began, moved = this_moment(), [0]

    def move(minutes):
        moved[0] += minutes
        now = began + timedelta(minutes=moved[0])
        monkeypatch.setattr(session_ends, "this_moment", lambda: now)

    move(0)
    return move


def is_in(client):
    """True where the browser is signed in."""
    return client.get(reverse("home")).status_code == 200


@pytest.fixture
def browser():
    """A browser in which a clerk signed in."""
    client = Client()
    user = cast.with_password(cast.clerk())
    client.post(reverse("account_login"), {"login": user.email, "password": cast.PASSWORD})
    return client


def test_an_hour_without_a_request_ends_a_session_and_a_request_puts_it_off(later, browser):
    for _ in range(4):
        later(54)
        assert is_in(browser)
    # A request of the last five minutes may not be noted.
    later(4)
    assert is_in(browser)
    later(60)
    answer = browser.get(reverse("home"))
    assert answer.url == f"{reverse('account_login')}?next={reverse('home')}"
    assert "_auth_user_id" not in browser.session


def test_eight_hours_end_a_session_that_is_in_use_all_the_time(later, browser):
    for _ in range(15):
        later(31)
        assert is_in(browser)
    later(15)
    assert not is_in(browser)


def test_what_is_sent_after_the_end_is_shown_to_be_sent_again(later, browser):
    later(61)
    answer = browser.post(reverse("notices"), {"email_every": "a long sentence that was typed"})
    assert answer.status_code == 401 and "a long sentence that was typed" in words(answer)


def test_public_pages_are_read_signed_out_after_the_end(later, browser):
    later(61)
    assert browser.get(reverse("accessibility")).status_code == 200
    later(-61)
    assert not is_in(browser)


def test_the_minutes_are_the_operators_and_an_older_session_begins_now(later, browser, settings):
    settings.IDLE_MINUTES = 15
    later(15)
    assert not is_in(browser)
    browser.force_login(cast.clerk())
    session = browser.session
    for name in (session_ends.BEGAN, session_ends.LATEST):
        del session[name]
    session.save()
    assert is_in(browser)
    later(15)
    assert not is_in(browser)


def test_a_cookie_is_of_this_host_for_no_script_and_has_no_sentence_of_who_is_signed_in(
    browser, settings
):
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    browser.post(reverse("notices"), {"email_every": "day"})
    assert page_messages.COOKIE not in browser.cookies
    assert "e-mail" in words(browser.get(reverse("notices"), follow=True))
    stranger = Client()
    stranger.post(reverse("account_logout"))
    request = stranger.get(reverse("account_login")).wsgi_request
    storage = page_messages.PageMessages(request)
    storage.add(messages.SUCCESS, "Saved")
    answer = HttpResponse()
    storage.update(answer)
    browser.get(reverse("account_change_password"), secure=True)
    cookies = [*browser.cookies.values(), *answer.cookies.values()]
    assert {one.key for one in cookies} >= {page_messages.COOKIE, settings.CSRF_COOKIE_NAME}
    for one in cookies:
        assert (one["path"], one["domain"], one["httponly"]) == ("/", "", True), one.key
        assert one["samesite"] == "Lax", one.key


def test_an_erased_account_leaves_no_session_with_its_address(client, settings):
    user, other = cast.with_password(cast.clerk()), Client()
    lead = cast.data_protection_lead()
    cast.with_password(lead)
    for browser, email in ((client, user.email), (other, lead.email)):
        browser.post(reverse("account_login"), {"login": email, "password": cast.PASSWORD})
    assert user.email in str([row.get_decoded() for row in Session.objects.all()])
    # A key that leaked was taken out since: no one can read whose session it was.
    key, settings.SECRET_KEY = settings.SECRET_KEY, "a key that leaked"
    Client().post(reverse("account_login"), {"login": user.email, "password": cast.PASSWORD})
    settings.SECRET_KEY = key
    assert Session.objects.count() == 3
    User.objects.filter(pk=user.pk).update(is_active=False)
    erasure.erase_account(user=user, by=lead, on=today())
    [left] = [row.get_decoded() for row in Session.objects.all()]
    assert left["_auth_user_id"] == str(lead.pk)


FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1 Safari/604.1"


def test_a_person_sees_where_they_are_signed_in_until_those_sessions_end(settings):
    user, address = cast.with_password(cast.clerk()), reverse("accounts:yours")
    settings.SECRET_KEY_FALLBACKS = ["an earlier key"]
    own, phone, third = (Client(headers={"user-agent": text}) for text in (FIREFOX, PHONE, ""))
    typed = {"login": user.email, "password": cast.PASSWORD}
    for browser in (own, phone, third):
        browser.post(reverse("account_login"), typed)
    Client().force_login(cast.officer())
    page = words(own.get(address))
    assert page.count("Signed in ") == 3
    assert page.index("Firefox on Windows, this browser") < page.index("Safari on iPhone<")
    assert "Another browser<" in page and "Sign out everywhere else" in page
    own.post(reverse("sign_in:end-others"))
    page = words(own.get(address))
    assert "You are signed in nowhere else" in page and "iPhone" not in page
    # A session that no request used for an hour is over, and one without a time opened nothing.
    own.post(reverse("account_logout"))
    phone.post(reverse("account_login"), typed)
    for change in ({"latest_request": 0}, {"latest_request": None}):
        session = phone.session
        session.update(change)
        session.save()
        assert open_sessions(User.objects.get(pk=user.pk), "") == []


def test_the_sessions_of_an_account_are_read_and_no_others(django_assert_num_queries, monkeypatch):
    user, decoded, read = cast.clerk(), [], Session.get_decoded
    monkeypatch.setattr(Session, "get_decoded", lambda row: decoded.append(row) or read(row))
    own, office = Client(), Client()
    for client, who in ((own, user), (office, cast.officer()), (Client(), cast.approver())):
        client.force_login(who)
        client.get(reverse("home"))
    Client().get(reverse("account_login"))
    decoded.clear()
    with django_assert_num_queries(1):
        [found] = open_sessions(user, own.session.session_key)
    assert found.is_own and [row.account_id for row in decoded] == [user.pk]
    # Whoever signs in next in the same browser has its session.
    own.force_login(cast.officer())
    assert open_sessions(user, "") == []
    own.logout()
    assert not Session.objects.filter(account=user).exists()


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        ("Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0 Safari/537.36", "Chrome on Linux"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge on Windows"),
        ("Mozilla/5.0 (Linux; Android 15) Firefox/140.0", "Firefox on Android"),
        ("Something (Windows NT 10.0)", "A browser on Windows"),
        ("Firefox/140.0", "Firefox"),
        ("", ""),
    ],
)
def test_a_browser_is_named_by_what_it_calls_itself(agent, name):
    assert browser_name(agent) == name


def test_a_person_ends_their_other_sessions_and_an_administrator_all_of_an_account():
    user, admin = cast.clerk(), cast.administrator()
    own, other, office = Client(), Client(), Client()
    for client, who in ((own, user), (other, user), (office, admin)):
        client.force_login(who)
    page = own.post(reverse("sign_in:end-others"), follow=True)
    assert "You are signed out everywhere else" in words(page)
    assert (is_in(own), is_in(other), is_in(office)) == (True, False, True)
    page = office.post(reverse("sign_in:end-all", args=[user.pk]), follow=True)
    assert "signed out everywhere" in words(page) and not is_in(own) and is_in(office)
    entries = HistoryEntry.objects.filter(what="sign_in.end_sessions").order_by("seq")
    assert [entry.who for entry in entries] == [user.history_name, admin.history_name]
    office.force_login(cast.administrator(cast.make_council("elsewhere")))
    assert office.post(reverse("sign_in:end-all", args=[user.pk])).status_code == 404
