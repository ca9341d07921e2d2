"""Rules of teams, populations and staff: plain values in, a sentence of refusal or None out."""

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
USED = "This reference belongs to somebody on the register already: check it"
COUNTED = (
    "Positions count this population as it is defined: end it, and add another one with the new "
    "definition"
)
# What of a role fits together or does not.
BOUND_TOGETHER = (
    *("starts_on", "ends_on", "needs_check", "not_eligible_because"),
    *("set_aside_from", "set_aside_until", "set_aside_because", "set_aside_approved_by"),
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


def why_not_refer(clash):
    """The sentence that refuses somebody's reference, or None; `taken` is who has it, or None."""
    if clash is None:
        return None
    if clash.withdrawn_on:
        return (
            f"This reference belonged to a record withdrawn on {say_day(clash.withdrawn_on)}: "
            "give the new one another reference"
        )
    return USED


def faults_of_engagement(value):
    """(field, sentence) of everything in an engagement that does not fit together; `said` maps
    field → value."""
    matches = []
    starts, ends = value.get("starts_on"), value.get("ends_on")
    since, until = value.get("set_aside_from"), value.get("set_aside_until")
    if starts and ends and ends < starts:
        matches.append(
            ("ends_on", f"It starts on {say_day(starts)}: it cannot end before that day")
        )
    if value.get("needs_check") is False and not value.get("not_eligible_because"):
        matches.append(("not_eligible_because", "Say why this role needs no check"))
    if until and not since:
        matches.append(("set_aside_from", "Enter the day from which this person is set aside"))
    if until and since and until < since:
        matches.append(
            ("set_aside_until", f"Set aside from {say_day(since)}: it cannot end before that day")
        )
    if since and not value.get("set_aside_because"):
        matches.append(("set_aside_because", "Say why this person is set aside"))
    if since and not value.get("set_aside_approved_by"):
        matches.append(("set_aside_approved_by", "Say which post approved that they are set aside"))
    return matches


def why_not_end_post(from_date, to_date):
    """Why a post cannot end on `to_date`, or nothing."""
    if to_date and from_date and to_date < from_date:
        return "The post must end on or after its first day"
    return ""


def why_not_name_post(slug, from_date, to_date, others):
    """Why a post cannot have this name in its days: a paper must find one post by it on each day.

    `others` are the (first day, last day or None) of the council's other posts of that name.
    """
    meets = any(
        (to_date is None or start <= to_date) and (end is None or from_date <= end)
        for start, end in others
    )
    return f"Another post is called “{slug}” in these days: end that one first" if meets else ""


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
