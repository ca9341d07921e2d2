"""Server: the start and the memory of a web worker of gunicorn, whether it answers compressed by
itself, and the most memory that a large import takes."""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

from django.conf import settings
from django.db import connection

from assurance.runtime.digits import whole
from bench.comparison import Measurement
from bench.database import Prepared

ADDRESS = "/openapi.json"
PATIENCE = 60
KIB = 1024


def comparisons(made: Prepared) -> Iterator[Measurement]:
    """Every measurement of a server."""
    with _gunicorn() as (worker, port):
        yield Measurement("start of a web worker, processor", _seconds(worker), "s", 1.2)
        encoding = _encoding(port)
        yield Measurement("memory of a web worker", memory(worker, "VmRSS"), "MiB", 90)
    plain = 0 if encoding == "gzip" else 1
    yield Measurement("answers of gunicorn alone that are not compressed", plain, "of 1", 0)
    # A database in memory is that of a test, which no other process sees.
    if Path(connection.settings_dict["NAME"]).is_file():
        peak = _peak(made.sizes.large)
        yield Measurement(f"most memory of an import of {made.sizes.large:,}", peak, "MiB", 300)


@contextmanager
def _gunicorn():
    """(the worker’s number, the port) of gunicorn as it is served, with one worker."""
    with socket.socket() as free, tempfile.TemporaryDirectory() as folder:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        surroundings = {**os.environ, "CANDOUR_MODE": "laptop", "JOBS": "worker"}
        surroundings |= {"CANDOUR_VAR": folder, "CANDOUR_WEB_PROCESSES": "1", "DATABASE_URL": ""}
        surroundings |= {"CANDOUR_BIND": f"127.0.0.1:{port}", "CANDOUR_DRAIN_SECONDS": "0"}
        command = [sys.executable, "-m", "gunicorn", "--config", "python:config.gunicorn"]
        with subprocess.Popen(
            [*command, "config.wsgi"],
            cwd=settings.BASE_DIR,
            env=surroundings,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as server:
            try:
                _await(port)
                yield _child(server.pid), port
            finally:
                server.terminate()


def _await(port):
    """Waits until the worker takes requests."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            # A method that no address takes is answered before anything is read.
            _answer(port, "OPTIONS", "/healthz")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError("gunicorn did not answer.")


def _answer(port, method, address, **headers):
    asked = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    asked.request(method, address, headers={"Host": "localhost", **headers})
    answer = asked.getresponse()
    answer.read()
    asked.close()
    return answer


def _encoding(port):
    return _answer(port, "GET", ADDRESS, **{"Accept-Encoding": "gzip"}).getheader(
        "Content-Encoding", ""
    )


def _child(number):
    return whole(Path(f"/proc/{number}/task/{number}/children").read_text().split()[0])


def _seconds(number):
    """The seconds of processor that a process has had."""
    fields = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()
    return (whole(fields[11]) + whole(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory(number: int | str, name: str) -> float:
    """A size of a process in MiB, by its name in the kernel’s list."""
    lines = Path(f"/proc/{number}/status").read_text().splitlines()
    [line] = [line for line in lines if line.startswith(f"{name}:")]
    return whole(line.split()[1]) / KIB


def _peak(number):
    """The most memory, in MiB, of a process that imports a return of so many episodes."""
    # It sets itself up as this process did.
    surroundings = {**os.environ}
    del surroundings["DJANGO_SETTINGS_MODULE"]
    done = subprocess.run(
        [sys.executable, "-m", "bench.large.peak", str(number)],
        cwd=settings.BASE_DIR,
        env=surroundings,
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stdout.split()[-1])
