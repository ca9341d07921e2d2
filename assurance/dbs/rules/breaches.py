"""What may not be recorded of breaches: plain values in, a sentence of refusal out."""

from assurance.runtime.periods import say_day


def faults_of_breach(value) -> list[tuple[str, str]]:
    """(field, sentence) of everything in a breach that does not fit together; `said` maps field →
    value."""
    matches = [*_whom(value), *_meeting_faults(value), *_remedied(value), *_closed(value)]
    return [(field, sentence) for field, sentence in matches if sentence]


def _whom(value):
    people = value.get("people")
    if value.get("person") and people not in (None, 1):
        yield (
            "people",
            "A breach of one person's check counts one: leave out the person, or enter 1",
        )
    elif people is not None and people < 1:
        yield "people", "Enter how many people it is about, at least 1"


def _meeting_faults(value):
    meeting, day = value.get("told_meeting"), value.get("told_on")
    if meeting and not day:
        yield "told_on", "Enter the day that the meeting was told"
    if day and not meeting:
        yield "told_meeting", "Enter which meeting was told"
    yield "told_on", _before(day, value.get("found_on"), "told to a meeting")


def _remedied(value):
    remedy, day = value.get("remedy"), value.get("remedied_on")
    if day and not remedy:
        yield "remedy", "Say what put it right"
    yield "remedied_on", _before(day, value.get("found_on"), "put right")


def _closed(value):
    day, role, remedied = (
        value.get("closed_on"),
        value.get("closed_by_role"),
        value.get("remedied_on"),
    )
    if day and not role:
        yield "closed_by_role", "Enter the role that closed it"
    if role and not day:
        yield "closed_on", "Enter the day that it was closed"
    if day and not remedied:
        yield "remedied_on", "Enter the day that it was put right: a breach is closed after that"
    elif day and day < remedied:
        put_right = f"It was put right on {say_day(remedied)}"
        yield "closed_on", f"{put_right}: it cannot have been closed before that day"


def _before(day, found_on, what):
    if day and found_on and day < found_on:
        return f"It was found on {say_day(found_on)}: it cannot have been {what} before that day"
    return None
