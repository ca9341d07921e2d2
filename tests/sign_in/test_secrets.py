"""Secrets of second steps lie encrypted in the database, and history has none that can be read."""

import json
from io import StringIO

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from assurance.accounts.models.accounts import User
from assurance.accounts.models.sign_in import (
    OF_USE_BEFORE,
    changed_accounts,
    sign_in_digest,
    unrecorded_accounts,
)
from assurance.accounts.models.step_secrets import UNREADABLE, decrypt, encrypt, is_encrypted
from assurance.records import history
from assurance.records.history import HistoryDetail, HistoryEntry
from assurance.runtime.keyed_digests import name_of
from assurance.sign_in.models.sessions import Session
from tests import cast
from tests.page_requests import words
from tests.sign_in.one_time_codes import code_of
from tests.sign_in.test_two_step import DAY, set_up_app, sign_in

pytestmark = pytest.mark.django_db
APP, CODES = Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES


@pytest.fixture
def holder(client, django_capture_on_commit_callbacks):
    """An account that has set an app up, with its secret in `secret`; history has it."""
    user = cast.with_password(cast.clerk())
    sign_in(client, user)
    with django_capture_on_commit_callbacks(execute=True):
        user.secret = set_up_app(client)
    assert [*unrecorded_accounts(user.council)] == []
    return user


@pytest.fixture
def rotate(settings):
    """Puts a new digest key in use and keeps the one before; gives the names of both."""

    def turn(kept=True):
        old = settings.DIGEST_KEY
        settings.DIGEST_KEY_FALLBACKS = [old] if kept else []
        settings.DIGEST_KEY = f"{old}-anew"
        return name_of(old), name_of(settings.DIGEST_KEY)

    return turn


def shown(*more):
    """What `digest_keys` prints."""
    out = StringIO()
    call_command("digest_keys", *more, stdout=out)
    return out.getvalue()


def let_in(user, secret):
    """Whether a browser comes in by the password and the code that an app with `secret` shows."""
    # A code counts once in its half minute, which the cache remembers.
    cache.clear()
    browser = Client()
    sign_in(browser, user)
    browser.post(reverse("mfa_authenticate"), {"code": code_of(secret)})
    return browser.get(reverse("accounts:yours")).status_code == 200


def stored():
    """Every stored row of second steps, sessions and history, in one text."""
    steps = Authenticator.objects.values_list("data", flat=True)
    sessions = [row.get_decoded() for row in Session.objects.all()]
    changes = HistoryEntry.objects.values_list("changes", flat=True)
    details = HistoryDetail.objects.values()
    return json.dumps([*steps, *sessions, *changes, *details], default=str)


def test_neither_the_rows_nor_the_session_nor_history_have_a_secret_that_can_be_read(
    client, django_capture_on_commit_callbacks
):
    user = cast.with_password(cast.clerk())
    sign_in(client, user)
    client.post(reverse("account_reauthenticate"), {"password": cast.PASSWORD})
    page = client.get(reverse("mfa_activate_totp"))
    secret = page.context["form"].secret
    # It waits to be confirmed by a code, and a wrong code leaves it as it is.
    assert "mfa.totp.secret" in stored() and secret not in stored()
    wrong = client.post(reverse("mfa_activate_totp"), {"code": "000000"})
    assert wrong.context["form"].secret == secret
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)})
    codes = Authenticator.objects.get(user=user, type=CODES)
    seed = decrypt(codes.data["seed"])
    assert len(seed) == 80 and decrypt(Authenticator.objects.get(type=APP).data["secret"]) == secret
    for text in (secret, seed, *codes.wrap().generate_codes()):
        assert text not in stored()
    entry = HistoryEntry.objects.filter(what="accounts.change_sign_in").latest("seq")
    assert set(entry.changes) == {"sign_in"} and len(entry.changes["sign_in"]["to"]) == 64


