"""Rules of teams, populations and staff: plain values in, a sentence of refusal or None out."""

from contextlib import contextmanager
from contextvars import ContextVar

from assurance.people.certificate_words import faults_of_titles, faults_of_words, why_not_title
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

# Why somebody is away for long. Illness has no word of its own: nobody's health is kept here.
ABSENCES = [
    ("parental", "Parental or adoption leave"),
    ("leave", "Other long leave"),
    ("career_break", "Career break"),
    ("secondment", "Secondment elsewhere"),
]
FREE_WORDS = ("not_eligible_because", "set_aside_because", "risk_assessment")
TITLES = ("service", "role")

NO_LETTER = "A name has letters: write the person’s name, or take the row out if it is a total"
SLUG_TAKEN = "Another population has this short name already: give this one another"
USED = "This reference belongs to another person on the register: check it"
COUNTED = (
    "Positions already count this population: end it, and add another one with the new definition"
)
NOT_YOURS = "You are not in this post: the person who keeps the directory records its absences"
OWN_STAND_IN = "Choose another account: no one can be their own deputy"
ALREADY_AWAY = "An absence is recorded for some of these days already: change that one"
POLICY_TAKEN = "A policy already applies from this date: change that one"
# What of a role fits together or does not.
BOUND_TOGETHER = (
    *("starts_on", "ends_on", "needs_check", "not_eligible_because"),
    *("set_aside_from", "set_aside_until", "set_aside_because"),
)


def why_not_name_team(name, service, clash):
    """The sentence that refuses a team's name in its service, or None."""
    if clash:
        return f"{service} has a team called {name} already: change that one, or use another name"
    return None


def why_not_end_team(from_date, to_date):
    """The sentence that refuses the last day of a team that began on `from_date`, or None."""
    if to_date and from_date and to_date < from_date:
        return f"The team began on {say_day(from_date)}: it cannot end before that date"
    return None


def why_not_usual(usual):
    """The sentence that refuses a second usual population, or None; `usual` is the one there is."""
    if usual is None:
        return None
    return f"“{usual}” is the usual population of its kind: change that one first"


def why_not_end_cohort(from_date, to_date):
    """The sentence that refuses the last day of a population, or None."""
    if to_date and from_date and to_date < from_date:
        return f"It applies from {say_day(from_date)}: it cannot end before that date"
    return None


def why_not_name_person(name):
    """The sentence that refuses a person's name, or None: a total of a list is no name."""
    if not any(letter.isalpha() for letter in name or ""):
        return NO_LETTER
    return why_not_title(name)


def why_not_refer(clash):
    """The sentence that refuses a person's reference, or None; `clash` is who has it, or None."""
    if clash is None:
        return None
    if clash.withdrawn_on:
        return (
            f"This reference belonged to a record withdrawn on {say_day(clash.withdrawn_on)}: "
            "give the new one another reference"
        )
    return f"This reference belongs to {clash.name}: check it, or give this person another"


def faults_of_engagement(value):
    """(field, sentence) of everything in an engagement that does not fit together; `said` maps
    field → value."""
    matches = []
    starts, ends = value.get("starts_on"), value.get("ends_on")
    since, until = value.get("set_aside_from"), value.get("set_aside_until")
    if starts and ends and ends < starts:
        matches.append(
            ("ends_on", f"It starts on {say_day(starts)}: it cannot end before that date")
        )
    if value.get("needs_check") is False and not value.get("not_eligible_because"):
        matches.append(("not_eligible_because", "Explain why this role needs no check"))
    if until and not since:
        matches.append(("set_aside_from", "Enter the date from which this person is set aside"))
    if until and since and until < since:
        matches.append(
            ("set_aside_until", f"Set aside from {say_day(since)}: it cannot end before that date")
        )
    if since and not value.get("set_aside_because"):
        matches.append(("set_aside_because", "Explain why this person is set aside"))
    matches += _faults_of_absence(value)
    if value.get("risk_assessment") and not value.get("risk_assessed_on"):
        matches.append(("risk_assessed_on", "Enter the date of the risk assessment"))
    return matches + faults_of_words(value, FREE_WORDS) + faults_of_titles(value, TITLES)


def _faults_of_absence(value):
    since, until = value.get("absent_from"), value.get("absent_until")
    because = value.get("absent_because")
    if (until or because) and not since:
        yield "absent_from", "Enter the start date of the absence"
    if until and since and until < since:
        yield "absent_until", f"Away from {say_day(since)}: the absence cannot end before that date"
    if since and not because:
        yield "absent_because", "Select the kind of absence"


