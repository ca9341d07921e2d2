"""Breaches of the re-check policy: what may not be recorded of one, and whether one is late."""

from datetime import date

from assurance.people.certificate_words import faults_of_titles, faults_of_words
from assurance.runtime.periods import say_day

FREE_WORDS = ("cause", "remedy")
TITLES = ("policy", "told_meeting")


def is_late(breach, day: date) -> bool:
    """Whether a breach was to be put right before `day` and was not; a withdrawn one never is."""
    due, remedied_on = breach.remedy_due_on, breach.remedied_on
    if breach.is_withdrawn or due is None or due >= day:
        return False
    return remedied_on is None or remedied_on > day


def faults_of_breach(value) -> list[tuple[str, str]]:
    """(field, sentence) of everything in a breach, field → value, that does not fit together."""
    text = (*faults_of_words(value, FREE_WORDS), *faults_of_titles(value, TITLES))
    matches = [*_found(value), *_closed(value), *text]
    return [(field, sentence) for field, sentence in matches if sentence]


def _found(value):
    people, found_on = value.get("people"), value.get("found_on")
    if value.get("person") and people not in (None, 1):
        text = "A breach of one person’s check counts one: leave out the person, or enter 1"
        yield "people", text
    elif people is not None and people < 1:
        yield "people", "Enter how many people it is about, at least 1"
    meeting, told_on = value.get("told_meeting"), value.get("told_on")
    if meeting and not told_on:
        yield "told_on", "Enter the date that the meeting was informed"
    if told_on and not meeting:
        yield "told_meeting", "Enter the meeting that was informed"
    yield "told_on", _before(told_on, found_on, "reported to a meeting")
    if value.get("remedied_on") and not value.get("remedy"):
        yield "remedy", "Describe how it was put right"
    yield "remedied_on", _before(value.get("remedied_on"), found_on, "put right")
    due = value.get("remedy_due_on")
    if due and found_on and due < found_on:
        text = f"It was found on {say_day(found_on)}: it cannot be due before that date"
        yield "remedy_due_on", text


def _closed(value):
    day, closer = value.get("closed_on"), value.get("closer")
    remedied = value.get("remedied_on")
    if day and not closer:
        yield "closer", "Select the post that closed it"
    if closer and not day:
        yield "closed_on", "Enter the date that it was closed"
    if day and not remedied:
        yield "remedied_on", "Enter the date that it was put right: a breach is closed after that"
    elif day and day < remedied:
        put_right = f"It was put right on {say_day(remedied)}"
        yield "closed_on", f"{put_right}: it cannot have been closed before that date"


def _before(day, found_on, what):
    if day and found_on and day < found_on:
        return f"It was found on {say_day(found_on)}: it cannot have been {what} before that date"
    return None
