"""A mail server that answers nothing until it is told to."""

from contextlib import contextmanager

from django.core.mail.backends.locmem import EmailBackend


class SilentServer(EmailBackend):
    """A server to which no connection opens."""

    def open(self):
        """Refuses, as the network does."""
        raise ConnectionRefusedError


@contextmanager
def silent(settings):
    """No e-mail goes within."""
    before = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = "tests.records.failing_server.SilentServer"
    yield
    settings.EMAIL_BACKEND = before
