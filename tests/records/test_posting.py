"""E-mails sent once: what each thing that goes wrong is said to be, and that no address is said."""

import smtplib
from types import SimpleNamespace

import pytest

from assurance.records import email
from assurance.runtime.email_states import FAILED, LOST, SENT, STATES, UNKNOWN

ADDRESS = "somebody@netherby.example"


class Line:
    """A mail connection that fails as it is told to, and says whether it is open."""

    def __init__(self, opening=None, sending=None):
        self.opening, self.sending, self.closed = opening, sending, False

    def open(self):
        """Opens, or fails."""
        if self.opening:
            raise self.opening

    def close(self):
        """Closes."""
        self.closed = True


def post(line):
    """What comes of one letter on `line`."""

    def send():
        if line.sending:
            raise line.sending

    told = SimpleNamespace(connection=line, send=send, recipients=lambda: [ADDRESS])
    return email.posted(told)


TOLD = (550, f"No such mailbox {ADDRESS}".encode())
ANSWERS = [
    (smtplib.SMTPRecipientsRefused({ADDRESS: TOLD}), "check the address"),
    (smtplib.SMTPSenderRefused(*TOLD, ADDRESS), "tell its administrator"),
    (smtplib.SMTPAuthenticationError(*TOLD), "does not let this service in"),
    (smtplib.SMTPDataError(*TOLD), "did not take the e-mail"),
    (smtplib.SMTPHeloError(*TOLD), "did not take the e-mail"),
    (smtplib.SMTPNotSupportedError(ADDRESS), "did not take the e-mail"),
    (ValueError(f"Invalid address {ADDRESS}"), "cannot be written to this address"),
]


@pytest.mark.parametrize(("error", "words"), ANSWERS)
def test_what_a_server_answers_is_said_in_words_without_the_address(error, words):
    state, sentence = post(Line(sending=error))
    assert (state, ADDRESS in sentence) == (FAILED, False)
    assert words in sentence


@pytest.mark.parametrize(
    "error", [smtplib.SMTPServerDisconnected("closed"), TimeoutError(), ConnectionResetError()]
)
def test_a_line_that_breaks_while_it_is_sent_leaves_it_unknown_and_is_opened_anew(error):
    line = Line(sending=error)
    assert post(line) == (UNKNOWN, LOST)
    assert line.closed


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (smtplib.SMTPConnectError(421, "busy"), "did not answer"),
        (ConnectionRefusedError(), "did not answer"),
        (TimeoutError(), "did not answer"),
        (smtplib.SMTPServerDisconnected("closed"), "did not answer"),
        (smtplib.SMTPAuthenticationError(*TOLD), "does not let this service in"),
    ],
)
def test_a_server_that_cannot_be_reached_has_sent_nothing(error, words):
    state, sentence = post(Line(opening=error))
    assert state == FAILED and words in sentence


def test_what_is_taken_is_sent_and_every_state_has_its_words():
    assert post(Line()) == (SENT, "")
    assert {state for state, _ in STATES} >= {SENT, FAILED, UNKNOWN}


@pytest.mark.parametrize(("backend", "can"), [("dummy", False), ("smtp", True), ("locmem", True)])
def test_a_service_without_a_mail_server_posts_nothing(settings, backend, can):
    settings.EMAIL_BACKEND = f"django.core.mail.backends.{backend}.EmailBackend"
    assert email.can_post() is can
