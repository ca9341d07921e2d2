"""The position of every population on one day: the register is read once for all of them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assurance.dbs.models.audits import DbsAudit
from assurance.dbs.models.policies import RecheckPolicy
from assurance.dbs.models.statuses import policies_of, ranked, whole_people
from assurance.dbs.rules import positions
from assurance.dbs.rules.positions import RegisterCount
from assurance.dbs.rules.statuses import WORST_FIRST, Status
from assurance.people.models.people import Cohort, Engagement


@dataclass(frozen=True)
class PopulationPosition:
    """How a population stands; `audit` is the one kept already for the day of the audit, or None,
    `has_policy` whether a re-check policy was in force then for each of its groups."""

    cohort: Cohort
    count: RegisterCount
    has_policy: bool
    audit: DbsAudit | None

    @property
    def parts(self):
        """Status → people in scope at the position date."""
        return {
            part: people
            for (moment, group, part), people in self.count.counts.items()
            if moment == positions.POSITION and not group and part in positions.PARTS
        }

    @property
    def left_out(self):
        """How many have a role in the population and are not counted at the position date."""
        return sum(
            people
            for (moment, group, part), people in self.count.counts.items()
            if moment == positions.POSITION and not group
            if part in positions.OUTSIDE_POPULATION
        )


def every_position(
    council, audit_date: date, position_date: date, register: Sequence | None = None
) -> list[PopulationPosition]:
    """A `PopulationPosition` of each population of staff with groups, by title; `register` is as
    `whole_people` of every group gives it, read here where it is not given."""
    people = whole_people(council, None) if register is None else register
    policies = RecheckPolicy.objects.of(council).by_group(audit_date)
    audits = DbsAudit.objects.of(council).in_force().with_policies()
    audits_held = {audit.cohort_id: audit for audit in audits.filter(audit_date=audit_date)}
    return [
        _position(cohort, people, policies, audits_held.get(cohort.pk), audit_date, position_date)
        for cohort in Cohort.objects.of(council).counted_on(position_date).order_by("title", "pk")
    ]


def people_of(register: Sequence, groups: Sequence[str]) -> list[tuple]:
    """Those of a `register` of every group who have a role in `groups`, with those roles alone."""
    own = (
        (person, [role for role in roles if role.group in groups], current)
        for person, roles, current in register
    )
    return [row for row in own if row[1]]


def groups_without_population(register: Sequence, cohorts: Sequence[Cohort]) -> dict[str, int]:
    """Group → people with a role in it, of the groups that none of `cohorts` counts."""
    covered = {group for cohort in cohorts for group in cohort.groups}
    numbers = {}
    for _, roles, _ in register:
        for group in {role.group for role in roles} - covered:
            numbers[group] = numbers.get(group, 0) + 1
    return numbers


def role_ranks(council, day: date) -> list[tuple[int, str, int]]:
    """(person, group, place of its status in `WORST_FIRST`) of every role of the register at the
    end of `day`, in one query however many populations are counted of it."""
    roles = Engagement.objects.active().of(council).filter(person__withdrawn_on__isnull=True)
    rows = ranked(roles, day, policies_of(council, day)).order_by()
    return list(rows.values_list("person", "group", "rank"))


def numbers_by_status(ranks: Sequence, groups: Sequence[str] | None = None) -> Counter[Status]:
    """Status → how many people with a role in `groups`, or of all, have it as their worst there."""
    worst = {}
    for person, group, rank in ranks:
        if groups is None or group in groups:
            worst[person] = min(rank, worst.get(person, rank))
    return Counter(WORST_FIRST[rank] for rank in worst.values())


def _position(cohort, people, policies, audit, audit_date, position_date):
    # An audit that is kept stays with the policies that it was held against.
    own = {policy.group: policy for policy in audit.policies.all()} if audit else policies
    named = [(person.pk, *rest) for person, *rest in people_of(people, cohort.groups)]
    has_policy = all(own.get(group) or own.get("") for group in cohort.groups)
    count = positions.count(named, own, audit_date, position_date)
    return PopulationPosition(cohort, count, has_policy, audit)
