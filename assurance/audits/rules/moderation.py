"""Moderation: a second person grades an audit again, as a post on a day; both grades are kept."""

from assurance.runtime.periods import say_day

NO_POST = "You are in no post today, so you cannot moderate it"
KEPT, RAISED, LOWERED = "kept", "raised", "lowered"


def outcome(first, moderated):
    """What moderation did to a grade, of the places on one scale, 1 the best, that it had first and
    at moderation: `KEPT`, `RAISED` or `LOWERED`; None where one of them is missing."""
    if first is None or moderated is None:
        return None
    if first == moderated:
        return KEPT
    return RAISED if moderated < first else LOWERED


def faults(audited_on, auditor, moderated_grade, moderator, moderated_on):
    """(field, sentence) of everything in a moderation that does not fit together. One without its
    moderator is of the time before posts were recorded, and stands."""
    matches = []
    if moderator and not moderated_on:
        matches.append(("moderated_on", "Enter the date on which the grade was moderated"))
    if moderated_on and not moderator:
        matches.append(("moderator", "Select the post that moderated the grade"))
    if (moderator or moderated_on) and not moderated_grade:
        matches.append(("moderated_grade", "Enter the grade at moderation: it was moderated"))
    if moderated_on and audited_on and moderated_on < audited_on:
        what = "The date of moderation must be on or after the date of the audit"
        matches.append(("moderated_on", f"{what}, {say_day(audited_on)}"))
    return matches


def why_not_moderator(auditor, moderator, *, needs_second):
    """The sentence that refuses the post of a moderator, or None."""
    if needs_second and moderator and moderator == auditor:
        return "A grade is moderated by a post other than the auditor’s: select another post"
    return None


def why_not_moderate(audit, *, is_own, needs_second):
    """The sentence that refuses that somebody moderates `audit`, or None; `is_own` tells whether
    they are in the auditor's post, or were at its date."""
    if audit.first_grade is None:
        return "This audit has no grade yet: there is nothing to moderate"
    if needs_second and is_own:
        return "You are or were in the post that did this audit: another person moderates it"
    return None