def why_not_end_post(from_date, to_date):
    """Why a post cannot end on `to_date`, or nothing."""
    if to_date and from_date and to_date < from_date:
        return "The post must end on or after its start date"
    return ""


def why_not_name_post(slug, from_date, to_date, others):
    """Why a post cannot have this name in its days: a paper must find one post by it on each day.

    `others` are the (first day, last day or None) of the council's other posts of that name.
    """
    if not _meet(from_date, to_date, others):
        return ""
    return f"Another post is called “{slug}” in these days: end that one first"


def why_not_title_post(title, from_date, to_date, others):
    """Why a post cannot have this title in its days, or nothing: files name posts by their titles.

    `others` are as for `why_not_name_post`.
    """
    if not _meet(from_date, to_date, others):
        return ""
    return f"Another post has the title “{title}” in these days: end that one first"


def why_not_leave_holders(from_date, to_date, holders):
    """Why a post cannot have these days while it is held, or nothing; `holders` are the
    (first day, last day or None) of who holds it."""
    starts = [start for start, _ in holders]
    if from_date and starts and min(starts) < from_date:
        return f"It is filled from {say_day(min(starts))}: it cannot begin after that date"
    if to_date and any(end is None or end > to_date for _, end in holders):
        return "A person is in it after that date: end that first, or enter a later date"
    return ""


def why_not_end_holder(from_date, to_date, *, is_interim):
    """Why somebody cannot hold a post until `to_date`, or nothing."""
    if is_interim and not to_date:
        return "Enter the date until which the post is filled: it is filled for the time being"
    if from_date and to_date and to_date < from_date:
        return "The end date must be on or after the start date"
    return ""


def why_not_within_post(from_date, to_date, post):
    """Why a post cannot be held in these days, or nothing: it has to be there."""
    if from_date and from_date < post.from_date:
        return f"The post exists from {say_day(post.from_date)}: enter that date or a later one"
    if post.to_date and (to_date is None or to_date > post.to_date):
        return f"The post ends on {say_day(post.to_date)}: no one can be in it after that date"
    return ""


def why_not_hold(post, from_date, to_date, others):
    """Why `post` cannot be held in these days, or nothing; `others` are the days of others who
    hold it, as (first day, last day or None)."""
    if not _meet(from_date, to_date, others):
        return ""
    return f"Another person is in “{post}” on some of these dates: hand the post over instead"


def why_not_hand_over(post, holder, account, on):
    """(field, sentence) of what refuses that `account` holds `post` from `on`, or None; `holder` is
    who holds it on that day, or None."""
    if sentence := why_not_within_post(on, post.to_date, post):
        return "on", sentence
    if holder and holder.account == account:
        return "account", f"{account} is already in this post: choose another account"
    if holder and on <= holder.from_date:
        return "on", (
            f"{holder.account} is in it from {say_day(holder.from_date)}: enter a later date"
        )
    return None


def why_not_end_absence(from_date, to_date):
    """Why an absence cannot end on `to_date`, or nothing."""
    if from_date and to_date and to_date < from_date:
        return "The absence must end on or after its start date"
    return ""


def why_not_be_away(holder, from_date, to_date):
    """Why `holder` cannot be away on these days, or nothing: they have to hold the post then."""
    if from_date and from_date < holder.from_date:
        return (
            f"The post is filled from {say_day(holder.from_date)}: enter that date or a later one"
        )
    if holder.to_date and to_date and to_date > holder.to_date:
        return (
            f"The post is filled until {say_day(holder.to_date)}: enter that date or an earlier one"
        )
    return ""


def why_not_be_away_twice(from_date, to_date, others):
    """Why these days away cannot stand beside `others`, (first day, last day), or nothing."""
    return ALREADY_AWAY if _meet(from_date, to_date, others) else ""


def why_not_alone(needs_all, reason):
    """Why one person cannot take a step alone, or nothing: the policy says why."""
    return "" if needs_all or reason.strip() else "Explain why one person may take a step alone"


def title_of_policy(from_date):
    """What a policy on second persons is called."""
    return f"Second persons from {say_day(from_date)}"


def _meet(from_date, to_date, others):
    """Whether days meet those of one of `others`, (first day, last day or None)."""
    if from_date is None:
        return False
    return any(
        (to_date is None or start <= to_date) and (end is None or from_date <= end)
        for start, end in others
    )


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
