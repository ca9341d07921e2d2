"""History has a digest of what opens an account, written by every page that changes it; what is
changed past the program is named."""

from datetime import date
from io import StringIO

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.hashers import make_password
from django.core.management import CommandError, call_command
from django.urls import reverse

from assurance.accounts import operations
from assurance.accounts.access import Role
from assurance.accounts.history_page import about
from assurance.accounts.models.accounts import User
from assurance.accounts.models.sign_in import changed_accounts, unrecorded_accounts
from assurance.accounts.sign_in_links import sign_in_address
from assurance.records.history import CommandLine, HistoryEntry
from reports.data_protection.operations import erasure
from tests import cast

pytestmark = pytest.mark.django_db
BY, DAY = CommandLine("test"), date(2016, 1, 18)
NEW = "quite another pass phrase"


@pytest.fixture
def user():
    """An account that the program made, with a password."""
    made = operations.add_account(
        council=cast.make_council(),
        email="head@netherby.example",
        name="Head of Service",
        role=Role.CLERK,
        subject="",
        from_date=DAY,
        password=cast.PASSWORD,
        by=BY,
        on=DAY,
    )
    assert changed(made) == [] and [*unrecorded_accounts(made.council)] == []
    return made


def changed(user):
    """The keys of the accounts of the same council that were changed past the program."""
    return [found.pk for found in changed_accounts(user.council)]


def signed_in(client, user, password=cast.PASSWORD):
    """The browser, signed in as `user`."""
    client.post(reverse("account_login"), {"login": user.email, "password": password})
    return client


def test_a_password_changed_on_its_page_is_in_history_and_signing_in_changes_nothing(client, user):
    signed_in(client, user)
    count = HistoryEntry.objects.count()
    assert client.get(reverse("home")).status_code == 200 and changed(user) == []
    fields = {"oldpassword": cast.PASSWORD, "password1": NEW, "password2": NEW}
    client.post(reverse("account_change_password"), fields)
    user.refresh_from_db()
    assert user.check_password(NEW) and changed(user) == []
    entry = HistoryEntry.objects.get(seq=count + 1)
    assert (entry.what, entry.who) == ("accounts.change_sign_in", user.history_name)
    assert user.password not in str(entry.changes)
    assert next(line.changes for line in about(user)) == {}, "a digest is nothing to read"


def test_a_password_set_by_a_link_is_in_history(client, user):
    own = User.objects.get(pk=user.pk)
    form = client.get(sign_in_address(own), follow=True)
    client.post(form.request["PATH_INFO"], {"password1": NEW, "password2": NEW})
    user.refresh_from_db()
    assert user.check_password(NEW) and changed(user) == []


def test_a_second_step_that_is_added_used_and_taken_away_is_in_history(
    client, user, django_capture_on_commit_callbacks
):
    signed_in(client, user)
    page = client.get(reverse("mfa_activate_totp"))
    if page.status_code == 302:
        client.post(page.url, {"password": cast.PASSWORD})
        page = client.get(reverse("mfa_activate_totp"))
    secret = page.context["form"].secret
    counter = next(iter(yield_hotp_counters_from_time()))
    code = format_hotp_value(hotp_value(secret, counter))
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("mfa_activate_totp"), {"code": code})
    assert Authenticator.objects.filter(user=user).count() == 2 and changed(user) == []
    codes = Authenticator.objects.get(user=user, type=Authenticator.Type.RECOVERY_CODES)
    codes.data["used_mask"] = 3
    codes.save()
    assert changed(user) == [], "a code that was used is no change"
    Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).delete()
    assert changed(user) == [user.pk], "a step that went past the program is"


def test_a_password_hashed_by_an_earlier_recipe_is_hashed_anew_and_recorded(client, user, settings):
    settings.PASSWORD_HASHERS = [
        "django.contrib.auth.hashers.PBKDF2PasswordHasher",
        *settings.PASSWORD_HASHERS,
    ]
    before = user.password
    signed_in(client, user)
    user.refresh_from_db()
    assert user.password != before and user.password.startswith("pbkdf2_sha256$")
    assert changed(user) == []


def adopt(user):
    """Takes everything into history as it is."""
    by = cast.administrator(user.council).email
    call_command("verify", adopt="Looked at.", account=by, stdout=StringIO())


def outside(user, how):
    """Changes what opens the account past the program."""
    if how == "password":
        User.objects.filter(pk=user.pk).update(password=make_password(NEW))
    elif how == "address":
        EmailAddress.objects.create(user=user, email="thief@elsewhere.example", verified=True)
    elif how == "provider":
        SocialAccount.objects.create(user=user, provider="council", uid="thief")
    else:
        Authenticator.objects.create(user=user, type="totp", data={"secret": "x"})


@pytest.mark.parametrize("how", ["password", "address", "step", "provider"])
def test_what_opens_an_account_and_was_changed_past_the_program_is_named(user, how):
    outside(user, how)
    assert changed(user) == [user.pk]
    with pytest.raises(CommandError, match=f"netherby/records/{user.history_name} is not as its"):
        call_command("verify", stdout=StringIO())
    adopt(user)
    assert changed(user) == []


def test_the_own_address_of_an_account_opens_nothing_more(user):
    EmailAddress.objects.create(user=user, email=user.email.upper(), verified=True, primary=True)
    assert changed(user) == []


def test_an_account_without_a_digest_is_not_compared_until_it_is_adopted(user):
    other = cast.make_user(council=user.council)
    outside(other, "password")
    assert [*unrecorded_accounts(user.council)] == [other] and changed(user) == []
    adopt(user)
    assert [*unrecorded_accounts(user.council)] == []
    outside(other, "address")
    assert changed(user) == [other.pk]


def test_an_erased_account_is_as_history_has_it(user):
    operations.add_account(
        council=user.council, email="a@netherby.example", name="Administrator",
        role=Role.ADMINISTRATOR, subject="", from_date=DAY, by=BY, on=DAY,
    )  # fmt: skip
    operations.deactivate(user=user, by=cast.administrator(user.council), on=DAY)
    lead = cast.data_protection_lead()
    erasure.erase_account(user=user, because="Request 4", by=lead, on=DAY)
    assert user.pk not in changed(user)
