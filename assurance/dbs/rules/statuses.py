"""The one status of an engagement at a date, and the worst one of a person (domain 2.3).

A certificate has no expiry: the day a re-check is due follows from its issue and from the policy in
force. Rows are read by their attributes, so that a model's row and a plain one do alike.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from assurance.runtime.periods import months_after, months_covered

# The policy of a council that has recorded none: three years, as York's papers have it.
INTERVAL_MONTHS, WARN_DAYS, LOOKUP_MONTHS = 36, 30, 12
LONGEST_INTERVAL = 120
NO_POLICY = (
    f"No re-check policy is recorded for today: {INTERVAL_MONTHS} months from issue are assumed "
    "until an administrator records one"
)

LEVELS = ("basic", "standard", "enhanced", "enhanced_barred")
# Workforce that a role needs → those of a certificate that serve it.
SERVED_BY = {
    "child": ("child", "both"),
    "adult": ("adult", "both"),
    "both": ("both",),
    "other": ("other",),
}
CURRENT, NOT_CURRENT, NO_MATCH = "CURRENT", "NOT_CURRENT", "NO_MATCH"
NO_MATCH_WARNING = (
    "The Update Service found no match: check the details, or whether the person subscribes"
)
UNASSESSED = "{role} began without a certificate or risk assessment: open the role to record one"
APPLIED = ". Until then the open application does not count as a first check in progress"


class Status(StrEnum):
    """The twelve statuses. Each engagement has exactly one at any date."""

    NOT_IN_SCOPE = "NOT_IN_SCOPE"
    NOT_STARTED = "NOT_STARTED"
    EXCLUDED = "EXCLUDED"
    UNKNOWN = "UNKNOWN"
    NOT_CURRENT = "NOT_CURRENT"
    UPDATE_CURRENT = "UPDATE_CURRENT"
    IN_DATE = "IN_DATE"
    DUE_SOON = "DUE_SOON"
    OVERDUE_IN_PROGRESS = "OVERDUE_IN_PROGRESS"
    OVERDUE = "OVERDUE"
    FIRST_CHECK_IN_PROGRESS = "FIRST_CHECK_IN_PROGRESS"
    NO_CHECK = "NO_CHECK"

    @property
    def label(self):
        """What a page says for it."""
        return LABELS[self]


LABELS = {
    Status.NOT_IN_SCOPE: "Not in scope",
    Status.NOT_STARTED: "Not started yet",
    Status.EXCLUDED: "Set aside",
    Status.UNKNOWN: "Not known: a date is missing or impossible",
    Status.NOT_CURRENT: "Certificate no longer current",
    Status.UPDATE_CURRENT: "Current by the Update Service",
    Status.IN_DATE: "In date",
    Status.DUE_SOON: "Due soon",
    Status.OVERDUE_IN_PROGRESS: "Overdue, re-check in progress",
    Status.OVERDUE: "Overdue, nothing applied for",
    Status.FIRST_CHECK_IN_PROGRESS: "First check in progress",
    Status.NO_CHECK: "No check",
}
ON_ABSENCE = "On a long absence"
WORST_FIRST = (
    *(Status.NO_CHECK, Status.NOT_CURRENT, Status.UNKNOWN, Status.OVERDUE),
    *(Status.FIRST_CHECK_IN_PROGRESS, Status.OVERDUE_IN_PROGRESS),
    *(Status.DUE_SOON, Status.IN_DATE, Status.UPDATE_CURRENT),
    *(Status.EXCLUDED, Status.NOT_STARTED, Status.NOT_IN_SCOPE),
)
OUT_OF_BASE = frozenset({Status.NOT_IN_SCOPE, Status.NOT_STARTED, Status.EXCLUDED})
IN_BASE = tuple(status for status in Status if status not in OUT_OF_BASE)
COMPLIANT = frozenset({Status.UPDATE_CURRENT, Status.IN_DATE, Status.DUE_SOON})
PAST_DUE_STATUSES = frozenset({Status.OVERDUE_IN_PROGRESS, Status.OVERDUE})
WITHOUT_CHECK = frozenset({Status.FIRST_CHECK_IN_PROGRESS, Status.NO_CHECK})


@dataclass(frozen=True)
class Interval:
    """The months and days of a policy, where no row of one serves."""

    interval_months: int = INTERVAL_MONTHS
    warn_days: int = WARN_DAYS
    lookup_months: int = LOOKUP_MONTHS


@dataclass(frozen=True)
class PersonRecords:
    """What is held of one person: standing rows, in the order in which they were recorded."""

    checks: Sequence = ()
    applications: Sequence = ()
    lookups: Sequence = ()


def due_on(issued: date, months: int) -> date:
    """The day a re-check is due: the same day of the month, else the month's last day."""
    return months_after(issued, months)


