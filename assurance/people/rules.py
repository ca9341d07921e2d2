"""Rules of teams and populations: plain values in, a sentence of refusal or None out."""

from contextlib import contextmanager
from contextvars import ContextVar

from assurance.runtime.periods import say_day

_KNOWN_ON = ContextVar("known_on", default=None)

# Who works with children here, and the checks that a role may need: code and words.
GROUPS = [
    ("employee", "Employee"),
    ("agency", "Agency worker"),
    ("foster_carer", "Foster carer"),
    ("household", "Household member of a foster carer"),
    ("independent_visitor", "Independent visitor"),
    ("volunteer", "Volunteer"),
    ("panel", "Adoption or fostering panel member"),
    ("governor", "School governor"),
    ("elected", "Elected member"),
    ("contractor", "Contractor"),
]
LEVELS = [
    ("basic", "Basic"),
    ("standard", "Standard"),
    ("enhanced", "Enhanced"),
    ("enhanced_barred", "Enhanced with barred list"),
]
WORKFORCES = [
    ("child", "Child"),
    ("adult", "Adult"),
    ("both", "Child and adult"),
    ("other", "Other"),
]

SLUG_TAKEN = "Another population has this name in addresses already: give this one another"
COUNTED = (
    "Positions count this population as it is defined: end it, and add another one with the new "
    "definition"
)


def why_not_name_team(name, service, clash):
    """The sentence that refuses a team's name in its service, or None."""
    if clash:
        return f"{service} has a team called {name} already: change that one, or use another name"
    return None


def why_not_end_team(from_date, to_date):
    """The sentence that refuses the last day of a team that began on `from_date`, or None."""
    if to_date and from_date and to_date < from_date:
        return f"The team began on {say_day(from_date)}: it cannot end before that day"
    return None


def why_not_usual(usual):
    """The sentence that refuses a second usual population, or None; `usual` is the one there is."""
    if usual is None:
        return None
    return f"“{usual}” is the usual population of its kind: say there that it no longer is"


def why_not_end_cohort(from_date, to_date):
    """The sentence that refuses the last day of a population, or None."""
    if to_date and from_date and to_date < from_date:
        return f"It holds from {say_day(from_date)}: it cannot end before that day"
    return None


@contextmanager
def positions_as_known(day):
    """Reads positions as they were known at the end of `day`: what a correction made since has
    changed is found by measuring again within it."""
    token = _KNOWN_ON.set(day)
    try:
        yield
    finally:
        _KNOWN_ON.reset(token)


def known_on():
    """The day of the `positions_as_known` that is open, or None."""
    return _KNOWN_ON.get()
