"""One message to the mail server, and in plain words why it did not go.

The words never repeat an address, which the server's own words may do.
"""

from smtplib import (
    SMTPAuthenticationError,
    SMTPException,
    SMTPRecipientsRefused,
    SMTPSenderRefused,
    SMTPServerDisconnected,
)

from assurance.runtime.email_states import FAILED, LOST, NO_ANSWER, NOT_TAKEN, SENT, UNKNOWN

NO_ADDRESS = "No e-mail address is recorded any more: record it, or print a letter"
SENTENCES = (
    (SMTPRecipientsRefused, "The mail server takes no mail for this address: check the address"),
    (SMTPSenderRefused, "The mail server takes no mail from this service: tell its administrator"),
    (
        SMTPAuthenticationError,
        "The mail server does not let this service in: tell its administrator",
    ),
    (SMTPException, NOT_TAKEN),
    (ValueError, "The e-mail cannot be written to this address: check the address"),
)


def why_not_open(post):
    """Opens the mail connection `post`; the sentence that says why it would not, or None."""
    try:
        post.open()
    except (SMTPException, OSError) as error:
        known = isinstance(error, SMTPAuthenticationError | SMTPSenderRefused)
        return _sentence(error) if known else NO_ANSWER
    return None


def posted(letter):
    """Sends `letter` on its connection, which is opened where it is not; (state, sentence): sent,
    not sent and why, or not known where the connection broke while it was sent."""
    # A letter to nobody goes out without a word, and nobody has it.
    if not letter.recipients():
        return FAILED, NO_ADDRESS
    if sentence := why_not_open(letter.connection):
        return FAILED, sentence
    try:
        letter.send()
    except SMTPServerDisconnected:
        return _lost(letter)
    except (SMTPException, ValueError) as error:
        return FAILED, _sentence(error)
    except OSError:
        return _lost(letter)
    return SENT, ""


def _lost(letter):
    # Closed, so that the next letter opens it again.
    letter.connection.close()
    return UNKNOWN, LOST


def _sentence(error):
    return next(text for kind, text in SENTENCES if isinstance(error, kind))
