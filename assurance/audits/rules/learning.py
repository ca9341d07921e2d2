"""Rules of learning meetings."""

import re

from assurance.runtime.periods import say_day

# As many references, and as much of one, as a sentence names.
MOST_NAMED, LONGEST_NAMED = 5, 40
# The other fields that a fault at a field speaks of.
SPEAKS_OF = {
    "reviewed_to": ("reviewed_from",),
    "reviewed": ("reviewed_from", "reviewed_to", "rounds", "audits"),
    "circulated_to": ("circulated_on",),
    "circulated_on": ("held_on",),
    "next_on": ("held_on",),
}


def faults(said):
    """(field, sentence) of everything in a meeting that does not fit together; `said` maps its
    fields to values, the empty ones None, an empty text or no rows."""
    current, first, last = said["held_on"], said["reviewed_from"], said["reviewed_to"]
    matches = (
        ("reviewed_to", _one_day_of_two(first, last)),
        (
            "reviewed_to",
            first
            and last
            and last < first
            and "The end date of the audits reviewed is before the start date",
        ),
        (
            "reviewed",
            not _reviewed(said)
            and "Enter the material reviewed: a round, audits, a period, or words",
        ),
        ("circulated_to", said["circulated_on"] and _nobody(said["circulated_to"])),
        ("circulated_on", _before(said["circulated_on"], current, "have been circulated")),
        ("next_on", _not_after(said["next_on"], current)),
    )
    return [(field, sentence) for field, sentence in matches if sentence]


def _reviewed(value):
    named = value["rounds"] or value.get("audits")
    return bool(named or value["reviewed_from"] or value["reviewed"].strip())


def references_of(text):
    """The references that stand in `text`, each once, one to a line or between commas."""
    matches = (part.strip() for part in re.split(r"[\n,;]", text))
    return list(dict.fromkeys(filter(None, matches)))


def why_not_audits(unknown, withdrawn):
    """The sentence that refuses references of audits: those `unknown`, else those of audits
    `withdrawn`; or None."""
    if unknown:
        return f"No case audit has the reference {_listed(unknown)}: check it"
    if withdrawn:
        return f"{_listed(withdrawn)} was withdrawn: take it away"
    return None


def _listed(references):
    display = ", ".join(
        item if len(item) <= LONGEST_NAMED else f"{item[:LONGEST_NAMED]}…"
        for item in references[:MOST_NAMED]
    )
    more = len(references) - MOST_NAMED
    return f"{display} and {more} more" if more > 0 else display


def _one_day_of_two(first, last):
    if bool(first) == bool(last):
        return None
    return "Enter both the start date and the end date of the audits reviewed, or neither"


def _nobody(circulated_to):
    return None if circulated_to.strip() else "Enter who it was circulated to"


def _before(day, current, what):
    if day and current and day < current:
        return f"The meeting took place on {say_day(current)}: nothing can {what} before"
    return None


def _not_after(day, current):
    if day and current and day <= current:
        return f"The meeting took place on {say_day(current)}: the next must come after it"
    return None
