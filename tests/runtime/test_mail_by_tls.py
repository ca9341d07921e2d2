"""Mail leaves this machine encrypted, to a server whose certificate is checked, or not at all."""

import socket
import ssl
from contextlib import contextmanager
from threading import Thread

import pytest
from django.core.mail import EmailMessage, get_connection

from assurance.runtime.email_states import FAILED
from assurance.runtime.mail_server import posted
from bootstrap.server_files import make_certificate


class MailServer(Thread):
    """Answers one client as a mail server does, and keeps its commands."""

    def __init__(self, folder, offers_tls):
        super().__init__(daemon=True)
        self.folder, self.offers_tls, self.commands = folder, offers_tls, []
        self.listening = socket.create_server(("127.0.0.1", 0))

    def run(self):
        """Talks until the client goes."""
        line, _address = self.listening.accept()
        line.settimeout(10)
        line.sendall(b"220 mail.example\r\n")
        while text := line.recv(1000).decode(errors="replace").strip():
            self.commands.append(text.split()[0])
            if text.startswith("STARTTLS"):
                line.sendall(b"220 go\r\n")
                line = self._encrypt(line)
                if line is None:
                    return
                continue
            tls = "250-STARTTLS\r\n" if self.offers_tls else ""
            line.sendall(f"250-mail.example\r\n{tls}250 HELP\r\n".encode())
        line.close()

    def _encrypt(self, line):
        certificate, key = make_certificate(self.folder, "mail.example")
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        try:
            return context.wrap_socket(line, server_side=True)
        except ssl.SSLError:
            self.commands.append("refused the certificate")
            line.close()
            return None


@contextmanager
def mail_server(folder, offers_tls):
    """A mail server that runs within."""
    server = MailServer(folder, offers_tls)
    server.start()
    yield server
    server.join(timeout=10)
    server.listening.close()


@pytest.mark.parametrize(
    ("offers_tls", "commands"),
    [(False, ["ehlo", "quit"]), (True, ["ehlo", "STARTTLS", "refused the certificate"])],
)
def test_no_letter_goes_to_a_server_without_tls_or_with_a_certificate_of_its_own(
    tmp_path, settings, offers_tls, commands
):
    assert settings.EMAIL_USE_TLS
    with mail_server(tmp_path, offers_tls) as server:
        connection = get_connection(
            "django.core.mail.backends.smtp.EmailBackend",
            host="127.0.0.1", port=server.listening.getsockname()[1], timeout=10,
        )  # fmt: skip
        letter = EmailMessage("A link", "SECRET", "a@b.example", ["c@d.example"])
        letter.connection = connection
        state, sentence = posted(letter)
        connection.close()
    assert state == FAILED and sentence
    assert server.commands == commands
