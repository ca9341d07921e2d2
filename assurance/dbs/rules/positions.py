"""Positions of a DBS audit: counting people at its two moments, and reading parts that are given.

A position speaks of one population: everybody in scope at the position date. At the audit those who
came since are a part of their own; those who left since are in neither, and are counted beside.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from assurance.dbs.rules.statuses import (
    COMPLIANT,
    IN_BASE,
    LABELS,
    OUT_OF_BASE,
    PAST_DUE_STATUSES,
    WORST_FIRST,
    PersonRecords,
    Status,
    due_on,
    has_applied,
    latest_issue,
    policy_of,
    status_of,
)
from assurance.people.rules import GROUPS

AUDIT, POSITION = "audit", "position"
# At the audit: in post since, and so a part of the population; gone since, and so beside it.
JOINED_SINCE, LEFT_SINCE = "JOINED_SINCE", "LEFT_SINCE"
# Entered parts that hold people of several statuses, not told apart.
PAST_DUE, DUE_OR_OVERDUE, NOT_BROKEN_DOWN = "PAST_DUE", "DUE_OR_OVERDUE", "NOT_BROKEN_DOWN"
BLURRED = {
    PAST_DUE: PAST_DUE_STATUSES,
    DUE_OR_OVERDUE: PAST_DUE_STATUSES | {Status.DUE_SOON},
    NOT_BROKEN_DOWN: frozenset(IN_BASE),
}
PARTS = (*IN_BASE, *BLURRED, JOINED_SINCE)
OUTSIDE_POPULATION = (*(status for status in Status if status in OUT_OF_BASE), LEFT_SINCE)
PART_LABELS = {
    **LABELS,
    PAST_DUE: "Overdue",
    DUE_OR_OVERDUE: "Due or overdue, not split",
    NOT_BROKEN_DOWN: "Not broken down",
    JOINED_SINCE: "In post since the audit",
    LEFT_SINCE: "Out of scope since the audit",
}
# The statuses that follow from a certificate's due day.
DATED = PAST_DUE_STATUSES | {Status.IN_DATE, Status.DUE_SOON}
RECHECKED, IN_PROGRESS, NOT_STARTED = "rechecked", "in_progress", "not_started"
FOLLOW_UP_LABELS = {
    RECHECKED: "Re-checked since",
    IN_PROGRESS: "Re-check in progress",
    NOT_STARTED: "Nothing applied for yet",
}
FOLLOW_UP = tuple(FOLLOW_UP_LABELS)
GROUP_LABELS = {**dict(GROUPS), "not_broken_down": "Not broken down by group"}


@dataclass(frozen=True)
class PersonStatus:
    """How a person stands at a date: the worst status, the group of the engagement that has it,
    and the first day that a re-check is or was due (None without a certificate that counts)."""

    status: Status
    group: str = ""
    due: date | None = None

    @property
    def counts(self):
        """Whether the person is in scope, and so in the base."""
        return self.status not in OUT_OF_BASE


@dataclass(frozen=True)
class RegisterCount:
    """What a count of the register gave. `counts` maps (moment, group, part) → people, the group
    empty for all; `due` the first day of a month → people, not overdue at the audit, whose re-check
    is due in it; `follow_up` what came of those overdue at the audit."""

    needing: int
    counts: Mapping[tuple[str, str, str], int]
    due: Mapping[date, int]
    follow_up: Mapping[str, int]
    people: Sequence = field(default=(), compare=False)


def person_status(
    engagements: Iterable, person_records: PersonRecords, policies: Mapping, day: date
) -> PersonStatus:
    """The `PersonStatus` at the end of `day` of somebody with `engagements`; `policies` maps a
    group to its policy, as `policy_of` reads it."""
    matches = []
    for engagement in engagements:
        policy = policy_of(engagement.group, policies)
        matches.append((status_of(engagement, person_records, policy, day), engagement, policy))
    if not matches:
        return PersonStatus(Status.NOT_IN_SCOPE)
    matches.sort(key=lambda row: (WORST_FIRST.index(row[0]), row[1].group))
    days = [
        due_on(latest_issue(item, person_records, day), policy.interval_months)
        for status, item, policy in matches
        if status in DATED
    ]
    return PersonStatus(matches[0][0], matches[0][1].group, min(days, default=None))


def follow_up_of(now: Status, applied: bool) -> str:
    """What had come of somebody overdue at the audit, who has the status `now` since."""
    if now in COMPLIANT:
        return RECHECKED
    return IN_PROGRESS if applied else NOT_STARTED


def count(
    people: Iterable, policies: Mapping, audit_date: date, position_date: date
) -> RegisterCount:
    """Counts `people`, each (key, engagements, `PersonRecords`), at both moments."""
    return count_statuses(
        (
            key,
            person_status(engagements, current, policies, audit_date),
            person_status(engagements, current, policies, position_date),
            has_applied(current, position_date),
            1,
        )
        for key, engagements, current in people
    )


def count_statuses(classes: Iterable) -> RegisterCount:
    """Counts people of whom the statuses are known: each of `classes` is (key, status at the
    audit, status at the position date, whether an application is open then, people)."""
    counts, due = Counter(), Counter()
    follow_up, counted = Counter(dict.fromkeys(FOLLOW_UP, 0)), []
    for moment in (AUDIT, POSITION):
        counts.update(dict.fromkeys(((moment, "", status) for status in IN_BASE), 0))
    needing = 0
    for key, then, now, applied, people in classes:
        at_audit = _part_at_audit(then, now)
        _add(counts, people, POSITION, now.group, now.status)
        _add(counts, people, AUDIT, now.group if now.counts else then.group, at_audit)
        if now.counts:
            needing += people
            counted.append((key, at_audit, str(now.status)))
            if at_audit in COMPLIANT and then.due:
                due[then.due.replace(day=1)] += people
            if at_audit in PAST_DUE_STATUSES:
                follow_up[follow_up_of(now.status, applied)] += people
    return RegisterCount(needing, dict(counts), dict(due), dict(follow_up), tuple(counted))


def known(parts: Mapping[str, int], targets: Iterable[str]) -> int | None:
    """How many of `parts` have a status in `wanted`; None where a part not told apart could hold
    some and not others. A status given by name is not in “not broken down” too."""
    targets = frozenset(targets)
    total = sum(people for part, people in parts.items() if part in targets)
    for part in BLURRED:
        if not (people := parts.get(part, 0)):
            continue
        within = _within(part, parts)
        if within <= targets:
            total += people
        elif within & targets:
            return None
    return total


def not_told_apart(parts: Mapping[str, int]) -> dict[str, int]:
    """The parts that hold people whose status nobody knows; where only one status is left for them,
    `known` has counted them under it."""
    return {
        part: parts[part] for part in BLURRED if parts.get(part) and len(_within(part, parts)) > 1
    }


def compliance(parts: Mapping[str, int]) -> tuple[int, int] | None:
    """(compliant, in scope) without those in post since the audit; None where not known."""
    compliant = known(parts, COMPLIANT)
    if compliant is None:
        return None
    return compliant, sum(parts.get(part, 0) for part in PARTS if part != JOINED_SINCE)


def _within(part, parts):
    several = BLURRED[part]
    return (several - frozenset(parts)) or several if part == NOT_BROKEN_DOWN else several


def _part_at_audit(then, now):
    if now.counts:
        return str(then.status) if then.counts else JOINED_SINCE
    return LEFT_SINCE if then.counts else str(then.status)


def _add(counts, people, moment, group, part):
    for of in {"", group}:
        counts[moment, of, part] += people
