"""What may become of an e-mail, each as it is kept and as a page says it. No Django here."""

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
