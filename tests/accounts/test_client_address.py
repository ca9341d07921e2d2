"""From which address a request comes, behind none, one or several web servers."""

import ipaddress

import pytest
from axes.helpers import get_client_ip_address
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from assurance.accounts.adapter import ClosedAccounts
from assurance.accounts.client_address import client_address, counted_address
from tests import cast
from tests.cases import written_cases

READER, OFFICE, CLAIMED = "198.51.100.7", "203.0.113.20", "192.0.2.99"


@pytest.mark.parametrize(
    ("remote", "forwarded", "expected"),
    [
        (READER, None, READER),
        (READER, CLAIMED, READER),
        ("127.0.0.1", None, "127.0.0.1"),
        ("127.0.0.1", READER, READER),
        ("::1", "2001:db8::5", "2001:db8::5"),
        ("127.0.0.1", "[2001:db8::5]", "2001:db8::5"),
        ("127.0.0.1", f"{CLAIMED}, {READER}", READER),
        ("127.0.0.1", f"{CLAIMED}, {READER}, 10.1.2.3", READER),
        ("", READER, READER),
        ("127.0.0.1", "unknown", "127.0.0.1"),
        ("127.0.0.1", f"{READER}, <script>", "127.0.0.1"),
        ("127.0.0.1", "", "127.0.0.1"),
        ("127.0.0.1", f"{READER}:55123", "127.0.0.1"),
    ],
)
def test_only_own_servers_say_from_where_a_reader_comes(rf, settings, remote, forwarded, expected):
    settings.TRUSTED_PROXIES = ["127.0.0.1", "::1", "10.0.0.0/8"]
    extra = {} if forwarded is None else {"HTTP_X_FORWARDED_FOR": forwarded}
    request = rf.get("/", REMOTE_ADDR=remote, **extra)
    assert client_address(request) == expected
    counted = counted_address(request)
    assert get_client_ip_address(request) == counted
    assert ClosedAccounts().get_client_ip(request) == counted


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        (READER, READER),
        ("2001:db8:1:2::5", "2001:db8:1:2::"),
        ("2001:db8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2::"),
        ("2001:db8:1:3::5", "2001:db8:1:3::"),
        (f"::ffff:{READER}", READER),
        ("", ""),
    ],
)
def test_tries_are_counted_by_network_where_one_person_has_all_its_addresses(rf, address, counted):
    assert counted_address(rf.get("/", REMOTE_ADDR=address)) == counted


@pytest.mark.django_db
def test_another_address_of_the_same_network_gives_no_further_tries():
    person = cast.with_password(cast.approver())
    sign_in = reverse("account_login")
    statuses = [
        Client(REMOTE_ADDR=f"2001:db8:1:1::{number}")
        .post(sign_in, {"login": person.email, "password": "a wrong pass phrase"})
        .status_code
        for number in range(1, 9)
    ]
    assert statuses[:4] == [200] * 4 and statuses[-3:] == [429] * 3


@written_cases()
@given(st.text(max_size=60), st.ip_addresses())
def test_nothing_that_a_reader_writes_moves_the_address_that_nginx_saw(claimed, seen):
    request = type("Request", (), {"META": {"REMOTE_ADDR": "127.0.0.1"}})
    request.META["HTTP_X_FORWARDED_FOR"] = f"{claimed},{seen}"
    expected = str(seen) if seen not in map(ipaddress.ip_address, ("127.0.0.1", "::1")) else None
    assert expected in (None, client_address(request))


@pytest.mark.django_db
def test_an_outsider_behind_the_same_web_server_cannot_lock_a_named_person_out():
    person = cast.with_password(cast.approver())
    sign_in = reverse("account_login")
    outsider = Client(REMOTE_ADDR="127.0.0.1", headers={"x-forwarded-for": OFFICE})
    for _ in range(30):
        answer = outsider.post(sign_in, {"login": person.email, "password": "a wrong pass phrase"})
    assert answer.status_code == 429
    own = Client(REMOTE_ADDR="127.0.0.1", headers={"x-forwarded-for": READER})
    own.post(sign_in, {"login": person.email, "password": cast.PASSWORD})
    assert own.get(reverse("home")).status_code == 200


@pytest.mark.django_db
def test_many_addresses_together_cannot_lock_a_named_person_out_either():
    person = cast.with_password(cast.approver())
    sign_in = reverse("account_login")
    for number in range(30):
        guesser = Client(REMOTE_ADDR=f"192.0.2.{number}")
        guesser.post(sign_in, {"login": person.email, "password": "a wrong pass phrase"})
    own = Client(REMOTE_ADDR=READER)
    own.post(sign_in, {"login": person.email, "password": cast.PASSWORD})
    assert own.get(reverse("home")).status_code == 200
