"""Papers asked for in another format or language: what may be asked, answered and forgotten."""

from datetime import date

from assurance.runtime.periods import months_after

LANGUAGE, OTHER = "language", "other"
FORMATS = [
    ("large", "Large print"),
    ("braille", "Braille"),
    ("audio", "Audio"),
    ("easy", "Easy read"),
    ("bsl", "British Sign Language"),
    ("paper", "Printed on paper"),
    (LANGUAGE, "Another language"),
    (OTHER, "Something else"),
]
PROVIDED, ANOTHER, NOT_GIVEN = "given", "another", "not_given"
OUTCOMES = [
    (PROVIDED, "They have what they asked for"),
    (ANOTHER, "They have it in another way that suits them"),
    (NOT_GIVEN, "They could not be given it"),
]
# Long enough for somebody who is not content to come back; the council's own period, no law's.
MONTHS_KEPT = 3


def why_not_answer(is_closed: bool, text: str) -> str:
    """Why a request cannot be closed with the words `said`, or nothing."""
    if is_closed:
        return "Somebody has closed this request already."
    return "" if text.strip() else "Say what was done."


def forget_from(on: date) -> date:
    """The last day of closing whose contacts are forgotten on `on`."""
    return months_after(on, -MONTHS_KEPT)


def why_not_forget(closed_on: date | None, on: date) -> str:
    """Why the contact of a request cannot be forgotten on `on`, or nothing."""
    is_due = closed_on is not None and closed_on <= forget_from(on)
    return "" if is_due else f"A contact is kept until {MONTHS_KEPT} months after the answer."
