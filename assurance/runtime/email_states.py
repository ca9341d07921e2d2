"""What may become of an e-mail, each as it is kept and as a page says it, and when one that went by
itself is tried again. No Django here."""

from datetime import date, timedelta

WAITING, SENDING, SENT, FAILED, UNKNOWN = "waiting", "sending", "sent", "failed", "unknown"
STATES = [
    ("", "Sent"),
    (WAITING, "Waiting to be sent"),
    (SENDING, "Being sent"),
    (SENT, "Sent"),
    (FAILED, "Not sent"),
    (UNKNOWN, "It may have been sent"),
]
LOST = "The connection broke while it was sent, so it may have arrived: ask before sending another"

NO_ANSWER = "The mail server did not answer: try again later"
NOT_TAKEN = "The mail server did not take the e-mail: try again later"
# What may be otherwise tomorrow; a wrong address stays one until somebody acts.
PASSING = (NO_ANSWER, NOT_TAKEN)
MOST_TRIES, NEXT_TRY = 3, timedelta(days=1)


def again_on(state: str, error: str, tries: int, day: date) -> date | None:
    """The day on which an e-mail of `day` is sent once more by itself, or None: the next, where the
    fault may have passed and fewer than three were tried."""
    is_tried = state == FAILED and error in PASSING and 0 < tries < MOST_TRIES
    return day + NEXT_TRY if is_tried else None
