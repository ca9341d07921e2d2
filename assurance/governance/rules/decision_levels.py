"""What refuses a line of the table of who may decide what. Plain values."""

from assurance.governance.rules.faults import overlap
from assurance.runtime.periods import say_day


def level_faults(values):
    """What does not fit together in one line."""
    first, last = values.get("from_date"), values.get("to_date")
    if first and last and last < first:
        yield "to_date", f"It applies from {say_day(first)}: it cannot end before that date"


def why_not_decide(spans, first, last):
    """The sentence that refuses a second post for one decision at one level in days that meet, or
    an empty text; `spans` are the days of its other lines."""
    if first is None or not overlap(spans, first, last):
        return ""
    return (
        "Another post may take this decision at this level on some of these dates: end "
        "that one first, or choose another level"
    )


def title_of(decision, level):
    """A decision with its level in one line."""
    return f"{decision}: {level}" if level else decision
