"""A folder given to readers by a server that knows files and nothing else."""

import re
from collections import deque
from contextlib import contextmanager
from functools import partial
from html import unescape
from http.client import HTTPConnection
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

_LEADS = re.compile(r'\s(?:href|src|data-govuk)="([^"]*)"')
_TAG = re.compile(r"<[a-z][^>]*>")
_IDS = re.compile(r'\sid="([^"]*)"')
_IN_SHEETS = re.compile(r"url\(\s*[\"']?([^\"')]+)")
_IN_SCRIPTS = re.compile(r"(?:from|import)\s*\(?\s*[\"'](\.[^\"']+)[\"']")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *said):
        """Nothing: a test that fails says what it asked for."""


@contextmanager
def served(folder):
    """The address at which a plain server gives the files of `folder`."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class Reader:
    """Somebody who reads at `root` and keeps every answer: path → (status, type, bytes)."""

    def __init__(self, root):
        self.root, self.met = root, {}
        self.line = HTTPConnection(urlsplit(root).netloc, timeout=30)

    def open(self, path):
        """The bytes at a path of the site."""
        if path not in self.met:
            self.line.request("GET", path)
            answer = self.line.getresponse()
            kind = answer.headers.get_content_type()
            self.met[path] = (answer.status, kind, answer.read())
        return self.met[path][2]

    def page(self, path):
        """The text of a page."""
        return self.open(path).decode()

    def link(self, path, words):
        """Where the first link of the page at `path` leads that holds `words`."""
        found = re.search(rf'<a\b[^>]*href="([^"]*)"[^>]*>[^<]*{re.escape(words)}', self.page(path))
        assert found, f"{path} has no link “{words}”"
        return urljoin(path, unescape(found[1]))

    def walk(self, start="/"):
        """Follows every link from `start`; (where it stood, what it said) of each that is dead."""
        waiting, dead, seen = deque([("", start)]), [], set()
        while waiting:
            stood, target = waiting.popleft()
            path, anchor = urldefrag(target)
            content = self.open(path)
            status, kind, _ = self.met[path]
            if status != 200 or (anchor and unquote(anchor) not in _ids(content)):
                dead.append((stood, target))
            if path not in seen:
                seen.add(path)
                leads = _leads(kind, content.decode("utf-8", "replace"))
                own = (urljoin(path, unescape(one)) for one in leads)
                waiting += [(path, one) for one in own if one.startswith("/")]
        return dead


def _ids(content):
    return set(_IDS.findall(content.decode()))


def _leads(kind, text):
    if kind == "text/html":
        return [one for tag in _TAG.findall(text) for one in _LEADS.findall(tag)]
    if kind == "text/css":
        return [one for one in _IN_SHEETS.findall(text) if not one.startswith("data:")]
    return _IN_SCRIPTS.findall(text) if "javascript" in kind else []
