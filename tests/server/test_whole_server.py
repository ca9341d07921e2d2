"""`make server` as it is documented: uploads, headers, lock-out, numbers, logs, a renewal, a
stopped service, both keys changed, a backup restored into another server.

It takes minutes, makes a user and two clusters of PostgreSQL, and so is asked for alone:
`CANDOUR_TESTS=server`, as root, on Debian without systemd.
"""

import json
import os
import re
import shutil
import signal
import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from threading import Event
from urllib.request import urlopen

import pytest

from bootstrap.server import SYSTEMD
from tests.server.whole import WholeServer, until

pytestmark = [
    pytest.mark.server,
    pytest.mark.skipif(
        os.environ.get("CANDOUR_TESTS") != "server" or os.geteuid() != 0 or SYSTEMD.is_dir(),
        reason="asked for alone, as root, where no systemd runs",
    ),
]
EMAIL = "ann@netherby.example"
MEGABYTE = 1024 * 1024
# An administrator sees no record; an officer may bring files.
GRANT = """
from datetime import date
from assurance.accounts.models.accounts import User
from assurance.accounts.operations import add_grant
from assurance.records.history import CommandLine
add_grant(user=User.objects.get(), role="officer", subject="", from_date=date(2016, 1, 1),
          by=CommandLine("shell"), on=date(2016, 1, 1))
"""
# Whether an entry is there as it was, and of what kinds those after it are.
SINCE = """
from assurance.records.history import HistoryEntry
rows = HistoryEntry.objects.filter(council="netherby")
print(rows.filter(seq={}, digest="{}").exists(), *{{row.what for row in rows.filter(seq__gt={})}})
"""
ONCE = (
    *("Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy"),
    *("Strict-Transport-Security", "Cache-Control", "Content-Type"),
)


@pytest.fixture(scope="module")
def server():
    """A server with a council, and the password of its administrator."""
    # Not pytest's own folder, which is closed to the users of the service and of nginx.
    root = Path(tempfile.mkdtemp(prefix="candour-server-"))
    root.chmod(0o755)
    one = WholeServer(root / "first")
    try:
        one.start()
        text = one.manage("create_council", "netherby", "Netherby", "--administrator", EMAIL)
        one.password = re.search(r"assword[^:]*: *(\S+)", text)[1]
        one.manage("shell", "--command", GRANT)
        yield one
    finally:
        one.stop()
        shutil.rmtree(root)


def signed_in(server, address="127.0.0.1"):
    """The administrator in a browser at `address`."""
    browser = server.browser(address)
    answer = browser.send("/sign-in/login/", {"login": EMAIL, "password": server.password})
    assert answer.status == 302, answer.content[-2000:]
    return browser


def web(server):
    """The process of gunicorn that keeps the others, and whether it runs."""
    found = re.findall(r"web runs as process (\d+)", server.printed)
    return int(found[-1])


def children(process):
    """The processes that a process has begun."""
    return set(Path(f"/proc/{process}/task/{process}/children").read_text().split())


def test_secrets_are_nobody_elses_and_the_service_is_no_root(server):
    for name in ("candour.env", "owner.env", "certificate.key"):
        assert (server.folder / name).stat().st_mode & 0o777 == 0o600, name
    assert os.stat(f"/proc/{web(server)}").st_uid != 0
    assert oct((server.folder / "var" / "attachments").stat().st_mode)[-2:] == "00"


def test_public_signed_in_and_form_pages_have_each_header_once_and_their_own_caching(server):
    browser = signed_in(server)
    pages = [("/", server.browser(), "public, max-age=60"), ("/home/", browser, "no-store")]
    pages += [("/accessibility/", browser, "private"), ("/sign-in/login/", server.browser(), "no-")]
    for path, reader, caching in pages:
        answer = reader.ask(path)
        assert answer.status == 200, path
        assert {len(answer.all(name)) for name in ONCE} == {1}, (path, answer.headers)
        assert caching in answer.all("Cache-Control")[0], (path, answer.all("Cache-Control"))
        assert ("public" in answer.all("Cache-Control")[0]) is (path == "/"), path
    styles = re.findall(r'href="(/static/[^"]+\.css)"', server.browser().ask("/").content.decode())
    assert styles
    for path in styles:
        packed = server.browser().ask(path, Accept_Encoding="gzip")
        assert (packed.status, packed.all("Content-Encoding")) == (200, ["gzip"]), path


