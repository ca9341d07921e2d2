"""A mail server of this program's own, which keeps the addresses that each letter went to."""

import socketserver
import threading
from collections import Counter
from contextlib import contextmanager, suppress

from django.conf import settings


class _Dialogue(socketserver.StreamRequestHandler):
    """As much of SMTP (RFC 5321) as a client without encryption asks."""

    def handle(self):
        """Answers each line until the client ends, or is killed."""
        with suppress(ConnectionError):
            self._answer()

    def _answer(self):
        """What is taken is counted before the client hears so."""
        self._say("220 mailbox")
        to = []
        while line := self.rfile.readline():
            verb = line[:4].upper().strip()
            if verb == b"RCPT":
                to.append(line.decode("ascii", "replace").partition("<")[2].partition(">")[0])
            if verb == b"DATA":
                self._say("354 go on")
                while self.rfile.readline() not in (b".\r\n", b""):
                    continue
                self.server.taken.update(to)
                to = []
            self._say("221 end" if verb == b"QUIT" else "250 mailbox")
            if verb == b"QUIT":
                return

    def _say(self, words):
        try:
            self.wfile.write(f"{words}\r\n".encode())
        except OSError:
            # The client is gone in the middle of a word.
            return


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = daemon_threads = True


@contextmanager
def mailbox():
    """A mail server while it is needed; gives how many letters each address has been sent."""
    with _Server(("127.0.0.1", 0), _Dialogue) as server:
        server.taken = Counter()
        settings.EMAIL_PORT = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield server.taken
        finally:
            server.shutdown()
            thread.join()
