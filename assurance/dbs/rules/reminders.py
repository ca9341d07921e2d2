"""What a reminder says, and whether one may be sent: plain values in, words or a refusal out."""

import re
from datetime import date

from assurance.runtime.email_states import FAILED, UNKNOWN
from assurance.runtime.periods import say_day

# What a wording may leave open, each written as {name}.
PLACES = {
    "name": "the person’s name",
    "due": "the date the re-check is due, or was",
    "council": "the council’s name",
}
NEEDED = ("due",)
SUBJECT = "Your DBS re-check"
BODY = (
    "Dear {name},\n\n"
    "Your DBS certificate has to be renewed every few years. Your re-check date is {due}.\n\n"
    "If you have applied already, thank you: you need do nothing more. If you have not, please "
    "apply now. If you use the DBS Update Service, please tell us, so that we can check your "
    "certificate there.\n\n"
    "{council}"
)
LETTER, EMAIL = "letter", "email"
ONCE_A_DAY = "Wait a day before another e-mail about this re-check date, or print a letter"


def filled(words: str, *, name: str, due: date, council: str) -> str:
    """`words` with their places filled. What stands in a name is never taken for a place."""
    values = {"name": name, "due": say_day(due), "council": council}
    return re.sub(r"\{(\w+)\}", lambda place: values.get(place[1], place[0]), words)


def why_not_word(text: str, needed=NEEDED) -> str | None:
    """Why the words of a letter cannot stand, or None: a place unknown or missing."""
    for place in re.findall(r"\{([^{}]*)\}", text):
        if place not in PLACES:
            return f"“{{{place}}}” is not a place that can be filled: use {_places()}"
    if text.count("{") != text.count("}"):
        return "A curly bracket has no partner: a place is written between two, such as {due}"
    missing = [place for place in needed if f"{{{place}}}" not in text]
    if missing:
        return f"Show when the re-check is due: write {{{missing[0]}}} where the date belongs"
    return None


def why_not_subject(text: str) -> str | None:
    """Why a subject cannot stand, or None: read on locked screens, it names nobody."""
    if "{" in text or "}" in text:
        return (
            "The subject names no person and no date, since others may see it: leave out the places"
        )
    if "\n" in text or "\r" in text:
        return "The subject is one line"
    return None


def why_not_begin(from_date: date, started: date | None) -> str | None:
    """Why a wording cannot begin then, or None; `started` is the newest one's first day."""
    if started and from_date <= started:
        return f"The earlier wording began on {say_day(started)}: a new one begins after that date"
    return None


def why_not_remind(earlier, again: bool, how: str, email: str, on: date) -> str | None:
    """The sentence that refuses a reminder on the day `on`, or None. `earlier` is the newest of the
    same due day that stands and was not refused by a mail server, or None."""
    if earlier and not again:
        return (
            f"A reminder of this date was sent on {say_day(earlier.sent_on)}: confirm that "
            "another one is wanted"
        )
    if how == EMAIL and not email:
        return "No work e-mail address is recorded: print a letter"
    if earlier and how == earlier.how == EMAIL and earlier.sent_on == on:
        return ONCE_A_DAY
    return None


def why_not_send_again(delivery: str) -> str | None:
    """Why an e-mail cannot be sent again, or None; `delivery` is what became of it."""
    if delivery in (FAILED, UNKNOWN):
        return None
    return "This e-mail was not refused: it has been sent, or is about to be"


def why_not_beside(own, others, on: date) -> str | None:
    """The sentence that refuses to send the e-mail `own` again on the day `on`, or None; `others`
    are the further reminders of its due day that were sent, or may be yet."""
    if any(other.pk > own.pk or not own.again for other in others):
        return "Another reminder of this date has been sent since."
    if any(other.how == EMAIL and other.sent_on == on for other in others):
        return ONCE_A_DAY
    return None


def _places():
    return ", ".join(f"{{{place}}}" for place in PLACES)
