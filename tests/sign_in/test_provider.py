"""Signing in with a council's identity provider, which is started here."""

import re
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount
from django.test import Client
from django.urls import reverse

from assurance.accounts.models.accounts import User
from assurance.accounts.models.sign_in import changed_accounts, unrecorded_accounts
from assurance.records.history import HistoryEntry
from assurance.runtime.periods import today
from tests import cast
from tests.make import sign_in as make
from tests.page_requests import words
from tests.sign_in import oidc_server
from tests.sign_in.asked_provider import BEGIN, ask, is_in, provider, roles, sign_in
from tests.sign_in.oidc_server import CLIENT, OTHER_KEY

pytestmark = pytest.mark.django_db
__all__ = ["provider"]


def test_a_member_of_a_group_signs_in_and_has_its_role(client, provider):
    page = words(client.get(f"{reverse('account_login')}?next=/reports/"))
    assert "Sign in with Netherby" in page
    answer = sign_in(client, f"{BEGIN}?next=/reports/")
    assert answer.headers["Location"] == "/reports/"
    assert is_in(client)
    user = User.objects.get(email="quill@netherby.example")
    assert (user.name, user.by_provider, roles(user)) == ("Quill Ash", True, ["clerk"])
    assert not user.has_usable_password()
    [asked] = provider.asked
    assert asked["response_type"] == "code"
    assert {"nonce", "state", "code_challenge"} <= set(asked)
    assert set(asked["scope"].split()) == {"openid", "profile", "email"}
    account = SocialAccount.objects.get()
    assert (account.uid, account.extra_data) == ("person-1", {})
    again = Client()
    sign_in(again)
    assert is_in(again)
    assert User.objects.count() == 1
    [entry] = HistoryEntry.objects.filter(what="sign_in.admit")
    assert entry.changes["roles_given"]["to"] == ["clerk, group group-clerks"]
    assert not [*changed_accounts(user.council)] and not [*unrecorded_accounts(user.council)]
    assert "quill" not in str(entry.changes).lower()
    assert entry.who == "identity_provider"


# What a token must not be, with why nobody is let in by it.
WRONG = {
    "another nonce": {"nonce": "another"},
    "no nonce": {"nonce": None},
    "another audience": {"aud": "another-client"},
    "an audience besides": {"aud": [CLIENT, "another-client"]},
    "expired": {"exp": 1_000_000_000},
    "not yet": {"nbf": 4_000_000_000},
    "written later": {"iat": 4_000_000_000},
    "another issuer": {"iss": "https://elsewhere.example"},
    "no expiry": {"exp": None},
    "nobody": {"sub": None},
    "another person": {"sub": "person-2"},
}


@pytest.mark.parametrize("change", WRONG.values(), ids=WRONG)
def test_a_token_that_is_not_for_us_now_lets_nobody_in(client, provider, change, caplog):
    provider.token = change
    answer = sign_in(client)
    # Who connects a provider learns why from the log, which has no token.
    lines = [row.getMessage() for row in caplog.records if row.name.endswith("provider_adapter")]
    assert all(re.fullmatch(r"Identity provider \S+: [\w ]+ \(\w+\)", line) for line in lines)
    assert lines or "nonce" in change
    assert answer.status_code == 403
    assert "could not be trusted" in words(answer)
    assert not is_in(client)
    assert not User.objects.filter(by_provider=True).exists()


def test_a_token_that_is_not_signed_by_the_provider_lets_nobody_in(client, provider):
    for key, algorithm in ((OTHER_KEY, "RS256"), (None, "HS256"), (None, "none")):
        provider.key, provider.algorithm = key, algorithm
        answer = sign_in(client)
        assert (answer.status_code, is_in(client)) == (403, False), algorithm
    provider.no_token = True
    assert sign_in(client).status_code == 403
    provider.no_token, provider.key, provider.algorithm = False, oidc_server.KEY, "RS256"
    sign_in(client)
    assert is_in(client)


def test_an_answer_to_another_question_lets_nobody_in(client, provider):
    back = ask(client)
    state = parse_qs(urlsplit(back).query)["state"][0]
    for changed in (back.replace(state, "another"), back.partition("&")[2], f"{BEGIN}back/"):
        answer = client.get(changed.replace("code=", f"{BEGIN}back/?code=", 1))
        assert answer.status_code in (403, 404)
        assert not is_in(client)
    # The answer of one browser is no answer to another's question, and counts once.
    assert Client().get(back).status_code == 403
    assert client.get(back).status_code == 302
    assert is_in(client)
    assert client.get(back).status_code == 403


def test_what_a_reader_adds_to_the_address_changes_nothing_that_is_asked(client, provider):
    added = "auth_params=nonce%3Dmine%26prompt%3Dnone&scope=groups&process=connect&again=yes"
    sign_in(client, f"{BEGIN}?{added}")
    [asked] = provider.asked
    assert asked["nonce"] != "mine"
    assert "prompt" not in asked
    assert "groups" not in asked["scope"].split()
    outside = sign_in(Client(), f"{BEGIN}?next=https://elsewhere.example/")
    assert outside.headers["Location"] == reverse("home")


