"""A whole server, started by the documented command in a folder and on ports of its own."""

import http.client
import os
import re
import signal
import ssl
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from tests.server.proxied import free_port
from tests.sources import ROOT

# Packages, an environment and a hundred migrations.
PATIENCE = 1200
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
BOUNDARY = "between-two-parts-of-a-form"


@dataclass
class Answer:
    """What came back."""

    status: int
    headers: list[tuple[str, str]]
    content: bytes

    def all(self, name):
        """The values of a header, in their order."""
        return [value for key, value in self.headers if key.lower() == name.lower()]


@dataclass
class Browser:
    """Somebody at `address` of this machine who keeps cookies."""

    port: int
    address: str = "127.0.0.1"
    cookies: dict[str, str] = field(default_factory=dict)

    def ask(self, path, method="GET", body=None, **headers):
        """An answer by the name of the server."""
        context = ssl._create_unverified_context()
        line = http.client.HTTPSConnection(
            "localhost", self.port, timeout=120, context=context, source_address=(self.address, 0)
        )
        own = {key.replace("_", "-"): value for key, value in headers.items()}
        if self.cookies:
            own["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        try:
            line.request(method, path, body=body, headers=own)
            answer = line.getresponse()
            found = Answer(answer.status, answer.getheaders(), answer.read())
        finally:
            line.close()
        for cookie in found.all("Set-Cookie"):
            name, value = cookie.split(";")[0].split("=", 1)
            self.cookies[name] = value
        return found

    def send(self, path, fields, files=None):
        """What a form at `path` answers, with its token."""
        token = TOKEN.search(self.ask(path).content.decode())[1]
        fields = {"csrfmiddlewaretoken": token, **fields}
        body, kind = (
            multipart(fields, files)
            if files
            else (urlencode(fields).encode(), "application/x-www-form-urlencoded")
        )
        own = f"https://localhost:{self.port}"
        headers = {"Origin": own, "Referer": f"{own}{path}", "Content-Type": kind}
        return self.ask(path, "POST", body, **headers)


def multipart(fields, files):
    """A form with files, name → (name of the file, bytes), and its kind."""
    parts = [
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in fields.items()
    ]
    for name, (title, content) in files.items():
        head = f'Content-Disposition: form-data; name="{name}"; filename="{title}"'
        kind = "Content-Type: text/csv"
        parts += [f"--{BOUNDARY}\r\n{head}\r\n{kind}\r\n\r\n".encode(), content, b"\r\n"]
    body = b"".join([*parts, f"--{BOUNDARY}--\r\n".encode()])
    return body, f"multipart/form-data; boundary={BOUNDARY}"


@dataclass
class WholeServer:
    """`make server` in `folder`."""

    folder: Path
    ports: dict[str, int] = field(
        default_factory=lambda: {name: free_port() for name in ("web", "service", "database")}
    )
    process: subprocess.Popen | None = None

    def environment(self, **more):
        """What the command is told."""
        own = {
            "SERVER_FOLDER": str(self.folder),
            "SERVER_NAME": "localhost",
            "SERVER_PORT": str(self.ports["web"]),
            "SERVER_SERVICE_PORT": str(self.ports["service"]),
            "SERVER_DATABASE_PORT": str(self.ports["database"]),
        }
        names = ("PATH", "HOME", "PIP_INDEX_URL", "LANG")
        kept = {name: os.environ[name] for name in names if name in os.environ}
        return {**kept, **own, **more}

    def start(self, **more):
        """Starts it and waits until readers get a page; its lines are in `printed`."""
        with (self.folder.parent / f"{self.folder.name}.log").open("ab") as log:
            self.process = subprocess.Popen(
                ["make", "-s", f"PYTHON={sys._base_executable}", "server"],
                cwd=ROOT,
                env=self.environment(**more),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        try:
            until(self.answers, PATIENCE, self.process)
        except AssertionError as fault:
            raise AssertionError(self.printed[-3000:]) from fault

    @property
    def printed(self):
        """Everything that it and its processes have printed."""
        return (self.folder.parent / f"{self.folder.name}.log").read_text(errors="replace")

    @property
    def supervisor(self):
        """The process that keeps the others."""
        return int((self.folder / "run" / "supervisor.pid").read_text())

    def browser(self, address="127.0.0.1"):
        """Somebody without cookies."""
        return Browser(self.ports["web"], address)

    def answers(self):
        """Whether nginx and the service behind it answer."""
        try:
            return self.browser().ask("/healthz").status == 200
        except OSError:
            return False

    def again(self):
        """Runs the command once more beside what runs; its lines."""
        done = subprocess.run(
            ["make", "-s", f"PYTHON={sys._base_executable}", "server"],
            cwd=ROOT, env=self.environment(), capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout + done.stderr

    def manage(self, *words):
        """What a command of the server prints."""
        command = [str(self.folder / "manage"), *words]
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd="/")
        assert done.returncode == 0, done.stderr
        return done.stdout

    def stop(self):
        """Stops it as Ctrl and C would, and takes its cluster away."""
        try:
            if self.process and self.process.poll() is None:
                os.kill(self.supervisor, signal.SIGTERM)
                self.process.wait(timeout=200)
        finally:
            listed = subprocess.run(["pg_lsclusters", "-h"], capture_output=True, text=True)
            for line in listed.stdout.splitlines():
                version, name, port = line.split()[:3]
                if port == str(self.ports["database"]):
                    drop = ["pg_dropcluster", "--stop", version, name]
                    subprocess.run(drop, check=True, cwd="/")


def until(is_so, seconds, process=None):
    """Asks until it is so; fails where it never is, or where the process has ended."""
    ends = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < ends
        assert process is None or process.poll() is None, "the command ended"
        time.sleep(0.1)
