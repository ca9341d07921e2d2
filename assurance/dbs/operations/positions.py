"""What officers do with DBS audits: count one from the register, enter one, correct, withdraw.

A position is kept as it was. Another one for the same audit is a further edition of it.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.db.models import Max

from assurance.dbs.models.audits import DbsAudit, DbsAuditCount, DbsAuditDue
from assurance.dbs.models.every_population import count_register
from assurance.dbs.models.policies import RecheckPolicy
from assurance.dbs.rules import faults, positions
from assurance.people.models.people import Cohort
from assurance.records import history, writes
from assurance.records.record import lock
from assurance.records.refusals import refuse_if
from assurance.runtime.keyed_digests import keyed_digest
from assurance.runtime.periods import say_day

FROM_THE_REGISTER = "Counted from the DBS register"
DATED = ("audit_date", "position_date")


@dataclass(frozen=True)
class DbsAuditDetails:
    """What is kept: whose, which population, when, under which policies; and, of a correction, the
    edition `before`."""

    council: object
    cohort: Cohort
    audit_date: date
    position_date: date
    policies: list[RecheckPolicy]
    before: DbsAudit | None = None


@dataclass(frozen=True)
class DbsAuditValues:
    """What an edition holds beside its dates: the whole, (moment, group, part) → people, first day
    of a month → people, and the follow-up, None where it was not asked."""

    needing: int
    source: str
    origin: str
    counts: Mapping[tuple[str, str, str], int]
    due: Mapping[date, int] = field(default_factory=dict)
    follow_up: Mapping[str, int] | None = None
    digest: str = ""


@transaction.atomic
def count_dbs_audit(
    *, council, cohort, audit_date, position_date, is_second=False, by, on
) -> DbsAudit:
    """Counts `cohort` in the register at both dates, and what came of those overdue at the audit;
    refuses a population without groups, a day without a policy, an audit that stands already, and
    another audit's position date unless it `is_second`."""
    query = _checked_request(council, cohort, audit_date, position_date)
    refuse_if(None if is_second else _why_not_second(query), "is_second")
    audit, changes = _save_audit(query, _count(query), on=on)
    history.record("dbs_audits.count", about=audit, by=by, on=on, changes=changes)
    return audit


@transaction.atomic
def enter_dbs_audit(
    *,
    council,
    cohort,
    audit_date,
    position_date,
    needing,
    at_audit,
    source,
    at_position=None,
    by_group=None,
    follow_up=None,
    due=None,
    is_second=False,
    by,
    on,
) -> DbsAudit:
    """Keeps an audit known as counts, with its `source`.

    `at_audit` and `at_position` map a part (a status, or one of `positions.BLURRED`) to people and
    add up to `needing`; `by_group` maps a group or ``not_broken_down``; `follow_up` maps each of
    `positions.FOLLOW_UP` and adds up to those overdue; `due` maps the first day of a month. What is
    None is not known. Refuses parts that exceed or miss their whole, and the position date of
    another audit unless it `is_second`.
    """
    query = _checked_request(council, cohort, audit_date, position_date)
    refuse_if(None if is_second else _why_not_second(query), "is_second")
    values = _entered(query, needing, at_audit, source, at_position, by_group, follow_up, due)
    audit, changes = _save_audit(query, values, on=on)
    history.record("dbs_audits.enter", about=audit, by=by, on=on, changes=changes)
    return audit


@transaction.atomic
def correct_dbs_audit(
    *, record, version, corrected_because, is_second=False, by, on, **fields
) -> DbsAudit:
    """A new edition of `record`, at version `version`, with the reason: a counted one is counted
    again, an entered one holds `said` (the keywords of `enter_dbs_audit`). Refuses what is no
    longer in force, and whatever entering refuses; a position that was its own before is not asked
    about again. Raises `EditConflict` where somebody saved first."""
    before = lock(record, version)
    refuse_if(_why_not_correct(before, corrected_because), "corrected_because")
    dated = {name: fields.pop(name, getattr(before, name)) for name in ("cohort", *DATED)}
    writes.update(before, {"replaced_on": on})
    query = _checked_request(before.council, **dated, before=before)
    is_moved = (query.cohort, query.position_date) != (before.cohort, before.position_date)
    refuse_if(_why_not_second(query) if is_moved and not is_second else None, "is_second")
    values = _count(query) if before.origin == DbsAudit.COUNTED else _entered(query, **fields)
    audit, changes = _save_audit(query, values, on=on, because=corrected_because)
    history.record("dbs_audits.correct", about=audit, by=by, on=on, changes=changes)
    return audit


