"""How the service stands, for whoever watches over it."""

from collections import namedtuple
from datetime import timedelta

import pytest
from django.db import OperationalError
from django.urls import reverse

from assurance.runtime.periods import this_moment
from assurance.runtime.watch import drain
from reports.service import health
from reports.service.models import WorkerHeartbeat
from tests.service.tasks import remember

pytestmark = pytest.mark.django_db
Disk = namedtuple("Disk", "free")


def test_a_service_that_can_do_its_work_says_so_in_numbers_until_its_disk_is_full(
    client, monkeypatch
):
    answer = client.get(reverse("ready"))
    told = answer.json()
    assert (answer.status_code, told["wrong"]) == (200, [])
    assert told["free_megabytes"] > 0
    assert (told["jobs"], told["oldest_waiting_seconds"], told["editions_issued"]) == ({}, None, 0)
    monkeypatch.setattr(health.shutil, "disk_usage", lambda folder: Disk(free=100 * 1024**2))
    answer = client.get(reverse("ready"))
    assert (answer.status_code, answer.json()["wrong"]) == (503, ["the disk is nearly full"])


def test_a_service_that_is_being_stopped_is_not_ready_and_answers_all_the_same(client):
    drain.begin()
    try:
        answer = client.get(reverse("ready"))
        assert (answer.status_code, answer.json()["wrong"]) == (
            503,
            ["the service is being stopped"],
        )
        assert client.get(reverse("health")).status_code == 200
    finally:
        drain.end()
    assert client.get(reverse("ready")).status_code == 200


def test_no_worker_and_jobs_that_wait_too_long_are_said(client, settings):
    settings.JOBS = "worker"
    remember.enqueue(1)
    later = this_moment() + timedelta(hours=1)
    told = health.read(later)
    assert told.wrong == ["jobs wait too long", "no worker of jobs is alive"]
    assert told.jobs == {"READY": 1}
    WorkerHeartbeat.objects.create(worker="here", at=later - timedelta(seconds=20))
    told = health.read(later)
    assert (told.wrong, told.last_beat_seconds) == (["jobs wait too long"], 20)
    WorkerHeartbeat.objects.update(at=later - timedelta(seconds=121))
    assert "no worker of jobs is alive" in health.read(later).wrong
    assert client.get(reverse("ready")).status_code == 200


def test_a_database_that_does_not_answer_is_said_and_migrations_that_wait(monkeypatch, client):
    def away():
        raise OperationalError("could not connect to server of nobody@netherby.example")

    monkeypatch.setattr(health, "_migrations_to_apply", away)
    answer = client.get(reverse("ready"))
    assert answer.status_code == 503
    assert answer.json()["wrong"] == ["the database does not answer"]
    assert b"netherby" not in answer.content
    monkeypatch.setattr(health, "_migrations_to_apply", lambda: 2)
    monkeypatch.setattr(health, "_since", lambda *said: 1 / 0)
    assert client.get(reverse("ready")).json()["wrong"] == ["migrations wait to be applied"]
