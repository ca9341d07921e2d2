"""The retention schedule of a council on a day: what ends by kind, and the run that removes it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from assurance.dbs.models.checks import UpdateLookup
from assurance.looked_after.operations.returns import remove_rows
from assurance.people.models.people import Person
from assurance.records import operations
from assurance.records.history import HistoryEntry
from assurance.records.record import EditConflict
from assurance.records.refusals import Refused
from assurance.records.withdrawals.holds import held
from assurance.runtime.digits import whole
from assurance.runtime.periods import end_of_month, months_after
from reports.data_protection import period_ends, rules
from reports.data_protection.models import LegalHold, RetentionPolicy
from reports.data_protection.operations import erasure, retention
from reports.data_protection.refusals import usual_policy
from reports.data_protection.subjects import TRIES, subject_of

# So many records of a kind are listed on the page; the count is of all.
LISTED = 50


@dataclass(frozen=True)
class Source:
    """The records of a kind: `rows` that started by a date, and the operation that ends one by its
    argument `name`, or the one that ends a `batch` until nothing is left."""

    rows: Callable
    end: Callable | None = None
    name: str = "record"
    batch: Callable | None = None


@dataclass(frozen=True)
class Line:
    """One kind of record in the schedule: its policy (`is_proposed` where it is the usual one and
    nothing is removed by it), how many end by the date asked about, and the first of them as
    (label, end, whether on hold)."""

    kind: rules.Kind
    policy: RetentionPolicy
    is_proposed: bool
    count: int
    rows: list


def preview(council, day: date) -> list[Line]:
    """Each kind of record with what ends by the end of the month after `day`."""
    last = end_of_month(months_after(day, 1))
    policies = RetentionPolicy.objects.in_force(council, day)
    return [_line(council, kind, policies.get(kind.key), last, day) for kind in rules.KINDS]


def adopt_usual(council, *, by, on: date) -> list[RetentionPolicy]:
    """Adds the usual policy from `on` for each kind of record that has none on that date."""
    policies = RetentionPolicy.objects.in_force(council, on)
    return [
        operations.create(
            model=RetentionPolicy,
            council=council,
            kind=kind.key,
            length=kind.length,
            unit=kind.unit,
            reason=kind.reason,
            from_date=on,
            by=by,
            on=on,
        )
        for kind in rules.KINDS
        if kind.key not in policies
    ]


def apply_schedule(council, *, by, on: date) -> list[dict]:
    """Removes what the council's policies, or usual ones, end by `on`, each by its operation.

    Gives, for each kind, its title and how many were removed, on hold and refused; keeps it as the
    report of a run where there was anything to do.
    """
    holds = holds_of(council, on)
    policies = _policies(council, on)
    kinds = [kind for kind in rules.KINDS if kind.key in policies and not kind.is_least]
    results = [_applied(council, kind, policies[kind.key], holds, by, on) for kind in kinds]
    if any(row["removed"] or row["refused"] for row in results):
        retention.note_run(council=council, results=results, by=by, on=on)
    return results


def holds_of(council, day: date) -> dict[str, set[str]]:
    """Kind of subject → the keys of those on hold."""
    return {kind: LegalHold.objects.keys(council, day, kind) for kind, _words in LegalHold.SUBJECTS}


def _policies(council, on):
    """Kind → the policy by which a run removes it: the council's own, else the usual one of what is
    always removed."""
    usual = {kind.key: usual_policy(kind) for kind in rules.KINDS if kind.is_usual}
    return {**usual, **RetentionPolicy.objects.in_force(council, on)}


def _line(council, kind, policy, last, day):
    chosen = policy or usual_policy(kind)
    start = chosen.ended_by(last)
    if kind.key == rules.SIGN_IN:
        count = sum(period_ends.tries(model, council, start).count() for model in TRIES)
        return Line(kind, chosen, policy is None and not kind.is_usual, count, [])
    source = SOURCES[kind.key]
    rows = source.rows(council, start)
    listed = [] if source.batch else rows[:LISTED]
    on_hold = held(council, rows.model, [row.pk for row in listed], day)
    lines = [(_label(row), chosen.end_of(row.started), row.pk in on_hold) for row in listed]
    return Line(kind, chosen, policy is None, rows.count(), lines)


def _label(row):
    # A name stands on the page of the record, not in a list of what ends.
    if isinstance(row, UpdateLookup):
        return f"{row.person.reference}, {row}"
    return row.reference if isinstance(row, Person) else str(getattr(row, "title", row))


def _applied(council, kind, policy, holds, by, on):
    source, last = SOURCES[kind.key], policy.ended_by(on)
    author = {"because": f"Retention schedule: {policy}", "by": by, "on": on}
    result = {"kind": kind.key, "title": kind.title, "removed": 0, "held": 0, "refused": []}
    if source.batch:
        for number in iter(partial(source.batch, council, last, holds, author), 0):
            result["removed"] += number
        return result
    rows = source.rows(council, last)
    on_hold = held(council, rows.model, [row.pk for row in rows], on)
    result["held"] = len(on_hold)
    for row in rows:
        if row.pk in on_hold:
            continue
        try:
            source.end(**{source.name: row}, **author)
            result["removed"] += 1
        except (Refused, EditConflict) as refused:
            result["refused"].append(str(refused))
    return result


def _end_rows(record, because, by, on):
    remove_rows(record=record, version=record.version, by=by, on=on)


def _batch_tries(council, last, holds, author):
    on_hold = {whole(key) for key in holds[LegalHold.ACCOUNT]}
    return retention.prune_sign_in_tries(council=council, last=last, on_hold=on_hold, **author)


def _batch_log(council, last, holds, author):
    on_hold = {whole(key) for key in holds[LegalHold.ACCOUNT]}
    return retention.prune_access_log(council=council, last=last, on_hold=on_hold, **author)


def _batch_details(council, last, holds, author):
    on_hold = {entry.seq for entry in _held_entries(council, holds)}
    return retention.erase_old_details(council=council, last=last, on_hold=on_hold, **author)


def _held_entries(council, holds):
    for kind, keys in holds.items():
        for key in keys:
            subject = subject_of(council, kind, key)
            yield from subject.entries() if subject else HistoryEntry.objects.none()


SOURCES = {
    rules.REPORTS: Source(period_ends.published_reports),
    rules.BACKGROUND: Source(period_ends.background_papers),
    rules.STAFF: Source(period_ends.staff, erasure.erase_person, name="person"),
    rules.LOOKUPS: Source(period_ends.lookups, erasure.erase_lookup),
    rules.AUDITS: Source(period_ends.case_audits, erasure.erase_audit, name="audit"),
    rules.SAMPLES: Source(period_ends.audit_samples, erasure.erase_sample),
    rules.CHILD_ROWS: Source(period_ends.child_rows, _end_rows),
    rules.WRITERS: Source(period_ends.writers, erasure.erase_row_address),
    rules.EARLY: Source(period_ends.early_readers, erasure.erase_row_address),
    rules.OUTSIDE: Source(period_ends.outside_approvers, erasure.erase_row_address),
    rules.HISTORY: Source(period_ends.old_details, batch=_batch_details),
    rules.ACCESS_LOG: Source(period_ends.access_log, batch=_batch_log),
    rules.SIGN_IN: Source(period_ends.tries, batch=_batch_tries),
}
