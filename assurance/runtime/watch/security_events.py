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
SIGNED_IN, SIGN_IN_FAILED, LOCKED = "signed in", "sign-in failed", "sign-in locked"
STEP_FAILED, SIGN_IN_CHANGED = "second step failed", "sign-in changed"
ACCESS, UPLOAD_REFUSED, SCANNER_AWAY = "access logged", "upload refused", "scanner does not answer"
VERIFY_FAULT = "verify fault"
# Answers that are security events, by their status.
REFUSALS = {403: "access refused", 429: "too many requests"}
# Entries of history that are security events as well.
RECORDED = {
    "accounts.create_council": "council added",
    "accounts.add_account": "account added",
    "accounts.add_grant": "grant added",
    "accounts.end_grant": "grant ended",
    "accounts.deactivate": "account deactivated",
    "accounts.reactivate": "account reactivated",
    "accounts.make_sign_in_link": "sign-in link made",
    "sign_in.admit": "roles given by the provider",
    "sign_in.review_grant": "grant reviewed",
    "sign_in.reset_two_step": "two-step sign-in reset",
    "sign_in.encrypt_anew": "secrets encrypted again",
    "sign_in.move_to_provider": "account moved to the provider",
    "sign_in.move_to_password": "account moved to a password",
    "sign_in.sign_out": "signed out by the provider",
    "sign_in.end_sessions": "sessions ended",
    "two_step_policies.add": "two-step policy added",
    "two_step_policies.change": "two-step policy changed",
    "provider_groups.add": "group of the provider added",
    "provider_groups.change": "group of the provider changed",
    "data_protection.export": "personal data exported",
    "data_protection.erase_person": "person erased",
    "data_protection.erase_child": "child erased",
    "data_protection.erase_account": "account erased",
    "data_protection.erase_address": "address erased",
    "data_protection.erase_audit": "case audit erased",
    "data_protection.replace_text": "text about a person replaced",
    "data_protection.apply_schedule": "retention schedule applied",
    "legal_holds.place": "legal hold placed",
    "legal_holds.renew": "legal hold renewed",
    "legal_holds.release": "legal hold released",
    "history.adopt": "rows taken into history",
}
# What syslog calls a notice of the security facility, and how long a socket is waited for.
PRIORITY, SECONDS = 13 * 8 + 5, 2


def note_event(event: str, **fields) -> None:
    """Tells of an event, once what it is of is committed."""
    transaction.on_commit(partial(_log, {"event": event, **fields}))


def note_entry(entry, by) -> None:
    """Logs an entry of history that is a security event, by its number there and the key of the
    account that acted, where one did."""
    if event := RECORDED.get(entry.what):
        fields = {"council": entry.council, "entry": entry.seq, "by": entry.actor_kind}
        note_event(event, **fields, account=getattr(by, "pk", None))


def note_refusal(request, status: int, address: str) -> None:
    """Logs an answer with a status of `REFUSALS`, by the name of its view and never its path."""
    view = request.resolver_match.view_name if request.resolver_match else ""
    note_event(REFUSALS[status], account=request.user.pk, view=view, address=address)


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
