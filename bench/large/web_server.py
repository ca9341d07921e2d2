"""Web server: what nginx needs for a page of the published folder, with the documented
configuration, next to the same file without one; skipped where there is no nginx."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from assurance.runtime.digits import whole
from bench.comparison import Measurement
from bench.database import Prepared
from tests.server.proxied import configuration, free_port

NAME = "nginx with the published folder, processor"
# At least 0.8 of the requests that a bare file has in the same time.
MOST, UNIT = 1.25, "x a bare file"
PAGE = "eborford/reports/one/index.html"
BYTES, REQUESTS, ROUNDS, PATIENCE = 25_000, 20_000, 5, 20
# nginx ends a connection after a thousand.
OF_ONE_CONNECTION = 500
# What Debian has without a site of its own: a root, and a log.
BARE = "server {{ listen 127.0.0.1:{port}; root {folder}/published; }}"
_WHOLE = """
daemon off; {user} pid {folder}/bare.pid; error_log stderr crit; worker_processes 1;
events {{ worker_connections 64; }}
http {{
    access_log {folder}/bare.log;
    client_body_temp_path {folder}/b; proxy_temp_path {folder}/p;
    fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
    {server}
}}
"""


def comparisons(made: Prepared) -> Iterator[Measurement]:
    """The one row: times the processor that a bare file needs."""
    if not shutil.which("nginx"):
        yield Measurement(NAME, None, UNIT, MOST, "nginx is not installed here.")
        return
    requests = REQUESTS if made.sizes.rounds > 1 else OF_ONE_CONNECTION
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        page = folder / "published" / PAGE
        page.parent.mkdir(parents=True)
        page.write_bytes(b"x" * BYTES)
        ours, bare = free_port(), free_port()
        user = "user root;" if os.geteuid() == 0 else ""
        server = BARE.format(port=bare, folder=folder)
        files = {
            ours: configuration(folder, free_port(), ours),
            bare: _WHOLE.format(user=user, folder=folder, server=server),
        }
        with _nginx(folder, ours, files[ours]) as own, _nginx(folder, bare, files[bare]) as other:
            taken = {ours: [], bare: []}
            for _round in range(ROUNDS):
                for port, worker in ((ours, own), (bare, other)):
                    taken[port].append(_asked(port, worker, requests))
            ratio = median(taken[ours]) / max(median(taken[bare]), 1)
            yield Measurement(NAME, ratio, UNIT, MOST)


@contextmanager
def _nginx(folder, port, text):
    """The number of the worker of an nginx with the configuration `text`, once it answers."""
    path = folder / f"nginx-{port}.conf"
    path.write_text(text, encoding="utf-8")
    words = ["nginx", "-p", str(folder), "-c", str(path)]
    with subprocess.Popen(words, stderr=subprocess.PIPE) as process:
        try:
            yield _worker(process, port)
        finally:
            process.terminate()


def _worker(process, port):
    """Waits until nginx takes connections and has a worker; the worker's number."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        assert process.poll() is None, process.stderr.read().decode()
        try:
            socket.create_connection(("127.0.0.1", port), PATIENCE).close()
        except OSError:
            time.sleep(0.05)
            continue
        if worker := children.read_text().split():
            return whole(worker[0])
    raise TimeoutError("nginx did not answer.")


def _asked(port, worker, number):
    """The ticks of processor that a worker takes for so many requests of the page."""
    address = f"/{PAGE.removesuffix('index.html')}"
    question = f"GET {address} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()
    before = _ticks(worker)
    for _connection in range(number // OF_ONE_CONNECTION):
        with socket.create_connection(("127.0.0.1", port), PATIENCE) as line:
            for _request in range(OF_ONE_CONNECTION):
                line.sendall(question)
                _read_page(line)
    return _ticks(worker) - before


def _read_page(line):
    content = b""
    while b"\r\n\r\n" not in content:
        content += _some(line)
    head, _, body = content.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200 "), head
    size = len(body)
    while size < BYTES:
        size += len(_some(line))


def _some(line):
    content = line.recv(65_536)
    assert content, "nginx ended the connection."
    return content


def _ticks(number):
    fields = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()
    return whole(fields[11]) + whole(fields[12])
