"""Wrong passwords: counted by account, address and device, told to the person, never theirs to
suffer from; and a new password that gives nothing away."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt, AccessFailureLog
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from assurance.accounts.models.accounts import User
from assurance.records.email import OutgoingEmail
from assurance.runtime.periods import this_moment
from assurance.sign_in.devices.cookie import NAME
from assurance.sign_in.jobs import forget_old_devices, send_password_link, tell_of_tries
from assurance.sign_in.models.devices import KnownDevice
from tests import cast
from tests.make import sign_in as make

pytestmark = pytest.mark.django_db
READER, OFFICE = "198.51.100.7", "203.0.113.20"


@pytest.fixture(autouse=True)
def addresses_begin_anew():
    """Tries from an address count towards its limit in the tests that follow, too."""
    cache.clear()
    yield
    cache.clear()


def tries(client, user, number, password="a wrong pass phrase"):
    """The answers to so many tries with a password."""
    typed = {"login": user.email, "password": password}
    return [client.post(reverse("account_login"), typed) for _ in range(number)]


def is_in(client):
    """Whether a page answers."""
    return client.get(reverse("home")).status_code == 200


def behind(address, **more):
    """A browser at an address behind the council's own web server."""
    return Client(REMOTE_ADDR="127.0.0.1", headers={"x-forwarded-for": address}, **more)


def test_a_known_device_signs_in_while_its_own_address_is_shut_by_somebody_else():
    person = cast.with_password(cast.approver())
    own = behind(OFFICE)
    tries(own, person, 1, cast.PASSWORD)
    assert is_in(own)
    cookie = own.cookies[NAME]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")
    assert cookie.value not in KnownDevice.objects.get().digest
    own.post(reverse("account_logout"))
    # A colleague, or somebody in the council's café, at the same address.
    assert tries(behind(OFFICE), person, 6)[-1].status_code == 429
    tries(own, person, 1, cast.PASSWORD)
    assert is_in(own)
    # Without the cookie the address counts; elsewhere it does not, with the cookie or without.
    stranger = behind(OFFICE)
    assert tries(behind(OFFICE), person, 6)[-1].status_code == 429
    assert tries(stranger, person, 1, cast.PASSWORD)[0].status_code == 429
    for browser in (behind(READER), own):
        tries(browser, person, 1, cast.PASSWORD)
        assert is_in(browser)


def test_a_device_counts_its_own_tries_for_its_own_account_alone():
    person, other = (cast.with_password(user) for user in (cast.approver(), cast.clerk()))
    own = behind(OFFICE)
    tries(own, person, 1, cast.PASSWORD)
    own.post(reverse("account_logout"))
    assert tries(own, person, 5)[-1].status_code == 429
    assert tries(own, person, 1, cast.PASSWORD)[0].status_code == 429
    assert not is_in(own)
    # For another account the same browser is a stranger, and a copied cookie opens nothing there.
    assert tries(own, other, 6)[-1].status_code == 429
    KnownDevice.objects.update(failed_at=this_moment() - timedelta(minutes=16))
    AccessAttempt.objects.all().delete()
    tries(own, person, 1, cast.PASSWORD)
    assert is_in(own)
    assert KnownDevice.objects.get(user=person).failures == 0


@pytest.mark.parametrize("written", ["", ".", "made.up", "x" * 5000, "\0", "é.è"])
def test_a_cookie_that_no_device_has_makes_nobody_known(written):
    person = cast.with_password(cast.approver())
    # Written as bytes arrive: Python's own cookies refuse to hold what a stranger may send.
    forger = behind(OFFICE, HTTP_COOKIE=f"{NAME}={written}")
    assert tries(forger, person, 6)[-1].status_code == 429


