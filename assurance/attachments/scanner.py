"""The council's malware scanner: every file that is sent here passes it before anything reads it.

It speaks clamd's INSTREAM; `CANDOUR_SCANNER` names it as `host:port` or the path of a socket.
"""

import socket
import struct
from collections.abc import Iterator

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render

from assurance.runtime.digits import whole
from assurance.runtime.watch.security_events import (
    SCANNER_AWAY,
    UPLOAD_REFUSED,
    note_event,
)

FOUND = (
    "The malware scanner refuses “{name}”, so nothing was saved. Ask your IT service to look at "
    "the file."
)
AWAY = (
    "The malware scanner does not answer, so no file can be taken now and nothing was saved. Try "
    "again in a few minutes, or tell your IT service."
)
SECONDS = 60
# What is sent at once, and the longest answer that is read.
PIECE, ANSWER = 256 * 1024, 4096
REFUSED, UNAVAILABLE = 422, 503


class ScannerAway(Exception):
    """The scanner does not answer, or gives no verdict."""


def is_clean(pieces: Iterator[bytes]) -> bool:
    """True where the scanner lets a file pass. Raises `ScannerAway`."""
    try:
        with _connected() as line:
            line.sendall(b"zINSTREAM\0")
            for piece in pieces:
                line.sendall(struct.pack("!I", len(piece)) + piece)
            line.sendall(struct.pack("!I", 0))
            answer = _read(line)
    except OSError as fault:
        raise ScannerAway(type(fault).__name__) from fault
    if answer.endswith("FOUND"):
        return False
    if answer != "stream: OK":
        # A file that is larger than the scanner takes is among them.
        raise ScannerAway("no verdict")
    return True


class ScanUploads:
    """Refuses a form whose files the scanner does not let pass, before any view reads them."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        """None where the view may read what was sent; else a page with one sentence."""
        if not settings.SCANNER or request.method != "POST":
            return None
        for _field, files in request.FILES.lists():
            for file in files:
                try:
                    clean = is_clean(_pieces(file))
                except ScannerAway as fault:
                    note_event(SCANNER_AWAY, why=str(fault))
                    return _refused(request, AWAY, UNAVAILABLE)
                if not clean:
                    note_event(UPLOAD_REFUSED, account=request.user.pk, size=file.size)
                    return _refused(request, FOUND.format(name=file.name), REFUSED)
        return None


def _pieces(file):
    yield from (piece for piece in file.chunks(PIECE) if piece)
    file.seek(0)


def _refused(request, sentence, status):
    if "HX-Request" in request.headers:
        return HttpResponse(sentence, status=status, content_type="text/plain; charset=utf-8")
    context = {"sentence": sentence, "back": request.get_full_path()}
    return render(request, "attachments/scanner.html", context, status=status)


def _connected():
    host, sign, port = settings.SCANNER.rpartition(":")
    number = whole(port)
    if sign and number is not None:
        return socket.create_connection((host, number), SECONDS)
    line = socket.socket(socket.AF_UNIX)
    line.settimeout(SECONDS)
    try:
        line.connect(settings.SCANNER)
    except OSError:
        line.close()
        raise
    return line


def _read(line):
    answer = b""
    while b"\0" not in answer and len(answer) < ANSWER:
        more = line.recv(ANSWER)
        if not more:
            break
        answer += more
    return answer.partition(b"\0")[0].decode("ascii", "replace").strip()
