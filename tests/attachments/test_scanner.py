"""Every file that is sent passes the council's scanner first, where one is set: a scanner of the
test's own speaks clamd's protocol."""

import socketserver
import struct
from contextlib import contextmanager
from threading import Thread

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from assurance.imports.models import ImportRun
from tests.cast import officer
from tests.page_requests import words
from tests.server.proxied import free_port

pytestmark = pytest.mark.django_db
BAD = b"a test of malware"
# It closes the line without a word.
SILENT = b"silent"
CSV = b"Service,Team,From\n"


class _Scanner(socketserver.StreamRequestHandler):
    def handle(self):
        """Reads one stream in pieces, as clamd does, and says what it found."""
        content, largest = b"", self.server.largest
        assert self.rfile.read(10) == b"zINSTREAM\0"
        while size := struct.unpack("!I", self.rfile.read(4))[0]:
            content += self.rfile.read(size)
        self.server.contents.append(content)
        verdict = b"stream: Test.Malware FOUND" if BAD in content else b"stream: OK"
        if len(content) > largest:
            verdict = b"INSTREAM size limit exceeded. ERROR"
        if self.server.says == SILENT:
            return
        self.wfile.write(self.server.says or verdict + b"\0")


@contextmanager
def scanner(settings, address=("127.0.0.1", 0), says=b"", largest=10**9):
    """A scanner that answers; the list of what it was given."""
    kind = socketserver.ThreadingUnixStreamServer if isinstance(address, str) else None
    with (kind or socketserver.ThreadingTCPServer)(address, _Scanner) as server:
        server.says, server.largest, server.contents = says, largest, []
        settings.SCANNER = address if kind else f"127.0.0.1:{server.server_address[1]}"
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield server.contents
        finally:
            server.shutdown()
            thread.join()


def send(client, *contents, **more):
    """What the page of imports answers to files."""
    client.force_login(officer())
    files = [SimpleUploadedFile(f"teams-{n}.csv", content) for n, content in enumerate(contents)]
    return client.post(reverse("imports:start"), {"files": files}, **more)


@pytest.mark.parametrize("by_path", [False, True])
def test_a_clean_file_is_read_whole_after_the_scanner_had_it_whole(
    client, settings, tmp_path, by_path, monkeypatch
):
    monkeypatch.setattr("assurance.attachments.scanner.PIECE", 64)
    content = CSV + b"".join(b"North,North %d,2015-04-01\n" % number for number in range(9))
    address = str(tmp_path / "clamd") if by_path else ("127.0.0.1", 0)
    with scanner(settings, address) as contents:
        assert send(client, content).status_code == 302
    assert contents == [content]
    assert [file["rows"] for file in ImportRun.objects.get().files] == [9]


def test_a_file_with_malware_is_refused_in_a_sentence_and_nothing_is_kept(client, settings):
    with scanner(settings):
        answer = send(client, CSV, CSV + BAD)
        by_script = send(client, BAD, headers={"hx-request": "true"})
    assert answer.status_code == by_script.status_code == 422
    assert "The malware scanner refuses “teams-1.csv”, so nothing was saved." in words(answer)
    assert by_script["Content-Type"].startswith("text/plain") and b"<" not in by_script.content
    assert not ImportRun.objects.exists()


VERDICTLESS = (
    {"says": b"\0"},
    {"says": SILENT},
    {"says": b"UNKNOWN COMMAND\0"},
    {"says": b"stream: OK no more\0"},
    {"says": b"x" * 5000},
    {"says": b"\xff\0"},
    {"largest": 4},
)


@pytest.mark.parametrize("more", VERDICTLESS)
def test_a_scanner_without_a_verdict_lets_nothing_pass(client, settings, more):
    with scanner(settings, **more):
        answer = send(client, CSV)
    assert answer.status_code == 503 and "does not answer" in words(answer)
    assert not ImportRun.objects.exists()


@pytest.mark.parametrize("is_path", [False, True])
def test_a_scanner_that_is_away_lets_nothing_pass(client, settings, tmp_path, is_path):
    settings.SCANNER = str(tmp_path / "nobody") if is_path else f"127.0.0.1:{free_port()}"
    answer = send(client, CSV)
    assert answer.status_code == 503 and "does not answer" in words(answer)
    assert not ImportRun.objects.exists()
    # Who sends no file is not kept waiting for it.
    assert client.post(reverse("imports:start"), {}).status_code == 200


def test_what_follows_the_end_of_an_answer_is_no_part_of_it(client, settings):
    with scanner(settings, says=b"stream: OK\0stream: Test.Malware FOUND\0"):
        assert send(client, CSV).status_code == 200
    with scanner(settings, says=b"stream: Test.Malware FOUND\0stream: OK\0"):
        assert send(client, CSV).status_code == 422


def test_an_empty_file_is_no_end_of_the_one_that_follows(client, settings):
    with scanner(settings) as contents:
        answer = send(client, b"", CSV + BAD)
    assert answer.status_code == 422 and contents == [b"", CSV + BAD]


@pytest.mark.parametrize("address", ["127.0.0.1:99999", "\0", ":", "x:y"])
def test_an_address_that_is_none_lets_nothing_pass(client, settings, address):
    settings.SCANNER = address
    answer = send(client, CSV)
    assert answer.status_code == 503 and "does not answer" in words(answer)
    assert not ImportRun.objects.exists()


def test_without_a_scanner_a_file_is_taken_and_none_is_asked_for_a_page(client, settings):
    settings.SCANNER = ""
    assert send(client, CSV).status_code == 200
    settings.SCANNER = f"127.0.0.1:{free_port()}"
    assert client.get(reverse("imports:start")).status_code == 200