def first_issue(due: date, months: int) -> date:
    """The earliest day of issue whose re-check is due on `due` or later: `due_on` turned about."""
    first = months_after(due, -months)
    return first if first.day == due.day else first + timedelta(days=1)


def is_month(start: date, end: date) -> bool:
    """Whether a period is one whole calendar month."""
    return months_covered(start, end) == 1


def policy_of(group: str, policies: Mapping) -> object:
    """The policy of `group`: its own, else every group's (under ``""``), else the usual months."""
    return policies.get(group) or policies.get("") or Interval()


def status_of(engagement, person_records: PersonRecords, policy, day: date) -> Status:
    """The engagement's status at the end of `day`. The first rule that fits decides."""
    return _by_scope(engagement, day) or _by_checks(engagement, person_records, policy, day)


def status_on_duty(engagement, person_records: PersonRecords, policy, day: date) -> Status:
    """The status on `day` of a role that is in force on it whatever its dates: its last day."""
    if is_set_aside(engagement, day) or is_absent(engagement, day):
        return Status.EXCLUDED
    return _by_checks(engagement, person_records, policy, day)


def worst(statuses) -> Status:
    """The status of a person who has `statuses`, one per engagement; not in scope without any."""
    return min(statuses, key=WORST_FIRST.index, default=Status.NOT_IN_SCOPE)


def serves(check, engagement) -> bool:
    """Whether a certificate's level and workforce are what the role needs, or more."""
    high_enough = LEVELS.index(check.level) >= LEVELS.index(engagement.level)
    return high_enough and check.workforce in SERVED_BY[engagement.workforce]


def latest_issue(engagement, person_records: PersonRecords, day: date) -> date | None:
    """When the newest certificate that serves the role was issued, as seen at the end of `day`."""
    days = [check.issued_on for check in person_records.checks if serves(check, engagement)]
    return max((item for item in days if item is not None and item <= day), default=None)


def has_applied(person_records: PersonRecords, day: date) -> bool:
    """Whether an application is open at the end of `day`."""
    return any(
        application.submitted_on <= day
        and (application.closed_on is None or application.closed_on > day)
        for application in person_records.applications
    )


def warnings_of(engagement, person_records: PersonRecords, day: date) -> list[str]:
    """What somebody should look into although it changes no rule: a list of sentences."""
    entries = [NO_MATCH_WARNING] if has_no_match(person_records, day) else []
    if is_served_by_none(engagement, person_records, day):
        entries.append(
            f"No certificate has the level or workforce that the role of {engagement.role} needs"
        )
    elif is_in_scope(engagement, day) and is_unassessed(engagement, person_records, day):
        applied = APPLIED if has_applied(person_records, day) else ""
        entries.append(UNASSESSED.format(role=engagement.role) + applied)
    return entries


def has_no_match(person_records: PersonRecords, day: date) -> bool:
    """Whether the Update Service had no match when it was last asked by `day`."""
    last = last_lookup(person_records.lookups, day)
    return bool(last) and last.answer == NO_MATCH


def is_served_by_none(engagement, person_records: PersonRecords, day: date) -> bool:
    """Whether certificates are known by `day` and none of them serves the role."""
    checks = person_records.checks
    known = [item for item in checks if item.issued_on is None or item.issued_on <= day]
    return bool(known) and not any(serves(check, engagement) for check in known)


