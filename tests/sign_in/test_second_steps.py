"""What signing in asks of the library beside its pages: which second step may go, passkeys that
cannot be read, devices, jobs about accounts that are not there."""

import struct
import time
from datetime import timedelta

import pytest
from allauth.core import context
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from allauth.socialaccount.adapter import get_adapter as social_adapter
from allauth.socialaccount.models import SocialAccount
from django.core import mail
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.test import RequestFactory
from django.urls import reverse

from assurance.accounts.models.accounts import User
from assurance.accounts.sign_in_changes import _record
from assurance.records.email import OutgoingEmail
from assurance.records.history import HistoryEntry
from assurance.runtime.periods import this_moment
from assurance.sign_in import jobs, rules
from assurance.sign_in.library_forms.authenticator_app import CodeAgainForm, CodeForm
from assurance.sign_in.library_forms.passkeys import (
    UNREADABLE,
    PasskeyAgainForm,
    PasskeyNameForm,
    unreadable_refused,
)
from assurance.sign_in.models.devices import KnownDevice, count_failure, digest_of
from tests import cast
from tests.make import sign_in as make
from tests.page_requests import words
from tests.sign_in.asked_provider import BEGIN, is_in, provider, sign_in
from tests.sign_in.one_time_codes import code_of

pytestmark = pytest.mark.django_db
__all__ = ["provider"]
STEP, CODES = Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES
PASSKEY = Authenticator.Type.WEBAUTHN


def step(user, kind=STEP):
    """A second step of an account."""
    return Authenticator.objects.create(user=user, type=kind, data={"name": "Key"})


def may_go(row):
    """Whether the holder may remove it."""
    return get_adapter().can_delete_authenticator(row)


def test_recovery_codes_may_go_and_of_two_steps_either_but_not_the_last_that_is_needed():
    make.two_step_policy()
    user, free = cast.approver(), cast.officer()
    app, codes = step(user), step(user, CODES)
    assert may_go(codes) and not may_go(app)
    passkey = step(user, PASSKEY)
    assert may_go(app) and may_go(passkey)
    passkey.delete()
    assert not may_go(app)
    # The step of another account is no other step, and without a need the only one may go.
    assert may_go(step(free)) and not may_go(app)
    user.grants.update(to_date=this_moment().date() - timedelta(days=2))
    assert may_go(Authenticator.objects.get(pk=app.pk))


def test_a_new_passkey_is_called_by_its_number_among_those_of_its_holder():
    user, other = cast.clerk(), cast.clerk()
    step(user, PASSKEY), step(user), step(other, PASSKEY)
    name = get_adapter().generate_authenticator_name
    assert (name(user, PASSKEY), name(cast.clerk(), PASSKEY)) == ("Passkey 2", "Passkey 1")


@pytest.mark.parametrize("kind", UNREADABLE)
def test_what_the_library_cannot_read_is_a_wrong_passkey(kind):
    with pytest.raises(ValidationError) as refusal, unreadable_refused():
        raise kind
    assert refusal.value.code == "incorrect_code"
    assert isinstance(refusal.value.__cause__, kind)


