"""The identity provider ends the sessions of a person whom it has signed out, at once."""

import json
import time

import pytest
from django.test import Client

from assurance.accounts.models.accounts import User
from assurance.records.history import HistoryEntry
from assurance.sign_in import rules
from tests import cast
from tests.sign_in import oidc_server
from tests.sign_in.asked_provider import BEGIN, is_in, provider, sign_in
from tests.sign_in.oidc_server import CLIENT, OTHER_KEY

pytestmark = pytest.mark.django_db
__all__ = ["provider"]
PLACE = f"{BEGIN}logout/"
EVENT = "http://schemas.openid.net/event/backchannel-logout"


def send(token, **fields):
    """The answer to a token from the provider, which has no cookie and no form of ours."""
    return Client(enforce_csrf_checks=True).post(PLACE, {"logout_token": token, **fields})


def signed_in(provider, subject="person-1", session=None):
    """A browser in which that person has signed in, in that session of the provider."""
    provider.person = {"sub": subject, "email": f"{subject}@netherby.example", "name": "Quill Ash"}
    provider.token = {"sid": session}
    browser = Client()
    sign_in(browser)
    assert is_in(browser)
    return browser


def entries():
    """What history has of people signed out by the provider."""
    return HistoryEntry.objects.filter(what="sign_in.sign_out").order_by("seq")


@pytest.mark.parametrize(
    "names",
    [{"sub": "person-1"}, {"sub": "person-1", "sid": "s-1"}, {"sub": None, "sid": "s-1"}],
    ids=["person", "both", "session"],
)
def test_every_session_of_the_person_ends_at_once_and_nobody_elses(provider, names):
    other = signed_in(provider, "person-2", "s-2")
    with_password = Client()
    with_password.force_login(cast.clerk())
    first, second = signed_in(provider, session="s-1"), signed_in(provider, session="s-3")
    answer = send(provider.logout_token(**names))
    assert (answer.status_code, answer.content) == (200, b"")
    assert "no-store" in answer.headers["Cache-Control"]
    assert (is_in(first), is_in(second)) == (False, False)
    assert (is_in(other), is_in(with_password)) == (True, True)
    [entry] = entries()
    user = User.objects.get(email="person-1@netherby.example")
    assert (entry.about, entry.who) == (user.history_name, "identity_provider")
    # The person may sign in again, and an old token ends nothing any more.
    assert is_in(signed_in(provider))


def test_a_session_asked_again_in_another_session_of_the_provider_ends_with_that(provider):
    browser = signed_in(provider, session="s-1")
    provider.token = {"sid": "s-9"}
    sign_in(browser, f"{BEGIN}?again=yes")
    assert send(provider.logout_token(sub=None, sid="s-1")).status_code == 200
    assert is_in(browser)
    assert send(provider.logout_token(sub=None, sid="s-9")).status_code == 200
    assert not is_in(browser)


def test_a_token_ends_sessions_once(provider):
    signed_in(provider)
    token = provider.logout_token()
    assert send(token).status_code == 200
    again = signed_in(provider)
    answer = send(token)
    assert answer.status_code == 400
    assert json.loads(answer.content)["error_description"] == "This logout token came before."
    assert is_in(again) and entries().count() == 1
    # The next one is another, though it is about the same person.
    assert send(provider.logout_token()).status_code == 200
    assert not is_in(again)


def test_who_is_not_here_is_signed_out_already(provider):
    signed_in(provider)
    unknown = ({"sub": "person-9"}, {"sub": None, "sid": "s-9"}, {"sub": None, "sid": "None"})
    for names in unknown:
        assert send(provider.logout_token(**names)).status_code == 200
    assert not entries().exists()


def test_an_account_that_has_a_password_now_is_no_matter_of_the_provider(provider):
    browser = signed_in(provider)
    User.objects.filter(email="person-1@netherby.example").update(by_provider=False)
    assert send(provider.logout_token()).status_code == 200
    assert is_in(browser) and not entries().exists()


NOW = int(time.time())
# What a logout token must not be, by why nobody is signed out by it.
WRONG = {
    "another issuer": {"iss": "https://elsewhere.example"},
    "no issuer": {"iss": None},
    "another audience": {"aud": "another-client"},
    "no audience": {"aud": None},
    "no moment": {"iat": None},
    "a moment in words": {"iat": "now"},
    "later": {"iat": 4_000_000_000},
    "old": {"iat": 1_000_000_000},
    "old without an end": {"iat": 1_000_000_000, "exp": None},
    "expired": {"exp": 1_000_000_000},
    "no name of its own": {"jti": None},
    "an empty name": {"jti": ""},
    "a name that is no text": {"jti": 7},
    "no event": {"events": None},
    "another event": {"events": {"http://schemas.openid.net/event/other": {}}},
    "an event in words": {"events": {EVENT: "yes"}},
    "a list of events": {"events": [EVENT]},
    "a nonce": {"nonce": "n"},
    "nobody": {"sub": None},
    "an empty person": {"sub": ""},
    "an empty session": {"sub": None, "sid": ""},
    "a session that is no text": {"sid": ["s-1"]},
}


@pytest.mark.parametrize("changes", WRONG.values(), ids=WRONG)
def test_a_token_that_is_not_one_of_logging_out_now_signs_nobody_out(provider, changes):
    browser = signed_in(provider, session="s-1")
    answer = send(provider.logout_token(**changes))
    assert answer.status_code == 400
    assert json.loads(answer.content)["error"] == "invalid_request"
    assert "no-store" in answer.headers["Cache-Control"]
    assert is_in(browser) and not entries().exists()


def test_a_fresh_token_without_an_end_counts_and_one_for_several_services(provider):
    browser = signed_in(provider)
    assert send(provider.logout_token(exp=None, aud=["another", CLIENT])).status_code == 200
    assert not is_in(browser)


def test_a_token_that_is_not_signed_by_the_provider_signs_nobody_out(provider):
    browser = signed_in(provider)
    for key, algorithm in ((OTHER_KEY, "RS256"), (None, "HS256"), (None, "none")):
        provider.key, provider.algorithm = key, algorithm
        assert send(provider.logout_token()).status_code == 400, algorithm
    provider.key, provider.algorithm = oidc_server.KEY, "RS256"
    identity = provider.identity_token("n")
    for token in ("", "a.b.c", "\0", identity, provider.logout_token()[:-4], "ä" * 9000):
        assert send(token).status_code == 400, token[:9]
    assert Client().post(PLACE, b"{}", content_type="application/json").status_code == 400
    assert is_in(browser) and not entries().exists()


def test_it_is_the_providers_to_send_and_only_as_a_post(provider, settings):
    signed_in(provider)
    token = provider.logout_token()
    assert Client().get(PLACE, {"logout_token": token}).status_code == 405
    assert Client().post("/accounts/provider/other/logout/", {}).status_code == 404
    # A logout token lets nobody in either.
    provider.identity_token = lambda _nonce: token
    browser = Client()
    assert sign_in(browser).status_code == 403 and not is_in(browser)
    provider.stop()
    answer = send(token)
    assert answer.status_code == 400
    assert json.loads(answer.content) == {"error": "temporarily_unavailable"}
    settings.ACCOUNT_RATE_LIMITS = rules.RATE_LIMITS | {"provider_logout": "1/m/ip"}
    assert {send(token).status_code for _turn in range(3)} == {400, 429}
