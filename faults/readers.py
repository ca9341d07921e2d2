"""Two hundred readers and ten writers at once, for two minutes, on a server of its own."""

import http.client
import os
import re
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse

from bench.database import prepared
from bench.sizes import TINY
from faults import preparation
from faults.backups import ROOT
from faults.database import Files, Server, copied, opened
from faults.table import Line
from reports.papers.addresses import paper_address

READERS, WRITERS, SECONDS = 200, 10, 120
# A reader looks at a page before asking for the next, and waits as long as nginx does.
PAUSE, PATIENCE = 1.0, 120
OF_COUNCIL = (
    "publication:council",
    "publication:issued",
    "publication:figures",
    "publication:search",
)
WORDS = "?words=children"
# A page, and the next address after what was saved.
ANSWERED = {200, 302}
TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="([^"]+)"')
VERSION = re.compile(rb'name="version" value="(\d+)"')


def lines(
    source: Files | Server, readers: int = READERS, writers: int = WRITERS, seconds: int = SECONDS
) -> Iterator[Line]:
    """One line: each request was answered with its page, and each text that was saved is there."""
    with copied(source) as name:
        with opened(name):
            asked, desks = places(), list(_desks(writers))
        with _server(source, name) as port:
            answers, last = _crowd(port, asked, desks, readers, seconds)
        with opened(name):
            losses = _losses(answers, last)
    words = f"{readers} readers and {writers} writers, {seconds} seconds"
    yield Line(words, sum(answers.values()), tuple(losses))


def places() -> list[str]:
    """The addresses that readers ask for in turn."""
    made = prepared(TINY)
    of_council = [reverse(name, args=[made.council.slug]) for name in OF_COUNCIL]
    front, report = reverse("front"), paper_address(made.edition.paper)
    return [front, *of_council, of_council[-1] + WORDS, report]


def _desks(writers):
    """(address of a paragraph's form, its key, cookie of the signed-in clerk) of each writer."""
    made = prepared(TINY)
    paper = made.paper(preparation.WRITTEN)
    rows = paper.blocks.filter(kind="paragraph", removed_on=None).order_by("pk")[:writers]
    for block in rows:
        client = made.client("clerk")
        cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
        place = (paper.series.slug, paper.slug, block.slug)
        yield reverse("editor:block", args=place), block.pk, cookie


@contextmanager
def _server(source, name):
    """The port of the documented web server over the database with that name."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "DATABASE_URL": _url(source, name)}
    environment |= {"CANDOUR_BIND": f"127.0.0.1:{port}", "CANDOUR_DRAIN_SECONDS": "0"}
    command = [sys.executable, "-m", "gunicorn", "--config", "python:config.gunicorn"]
    command += ["config.wsgi"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(command, cwd=ROOT, env=environment, **quiet)
    try:
        _await(port)
        yield port
    finally:
        process.terminate()
        process.wait()


def _url(source, name):
    if isinstance(source, Server):
        return os.environ["DATABASE_URL"].rpartition("/")[0] + f"/{name}"
    return f"sqlite:///{name}"


def _await(port):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            return socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.1)
    raise TimeoutError("the web server does not answer")


def _crowd(port, places, desks, readers, seconds):
    """Counts of answers by status, and the last text that each writer was told is saved."""
    answers, last, end = Counter(), {}, time.monotonic() + seconds
    work = [(_read, (port, places, number, answers, end)) for number in range(readers)]
    work += [(_write, (port, desk, answers, last, end)) for desk in desks]
    threads = [threading.Thread(target=target, args=args) for target, args in work]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers, last


def _ask(port, method, place, body=None, cookies=""):
    """(status, bytes, cookie of forms) of one answer; where there was none, why in place of the
    status."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    headers = {"Cookie": cookies, "Host": "localhost", "Referer": "http://localhost/"}
    if body:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    try:
        connection.request(method, place, body, headers)
        answer = connection.getresponse()
        return answer.status, answer.read(), answer.getheader("Set-Cookie") or ""
    except (OSError, http.client.HTTPException) as error:
        return f"none: {type(error).__name__}", b"", ""
    finally:
        connection.close()


def _read(port, places, number, answers, end):
    turn = number
    while time.monotonic() < end:
        status, _content, _cookie = _ask(port, "GET", places[turn % len(places)])
        answers[status] += 1
        turn += 1
        time.sleep(PAUSE)


def _write(port, desk, answers, last, end):
    place, key, session = desk
    number, usual = 0, f"{settings.SESSION_COOKIE_NAME}={session}"
    while time.monotonic() < end:
        status, page, cookie = _ask(port, "GET", place, cookies=usual)
        answers[status] += 1
        token, version = TOKEN.search(page), VERSION.search(page)
        if not (token and version):
            answers["no form"] += 1
            time.sleep(PAUSE)
            continue
        number += 1
        text = f"The panel met {number} times."
        fields = {"text": text, "version": version[1].decode(), "heading": ""}
        body = urlencode({**fields, "csrfmiddlewaretoken": token[1].decode()})
        cookies = f"{usual}; {cookie.partition(';')[0]}"
        status, _content, _cookie = _ask(port, "POST", place, body, cookies)
        answers[status] += 1
        if status == 302:
            last[key] = text


def _losses(answers, last):
    bad = [status for status in answers if status not in ANSWERED]
    losses = [f"{answers[status]:,} answers “{status}”" for status in bad]
    rows = dict(preparation.texts_of(last))
    lost = [key for key, text in last.items() if rows[key] != text]
    if lost:
        losses.append(f"{len(lost)} saved texts are lost")
    if not last:
        losses.append("nobody could save anything")
    return losses
