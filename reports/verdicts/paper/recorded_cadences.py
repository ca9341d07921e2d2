"""Audits that come round at an interval by the records: kinds of audits, and DBS audits."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from assurance.accounts.models.accounts import Council
from assurance.audits.models.kinds import AuditKind
from assurance.audits.models.rounds import AuditRound
from assurance.audits.rules.rounds import next_due
from assurance.dbs.models.audits import DbsAudit
from assurance.dbs.models.policies import RecheckPolicy, months_between_audits
from assurance.dbs.rules.statuses import due_on
from reports.checks.context import Cadence

DBS_AUDIT = "DBS audit"
# Routine audits are told case by case, by figures whose keys begin so.
ROUTINE, CASES = "routine", "audits."


def recorded_cadences(council: Council, day: date) -> tuple[Cadence, ...]:
    """The audits of `council` that come round at an interval, at the end of `day`; five queries."""
    return (*_audits(council, day), *_dbs_audits(council, day))


def _audits(council, day):
    """A cadence per kind of audit with an interval, and of others that have a round open."""
    kinds = AuditKind.objects.of(council).active().filter(from_date__lte=day)
    rounds = AuditRound.objects.of(council).active().filter(start__lte=day)
    index = defaultdict(list)
    for item in rounds.filter(cancelled_on__isnull=True).order_by("start"):
        index[item.kind_id].append(item)
    begun = set(AuditRound.objects.of(council).awaiting_on(day).values_list("pk", flat=True))
    for kind in kinds:
        # A kind that has ended comes round no more; what was begun of it still awaits its result.
        goes_on = kind.to_date is None or day <= kind.to_date
        own, months = index[kind.pk], kind.interval_months if goes_on else None
        done = tuple(entry.closed_on for entry in own if entry.closed_on and entry.closed_on <= day)
        due = next_due(own[-1].start, months) if own and months else None
        # A round that still goes on has no result to give.
        # One that is to be reported before its end is owed from that day.
        ended = [item for item in own if min(item.end, item.report_due_on or item.end) < day]
        ended = [item for item in ended if not item.closed_on or item.closed_on > day]
        is_waiting = any(item.pk in begun for item in ended)
        unbegun = (item for item in ended if item.pk not in begun)
        overdue = next((min(row.end, row.report_due_on or row.end) for row in unbegun), None)
        if months or is_waiting or overdue:
            figures = CASES if kind.category == ROUTINE else ""
            yield Cadence(kind.title, months or 0, figures, done, due, is_waiting, overdue=overdue)


def _dbs_audits(council, day) -> Iterator[Cadence]:
    """The audit of DBS checks, where a policy sets how often the register is audited: of all
    populations together, and each of several that is audited by itself."""
    policies = RecheckPolicy.objects.of(council).by_group(day)
    rows = DbsAudit.objects.of(council).in_force().filter(audit_date__lte=day)
    rows = list(rows.select_related("cohort").order_by("audit_date"))
    latest = {row.cohort: row.audit_date for row in rows}
    months = {cohort: _interval(policies, cohort.groups) for cohort in latest}
    if rows:
        shortest = min(filter(None, months.values()), default=None)
    else:
        shortest = months_between_audits(policies.values())
    if shortest is None:
        return
    dues = {
        cohort: due_on(audited_on, months[cohort])
        for cohort, audited_on in latest.items()
        if months[cohort] and (cohort.to_date is None or day <= cohort.to_date)
    }
    audits = tuple((row.cohort.slug, row.position_date, row.audit_date) for row in rows)
    done = tuple(row.audit_date for row in rows)
    due = min(dues.values(), default=None) if len(latest) == 1 else None
    yield Cadence(DBS_AUDIT, shortest, "dbs.", done, due, audits=audits)
    for cohort, day_due in dues.items() if len(latest) > 1 else ():
        yield Cadence(f"{DBS_AUDIT} of {cohort.title}", months[cohort], due=day_due)


def _interval(policies, groups):
    """The months between audits of a population, by the policies of its groups."""
    own = (policies.get(group) or policies.get("") for group in groups)
    return months_between_audits(filter(None, own))
