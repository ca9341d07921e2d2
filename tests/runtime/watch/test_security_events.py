"""Security events reach the council's own watch as lines of JSON, by keys and never by names."""

import json
import logging
import socket
from contextlib import contextmanager
from datetime import date
from types import SimpleNamespace

import pytest
from django.core.cache import cache
from django.urls import reverse

from assurance.accounts.access import Role
from assurance.accounts.models.access_log import LoggedAccess, log_access
from assurance.accounts.operations import add_grant, deactivate
from assurance.records.history import CommandLine
from assurance.runtime.watch.log_lines import JsonLines
from assurance.runtime.watch.security_events import SocketHandler, note_entry, note_event
from reports.issue.models.site import CHANGED
from reports.issue.site import jobs
from tests import cast
from tests.server.proxied import free_port

ON = date(2016, 1, 18)


@contextmanager
def sent_to(address):
    """Leads security events to a socket."""
    handler, logger = SocketHandler(address), logging.getLogger("candour.security")
    handler.setFormatter(JsonLines())
    logger.addHandler(handler)
    level = logger.level
    logger.setLevel(logging.INFO)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)
        handler.close()


@pytest.fixture
def listener(tmp_path):
    """A socket that takes datagrams; its address and what it was sent, line by line."""
    place = str(tmp_path / "log")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as taking:
        taking.bind(place)
        taking.settimeout(0.2)

        def lines():
            while True:
                try:
                    yield taking.recv(65536).decode()
                except TimeoutError:
                    return

        with sent_to(f"unix://{place}"):
            yield lambda: [json.loads(line[line.index("{") :]) for line in lines()]


def events(lines, *names):
    """The named fields of each event."""
    return [(one["event"], *(one.get(name) for name in names)) for one in lines]


@pytest.mark.django_db(transaction=True)
def test_what_is_done_to_accounts_and_records_is_told_by_keys(client, listener):
    cache.clear()
    admin, user = cast.administrator(), cast.clerk()
    listener()
    add_grant(user=user, role=Role.MEMBER, subject="", from_date=ON, by=admin, on=ON)
    deactivate(user=user, by=admin, on=ON)
    log_access(admin, LoggedAccess.EXPORT, "Staff of North", 12)
    jobs._note_check(user.council, [("a.html", CHANGED, "")], editions=1, files=1)
    lines = listener()
    assert events(lines) == [
        ("grant added",),
        ("account deactivated",),
        ("access logged",),
        ("verify fault",),
    ]
    assert lines[0]["council"] == user.council.slug and lines[1]["entry"] == lines[0]["entry"] + 1
    told = events(lines, "account", "kind", "results")
    assert told[2] == (
        "access logged",
        admin.pk,
        "export",
        12,
    )
    assert events(lines, "council", "faults")[3] == ("verify fault", user.council.slug, 1)
    assert user.name not in json.dumps(lines) and "North" not in json.dumps(lines)


@pytest.mark.django_db(transaction=True)
def test_wrong_passwords_and_a_lock_are_told_with_the_address_and_no_e_mail_address(
    client, listener
):
    cache.clear()
    user = cast.clerk()
    listener()
    for email in (user.email.upper(), *[user.email] * 4, "nobody@netherby.example"):
        client.post(
            reverse("account_login"),
            {"login": email, "password": "wrong-wrong"},
            REMOTE_ADDR="203.0.113.9",
        )
    lines = listener()
    told = events(lines, "account", "address")
    assert told[:5] == [("sign-in failed", user.pk, "203.0.113.9")] * 5
    assert ("sign-in locked", user.pk, "203.0.113.9") in told
    assert told[-1] == ("sign-in failed", None, "203.0.113.9")
    assert "@" not in json.dumps(lines)


def record():
    """A record of an event."""
    made = logging.LogRecord("candour.security", logging.INFO, "", 0, "", (), None)
    made.fields = {"event": "grant added"}
    return made


def test_a_line_is_one_of_syslog_by_datagram_and_by_stream(capsys):
    with (
        socket.create_server(("127.0.0.1", 0)) as stream,
        sent_to(f"tcp://127.0.0.1:{stream.getsockname()[1]}"),
    ):
        for handler in logging.getLogger("candour.security").handlers[-1:]:
            handler.emit(record())
            handler.emit(record())
        line, _where = stream.accept()
        with line:
            text = line.recv(65536).decode()
    assert [one[:6] for one in text.splitlines()] == ["<109>1", "<109>1"]
    assert json.loads(text.splitlines()[0].split(" - - - ")[1])["event"] == "grant added"
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("scheme", ["tcp", "unix"])
def test_what_nobody_takes_is_printed_and_the_next_one_tries_again(scheme, capsys, tmp_path):
    place = f"127.0.0.1:{free_port()}" if scheme == "tcp" else f"{tmp_path}/nobody"
    handler = SocketHandler(f"{scheme}://{place}")
    handler.setFormatter(JsonLines())
    handler.emit(record())
    assert json.loads(capsys.readouterr().err)["event"] == "grant added"
    if scheme == "unix":
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as taking:
            taking.bind(place)
            handler.emit(record())
            assert b"grant added" in taking.recv(65536)
    handler.close()


@pytest.mark.parametrize(
    "address",
    [
        "http://siem.example",
        "siem.example:514",
        "",
        "udp://siem.example",
        "tcp://:514",
        "tcp://",
        "udp://siem.example:0",
        "unix://",
        "unix://siem.example",
    ],
)
def test_an_address_that_leads_nowhere_is_refused_at_the_start(address):
    with pytest.raises(ValueError, match="CANDOUR_SECURITY_LOG"):
        SocketHandler(address)


@pytest.mark.parametrize("port", ["words", "65536"])
def test_a_port_that_is_none_is_refused_at_the_start(port):
    with pytest.raises(ValueError, match="Port"):
        SocketHandler(f"udp://siem.example:{port}")


@pytest.mark.parametrize(
    ("family", "host", "named"),
    [(socket.AF_INET, "127.0.0.1", "127.0.0.1"), (socket.AF_INET6, "::1", "[::1]")],
)
def test_a_datagram_is_one_line_without_an_end_whatever_the_kind_of_address(family, host, named):
    with socket.socket(family, socket.SOCK_DGRAM) as taking:
        try:
            taking.bind((host, 0))
        except OSError:
            pytest.skip("this machine has no such address")
        taking.settimeout(5)
        handler = SocketHandler(f"udp://{named}:{taking.getsockname()[1]}")
        handler.setFormatter(JsonLines())
        handler.emit(record())
        text = taking.recv(65536).decode()
        assert text.startswith("<109>1 1") or text.startswith("<109>1 2")
        assert json.loads(text.split(" - - - ")[1])["event"] == "grant added" and text[-1] == "}"
        handler.close()
        handler.close()
        assert handler.socket is None


def test_an_entry_of_history_that_is_no_security_event_is_not_told(listener):
    entry = SimpleNamespace(what="people.add_team", council="north", seq=7, actor_kind="x")
    note_entry(entry, CommandLine("test"))
    assert listener() == []


@pytest.mark.django_db
def test_an_event_of_what_was_given_up_is_not_told(listener, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as waiting:
        note_event("grant added")
    assert len(waiting) == 1 and not listener()
