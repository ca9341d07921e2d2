"""What records say that a paper's readers should be told: what came round, what was asked."""

from collections import defaultdict
from datetime import date

from django.db.models import Q

from assurance.audits.models.kinds import AuditKind
from assurance.audits.models.rounds import AuditRound
from assurance.audits.rules.rounds import next_due
from assurance.dbs.models.audits import DbsAudit
from assurance.dbs.models.checks import RecheckPolicy
from assurance.reviews.models.findings import Finding
from assurance.runtime.periods import months_after
from reports.checks.context import Cadence, RepeatedFinding, ReviewResponses

DBS_AUDIT = "DBS audit"
# Routine audits are told case by case, by figures whose keys begin so.
ROUTINE, CASES = "routine", "audits."


def cadences(council, day: date) -> tuple[Cadence, ...]:
    """What of `council` comes round at an interval, at the end of `day`; four queries."""
    return (*_audits(council, day), *_dbs_audits(council, day))


def reviews(council) -> tuple[ReviewResponses, ...]:
    """Every standing review that asked for something, with what of it nobody answered."""
    query = Finding.objects.of(council).of_kind(Finding.RECOMMENDATION).with_answers()
    totals, left = defaultdict(int), defaultdict(int)
    for item in query.select_related("review"):
        totals[item.review.title] += 1
        left[item.review.title] += not (item.actions_held or item.no_action_because)
    return tuple(ReviewResponses(title, total, left[title]) for title, total in totals.items())


def again(council) -> tuple[RepeatedFinding, ...]:
    """Every standing finding that is linked to an earlier one."""
    linked = Finding.objects.of(council).listed().filter(said_before__isnull=False)
    return tuple(
        RepeatedFinding(item.text, item.said_before.review.title)
        for item in linked.select_related("said_before__review")
    )


def _audits(council, day):
    """A cadence per kind of audit with an interval."""
    kinds = AuditKind.objects.of(council).active().filter(interval_months__isnull=False)
    here = kinds.filter(Q(to_date__isnull=True) | Q(to_date__gte=day), from_date__lte=day)
    rounds = AuditRound.objects.of(council).active().filter(start__lte=day)
    index = defaultdict(list)
    for item in rounds.filter(cancelled_on__isnull=True).order_by("start"):
        index[item.kind_id].append(item)
    waiting = set(AuditRound.objects.of(council).awaiting_on(day).values_list("pk", flat=True))
    for kind in here:
        own = index[kind.pk]
        done = tuple(entry.closed_on for entry in own if entry.closed_on and entry.closed_on <= day)
        due = next_due(own[-1].start, kind.interval_months) if own else None
        # A round that still goes on has no result to give.
        is_waiting = bool(own) and own[-1].pk in waiting and own[-1].end < day
        figures = CASES if kind.category == ROUTINE else ""
        yield Cadence(kind.title, kind.interval_months, figures, done, due, is_waiting)


def _dbs_audits(council, day):
    """The audit of DBS checks, where a policy says how often the register is audited."""
    policy = RecheckPolicy.objects.of(council).in_force(day).filter(audit_months__isnull=False)
    months = policy.values_list("audit_months", flat=True).first()
    if not months:
        return ()
    rows = DbsAudit.objects.of(council).active().filter(audit_date__lte=day)
    done = tuple(rows.order_by("audit_date").values_list("audit_date", flat=True))
    due = months_after(done[-1], months) if done else None
    return (Cadence(DBS_AUDIT, months, "dbs.", done, due),)
