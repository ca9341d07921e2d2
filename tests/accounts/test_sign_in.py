import re

import pytest
from axes.models import AccessAttempt
from django.contrib.auth.models import AnonymousUser
from django.core import mail
from django.test import Client
from django.urls import reverse

from assurance.accounts.adapter import ClosedAccounts, attempted_account
from reports.papers.models.blocks import Block
from tests import cast
from tests.make import drafts
from tests.page_requests import at, words

pytestmark = pytest.mark.django_db


def sign_in(client, user, password=cast.PASSWORD):
    return client.post(reverse("account_login"), {"login": user.email, "password": password})


def signed_in(client):
    return client.get(reverse("home")).status_code == 200


def test_an_account_signs_in_with_its_address_in_any_case_and_its_password_alone_and_out(client):
    page = words(client.get(reverse("account_login")))
    places = [page.index(text) for text in ('name="password"', "Forgot your password?")]
    assert places == sorted(places), "Tab goes from the address to the password"
    user = cast.with_password(cast.clerk())
    user.email = user.email.upper()
    assert sign_in(client, user).headers["Location"] == reverse("home")
    assert signed_in(client)
    client.post(reverse("account_logout"))
    assert not signed_in(client)
    answer = sign_in(client, user, "a wrong pass phrase")
    assert answer.context["form"].errors
    assert not signed_in(client)


def test_a_stopped_account_cannot_sign_in_and_is_out_at_once(client):
    user = cast.with_password(cast.clerk())
    sign_in(client, user)
    user.is_active = False
    user.save()
    assert not signed_in(client)
    sign_in(client, user)
    assert not signed_in(client)


def test_five_bad_tries_lock_one_person_out_from_one_address_alone():
    victim, other = cast.with_password(cast.clerk()), cast.with_password(cast.approver())
    attacker = Client()
    for _ in range(5):
        sign_in(attacker, victim, "a wrong pass phrase")
    colleague = Client()
    sign_in(colleague, other)
    assert signed_in(colleague)
    owner = Client()
    assert sign_in(owner, victim).status_code == 429
    assert not signed_in(owner)
    assert {attempt.username for attempt in AccessAttempt.objects.all()} == {victim.email}
    elsewhere = Client(REMOTE_ADDR="192.0.2.2")
    sign_in(elsewhere, victim)
    assert signed_in(elsewhere)


@pytest.mark.parametrize(
    ("credentials", "typed", "account"),
    [
        ({"email": "Head@Netherby.example "}, {}, "head@netherby.example"),
        (None, {"login": "Head@netherby.example"}, "head@netherby.example"),
        ({}, {}, ""),
    ],
)
def test_an_attempt_is_counted_for_the_account_it_names(rf, credentials, typed, account):
    assert attempted_account(rf.post("/", typed), credentials) == account
    assert attempted_account(None, None) == ""


def test_a_link_from_an_administrator_sets_the_password_once(client):
    user = cast.clerk()
    client.force_login(cast.administrator())
    page = client.post(reverse("accounts:sign-in-link", args=[user.pk]))
    address = page.context["address"]
    assert address in page.content.decode()
    holder = Client()
    there = holder.get(address, follow=True).redirect_chain[-1][0]
    typed = {"password1": cast.PASSWORD, "password2": cast.PASSWORD}
    holder.post(there, typed)
    sign_in(holder, user)
    assert signed_in(holder)
    assert Client().get(address).context["token_fail"]


def test_a_second_factor_can_be_enrolled_after_the_password_again(client):
    user = cast.with_password(cast.clerk())
    sign_in(client, user)
    assert client.get(reverse("mfa_index")).status_code == 200
    asked = client.get(reverse("mfa_activate_totp"))
    assert asked.headers["Location"].startswith(reverse("account_reauthenticate"))
    client.post(asked.headers["Location"], {"password": cast.PASSWORD})
    assert client.get(reverse("mfa_activate_totp")).status_code == 200


def test_nobody_signs_up_and_a_forgotten_password_is_answered_alike_with_or_without_account(client):
    user = cast.with_password(cast.clerk())
    for address in (user.email, "nobody@netherby.example"):
        answer = client.post(reverse("account_reset_password"), {"email": address})
        assert answer.headers["Location"] == reverse("account_reset_password_done")
    [letter] = mail.outbox
    assert letter.to == [user.email]
    page = client.get(reverse("account_signup"))
    assert page.status_code == 200
    assert "password1" not in page.content.decode()
    typed = {"email": "x@x.example", "password1": cast.PASSWORD, "password2": cast.PASSWORD}
    client.post(reverse("account_signup"), typed)
    assert not ClosedAccounts().is_open_for_signup(AnonymousUser())
    assert not type(cast.make_user()).objects.filter(email="x@x.example").exists()


def test_signing_in_wipes_out_the_bad_tries_before_it():
    user = cast.with_password(cast.clerk())
    for _ in range(2):
        client = Client()
        for _ in range(3):
            sign_in(client, user, "a wrong pass phrase")
        sign_in(client, user)
        assert signed_in(client)


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


def test_a_strangers_post_is_shown_whole_with_what_to_do_and_a_script_is_told_so(client, paper):
    answer = client.post(at(paper, "block", "purpose"), TYPED)
    assert answer.status_code == 401
    assert "no-store" in answer["Cache-Control"]
    text = words(answer)
    assert "You were signed out. Your text is here" in text
    assert f'action="{at(paper, "block", "purpose")}"' in text
    kept = {name: text for name, text in shown(answer).items() if name != "csrfmiddlewaretoken"}
    assert kept == {
        "heading": "",
        "version": "1",
        "text": "Mine &amp; &lt;b&gt;yours&lt;/b&gt;,\r\nin [[two]] lines.",
    }
    answer = client.post(
        at(paper, "preview-block", "paragraph"), TYPED, headers={"HX-Request": "true"}
    )
    assert (answer.status_code, answer.content) == (401, b"")
    assert client.get(at(paper, "draft")).status_code == 302


def test_after_signing_in_elsewhere_it_is_sent_once_more_and_saved(paper):
    browser = Client(enforce_csrf_checks=True)
    browser.get("/sign-in/login/")
    browser.force_login(cast.clerk(paper.council))
    old = {**TYPED, "text": "Mine.", "csrfmiddlewaretoken": "x" * 64}
    answer = browser.post(at(paper, "block", "purpose"), old, **OWN)
    assert answer.status_code == 403
    assert "Your text is here: send it again" in words(answer)
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


def test_passwords_and_nothing_are_sent_to_sign_in_and_what_is_public_gets_the_usual_page(client):
    change = {"oldpassword": "secret words", "password1": "x"}
    for address, typed in (("/sign-in/password/change/", change), ("/reports/start/", {})):
        answer = client.post(address, typed)
        assert (answer.status_code, "secret" in words(answer)) == (302, False), address
    browser = Client(enforce_csrf_checks=True)
    answer = browser.post("/sign-in/login/", {"login": "a b", "password": "c d"}, **OWN)
    assert answer.status_code == 403
    assert "What you typed" not in words(answer)
