"""The numbers for Prometheus: private, right by a second reckoning, and nothing of a person."""

import re
from datetime import timedelta
from math import trunc

import pytest
from django.db import connection
from django.urls import reverse

from assurance.runtime.periods import this_moment
from assurance.runtime.watch.measures import Measures
from reports.issue.models.site import SiteCheck, SiteFault
from reports.service.backup import last
from reports.service.backup.last import last_backup, note_backup
from reports.service.models import WorkerHeartbeat
from reports.service.watch import metrics
from tests.cast import make_council
from tests.make import readers
from tests.service.tasks import remember

pytestmark = pytest.mark.django_db
LINE = re.compile(r'candour_(\w+)(?:\{((?:\w+="[^"]*",?)+)\})? (-?[\d.]+)')


def asked(client, **more):
    """Name and labels → number, of every line; each name has its words and its kind first."""
    answer = client.get(reverse("metrics"), **more)
    assert answer.status_code == 200 and answer["Content-Type"].startswith("text/plain")
    numbers, known = {}, set()
    for line in answer.content.decode().splitlines():
        if line.startswith("#"):
            known.add(line.split()[2].removeprefix("candour_"))
            continue
        name, labels, value = LINE.fullmatch(line).groups()
        assert {name, re.sub("_(bucket|sum|count)$", "", name)} & known, line
        numbers[f"{name} {labels or ''}".strip()] = float(value)
    return numbers


@pytest.mark.parametrize(
    ("more", "allowed"),
    [
        ({}, True),
        ({"REMOTE_ADDR": "::1"}, True),
        ({"REMOTE_ADDR": "203.0.113.9"}, False),
        # A service that is bound to every address of both kinds.
        ({"REMOTE_ADDR": "::ffff:127.0.0.1"}, True),
        ({"REMOTE_ADDR": "::ffff:203.0.113.9"}, False),
        ({"REMOTE_ADDR": "fe80::1%eth0"}, False),
        # nginx asks from this machine, and says for whom.
        ({"HTTP_X_FORWARDED_FOR": "127.0.0.1"}, False),
        ({"REMOTE_ADDR": ""}, False),
    ],
)
def test_they_are_given_to_this_machine_alone_and_never_through_a_web_server(client, more, allowed):
    assert client.get(reverse("metrics"), **more).status_code == (200 if allowed else 404)


def test_a_network_that_is_named_may_ask(client, settings):
    settings.METRICS_FROM = ["10.1.0.0/16"]
    assert client.get(reverse("metrics"), REMOTE_ADDR="10.1.7.9").status_code == 200
    assert client.get(reverse("metrics")).status_code == 404


def test_what_a_database_does_not_answer_is_left_out_and_the_rest_is_whole(settings):
    settings.MEASURES_ROOT = None
    whole = metrics.as_text(this_moment())
    assert "candour_verify_faults 0\n" in whole and "requests" not in whole
    with connection.cursor() as cursor:
        table = connection.ops.quote_name(SiteFault._meta.db_table)
        cursor.execute(f"ALTER TABLE {table} RENAME TO gone")
    text = metrics.as_text(this_moment())
    assert "candour_verify_faults" not in text and "candour_ready 1\n" in text
    assert all(LINE.fullmatch(line) for line in text.splitlines() if line[0] != "#")


@pytest.mark.parametrize("seconds", [-60, 0, 59.9])
def test_a_backup_of_a_clock_that_is_ahead_is_of_now(settings, tmp_path, seconds):
    settings.VAR = tmp_path
    now = this_moment()
    note_backup(now - timedelta(seconds=seconds))
    assert f"candour_backup_seconds {max(0, trunc(seconds))}\n" in metrics.as_text(now)


@pytest.mark.parametrize(
    "words", [b"", b"yesterday", b"2016-01-20T02:30:05", b"2016-02-30T00:00:00+00:00", b"\xff\xfe"]
)
def test_a_last_backup_without_a_moment_is_none_and_stops_no_number(settings, tmp_path, words):
    settings.VAR = tmp_path
    (tmp_path / last.NAME).write_bytes(words)
    assert last_backup() is None
    assert "backup_seconds" not in metrics.as_text(this_moment())


def test_a_moment_with_an_end_of_line_is_read_and_an_unwritable_folder_is_passed(
    settings, tmp_path
):
    settings.VAR = tmp_path
    (tmp_path / last.NAME).write_text("2016-02-29T23:59:59+01:00\n")
    assert last_backup().isoformat() == "2016-02-29T23:59:59+01:00"
    settings.VAR = tmp_path / "no such folder"
    note_backup(this_moment())
    assert last_backup() is None and not settings.VAR.exists()


def test_the_service_is_counted_in_numbers_and_nobody_is_named(client, settings, tmp_path):
    settings.JOBS, settings.VAR, settings.MEASURES_ROOT = "worker", tmp_path, tmp_path / "m"
    assert "backup_seconds" not in asked(client) and "verify_seconds" not in asked(client)
    now, hour = this_moment(), timedelta(hours=1)
    remember.enqueue(1)
    row = readers.following(email="reader@example.org")
    other = make_council("eborford", "Eborford")
    for council, at in ((row.council, now - hour), (row.council, now), (other, now - 2 * hour)):
        SiteCheck.objects.create(council=council, checked_at=at, editions=0, files=0, faults=1)
    SiteFault.objects.create(council=other, name="a.html", what="changed", found_at=now)
    SiteFault.objects.create(
        council=other, name="b.html", what="changed", found_at=now, mended_at=now
    )
    WorkerHeartbeat.objects.create(worker="here", at=now - hour)
    note_backup(now - 3 * hour)
    assert last_backup() == now - 3 * hour
    counts = Measures(settings.MEASURES_ROOT)
    for seconds in (0.2, 0.4):
        counts.add("home", 200, seconds)
    counts.write()
    numbers = asked(client)
    assert (numbers["ready"], numbers['jobs state="ready"'], numbers['jobs state="failed"']) == (
        0,
        1,
        0,
    )
    assert numbers['emails state="waiting"'] == 1 and numbers['emails state="failed"'] == 0
    assert numbers["verify_faults"] == 1
    for name, hours in (("verify_seconds", 2), ("heartbeat_seconds", 1), ("backup_seconds", 3)):
        assert 0 <= numbers[name] - hours * 3600 < 60, name
    assert numbers['requests_total view="home",status="200"'] == 2
    assert numbers['request_view_seconds_total view="home"'] == 0.6
    buckets = {name: value for name, value in numbers.items() if "bucket" in name}
    assert list(buckets.values()) == [0, 1, 2, 2, 2, 2] and numbers["request_seconds_count"] == 2
    text = client.get(reverse("metrics")).content.decode()
    assert not re.search("reader@|netherby|eborford|a.html", text)
