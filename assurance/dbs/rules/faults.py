"""What may not be recorded of DBS checks: plain values in, a sentence of refusal or None out."""

import re
from datetime import date

from assurance.dbs.rules.positions import (
    FOLLOW_UP,
    FOLLOW_UP_LABELS,
    PART_LABELS,
    PARTS,
    PAST_DUE,
    PAST_DUE_STATUSES,
    known,
)
from assurance.dbs.rules.statuses import LONGEST_INTERVAL
from assurance.runtime.periods import say_day

CERTIFICATE_NUMBER = r"^[0-9]{12}$"
# The Update Service's four answers → what is kept. The first two say whether the certificate showed
# something: kept apart they would tell that a named person has a record (domain 2.1).
ANSWERS = {
    "BLANK_NO_NEW_INFO": "CURRENT",
    "NON_BLANK_NO_NEW_INFO": "CURRENT",
    "NEW_INFO": "NOT_CURRENT",
    "NO_MATCH_FOUND": "NO_MATCH",
}

ADD_POLICY = "an administrator adds one under re-check policies"
APPROVE_POLICY = "one waits under re-check policies for an administrator’s approval"
USED_BY_AUDITS = (
    "A DBS audit used this policy in its present form: add a new policy from a later date"
)
BESIDE_ANOTHER = (
    "Another policy of the group follows or precedes this one: add a new policy from a later date"
)
DUPLICATE_NUMBER = (
    "This certificate number is recorded already: check the number, or withdraw the other one"
)


def kept_answer(answer):
    """What is kept of an answer of the Update Service; one that is in our words already stays."""
    return ANSWERS.get(answer, answer)


def masked(number):
    """A certificate number as anybody may see it: its last four digits."""
    return f"ending {number[-4:]}" if number else ""


def why_not_number(number):
    """The sentence that refuses a certificate number, or None; an empty one is one not known."""
    if not number or re.fullmatch(CERTIFICATE_NUMBER, number, re.ASCII):
        return None
    # Other scripts have digits as well, which no certificate is numbered with.
    digits = len(re.findall("[0-9]", number))
    if digits == len(number):
        return f"A certificate number has 12 digits: this one has {digits}"
    return "A certificate number has 12 digits and nothing else: leave out letters and spaces"


def why_not_answer(application, issued_on):
    """The sentence that refuses that a certificate issued on `issued_on` answers `application`, or
    None: it came before it was applied for."""
    if application and issued_on and issued_on < application.submitted_on:
        return "The certificate is older than that application: select No"
    return None


def why_not_issue(issued_on, earlier, later):
    """The sentence that refuses the day a certificate was issued, or None. `earlier` is the newest
    issue recorded before this one, `later` the oldest recorded after it."""
    if issued_on and earlier and issued_on < earlier:
        return (
            f"The earlier check is dated {say_day(earlier)}: a re-check cannot be older than "
            "the check that it renews"
        )
    if issued_on and later and issued_on > later:
        return f"It was renewed by a certificate of {say_day(later)}: it cannot be newer than that"
    return None


def why_not_see(issued_on, seen_on):
    """The sentence that refuses the day a certificate was seen, or None."""
    if issued_on and seen_on and seen_on < issued_on:
        return f"It was issued on {say_day(issued_on)}: it cannot have been seen before that date"
    return None


def faults_of_application(submitted_on, closed_on, outcome):
    """(field, sentence) of everything in an application that does not fit together."""
    if closed_on and submitted_on and closed_on < submitted_on:
        text = f"It was submitted on {say_day(submitted_on)}: it cannot be closed before that date"
        return [("closed_on", text)]
    if closed_on and not outcome:
        return [("outcome", "Choose the outcome of the application")]
    if outcome and not closed_on:
        return [("closed_on", "Enter the date that the application was closed")]
    return []