def test_a_device_is_forgotten_when_nobody_signed_in_from_it_for_long():
    user = cast.clerk()
    old = this_moment() - timedelta(days=90, minutes=1)
    make.known_device(user, "old", used_at=old)
    kept = make.known_device(user, "kept", used_at=this_moment() - timedelta(days=89))
    rows = KnownDevice.objects
    assert rows.of_tokens(["old"], user.email, this_moment()) is None
    assert rows.of_tokens(["kept"], user.email, this_moment()) == kept
    assert rows.of_tokens(["kept"], "other@netherby.example", this_moment()) is None
    forget_old_devices.enqueue()
    assert list(rows.all()) == [kept]


def test_the_person_is_told_of_many_tries_once_a_day():
    person = cast.with_password(cast.approver())
    tries(behind(OFFICE), person, 4)
    assert not mail.outbox
    tries(behind(READER), person, 1)
    [letter] = mail.outbox
    assert letter.to == [person.email]
    assert person.council.name in letter.subject
    assert "at least five wrong passwords" in letter.body
    assert OFFICE not in letter.body
    for number in range(12):
        tries(behind(f"192.0.2.{number}"), person, 1)
    assert len(mail.outbox) == 1
    assert AccessFailureLog.objects.filter(username=person.email).count() == 17
    # The next day it is another e-mail.
    day = OutgoingEmail.objects.get().day - timedelta(days=1)
    OutgoingEmail.objects.update(day=day, occasion=day.isoformat())
    tell_of_tries.enqueue(person.pk)
    assert len(mail.outbox) == 2


def test_nobody_else_is_told_and_no_account_is_found_out():
    provided = cast.clerk()
    User.objects.filter(pk=provided.pk).update(by_provider=True)
    stopped = cast.clerk()
    User.objects.filter(pk=stopped.pk).update(is_active=False)
    for account in (provided, stopped, User(email="nobody@netherby.example")):
        tries(behind(OFFICE), account, 6)
    for account in (0, provided.pk, stopped.pk, 999_999):
        tell_of_tries.enqueue(account)
        send_password_link.enqueue(account, "https://candour.example")
    assert not mail.outbox


def statements(ask):
    """The statements of the database that `ask` makes, without their values."""
    with CaptureQueriesContext(
        connection,
    ) as asked:
        ask()
    return [query["sql"].split("VALUES")[0].split("WHERE")[0] for query in asked]


def test_a_new_password_makes_the_same_work_for_every_address(settings):
    settings.JOBS = "worker"
    known, provided = cast.with_password(cast.clerk()), cast.clerk()
    User.objects.filter(pk=provided.pk).update(by_provider=True)
    address = reverse("account_reset_password")
    made = []
    for email in (known.email, provided.email, "nobody@netherby.example", known.email.upper()):
        client = Client()
        client.get(address)
        made.append(statements(lambda c=client, e=email: c.post(address, {"email": e})))
    assert made[0] == made[1] == made[2] == made[3]
    # What takes its time waits in the queue, the same for all but the number.
    jobs = [row.args_kwargs["args"] for row in DBTaskResult.objects.order_by("enqueued_at")]
    assert [job[0] for job in jobs] == [known.pk, provided.pk, 0, known.pk]
    assert {job[1] for job in jobs} == {"http://testserver"}
    assert not mail.outbox


def test_the_letter_speaks_for_the_council_and_its_link_opens(settings):
    settings.PUBLIC_ADDRESS = "https://reports.netherby.example/"
    user = cast.with_password(cast.clerk())
    Client().post(reverse("account_reset_password"), {"email": user.email})
    [letter] = mail.outbox
    assert letter.subject == f"{user.council.name}: choose a new password"
    assert user.council.name in letter.body
    text = f"{letter.subject} {letter.body}"
    assert "testserver" not in text
    assert "localhost" not in text
    [link] = [word for word in letter.body.split() if word.startswith("https://")]
    holder = Client()
    there = holder.get(link.removeprefix("https://reports.netherby.example"), follow=True)
    typed = {"password1": "another pass phrase", "password2": "another pass phrase"}
    holder.post(there.redirect_chain[-1][0], typed)
    tries(holder, user, 1, "another pass phrase")
    assert is_in(holder)
