"""Rules of learning meetings."""

from assurance.periods import say_day

# The other fields that a fault at a field speaks of.
SPEAKS_OF = {
    "reviewed_to": ("reviewed_from",),
    "reviewed": ("reviewed_from", "reviewed_to", "rounds"),
    "circulated_to": ("circulated_on",),
    "circulated_on": ("held_on",),
    "next_on": ("held_on",),
}


def faults(said):
    """(field, sentence) of everything in a meeting that does not fit together; `said` maps its
    fields to values, the empty ones None, an empty text or no rows."""
    held, first, last = said["held_on"], said["reviewed_from"], said["reviewed_to"]
    found = (
        ("reviewed_to", _one_day_of_two(first, last)),
        (
            "reviewed_to",
            first and last and last < first and "The last day reviewed is before the first",
        ),
        ("reviewed", not _reviewed(said) and "Say what was reviewed: a round, a period, or words"),
        ("circulated_to", said["circulated_on"] and _nobody(said["circulated_to"])),
        ("circulated_on", _before(said["circulated_on"], held, "have been circulated")),
        ("next_on", _not_after(said["next_on"], held)),
    )
    return [(field, sentence) for field, sentence in found if sentence]


def _reviewed(said):
    return bool(said["rounds"] or said["reviewed_from"] or said["reviewed"].strip())


def _one_day_of_two(first, last):
    if bool(first) == bool(last):
        return None
    return "Enter both the first and the last day of the audits reviewed, or neither"


def _nobody(circulated_to):
    return None if circulated_to.strip() else "Say to whom it was circulated"


def _before(day, held, what):
    if day and held and day < held:
        return f"The meeting was held on {say_day(held)}: nothing can {what} before"
    return None


def _not_after(day, held):
    if day and held and day <= held:
        return f"The meeting was held on {say_day(held)}: the next must come after it"
    return None