def faults_of_lookup(looked_on, consent_held, first_issue):
    """(field, sentence) of faults of a look-up; `first_issue` is the oldest certificate's day."""
    matches = []
    if first_issue is None:
        text = "Record the certificate first: only one that was seen in person can be looked up"
        matches.append(("looked_on", text))
    elif looked_on and looked_on < first_issue:
        issued = f"The certificate is dated {say_day(first_issue)}"
        matches.append(("looked_on", f"{issued}: it cannot have been looked up before that date"))
    if not consent_held:
        matches.append(("consent_held", "A look-up needs the person’s consent: ask for it first"))
    return matches


def faults_of_policy(value, started):
    """(field, sentence) of a policy's faults; `started` is the first day of the group's newest."""
    months = {name: value[name] for name in ("interval_months", "lookup_months")}
    months["audit_months"] = value.get("audit_months") or 1
    text = f"Enter a number of months from 1 to {LONGEST_INTERVAL}"
    matches = [
        (name, text) for name, number in months.items() if not 1 <= number <= LONGEST_INTERVAL
    ]
    if started and value["from_date"] <= started:
        text = f"The earlier policy began on {say_day(started)}: a new one begins after that date"
        matches.append(("from_date", text))
    return matches


def _lacking(follow_up):
    """What the first part of a follow-up that was not given is called, or None."""
    return next((FOLLOW_UP_LABELS[part] for part in FOLLOW_UP if follow_up.get(part) is None), None)


def why_not_position(audit_date, position_date):
    """The sentence that refuses the day of a position, or None."""
    if position_date < audit_date:
        return (
            f"The audit was run on {say_day(audit_date)}: its position cannot be of an earlier date"
        )
    return None


def faults_of_entry(needing, same_day, at_audit, at_position, by_group):
    """(field, sentence) of what does not add up in an entered position; the last three map a part
    to people, `at_position` and `by_group` are None where they were not given."""
    matches = [
        *_sum_fault("at_audit", at_audit, needing, "The parts at the audit"),
        *_sum_fault("at_position", at_position, needing, "The parts at the position date"),
        *_sum_fault("by_group", by_group, needing, "The groups"),
    ]
    if same_day and at_position not in (None, at_audit):
        text = "The audit and the position have the same date, so their parts must be the same"
        matches.append(("at_position", text))
    return matches


def faults_of_follow_up(needing, at_audit, follow_up, due, audit_date):
    """(field, sentence) of what does not add up in the follow-up and in the months to come."""
    matches = []
    overdue = known(at_audit, PAST_DUE_STATUSES)
    if follow_up is not None and overdue is None:
        text = "Enter how many were overdue at the audit: the follow-up shows their outcomes"
        matches.append(("follow_up", text))
    elif follow_up and (lacking := _lacking(follow_up)):
        text = f"Enter “{lacking}” as well, 0 where it is no one: the outcomes are given together"
        matches.append(("follow_up", text))
    elif follow_up is not None:
        matches += _sum_fault("follow_up", follow_up, overdue, "The parts of the follow-up")
    rest = needing - (overdue or 0)
    if due and sum(due.values()) > rest:
        text = f"{sum(due.values())} fall due in the months given, but only {rest} were not overdue"
        matches.append(("due", text))
    first = date(audit_date.year, audit_date.month, 1)
    if due and min(due) < first:
        text = f"{min(due):%B %Y} lies before the audit: give the months from the audit’s own on"
        matches.append(("due", text))
    return matches


def why_not_part(parts):
    """The sentence that refuses the name or the number of a part, or None."""
    for part, people in (parts or {}).items():
        if part not in PARTS:
            return f"“{part}” is not a part: use one of {', '.join(PARTS)}"
        if people < 0:
            return f"{PART_LABELS[part]}: enter a number that is not below nought"
    if parts and PAST_DUE in parts and PAST_DUE_STATUSES & set(parts):
        return "Enter those overdue either together or separately, not both"
    return None


def _sum_fault(field, parts, whole, what):
    if parts is None or sum(parts.values()) == whole:
        return []
    total = sum(parts.values())
    more = "more" if total > whole else "fewer"
    return [(field, f"{what} add up to {total:,}, which is {more} than the {whole:,} of the whole")]