def test_an_encrypted_secret_is_another_each_time_and_opens_with_its_key_alone(settings):
    assert encrypt("GEZDGNBV") != encrypt("GEZDGNBV")
    text = encrypt("GEZDGNBV")
    assert is_encrypted(text) and text.endswith(f"-{name_of(settings.DIGEST_KEY)}")
    assert decrypt(text) == get_adapter().decrypt(text) == "GEZDGNBV"
    # The name of the key changes nothing: neither another key of this name nor other bytes do.
    other = "B" if text[40] == "A" else "A"
    for wrong in (f"{text[:40]}{other}{text[41:]}", text[:-1], f"{text[:-7]}0000000", "gAAAA"):
        with pytest.raises(ValidationError):
            decrypt(wrong)
    settings.DIGEST_KEY, settings.DIGEST_KEY_FALLBACKS = "another", [settings.DIGEST_KEY]
    assert decrypt(text) == "GEZDGNBV"
    settings.DIGEST_KEY_FALLBACKS = []
    with pytest.raises(ValidationError):
        decrypt(text)


def test_a_new_key_lets_in_by_the_same_app_and_encrypts_again(holder, rotate, settings):
    old, new = rotate()
    assert let_in(holder, holder.secret)
    lines = shown().splitlines()
    assert f"2 secrets of second steps: an older key, {old}: keep it" in " ".join(lines)
    before = HistoryEntry.objects.count()
    assert "2 secrets of second steps were encrypted again." in shown("--rekey")
    settings.DIGEST_KEY_FALLBACKS = []
    texts = [row.data.get("secret") or row.data["seed"] for row in Authenticator.objects.all()]
    assert all(text.endswith(f"-{new}") for text in texts)
    assert let_in(holder, holder.secret)
    entry = HistoryEntry.objects.get(what="sign_in.encrypt_anew")
    assert entry.seq > before and entry.changes["second_steps"]["to"] == 2
    # Once is enough, and history fits all the while: what opens the account is the same.
    assert "0 secrets of second steps were encrypted again." in shown("--rekey")
    assert HistoryEntry.objects.filter(what="sign_in.encrypt_anew").count() == 1
    assert [*changed_accounts(holder.council)] == []


def test_a_secret_whose_key_is_missing_lets_nobody_in_and_is_named(holder, rotate):
    old, _new = rotate(kept=False)
    browser = Client()
    sign_in(browser, holder)
    for code in (code_of(holder.secret), code_of("A" * 32), "000000"):
        page = browser.post(reverse("mfa_authenticate"), {"code": code})
        assert UNREADABLE in words(page)
    assert browser.get(reverse("accounts:yours")).status_code == 302
    data = [*Authenticator.objects.order_by("pk").values_list("data", flat=True)]
    with pytest.raises(CommandError, match=f"2 secrets of second steps were made .*{old}"):
        shown("--rekey")
    assert [*Authenticator.objects.order_by("pk").values_list("data", flat=True)] == data


def test_an_account_of_the_machine_has_no_history_and_its_secret_is_encrypted_again(rotate):
    machine = User.objects.create_account(email="root@localhost", name="Operator", council=None)
    row = Authenticator.objects.create(user=machine, type=APP, data={"secret": "GEZDGNBV"})
    with pytest.raises(CommandError, match="1 secrets of second steps are not encrypted"):
        shown()
    shown("--rekey")
    row.refresh_from_db()
    assert decrypt(row.data["secret"]) == "GEZDGNBV" and is_encrypted(row.data["secret"])
    assert not HistoryEntry.objects.filter(what="sign_in.encrypt_anew").exists()


def test_another_secret_or_that_of_another_account_is_named(holder):
    row = Authenticator.objects.get(user=holder, type=APP)
    Authenticator.objects.filter(pk=row.pk).update(data={"secret": encrypt("GEZDGNBV" * 4)})
    assert [*changed_accounts(holder.council)] == [holder]
    Authenticator.objects.filter(pk=row.pk).update(data={"secret": encrypt(holder.secret)})
    assert [*changed_accounts(holder.council)] == []


def test_looking_at_recovery_codes_changes_nothing_that_opens_the_account(client, holder):
    assert client.get(reverse("mfa_view_recovery_codes")).status_code == 200
    assert "viewed_at" in Authenticator.objects.get(user=holder, type=CODES).data
    assert [*changed_accounts(holder.council)] == []
    # A history from before this was left out has the moment in its digest, and fits as well.
    before = sign_in_digest(holder, OF_USE_BEFORE)
    assert before != sign_in_digest(holder)
    changes = history.impersonal_changes({"sign_in": before})
    history.record("test.before", about=holder, by=holder, on=DAY, changes=changes)
    assert [*changed_accounts(holder.council)] == []
