"""The position of every population on one day: the register is read once for all of them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from assurance.dbs.models.audits import DbsAudit
from assurance.dbs.models.policies import RecheckPolicy
from assurance.dbs.models.register_statement import Moment, RegisterStatement
from assurance.dbs.models.status_numbers import due_day, month_of_number, status_of_code
from assurance.dbs.models.statuses import policies_of
from assurance.dbs.rules import positions
from assurance.dbs.rules.positions import PersonStatus, RegisterCount
from assurance.dbs.rules.statuses import Status
from assurance.people.models.people import Cohort, Engagement, Person


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


def every_position(council, audit_date: date, position_date: date) -> list[PopulationPosition]:
    """A `PopulationPosition` of each population of staff with groups, by title."""
    policies = RecheckPolicy.objects.of(council).by_group(audit_date)
    audits = DbsAudit.objects.of(council).in_force().with_policies()
    audits_held = {audit.cohort_id: audit for audit in audits.filter(audit_date=audit_date)}
    cohorts = list(Cohort.objects.of(council).counted_on(position_date).order_by("title", "pk"))
    # An audit that is kept stays with the policies that it was held against.
    own = [_policies_of(audits_held.get(cohort.pk), policies) for cohort in cohorts]
    counts = _counts(council, [cohort.groups for cohort in cohorts], own, audit_date, position_date)
    return [
        PopulationPosition(
            cohort,
            count,
            all(terms.get(group) or terms.get("") for group in cohort.groups),
            audits_held.get(cohort.pk),
        )
        for cohort, terms, count in zip(cohorts, own, counts, strict=True)
    ]


def count_register(council, groups, policies, audit_date, position_date) -> RegisterCount:
    """Counts those with a role in `groups`, each by the name that history calls them."""
    moments = [Moment(position_date, policies), Moment(audit_date, policies)]
    rows = RegisterStatement(moments, council, groups, active=True).rows()
    return positions.count_statuses(
        (
            Person(pk=pk).history_name,
            PersonStatus(*status_of_code(then), due_day(due_then)),
            PersonStatus(*status_of_code(now), due_day(due)),
            bool(applied),
            1,
        )
        for pk, now, due, then, due_then, applied, *_ in rows
    )


def groups_without_population(council, cohorts: Sequence[Cohort]) -> dict[str, int]:
    """Group → people with a role in it, of the groups that none of `cohorts` counts."""
    covered = {group for cohort in cohorts for group in cohort.groups}
    roles = Engagement.objects.active().of(council).filter(person__withdrawn_on__isnull=True)
    rows = roles.exclude(group__in=covered).order_by().values("group")
    return dict(rows.annotate(people=Count("person", distinct=True)).values_list("group", "people"))


def numbers_by_status(council, day: date, populations: Sequence) -> list[Counter[Status]]:
    """For each of `populations`, the groups of one or None for every group: status → how many
    people have it as their worst there at the end of `day`."""
    statement = RegisterStatement([Moment(day, policies_of(council, day))], council, active=True)
    numbers = [Counter() for _ in populations]
    for *parts, _, people in statement.classes([(0, groups) for groups in populations]):
        for counter, code in zip(numbers, parts[::2], strict=True):
            if code is not None:
                counter[status_of_code(code)[0]] += people
    return numbers


def _policies_of(audit, policies):
    return {policy.group: policy for policy in audit.policies.all()} if audit else policies


def _counts(council, populations, policies, audit_date, position_date):
    # The register is read once for all populations; those held alike share their moments.
    distinct = [terms for place, terms in enumerate(policies) if terms not in policies[:place]]
    moments = [
        Moment(day, terms) for terms in distinct or [{}] for day in (position_date, audit_date)
    ]
    parts = [
        (2 * distinct.index(terms) + at_audit, groups)
        for terms, groups in zip(policies, populations, strict=True)
        for at_audit in (0, 1)
    ]
    rows = RegisterStatement(moments, council, active=True).classes(parts)
    for place in range(len(populations)):
        yield positions.count_statuses(
            (None, _status(*row[4 * place + 2 : 4 * place + 4]), _status(*now), row[-2], row[-1])
            for row in rows
            for now in [row[4 * place : 4 * place + 2]]
            if now[0] is not None
        )


def _status(code, month):
    return PersonStatus(*status_of_code(code), None if month is None else month_of_number(month))