def test_who_is_in_no_group_that_gives_a_role_is_refused_and_no_account_made(client, provider):
    make.provider_group(group="group-old", role="member", to_date=today() - timedelta(1))
    make.provider_group(group="group-new", role="member", from_date=today() + timedelta(1))
    make.provider_group(cast.make_council("elsewhere"), group="group-there")
    for groups in ([], ["group-unknown"], ["group-old", "group-new"], ["group-there"], None):
        provider.groups = groups
        answer = sign_in(client)
        assert answer.status_code == 403
        assert "None of your groups at Netherby has a role" in words(answer)
    provider.token = {"groups": None, "_claim_names": {"groups": "src1"}}
    assert "too many" in words(sign_in(client))
    assert not User.objects.filter(by_provider=True).exists()
    assert not HistoryEntry.objects.filter(what="sign_in.admit").exists()


def test_a_role_goes_at_once_with_the_group_and_comes_with_another(client, provider):
    make.provider_group(group="group-dbs", label="DBS", role="officer", subject="dbs")
    provider.groups = ["group-clerks", "group-dbs"]
    sign_in(client)
    user = User.objects.get(by_provider=True)
    assert roles(user) == ["officer", "clerk"]
    provider.groups = ["group-dbs"]
    sign_in(client)
    assert roles(user) == ["officer"]
    assert is_in(client)
    [ended] = user.grants.exclude(to_date=None)
    # They could see until today what it opens: the day stays in what the account could have seen.
    assert (ended.role, ended.to_date, ended.ended_at_once) == ("clerk", today(), True)
    elsewhere = Client()
    sign_in(elsewhere)
    provider.groups = []
    assert sign_in(client).status_code == 403
    assert roles(user) == []
    assert not is_in(client)
    # Not here alone: every session of theirs has ended.
    assert not is_in(elsewhere)
    provider.groups = ["group-clerks"]
    sign_in(client)
    assert roles(user) == ["clerk"]


def test_a_role_that_an_administrator_gave_is_no_matter_of_groups(client, provider):
    sign_in(client)
    user = User.objects.get(by_provider=True)
    user.grants.create(role="member", from_date=cast.LONG_AGO)
    provider.groups = []
    sign_in(client)
    assert roles(user) == ["member"]
    assert is_in(client)


def test_an_account_with_a_password_is_not_taken_over_until_an_administrator_moves_it(provider):
    user = cast.with_password(cast.make_user("member", email="quill@netherby.example"))
    browser = Client()
    answer = sign_in(browser)
    assert answer.status_code == 403
    assert "signs in with a password" in words(answer)
    assert not is_in(browser)
    assert not SocialAccount.objects.exists()
    by = Client()
    by.force_login(cast.administrator())
    page = by.post(reverse("sign_in:to-provider", args=[user.pk]), follow=True)
    assert "signs in with the identity provider from now on" in words(page)
    typed = {"login": user.email, "password": cast.PASSWORD}
    Client().post(reverse("account_login"), typed)
    assert not User.objects.get(pk=user.pk).has_usable_password()
    sign_in(browser)
    assert is_in(browser)
    assert roles(user) == ["clerk", "member"]
    # Nobody sets a password past the provider, and its person is the one from now on.
    assert browser.get(reverse("account_set_password")).headers["Location"] == "/accounts/yours/"
    refused = by.post(reverse("accounts:sign-in-link", args=[user.pk]), follow=True)
    assert "has no password" in words(refused)
    provider.person = {**provider.person, "sub": "person-9"}
    assert "belongs to another person" in words(sign_in(Client()))
    by.post(reverse("sign_in:to-password", args=[user.pk]))
    assert not is_in(browser)
    assert "signs in with a password" in words(sign_in(Client()))
    kinds = set(HistoryEntry.objects.values_list("what", flat=True))
    assert {"sign_in.move_to_provider", "sign_in.move_to_password", "sign_in.admit"} <= kinds


def test_a_stopped_account_and_one_of_another_council_are_refused(client, provider):
    sign_in(client)
    user = User.objects.get(by_provider=True)
    User.objects.filter(pk=user.pk).update(is_active=False)
    assert not is_in(client)
    assert "cannot sign in" in words(sign_in(client))
    assert not is_in(client)
    there = cast.make_council("elsewhere")
    User.objects.filter(pk=user.pk).update(is_active=True, council=there)
    assert "is not one of Netherby" in words(sign_in(client))
    assert not is_in(client)


def test_an_address_that_the_provider_does_not_vouch_for_is_refused(client, provider):
    provider.person = {**provider.person, "email_verified": False}
    assert "has not verified" in words(sign_in(client))
    provider.person = {"sub": "person-1", "name": "Quill Ash"}
    assert "did not send your e-mail address" in words(sign_in(client))
    provider.person = {"sub": "person-1", "preferred_username": "Quill@Netherby.example"}
    sign_in(client)
    assert is_in(client)


def test_the_second_step_is_taken_from_the_provider_where_it_says_so(client, provider):
    make.two_step_policy()
    sign_in(client)
    assert is_in(client)
    provider.amr = ["pwd"]
    other = Client()
    sign_in(other)
    assert other.get(reverse("home")).headers["Location"] == reverse("sign_in:set-up")
    # Without a password there is nothing to type again before an app is set up.
    assert other.get(reverse("mfa_activate_totp")).status_code == 200