def test_a_file_of_10_megabytes_is_taken_and_one_over_60_refused(server):
    browser = signed_in(server)
    line = b"CA-1,2016-01-04,North," + b"x" * 200 + b"\n"
    content = b"Ref,Date of audit,Team,Strengths\n" + line * (10 * MEGABYTE // len(line))
    answer = browser.send("/import/", {}, {"files": ("audits.csv", content)})
    assert answer.status == 302, answer.content[-2000:]
    # So many rows are for the worker, which no person has to begin.
    [here] = answer.all("Location")
    waits = b'http-equiv="refresh"'
    assert waits in browser.ask(here).content
    until(lambda: waits not in browser.ask(here).content, 300)
    own = {"Content_Length": str(61 * MEGABYTE)}
    assert browser.ask("/import/", "POST", None, **own).status == 413


def test_five_wrong_passwords_close_an_account_to_their_address_alone(server):
    stranger = server.browser("127.0.0.3")
    statuses = [
        stranger.send("/sign-in/login/", {"login": EMAIL, "password": f"wrong-{number}"}).status
        for number in range(6)
    ]
    assert 429 in statuses
    right = {"login": EMAIL, "password": server.password}
    assert stranger.ask("/sign-in/login/", "POST", b"").status in (403, 429)
    assert server.browser("127.0.0.4").send("/sign-in/login/", right).status == 302


def test_numbers_are_given_past_nginx_alone(server):
    assert server.browser().ask("/metrics").status == 404
    text = urlopen(f"http://127.0.0.1:{server.ports['service']}/metrics").read().decode()
    assert "candour_ready 1" in text and 'view="home",status="200"' in text
    heartbeat = re.search(r"candour_heartbeat_seconds (\d+)", text)
    assert int(heartbeat[1]) < 60


def test_both_logs_are_json_and_name_no_link(server):
    browser = server.browser()
    browser.ask("/contributions/link/SECRET-words/?words=Ann+Archer", X_Request_ID="asked-1234")
    browser.ask("/", X_Request_ID="asked-1235")
    until(lambda: '"asked-1234"' in server.printed, 20)
    [line] = [json.loads(one) for one in server.printed.splitlines() if '"asked-1234"' in one]
    assert (line["path"], line["view"]) == ("/contributions/link/…/", "contributions:by-link")
    file = server.folder / "log" / "access.json"
    until(lambda: '"asked-1235"' in file.read_text(), 20)
    assert '"asked-1234"' not in file.read_text()
    for text in (server.printed, *(one.read_text() for one in file.parent.iterdir())):
        assert "SECRET" not in text and "Archer" not in text and EMAIL not in text


def test_the_command_again_keeps_keys_and_renews_without_losing_a_request(server):
    before, main = (server.folder / "candour.env").read_bytes(), web(server)
    browser, statuses, ended = signed_in(server), [], Event()

    def read():
        while not ended.is_set():
            statuses.append(browser.ask("/home/").status)

    with ThreadPoolExecutor() as pool:
        reading = pool.submit(read)
        workers = children(main)
        assert "renews everything" in server.again()
        until(lambda: len(children(main)) == len(workers) and not children(main) & workers, 200)
        number = len(statuses)
        until(lambda: len(statuses) > number + 20, 200)
        ended.set()
    assert reading.exception() is None and set(statuses) == {200}
    assert (server.folder / "candour.env").read_bytes() == before and web(server) == main


def test_both_keys_are_changed_and_whoever_is_signed_in_stays_so(server):
    browser, main = signed_in(server), web(server)
    file = server.folder / "candour.env"
    text = file.read_text()
    for name in ("SECRET_KEY", "CANDOUR_DIGEST_KEY"):
        old = re.search(rf"^{name}=(\w+)$", text, re.MULTILINE)[1]
        text = text.replace(f"{name}={old}", f"{name}={'7' * 64}\n{name}_FALLBACKS={old}")
    file.write_text(text)
    os.kill(server.supervisor, signal.SIGHUP)
    until(lambda: web(server) != main and server.answers(), 200)
    assert browser.ask("/home/").status == 200
    assert signed_in(server).ask("/home/").status == 200
    server.manage("digest_keys", "--rekey")
    server.manage("verify")


def test_a_stopped_service_leaves_readers_the_issued_pages_and_says_so_elsewhere(server):
    browser = signed_in(server)
    os.kill(server.supervisor, signal.SIGSTOP)
    try:
        os.kill(web(server), signal.SIGTERM)
        until(lambda: browser.ask("/home/").status == 503, 60)
        for reader in (browser, server.browser()):
            for path in ("/accessibility/", "/accessibility/?page=2"):
                answer = reader.ask(path)
                assert answer.status == 200 and b"<h1" in answer.content, path
        answer = browser.ask("/home/")
        assert answer.status == 503 and b"<h1" in answer.content and b"nginx" not in answer.content
        assert answer.all("Cache-Control") == ["no-store"]
    finally:
        os.kill(server.supervisor, signal.SIGCONT)
    until(server.answers, 60)


def test_last_nights_backup_is_restored_into_another_server_and_verified(server):
    text = server.manage("backup", str(server.folder / "backups"))
    folder = re.match(r"(\S+):", text)[1]
    ends = re.search(r": (\d+) entries of history end with (\w+)", server.manage("verify"))
    other = WholeServer(server.folder.parent / "second")
    other.folder.mkdir()
    for name in ("candour.env", "owner.env"):
        settings = (server.folder / name).read_text()
        for part, port in server.ports.items():
            settings = settings.replace(f":{port}", f":{other.ports[part]}")
        settings = settings.replace(str(server.folder), str(other.folder))
        (other.folder / name).write_text(settings)
        (other.folder / name).chmod(0o600)
    try:
        other.start(SERVER_RESTORE=folder)
        assert "Now everything is verified" in other.printed
        other.manage("verify")
        # It serves at another address, so that its shared pages are written and recorded anew.
        since = other.manage("shell", "-v0", "--command", SINCE.format(*ends.groups(), ends[1]))
        assert since.split() in (["True"], ["True", "site.write_pages"])
        other.password = server.password
        assert signed_in(other).ask("/home/").status == 200
    finally:
        with suppress(ProcessLookupError):
            other.stop()
