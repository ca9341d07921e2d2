"""Security events for the council's own watch (SIEM): a line of JSON each, by keys, never by names.

They go to the logger `candour.security`, which `CANDOUR_SECURITY_LOG` leads to a socket.
"""

import logging
import socket
import sys
from datetime import UTC, datetime
from functools import partial
from urllib.parse import urlsplit

from django.db import transaction

logger = logging.getLogger("candour.security")
SIGN_IN_FAILED, LOCKED, VERIFY_FAULT = "sign-in failed", "sign-in locked", "verify fault"
ACCESS, UPLOAD_REFUSED, SCANNER_AWAY = "access logged", "upload refused", "scanner does not answer"
# Entries of history that are security events as well.
RECORDED = {
    "accounts.add_account": "account added",
    "accounts.add_grant": "grant added",
    "accounts.end_grant": "grant ended",
    "accounts.deactivate": "account deactivated",
    "accounts.reactivate": "account reactivated",
    "accounts.make_sign_in_link": "sign-in link made",
    "history.adopt": "rows taken into history",
}
# What syslog calls a notice of the security facility, and how long a socket is waited for.
PRIORITY, SECONDS = 13 * 8 + 5, 2


def note_event(event: str, **fields) -> None:
    """Tells of an event, once what it is of is committed."""
    transaction.on_commit(partial(_log, {"event": event, **fields}))


def note_entry(entry) -> None:
    """Tells of an entry of history that is a security event, by its number there."""
    if event := RECORDED.get(entry.what):
        note_event(event, council=entry.council, entry=entry.seq, by=entry.actor_kind)


def _log(fields):
    logger.info("", extra={"fields": fields})


class SocketHandler(logging.Handler):
    """Sends each line to `udp://host:port`, `tcp://host:port` or `unix:///path`, as syslog writes
    it. Where no one takes it, it is printed, and the next one tries again."""

    def __init__(self, address: str):
        super().__init__()
        parts = urlsplit(address)
        if parts.scheme not in ("udp", "tcp", "unix"):
            raise ValueError("CANDOUR_SECURITY_LOG begins with udp://, tcp:// or unix://")
        self.is_stream = parts.scheme == "tcp"
        self.place = parts.path if parts.scheme == "unix" else (parts.hostname, parts.port)
        if not (parts.path if parts.scheme == "unix" else parts.hostname and parts.port):
            raise ValueError("CANDOUR_SECURITY_LOG names a host with its port, or a path")
        self.socket = None

    def emit(self, record):
        """Sends the line, or prints it."""
        line = self.format(record)
        at = datetime.fromtimestamp(record.created, UTC).isoformat()
        text = f"<{PRIORITY}>1 {at} {socket.gethostname()} candour - - - {line}"
        try:
            self._open().sendall(f"{text}\n".encode() if self.is_stream else text.encode())
        except OSError:
            self._close()
            print(line, file=sys.stderr, flush=True)

    def close(self):
        """Closes its socket."""
        self._close()
        super().close()

    def _open(self):
        if self.socket is None:
            if self.is_stream:
                self.socket = socket.create_connection(self.place, SECONDS)
            else:
                self.socket = socket.socket(_family(self.place), socket.SOCK_DGRAM)
                self.socket.settimeout(SECONDS)
                self.socket.connect(self.place)
        return self.socket

    def _close(self):
        if self.socket:
            self.socket.close()
        self.socket = None


def _family(place):
    if isinstance(place, str):
        return socket.AF_UNIX
    return socket.AF_INET6 if ":" in place[0] else socket.AF_INET
