"""Sessions that an identity provider began: it is asked again, and may end them or not answer."""

from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest
import requests
from django.test import Client
from django.urls import reverse

from assurance.accounts.models.accounts import User
from assurance.sign_in.adapters import ASKED_AT
from assurance.sign_in.provider_adapter import ProviderSignIn
from tests.page_requests import words
from tests.sign_in.asked_provider import BEGIN, ask, is_in, provider, sign_in

pytestmark = pytest.mark.django_db
__all__ = ["provider"]


def set_back(client, minutes):
    """Lets the provider have been asked so many minutes ago."""
    session = client.session
    session[ASKED_AT] -= minutes * 60
    session.save()


def test_the_provider_is_asked_again_without_a_word_and_the_page_goes_on(client, provider):
    sign_in(client)
    set_back(client, 29)
    assert is_in(client)
    set_back(client, 2)
    asked = client.get("/reports/?q=a")
    assert asked.status_code == 302
    begin = asked.headers["Location"]
    assert begin.startswith(f"{BEGIN}?next=%2Freports%2F%3Fq%3Da")
    kept = client.session.session_key
    assert sign_in(client, begin).headers["Location"] == "/reports/?q=a"
    assert provider.asked[-1]["prompt"] == "none"
    assert client.session.session_key == kept
    assert is_in(client)
    # What was typed meanwhile is not lost, and a part of a page says that it waits.
    set_back(client, 31)
    typed = client.post(reverse("notices"), {"email_every": "day", "note": "Mine and yours."})
    assert (typed.status_code, "Mine and yours." in words(typed)) == (401, True)
    assert client.get(reverse("home"), headers={"HX-Request": "true"}).status_code == 401


@pytest.mark.parametrize("error", ["access_denied", "login_required", "interaction_required"])
def test_a_leaver_is_out_when_the_provider_is_next_asked(client, provider, error):
    sign_in(client)
    provider.refuses = error
    assert is_in(client)
    set_back(client, 31)
    answer = sign_in(client, client.get(reverse("home")).headers["Location"])
    assert answer.status_code == 403
    assert "Netherby did not let you in" in words(answer)
    assert not is_in(client)
    assert "_auth_user_id" not in client.session


def test_without_a_valid_question_nobody_can_sign_a_person_out(client, provider):
    sign_in(client)
    answer = client.get(f"{BEGIN}back/?error=access_denied&state=made-up")
    assert answer.status_code == 403
    assert provider.asked
    assert "_auth_user_id" in client.session
    assert is_in(client)


def test_a_session_cannot_outlive_the_provider_that_the_settings_no_longer_name(
    client, provider, settings
):
    sign_in(client)
    settings.IDENTITY_PROVIDERS = {}
    assert not is_in(client)
    assert client.get(BEGIN).status_code == 404
    assert client.get(f"{BEGIN}back/").status_code == 404


def test_a_provider_that_does_not_answer_is_said_in_a_sentence(client, provider):
    sign_in(client)
    stranger = Client()
    waiting = ask(stranger)
    set_back(client, 31)
    provider.stop()
    for answer in (Client().get(BEGIN), stranger.get(waiting)):
        assert answer.status_code == 503
        assert "Netherby does not answer" in words(answer)
    # The session waits: nothing is shown until the provider answers again, and it is not ended.
    asked = client.get(reverse("home"))
    assert client.get(asked.headers["Location"]).status_code == 503
    assert client.get(reverse("home")).status_code == 302
    assert "_auth_user_id" in client.session


def test_a_provider_that_says_what_it_must_not_is_said_in_a_sentence(provider):
    for config in (
        {"authorization_endpoint": None},
        {"token_endpoint": ""},
        {"issuer": "https://elsewhere.example"},
        {"jwks_uri": None},
    ):
        provider.config = config
        answer = Client().get(BEGIN)
        assert (answer.status_code, "could not be trusted" in words(answer)) == (403, True), config
    for config in ({"jwks_uri": f"{provider.issuer}/nothing"}, {"token_endpoint": "x://y"}):
        provider.config = config
        assert sign_in(Client()).status_code in (403, 503), config
    provider.config, provider.info = {}, {"sub": "person-2"}
    assert sign_in(Client()).status_code == 403
    assert not User.objects.filter(by_provider=True).exists()


class _Elsewhere(BaseHTTPRequestHandler):
    paths = []

    def do_GET(self):
        """Sends on to another page of its own."""
        self.paths.append(self.path)
        self.send_response(302)
        self.send_header("Location", "/other/")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *words):
        """Nothing."""


def test_a_provider_s_answer_that_leads_elsewhere_is_not_followed():
    with HTTPServer(("127.0.0.1", 0), _Elsewhere) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        with (
            pytest.raises(requests.TooManyRedirects),
            ProviderSignIn().get_requests_session() as session,
        ):
            session.get(f"http://127.0.0.1:{server.server_port}/keys")
        server.shutdown()
    assert _Elsewhere.paths == ["/keys"]
