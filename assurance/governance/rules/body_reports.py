"""What refuses the report of another body. Plain values."""

from assurance.runtime.periods import say_day

NOT_RECEIVED = "Enter the date it was received: a meeting considers reports that have been received"


def report_faults(values):
    """What does not fit together in a report of another body."""
    first, last = values.get("from_date"), values.get("to_date")
    received, meeting = values.get("received_on"), values.get("meeting")
    if first and last and last < first:
        yield "to_date", f"Its period begins on {say_day(first)}: it cannot end before that date"
    if first and received and received < first:
        yield "received_on", f"Its period begins on {say_day(first)}: enter a later date"
    if meeting and not received:
        yield "received_on", NOT_RECEIVED
    if meeting and received and meeting.date < received:
        yield (
            "meeting",
            (
                f"That meeting was on {say_day(meeting.date)}, before it was received: choose "
                "a later one"
            ),
        )
