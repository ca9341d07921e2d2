"""How everybody of a population stands, as lists of people by key: each count of the position page
is the length of one, so that a count and the list behind it cannot differ.

Keys are words joined by points: ``status.OVERDUE``, ``status.OVERDUE.agency``, ``due.2016-02``,
``from.compliant.overdue``. A person stands in the group of the worst status (domain 2.3).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from assurance.dbs.rules.positions import JOINED_SINCE, PersonStatus, follow_up_of, person_status
from assurance.dbs.rules.statuses import (
    COMPLIANT,
    PAST_DUE_STATUSES,
    WITHOUT_CHECK,
    PersonRecords,
    Status,
    due_on,
    has_applied,
    has_no_match,
    is_in_scope,
    is_served_by_none,
    is_set_aside,
    is_unassessed,
)

MONTHS_AHEAD = 12
NO_MATCH_FOUND, TOO_LOW, UNASSESSED = "no_match", "too_low", "unassessed"
NEEDS_NONE, ENDED, ABSENT = "needs_none", "ended", "absent"
# What a status means for the change from one audit to the next: every status in scope is of one.
KINDS = ("compliant", "overdue", "without", "other")


@dataclass(frozen=True)
class Days:
    """The day of the audit, the position date, and the position date of the audit before, with the
    policies (group → policy) that each audit is held against."""

    audit: date
    position: date
    policies: Mapping
    since: date | None = None
    policies_then: Mapping = field(default_factory=dict)


@dataclass(frozen=True)
class StatusComparison:
    """How one person stood at the audit, stands at the position date, and stood `before`, at the
    position date of the audit before (None where there was none)."""

    person: object
    then: PersonStatus
    now: PersonStatus
    before: PersonStatus | None = None
    applied: bool = False
    warnings: tuple[str, ...] = ()
    left_out: str = ""


@dataclass(frozen=True)
class Picture:
    """Everybody with a role in the population, and key → those of them that it names."""

    people: Sequence[StatusComparison]
    lists: Mapping[str, Sequence[StatusComparison]]

    def count(self, key: str) -> int:
        """How many `key` names."""
        return len(self.lists.get(key, ()))

    @property
    def total(self):
        """How many people there are."""
        return len(self.people)

    @property
    def keys(self):
        """Every key that names somebody."""
        return self.lists.keys()


def look(people: Iterable, days: Days) -> Picture:
    """The `Picture` of `people`, each (person, engagements of the population, `PersonRecords`)."""
    previous = [_statuses_of(person, roles, current, days) for person, roles, current in people]
    lists = defaultdict(list)
    for item in previous:
        for key in keys_of(item, days):
            lists[key].append(item)
    return Picture(previous, dict(lists))


def keys_of(status_comparison: StatusComparison, days: Days) -> Iterator[str]:
    """The keys of every list that somebody stands in."""
    now = status_comparison.now
    yield from _by_group("status", now.status, now.group)
    if status_comparison.left_out:
        yield f"out.{status_comparison.left_out}"
    if now.counts:
        yield from _in_scope(status_comparison, days)
    if days.since:
        yield from _changed(status_comparison.before, now)


def kind_of(status: Status) -> str:
    """Which of `KINDS` a status in scope is of."""
    for kind, members in zip(KINDS, (COMPLIANT, PAST_DUE_STATUSES, WITHOUT_CHECK), strict=False):
        if status in members:
            return kind
    return "other"


def months_ahead(day: date) -> list[date]:
    """The first days of the month of `day` and of the months after it, twelve in all."""
    return [due_on(day.replace(day=1), number) for number in range(MONTHS_AHEAD)]


def _statuses_of(person, roles, current, days):
    now = person_status(roles, current, days.policies, days.position)
    return StatusComparison(
        person=person,
        then=person_status(roles, current, days.policies, days.audit),
        now=now,
        before=days.since and person_status(roles, current, days.policies_then, days.since),
        applied=has_applied(current, days.position),
        warnings=tuple(_warnings(roles, current, days.position)) if now.counts else (),
        left_out="" if now.counts else _left_out(now.status, roles, days.position),
    )


def _in_scope(item, days):
    now, then = item.now, item.then
    yield f"audit.{then.status if then.counts else JOINED_SINCE}"
    if then.status in PAST_DUE_STATUSES:
        yield f"followup.{follow_up_of(now.status, item.applied)}"
    yield from _by_group("scope", "", now.group)
    kind = kind_of(now.status)
    yield from _by_group("kind", kind, now.group)
    yield from (f"warning.{warning}" for warning in item.warnings)
    if kind == "compliant":
        yield f"due.{_due_month(now.due, days.position)}"


def _due_month(due, day):
    if due is None:
        return "undated"
    return f"{due:%Y-%m}" if due < due_on(day.replace(day=1), MONTHS_AHEAD) else "later"


def _changed(before, now):
    if before.counts:
        yield from _by_group("before", kind_of(before.status), before.group)
        yield from _by_group("before", "", before.group)
    if before.counts and not now.counts:
        yield from _by_group("left", "", before.group)
        yield f"left.{kind_of(before.status)}"
    if now.counts and not before.counts:
        yield from _by_group("joined", "", now.group)
        yield f"joined.{kind_of(now.status)}"
    if before.counts and now.counts:
        yield from _stayed(before, now)


def _stayed(before, now):
    if before.group != now.group:
        yield from ("moved", f"moved_out.{before.group}", f"moved_in.{now.group}")
    first, second = kind_of(before.status), kind_of(now.status)
    if first != second:
        yield from (f"from.{first}.{second}", f"went.{first}", f"came.{second}")
    elif first == "overdue":
        yield "still.overdue"


def _by_group(what, of, group):
    whole = f"{what}.{of}" if of else what
    yield whole
    yield f"{whole}.{group}" if of else f"{what}..{group}"


def _warnings(roles, person_records: PersonRecords, day):
    if has_no_match(person_records, day):
        yield NO_MATCH_FOUND
    needing = [role for role in roles if is_in_scope(role, day)]
    if any(is_served_by_none(role, person_records, day) for role in needing):
        yield TOO_LOW
    if any(is_unassessed(role, person_records, day) for role in needing):
        yield UNASSESSED


def _left_out(status, roles, day):
    if status == Status.EXCLUDED:
        aside = any(is_set_aside(role, day) for role in roles)
        return status.lower() if aside else ABSENT
    if status != Status.NOT_IN_SCOPE:
        return status.lower()
    open_ones = [role for role in roles if role.ends_on is None or role.ends_on > day]
    return NEEDS_NONE if open_ones else ENDED
