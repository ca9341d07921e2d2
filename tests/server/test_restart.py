"""gunicorn, with the project's own configuration, is renewed and stopped while it is asked."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest

from config.gunicorn import threads, worker_connections
from tests.server.proxied import free_port
from tests.sources import ROOT

APPLICATION = "tests.server.slow_app:application"
READERS, CROWD = 4, 60


def ask(port, path):
    """(status, content) of an answer; (0, why) where none came."""
    try:
        with urlopen(f"http://127.0.0.1:{port}{path}", timeout=30) as answer:
            return answer.status, answer.read().decode()
    except HTTPError as fault:
        return fault.code, ""
    except (URLError, OSError) as fault:
        return 0, repr(fault)


@contextmanager
def gunicorn(drain):
    """(its process, its port) of gunicorn with two processes that answer."""
    port = free_port()
    own = {"CANDOUR_BIND": f"127.0.0.1:{port}", "CANDOUR_DRAIN_SECONDS": str(drain)}
    own["CANDOUR_WEB_LOG"] = "ERROR"
    words = [sys.executable, "-m", "gunicorn", "--config", "python:config.gunicorn"]
    process = subprocess.Popen([*words, APPLICATION], cwd=ROOT, env={**os.environ, **own})
    try:
        until(lambda: ask(port, "/")[0] == 200)
        yield process, port
    finally:
        process.kill()
        process.wait()


def until(is_so, seconds=30):
    """Asks until it is so; fails where it never is."""
    ends = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < ends
        time.sleep(0.02)


@contextmanager
def readers(port):
    """Readers who ask one thing after another until the block ends; the list of every answer."""
    answers, ended = [], Event()

    def read():
        while not ended.is_set():
            answers.append(ask(port, "/?0.01"))

    with ThreadPoolExecutor(READERS) as pool:
        reading = [pool.submit(read) for _reader in range(READERS)]
        try:
            yield answers
        finally:
            ended.set()
    assert all(one.exception() is None for one in reading)


def test_a_renewal_amid_requests_loses_none_and_new_processes_answer():
    with gunicorn(drain=0) as (process, port), readers(port) as answers:
        until(lambda: len(answers) > 20)
        before = {content for _status, content in answers}
        process.send_signal(signal.SIGHUP)
        until(lambda: answers[-1][1] not in before)
        time.sleep(0.5)
    assert {status for status, _content in answers} == {200}


@pytest.mark.parametrize("drain", [0, 2])
def test_a_stop_is_announced_and_every_open_request_is_answered(drain):
    with gunicorn(drain) as (process, port), ThreadPoolExecutor(READERS) as pool:
        open_ones = [pool.submit(ask, port, "/?1") for _request in range(READERS)]
        time.sleep(0.3)
        process.send_signal(signal.SIGTERM)
        if drain:
            until(lambda: ask(port, "/readyz")[0] == 503, seconds=1.5)
            assert ask(port, "/")[0] == 200
        assert [one.result()[0] for one in open_ones] == [200] * READERS
        assert process.wait(timeout=30) == 0
        assert ask(port, "/")[0] == 0


def test_a_killed_process_loses_no_more_than_it_had_taken_on():
    with gunicorn(drain=0) as (_process, port), ThreadPoolExecutor(CROWD) as pool:
        _status, killed = ask(port, "/")
        crowd = [pool.submit(ask, port, "/?0.3") for _request in range(CROWD)]
        time.sleep(0.5)
        os.kill(int(killed), signal.SIGKILL)
        statuses = [one.result()[0] for one in crowd]
    lost = statuses.count(0)
    assert lost <= worker_connections < CROWD // 4
    assert statuses.count(200) == CROWD - lost
    # Idle connections that are kept open leave a place for every thread.
    assert worker_connections - threads >= 1