def status_text(status: Status, engagements: Sequence, day: date) -> str:
    """What a page says of a status of `engagements` on `day`: of somebody set aside, whether it is
    for a long absence."""
    aside = any(is_set_aside(item, day) for item in engagements)
    if status == Status.EXCLUDED and not aside:
        return ON_ABSENCE
    return status.label


def is_unassessed(engagement, person_records: PersonRecords, day: date) -> bool:
    """Whether no certificate that serves the role is known by `day`, and no risk assessment."""
    checks = [check for check in person_records.checks if serves(check, engagement)]
    served = any(check.issued_on is None or check.issued_on <= day for check in checks)
    assessed = engagement.risk_assessed_on
    return not served and (assessed is None or assessed > day)


def is_in_scope(engagement, day: date) -> bool:
    """Whether the role is counted at the end of `day`: begun, not ended, not set aside, and in need
    of a check."""
    return _by_scope(engagement, day) is None


def is_set_aside(engagement, day: date) -> bool:
    """Whether the role is set aside with approval on `day`; both ends count."""
    if engagement.set_aside_approver_id is None:
        return False
    return _is_within(engagement.set_aside_from, engagement.set_aside_until, day)


def is_absent(engagement, day: date) -> bool:
    """Whether the holder is on a long absence on `day`; both ends count."""
    return _is_within(engagement.absent_from, engagement.absent_until, day)


def last_lookup(lookups: Sequence, day: date) -> object:
    """The newest of the look-ups that were made by `day`, or None; of one day the last recorded."""
    known = [(item.looked_on, place) for place, item in enumerate(lookups) if item.looked_on <= day]
    return lookups[max(known)[1]] if known else None


def _by_scope(engagement, day):
    starts, ends = engagement.starts_on, engagement.ends_on
    impossible = _is_impossible(engagement)
    ended = ends is not None and ends <= day and not impossible
    if ended or not engagement.needs_check:
        return Status.NOT_IN_SCOPE
    # Impossible dates are unknown from the first of them on, and ahead of both nothing has begun.
    if starts > day and not (impossible and ends <= day):
        return Status.NOT_STARTED
    if is_set_aside(engagement, day) or is_absent(engagement, day):
        return Status.EXCLUDED
    return None


def _by_checks(engagement, current, policy, day):
    undated = any(check.issued_on is None and serves(check, engagement) for check in current.checks)
    if _is_impossible(engagement) or undated:
        return Status.UNKNOWN
    issued = latest_issue(engagement, current, day)
    if response := _by_update_service(current, issued, policy, day):
        return response
    applied = has_applied(current, day)
    if issued is None:
        assessed = engagement.risk_assessed_on
        covered = applied and assessed is not None and assessed <= day
        return Status.FIRST_CHECK_IN_PROGRESS if covered else Status.NO_CHECK
    due = due_on(issued, policy.interval_months)
    if due < day:
        return Status.OVERDUE_IN_PROGRESS if applied else Status.OVERDUE
    return Status.DUE_SOON if due <= day + timedelta(policy.warn_days) else Status.IN_DATE


def _by_update_service(current, issued, policy, day):
    # No match says nothing about the certificate, so it cannot lift an answer that it changed.
    values = last_lookup([lookup for lookup in current.lookups if lookup.answer != NO_MATCH], day)
    if values is None:
        return None
    if values.answer == NOT_CURRENT:
        return None if issued and issued > values.looked_on else Status.NOT_CURRENT
    latest = due_on(values.looked_on, policy.lookup_months) >= day
    last = last_lookup(current.lookups, day)
    return Status.UPDATE_CURRENT if issued and latest and last.answer == CURRENT else None


def _is_impossible(engagement):
    return engagement.ends_on is not None and engagement.ends_on < engagement.starts_on


def _is_within(since, until, day):
    return since is not None and since <= day and (until is None or day <= until)