def _checked_request(council, cohort, audit_date, position_date, before=None):
    policies = _policies(council, cohort, audit_date, before)
    if cohort.kind != Cohort.STAFF:
        children = f"“{cohort}” is a population of children: choose one of people who need a check"
        refuse_if(children, "cohort")
    refuse_if(_why_not_audit(council, cohort, audit_date, policies), "audit_date")
    refuse_if(faults.why_not_position(audit_date, position_date), "position_date")
    return DbsAuditDetails(council, cohort, audit_date, position_date, policies, before)


def _count(query):
    groups = query.cohort.groups
    refuse_if(None if groups else f"“{query.cohort}” names no groups to count", "cohort")
    policies = {policy.group: policy for policy in query.policies}
    days = query.audit_date, query.position_date
    counted = count_register(query.council, groups, policies, *days)
    return DbsAuditValues(
        needing=counted.needing,
        source=FROM_THE_REGISTER,
        origin=DbsAudit.COUNTED,
        counts=counted.counts,
        due=counted.due,
        follow_up=counted.follow_up,
        digest=_digest(counted.people),
    )


def _entered(
    asked, needing, at_audit, source, at_position=None, by_group=None, follow_up=None, due=None
):
    for name, parts in (("at_audit", at_audit), ("at_position", at_position)):
        refuse_if(faults.why_not_part(parts), name)
    same_day = asked.audit_date == asked.position_date
    result = faults.faults_of_entry(needing, same_day, at_audit, at_position, by_group)
    result += faults.faults_of_follow_up(needing, at_audit, follow_up, due, asked.audit_date)
    for name, sentence in result:
        refuse_if(sentence, name)
    now = at_audit if same_day else at_position or {}
    counts = {(positions.AUDIT, "", part): people for part, people in at_audit.items()}
    counts |= {(positions.POSITION, "", part): people for part, people in now.items()}
    counts |= {
        (positions.POSITION, group, positions.NOT_BROKEN_DOWN): people
        for group, people in (by_group or {}).items()
    }
    return DbsAuditValues(needing, source, DbsAudit.ENTERED, counts, due or {}, follow_up)


def _save_audit(query, values, *, on, because=""):
    same = DbsAudit.objects.filter(cohort=query.cohort, audit_date=query.audit_date)
    audit = DbsAudit(council=query.council, rows_digest=values.digest)
    changes = writes.insert(
        audit,
        {
            **{name: getattr(query, name) for name in ("cohort", *DATED, "policies")},
            **dict.fromkeys(positions.FOLLOW_UP),
            **(values.follow_up or {}),
            "needing": values.needing,
            "origin": values.origin,
            "source": values.source,
            "edition": (same.aggregate(last=Max("edition"))["last"] or 0) + 1,
            "corrected_because": because,
        },
        on=on,
    )
    DbsAuditCount.objects.bulk_create(
        DbsAuditCount(audit=audit, moment=moment, group=group, part=part, people=people)
        for (moment, group, part), people in values.counts.items()
    )
    DbsAuditDue.objects.bulk_create(
        DbsAuditDue(audit=audit, month=month, people=people) for month, people in values.due.items()
    )
    before = {"parts": query.before.in_words} if query.before else {}
    return audit, (*changes, *history.changes(before, {"parts": audit.in_words}, {}))


def _policies(council, cohort, day, before):
    # What an audit was held against stays with it, whatever policy is recorded later.
    if before and before.audit_date == day:
        return list(before.policies.order_by("pk"))
    matches = RecheckPolicy.objects.of(council).holding(cohort.groups or [""], day)
    return [] if None in matches else sorted(matches, key=lambda row: row.pk)


def _why_not_audit(council, cohort, audit_date, policies):
    if not policies:
        return (
            f"No re-check policy was in force on {say_day(audit_date)} for every group of this "
            f"population: {RecheckPolicy.objects.of(council).next_step()}"
        )
    current = DbsAudit.objects.of(council).in_force().filter(cohort=cohort, audit_date=audit_date)
    if current.exists():
        return (
            f"The DBS audit of {say_day(audit_date)} of this population is kept already: "
            "correct that one"
        )
    return None


def _why_not_second(query):
    same_day = (
        DbsAudit.objects.of(query.council)
        .in_force()
        .filter(cohort=query.cohort, position_date=query.position_date)
    )
    audit = same_day.exclude(audit_date=query.audit_date).first()
    if audit is None:
        return None
    return (
        f"The {audit} of this population already has the position of "
        f"{say_day(audit.position_date)}: correct that one, or confirm that this is a "
        "second audit of the same position"
    )


def _why_not_correct(audit, because):
    if audit.is_withdrawn:
        return audit.unchangeable
    if audit.replaced_on:
        return f"A newer version replaced this one on {say_day(audit.replaced_on)}: correct that"
    return None if because.strip() else "Describe the error, or the change since"


def _digest(people):
    # Keyed, so that nobody without the key can try a list of staff against it.
    return keyed_digest(json.dumps(sorted(people)))
