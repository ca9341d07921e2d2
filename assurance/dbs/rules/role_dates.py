"""The dates of roles: a start before the certificate came, a long absence, leaving.

Rows are read by their attributes, as in `statuses`.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from assurance.dbs.rules import statuses
from assurance.dbs.rules.statuses import PersonRecords, Status, policy_of, serves
from assurance.runtime.periods import say_day

IN_TIME, LATE, NOT_ASSESSED = "in_time", "late", "not_assessed"
ASSESSMENT_LABELS = {
    IN_TIME: "Risk assessed by the start date",
    LATE: "Risk assessed after the start date",
    NOT_ASSESSED: "No risk assessment recorded",
}
IN_DATE, OVERDUE, NO_CHECK = "in_date", "overdue", "no_check"
NOT_KNOWN, AWAY = "not_known", "away"
CHECK_LABELS = {
    IN_DATE: "Check in date",
    OVERDUE: "Re-check overdue",
    NO_CHECK: "Without a check that serves the role",
    NOT_KNOWN: "Check no longer current or its date not known",
    AWAY: "Set aside or on a long absence",
}
CHECK_OF_STATUS = {
    **dict.fromkeys(statuses.COMPLIANT, IN_DATE),
    **dict.fromkeys(statuses.PAST_DUE_STATUSES, OVERDUE),
    **dict.fromkeys(statuses.WITHOUT_CHECK, NO_CHECK),
    **dict.fromkeys((Status.NOT_CURRENT, Status.UNKNOWN), NOT_KNOWN),
    Status.EXCLUDED: AWAY,
}


def last_day(engagements: Sequence, day: date) -> date | None:
    """When the last of a person's roles ended; None while one runs at the end of `day`."""
    ends = [engagement.ends_on for engagement in engagements]
    if not ends or any(item is None or item > day for item in ends):
        return None
    return max(ends)


def began_early(engagement, checks: Iterable) -> bool:
    """True if a role that needs a check began before the date of a certificate that serves it;
    false where a certificate has no date."""
    serving = [check.issued_on for check in checks if serves(check, engagement)]
    in_time = any(issued is None or issued <= engagement.starts_on for issued in serving)
    return engagement.needs_check and not in_time


def assessment_of(engagements: Iterable) -> str:
    """The worst of how the risk of early starts was assessed: a member of `ASSESSMENT_LABELS`."""
    places = [list(ASSESSMENT_LABELS).index(_assessment(item)) for item in engagements]
    return list(ASSESSMENT_LABELS)[max(places)]


def _assessment(engagement):
    assessed = engagement.risk_assessed_on
    if assessed is None:
        return NOT_ASSESSED
    return LATE if assessed > engagement.starts_on else IN_TIME


def early_start_text(engagement, checks: Sequence, day: date) -> str:
    """The sentence on a role that had begun by `day` before a certificate that serves it came;
    empty where one had come by its start date, where none is needed, and where a date is missing.
    """
    if engagement.starts_on > day or not began_early(engagement, checks):
        return ""
    known = min((check.issued_on for check in checks if serves(check, engagement)), default=None)
    arrival = f"it came on {say_day(known)}" if known else "none has come yet"
    if engagement.risk_assessed_on is None:
        return f"Yes, {arrival}; no risk assessment is recorded"
    late = " after the start date" if _assessment(engagement) == LATE else ""
    return f"Yes, {arrival}; risk assessed on {say_day(engagement.risk_assessed_on)}{late}"


def is_on_long_absence(engagements: Iterable, day: date) -> bool:
    """True if a person is on a long absence on `day` from every role that needs a check and is not
    set aside."""
    current = [
        item
        for item in engagements
        if item.needs_check and item.starts_on <= day and not (item.ends_on and item.ends_on <= day)
    ]
    absent = [item for item in current if statuses.is_absent(item, day)]
    aside = [item for item in current if statuses.is_set_aside(item, day)]
    return bool(absent) and all(item in absent or item in aside for item in current)


def last_roles(engagements: Iterable, first: date, last: date) -> list:
    """The roles needing a check that a person left with between two days, both included; none for
    a person with a role at the end of `last`."""
    begun = [item for item in engagements if item.starts_on <= last]
    left = last_day(begun, last)
    if left is None or left < first:
        return []
    return [item for item in begun if item.ends_on == left and item.needs_check]


def check_of_leaver(engagements: Iterable, person_records: PersonRecords, policies: Mapping) -> str:
    """How a person's check was when `engagements`, their last roles, ended: a member of
    `CHECK_LABELS`, of the worst status."""
    known = (
        statuses.status_on_duty(item, person_records, policy_of(item.group, policies), item.ends_on)
        for item in engagements
    )
    return CHECK_OF_STATUS[statuses.worst(known)]