def test_another_fault_is_not_called_a_wrong_passkey():
    with pytest.raises(ZeroDivisionError), unreadable_refused():
        struct.pack("!I", 1 // 0)
    with unreadable_refused():
        assert struct.pack("!I", 1)


@pytest.mark.parametrize("credential", ["", "{", "[]", "{}", "7", "null", '{"id": "YQ"}'])
def test_a_passkey_asked_for_again_that_cannot_be_read_is_refused(rf, credential):
    with context.request_context(rf.post("/")):
        form = PasskeyAgainForm({"credential": credential}, user=cast.clerk())
        assert not form.is_valid() and [*form.errors] == ["credential"]


@pytest.mark.parametrize(
    ("name", "is_valid"),
    [("", False), (" ", False), ("Key", True), ("x" * 100, True), ("x" * 101, False)],
)
def test_the_name_of_a_passkey_is_asked_for_and_has_a_hundred_letters_at_most(name, is_valid):
    form = PasskeyNameForm({"name": name}, instance=step(cast.clerk(), PASSKEY))
    assert form.fields["name"].label == "Name of the passkey"
    assert form.is_valid() is is_valid
    assert [*form.errors] == ([] if is_valid else ["name"])


@pytest.mark.parametrize("fields", [{"is_active": False}, {"council": None}, {"by_provider": True}])
def test_no_job_writes_to_an_account_that_cannot_sign_in_with_a_password(fields):
    user = cast.with_password(cast.clerk())
    User.objects.filter(pk=user.pk).update(**fields)
    jobs.tell_of_tries.call(user.pk)
    jobs.send_password_link.call(user.pk, "https://candour.example/")
    assert not mail.outbox and not OutgoingEmail.objects.exists()


def test_a_job_about_nobody_does_nothing():
    for number in (0, 10**9):
        jobs.send_account_emails.call(number)
        jobs.tell_of_tries.call(number)
        jobs.send_password_link.call(number, "https://candour.example/")
    assert not mail.outbox and not OutgoingEmail.objects.exists()


def test_wrong_passwords_are_told_of_once_a_day():
    user = cast.with_password(cast.clerk())
    jobs.tell_of_tries.call(user.pk)
    jobs.tell_of_tries.call(user.pk)
    jobs.send_account_emails.call(user.pk)
    assert [letter.to for letter in mail.outbox] == [[user.email]]
    assert OutgoingEmail.objects.get().state == "sent"


def test_a_device_is_known_until_its_last_moment_and_to_its_own_account_alone():
    device, moment = make.known_device(), this_moment()
    email = device.user.email
    known = KnownDevice.objects.of_tokens
    device.used_at = moment - rules.DEVICE_KEPT + timedelta(seconds=1)
    device.save()
    tokens = ["another", "a token of a device"]
    assert known(tokens, email, moment) == device
    assert known(tokens, cast.clerk().email, moment) is None
    assert known(["another", ""], email, moment) is known([], email, moment) is None
    assert not KnownDevice.objects.forgotten_by(moment).exists()
    later = moment + timedelta(seconds=1)
    assert known(tokens, email, later) is None
    assert [*KnownDevice.objects.forgotten_by(later)] == [device]
    assert [*KnownDevice.objects.visible_to(device.user)] == [device]
    assert str(device) == f"device {device.pk}" and device.digest == digest_of(tokens[1])


def test_a_device_waits_after_its_last_try_and_counts_anew_from_the_end_of_the_wait():
    device, moment = make.known_device(), this_moment()
    for number in range(1, rules.TRIES_OF_DEVICE + 1):
        assert not device.is_shut(moment)
        assert count_failure(device, moment).failures == number
    ends = moment + rules.DEVICE_SHUT
    assert device.is_shut(moment) and device.is_shut(ends - timedelta(seconds=1))
    assert not device.is_shut(ends)
    assert count_failure(device, ends).failures == 1
    device.failures = 1000
    assert count_failure(device, ends).failures == 1000


def test_a_change_of_an_account_of_the_machine_has_no_history_and_of_another_one_entry():
    machine = User.objects.create_account(email="m@example.org", name="Machine", council=None)
    _record(machine)
    assert not HistoryEntry.objects.exists()
    user = cast.clerk()
    _record(user)
    assert HistoryEntry.objects.get().what == "accounts.change_sign_in"


def test_a_provider_of_a_council_that_is_not_there_lets_nobody_in(client, provider, settings):
    entry = settings.IDENTITY_PROVIDERS["netherby"]
    settings.IDENTITY_PROVIDERS = {"netherby": {**entry, "council": "nowhere"}}
    answer = sign_in(client)
    assert answer.status_code == 403
    assert "set up for a council that this service does not have" in words(answer)
    assert not is_in(client) and not SocialAccount.objects.exists()
    assert not User.objects.filter(by_provider=True).exists()


def test_signing_in_begins_at_the_address_of_the_provider(rf, provider):
    request = rf.get("/")
    asked = social_adapter().get_provider(request, "netherby")
    assert asked.get_login_url(request) == BEGIN == reverse("sign_in:provider", args=["netherby"])
    assert asked.extract_extra_data({"email": "a@b.example"}) == {}
    assert asked.extract_email_addresses({"email": "a@b.example"}) == []


def test_a_review_says_its_outcome_and_day():
    review = make.grant_review()
    assert str(review) == f"{review.get_outcome_display()} on 2016-03-01"
    assert review.council == review.grant.user.council


def test_five_wrong_codes_shut_the_second_step_from_every_address_and_a_right_one_counts_anew():
    cache.clear()
    user = cast.clerk()
    codes = RecoveryCodes.activate(user).get_unused_codes()

    def refusal(code, address, form=CodeForm):
        request = RequestFactory().post("/", REMOTE_ADDR=address)
        with context.request_context(request):
            answer = form({"code": code}, user=user)
            return "" if answer.is_valid() else answer.errors["code"][0]

    wrong = [refusal("000000", f"203.0.113.{number}") for number in range(4)]
    assert refusal(codes[0], "203.0.113.9") == ""
    wrong += [refusal("000000", f"203.0.113.{number}", CodeAgainForm) for number in range(5)]
    assert all("wrong or too old" in sentence for sentence in wrong)
    assert "Too many wrong entries" in refusal(codes[1], "203.0.113.99")


def test_a_code_counts_once_and_for_its_own_account(monkeypatch):
    secret, now = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", time.time()
    users = cast.clerk(), cast.approver()
    for user in users:
        TOTP.activate(user, secret)

    def is_taken(user, after):
        cache.clear() if after is None else None
        monkeypatch.setattr(time, "time", lambda: now + (after or 0))
        with context.request_context(RequestFactory().post("/")):
            code = code_of(secret, now + 30)
            written = f"{code[:3]} {code[3:]}" if after else code
            return CodeForm({"code": written}, user=user).is_valid()

    taken = [is_taken(users[0], after) for after in (None, 0, 35, 59)]
    assert taken == [True, False, False, False]
    assert is_taken(users[1], 59)
