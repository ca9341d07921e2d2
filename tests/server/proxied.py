"""nginx with the documented configuration, before a folder and an upstream of a test's own."""

import json
import os
import re
import socket
import subprocess
from contextlib import contextmanager
from functools import partial
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.error import URLError
from urllib.request import urlopen

from bootstrap.server_files import make_certificate
from tests.sources import ROOT

CONFIGURATION = ROOT / "docs" / "nginx.conf"
# What the service answers on pages of who is signed in.
OF_SERVICE = {
    "Content-Security-Policy": "default-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains; preload",
    "Cache-Control": "no-cache, private",
    "Vary": "Cookie",
}
BUFFER = " buffer=64k flush=1s"
_WHOLE = """
daemon off; {user} pid {folder}/nginx.pid; error_log stderr crit; worker_processes 1;
events {{ worker_connections 64; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
    {server}
}}
"""


class _Service(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def _answer(self):
        """What was asked, as JSON, with the headers of the service."""
        length = self.headers.get("Content-Length", "0")
        asked = {
            "path": self.path,
            "size": len(self.rfile.read(int(length))),
            "from": self.headers.get("X-Forwarded-For"),
            "scheme": self.headers.get("X-Forwarded-Proto"),
            "host": self.headers.get("Host"),
            "request": self.headers.get("X-Request-ID"),
        }
        content = json.dumps(asked).encode()
        self.send_response(200)
        for name, value in OF_SERVICE.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    do_GET = do_HEAD = do_POST = _answer

    def log_message(self, *words):
        """Nothing."""


@contextmanager
def service():
    """The port of an upstream that answers with what it was asked."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Service)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def free_port():
    """A port on which nothing answers now."""
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        return place.getsockname()[1]


def configuration(folder, upstream, port, encrypted=False):
    """The documented configuration as a whole one of nginx, in plain HTTP on `port`, or with a
    certificate of its own."""
    server = CONFIGURATION.read_text()
    if encrypted:
        certificate, key = make_certificate(folder, "localhost")
        server = re.sub(r"ssl_certificate /[^;]+", f"ssl_certificate {certificate}", server)
        server = re.sub(r"ssl_certificate_key [^;]+", f"ssl_certificate_key {key}", server)
    else:
        server = re.sub(r"\n *ssl_[^\n]*", "", server)
    listen = f"listen 127.0.0.1:{port}"
    for documented, own in (
        ("listen 443 ssl", f"{listen} ssl" if encrypted else listen),
        ("server 127.0.0.1:8000", f"server 127.0.0.1:{upstream}"),
        ("root /srv/candour/var/published", f"root {folder}/published"),
        ("access_log /var/log/nginx/candour.json", f"access_log {folder}/access.json"),
        ("error_log /var/log/nginx/candour-errors.log", f"error_log {folder}/errors.log"),
    ):
        assert server.count(documented) == 1, documented
        server = server.replace(documented, own)
    # Workers of a test's own folder read it as whoever runs the test.
    user = "user root;" if os.geteuid() == 0 else ""
    return _WHOLE.format(folder=folder, server=server, user=user)


@contextmanager
def nginx(folder, upstream, encrypted=False):
    """A function that asks nginx, which serves `folder`/published before the port `upstream`; of
    one that is encrypted, its port."""
    port = free_port()
    # A test reads each line of the log at once.
    text = configuration(folder, upstream, port, encrypted).replace(BUFFER, "")
    (folder / "nginx.conf").write_text(text)
    words = ["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf")]
    process = subprocess.Popen(words, stderr=subprocess.PIPE)
    try:
        _wait(process, port)
        yield port if encrypted else partial(ask, port)
    finally:
        process.terminate()
        process.communicate(timeout=20)


def _wait(process, port):
    """Asks until nginx answers anything at all; fails with its words where it ended."""
    while process.poll() is None:
        try:
            urlopen(f"http://127.0.0.1:{port}/static/nothing", timeout=20).close()
        except URLError as fault:
            # One that is encrypted answers 400 to who speaks plainly.
            if not hasattr(fault, "code"):
                continue
        return
    raise AssertionError(process.stderr.read().decode())


def ask(port, path, method="GET", body=None, **headers):
    """(status, headers as a list of pairs, bytes) of an answer of nginx."""
    line = HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        line.request(method, path, body=body, headers=named)
        answer = line.getresponse()
        return answer.status, answer.getheaders(), answer.read()
    finally:
        line.close()
