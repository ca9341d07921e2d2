"""What was posted by somebody who was signed out meanwhile is shown and can be sent again."""

import re

import pytest
from django.test import Client

from reports.papers.models.blocks import Block
from tests import cast
from tests.make import drafts
from tests.page_requests import at, words

pytestmark = pytest.mark.django_db
TYPED = {"heading": "", "text": "Mine & <b>yours</b>,\r\nin [[two]] lines.", "version": "1"}
OWN = {"HTTP_ORIGIN": "http://testserver"}


@pytest.fixture
def paper():
    """A paper that nothing stops."""
    return drafts.written(cast.clerk(), with_records=False)


def shown(answer):
    """What the page of held words would send again."""
    page = answer.content.decode()
    hidden = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page)
    prose = re.findall(r'<textarea[^>]* name="(\w+)"[^>]*>\n(.*?)</textarea>', page, re.S)
    return dict(hidden + prose)


def test_a_strangers_post_is_shown_whole_and_says_what_to_do(client, paper):
    answer = client.post(at(paper, "block", "purpose"), TYPED)
    assert answer.status_code == 401
    assert "no-store" in answer["Cache-Control"]
    text = words(answer)
    assert "You were signed out. What you typed is here" in text
    assert f'action="{at(paper, "block", "purpose")}"' in text
    kept = {name: text for name, text in shown(answer).items() if name != "csrfmiddlewaretoken"}
    assert kept == {
        "heading": "",
        "version": "1",
        "text": "Mine &amp; &lt;b&gt;yours&lt;/b&gt;,\r\nin [[two]] lines.",
    }


def test_after_signing_in_elsewhere_it_is_sent_once_more_and_saved(paper):
    browser = Client(enforce_csrf_checks=True)
    browser.get("/sign-in/login/")
    browser.force_login(cast.clerk(paper.council))
    old = {**TYPED, "text": "Mine.", "csrfmiddlewaretoken": "x" * 64}
    answer = browser.post(at(paper, "block", "purpose"), old, **OWN)
    assert answer.status_code == 403
    assert "What you typed is here: send it once more" in words(answer)
    again = {**old, "csrfmiddlewaretoken": shown(answer)["csrfmiddlewaretoken"]}
    assert browser.post(at(paper, "block", "purpose"), again, **OWN).status_code == 302
    assert Block.objects.get(slug="purpose").text == "Mine."


@pytest.mark.parametrize("origin", ["http://elsewhere.example", "null", ""])
def test_a_post_from_elsewhere_is_refused_and_never_offered_again(paper, origin):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(cast.clerk(paper.council))
    answer = browser.post(at(paper, "block", "purpose"), TYPED, HTTP_ORIGIN=origin)
    assert answer.status_code == 403
    assert "yours" not in words(answer)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/sign-in/password/change/", {"oldpassword": "secret words", "password1": "x"}),
        ("/papers/start/", {}),
    ],
)
def test_passwords_and_nothing_are_sent_to_sign_in(client, address, said):
    answer = client.post(address, said)
    assert (answer.status_code, "secret" in words(answer)) == (302, False)


def test_a_script_that_is_signed_out_is_told_so_and_its_page_stays(client, paper):
    answer = client.post(
        at(paper, "preview-block", "paragraph"), TYPED, headers={"HX-Request": "true"}
    )
    assert (answer.status_code, answer.content) == (401, b"")
    assert client.get(at(paper, "draft")).status_code == 302


def test_what_is_public_and_refused_gets_the_usual_page(paper):
    browser = Client(enforce_csrf_checks=True)
    answer = browser.post("/sign-in/login/", {"login": "a b", "password": "c d"}, **OWN)
    assert answer.status_code == 403
    assert "What you typed" not in words(answer)
