"""How many requests per second a published page is given at, against a bare file.

With a web server before the published folder, as docs/running.md has it: nginx where this machine
has it, else Python's own. Through the application alone, against Django without middleware giving
the same bytes as a `FileResponse`: both are called in this process, so that no server's own time
hides the difference. Each pair is timed in turn in one run; medians and their ratio are printed.
"""

import io
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from unittest.mock import patch
from urllib.parse import urlsplit

from django.conf import settings
from django.core.files.storage import storages
from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from django.http import FileResponse
from django.test import override_settings
from django.test.runner import DiscoverRunner
from django.urls import path

from assurance.management.commands.demo import free_port
from reports.addresses import paper_address
from reports.models.editions import Edition
from reports.publishing import jobs
from tests.publishing.served import served

ROUNDS, ASKED, LEAST = 9, 200, 0.8
BARE = "bare.html"
NGINX = """
worker_processes 1; daemon off; pid {here}/nginx.pid; error_log stderr;
events {{ }}
http {{
  access_log off; default_type text/html;
  server {{ listen 127.0.0.1:{port}; root {root}; gzip_static on;
    add_header Content-Security-Policy "default-src 'none'; style-src 'self'" always;
    location / {{
      if (-f $document_root$uri/taken-down) {{ return 410; }}
      try_files $uri $uri/index.html =404;
    }} }}
}}
"""


def bare(request):
    """The file itself; whoever sends it closes it."""
    file = Path(BARE).open("rb")  # noqa: SIM115
    return FileResponse(file)


urlpatterns = [path("bare/", bare)]


def main():
    """Prints both ratios; 1 where either is below what it may be."""
    runner = DiscoverRunner(verbosity=0, interactive=False)
    own = runner.setup_databases()
    try:
        with tempfile.TemporaryDirectory() as folder, _published_in(Path(folder)) as root:
            call_command("load_demonstration", to=Path(folder) / "to", stdout=io.StringIO())
            jobs.write_all()
            page = paper_address(Edition.objects.get(paper__slug="january-2016").paper)
            (root / BARE).write_bytes((root / page[1:] / "index.html").read_bytes())
            with _web_server(root) as (name, address):
                before = _said(f"{name} before the folder", *_over_http(address, page))
            alone = _said("the application alone", *_in_process(root, page))
    finally:
        runner.teardown_databases(own)
    return int(min(before, alone) < LEAST)


def _said(what, page, bare):
    ratio = page / bare
    print(f"{what}: {page:,.0f} pages a second, a bare file {bare:,.0f}")
    print(f"ratio: {ratio:.2f} (at least {LEAST})")
    return ratio


@contextmanager
def _published_in(folder):
    root = folder / "published"
    disk = {**settings.STORAGES["published"], "OPTIONS": {"location": root}}
    with override_settings(STORAGES={**settings.STORAGES, "published": disk}, VAR=folder):
        assert Path(storages["published"].path("")) == root
        yield root


@contextmanager
def _web_server(root):
    program = shutil.which("nginx")
    if not program:
        with served(root) as address:
            yield "Python's own server", address
        return
    port = free_port(range(8190, 8200))
    with tempfile.TemporaryDirectory() as here:
        told = Path(here) / "nginx.conf"
        told.write_text(NGINX.format(here=here, port=port, root=root))
        running = subprocess.Popen([program, "-c", str(told), "-p", here])
        try:
            time.sleep(1)
            yield "nginx", f"http://127.0.0.1:{port}"
        finally:
            running.terminate()
            running.wait()


def _over_http(address, page):
    line = HTTPConnection(urlsplit(address).netloc)

    def ask(target):
        line.request("GET", target)
        answer = line.getresponse()
        assert answer.status == 200 and answer.read()

    return _in_turn(lambda: ask(page), lambda: ask(f"/{BARE}"), time.perf_counter)


def _in_process(root, page):
    kept = WSGIHandler()
    _asked(kept, page)
    before = os.getcwd()
    os.chdir(root)
    try:
        with override_settings(MIDDLEWARE=[]):
            without = WSGIHandler()
        with patch.object(settings, "ROOT_URLCONF", __name__):
            _asked(without, "/bare/")
            return _in_turn(
                lambda: _asked(kept, page), lambda: _asked(without, "/bare/"), time.process_time
            )
    finally:
        os.chdir(before)


def _asked(application, target):
    told = []
    environ = {
        **{"REQUEST_METHOD": "GET", "PATH_INFO": target, "QUERY_STRING": "", "SCRIPT_NAME": ""},
        **{"HTTP_HOST": "localhost", "SERVER_NAME": "localhost", "SERVER_PORT": "80"},
        **{"wsgi.url_scheme": "http", "wsgi.input": io.BytesIO(), "wsgi.errors": sys.stderr},
        # A server sends a file as one; to read it in pieces here would slow the bare one down.
        "wsgi.file_wrapper": lambda file, size=0: file,
    }
    body = application(environ, lambda status, headers: told.append(status))
    content = body.read() if hasattr(body, "read") else b"".join(body)
    body.close()
    assert told == ["200 OK"] and content
    return content


def _in_turn(one, other, clock):
    """Requests per second of both, each the median of rounds that take turns."""
    rates = ([], [])
    for _round in range(ROUNDS):
        for ask, kept in zip((one, other), rates, strict=True):
            begun = clock()
            for _ in range(ASKED):
                ask()
            kept.append(ASKED / (clock() - begun))
    return tuple(map(statistics.median, rates))


if __name__ == "__main__":
    sys.exit(main())
