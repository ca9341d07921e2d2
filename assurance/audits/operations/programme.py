"""What quality-assurance leads do with the audit programme: kinds, themes, rounds, allocations."""

from django.db import transaction

from assurance.audits.models.kinds import AuditKind, AuditTheme
from assurance.audits.models.rounds import AuditAllocation, AuditRound
from assurance.audits.rules import allocation, rounds, titles
from assurance.records import history, operations
from assurance.records.record import lock, why_not_withdraw
from assurance.records.refusals import refuse_if

WITHDRAWN = "This record was withdrawn and cannot be changed."


@transaction.atomic
def record_kind(*, council, by, on, **fields) -> AuditKind:
    """Adds a kind of audit; refuses a title already used and days out of order."""
    kind = AuditKind(council=council)
    _refuse_dated(kind, fields)
    changes = operations.add(kind, fields, on=on)
    history.record("audit_kinds.record", about=kind, by=by, on=on, changes=changes)
    return kind


@transaction.atomic
def change_kind(*, record, seen, by, on, **fields) -> AuditKind:
    """Changes the kind `record`, its rounds as they are; refuses as `record_kind` does, and a
    withdrawn one. Raises `EditConflict` where somebody saved first."""
    kind = lock(record, seen)
    _refuse_dated(kind, fields)
    changes = operations.change(kind, fields)
    history.record("audit_kinds.change", about=kind, by=by, on=on, changes=changes)
    return kind


@transaction.atomic
def withdraw_kind(*, record, seen, because, by, on) -> AuditKind:
    """Withdraws the kind `record`; refuses one that has rounds, one withdrawn already, or without a
    reason."""
    kind = lock(record, seen)
    refuse_if(why_not_withdraw(kind, because), "because")
    refuse_if(titles.why_not_lose(kind.rounds.active().count(), "round"))
    changes = operations.withdraw(kind, because=because, by=by, on=on)
    history.record("audit_kinds.withdraw", about=kind, by=by, on=on, changes=changes)
    return kind


@transaction.atomic
def record_theme(*, council, by, on, **fields) -> AuditTheme:
    """Adds a theme; refuses a title already used and days out of order."""
    theme = AuditTheme(council=council)
    _refuse_dated(theme, fields)
    changes = operations.add(theme, fields, on=on)
    history.record("audit_themes.record", about=theme, by=by, on=on, changes=changes)
    return theme


@transaction.atomic
def change_theme(*, record, seen, by, on, **fields) -> AuditTheme:
    """Changes the theme `record`; refuses as `record_theme` does, days that leave out an audit that
    has it, and a withdrawn one. Raises `EditConflict` where somebody saved first."""
    theme = lock(record, seen)
    _refuse_dated(theme, fields)
    days = theme.audits.active().values_list("audited_on", flat=True)
    refuse_if(titles.why_not_move(fields["from_date"], fields["to_date"], days), "to_date")
    changes = operations.change(theme, fields)
    history.record("audit_themes.change", about=theme, by=by, on=on, changes=changes)
    return theme


@transaction.atomic
def withdraw_theme(*, record, seen, because, by, on) -> AuditTheme:
    """Withdraws the theme `record`; refuses one that audits have, one withdrawn already, or without
    a reason."""
    theme = lock(record, seen)
    refuse_if(why_not_withdraw(theme, because), "because")
    refuse_if(titles.why_not_lose(theme.audits.active().count(), "case audit"))
    changes = operations.withdraw(theme, because=because, by=by, on=on)
    history.record("audit_themes.withdraw", about=theme, by=by, on=on, changes=changes)
    return theme


@transaction.atomic
def record_round(*, council, by, on, **fields) -> AuditRound:
    """Adds a round, planned, under way or over; without months of its own it takes its kind's.
    Refuses days out of order, a close without a result, a cancellation without a reason."""
    round_ = AuditRound(council=council)
    values = _refuse_round(round_, fields)
    changes = operations.add(round_, values, on=on)
    history.record("audit_rounds.record", about=round_, by=by, on=on, changes=changes)
    return round_


@transaction.atomic
def change_round(*, record, seen, by, on, **fields) -> AuditRound:
    """Changes the round `record`: its plan, that it began, its close with a result, that it was
    cancelled with a reason. Refuses as `record_round` does, what leaves out an audit linked to it,
    and a withdrawn round. Raises `EditConflict` where somebody saved first."""
    round_ = lock(record, seen)
    values = _refuse_round(round_, fields)
    changes = operations.change(round_, values)
    history.record("audit_rounds.change", about=round_, by=by, on=on, changes=changes)
    return round_


@transaction.atomic
def withdraw_round(*, record, seen, because, by, on) -> AuditRound:
    """Withdraws the round `record`; refuses one that audits are linked to, one withdrawn already,
    or without a reason."""
    round_ = lock(record, seen)
    refuse_if(why_not_withdraw(round_, because), "because")
    refuse_if(titles.why_not_lose(round_.audits.active().count(), "case audit"))
    changes = operations.withdraw(round_, because=because, by=by, on=on)
    history.record("audit_rounds.withdraw", about=round_, by=by, on=on, changes=changes)
    return round_


@transaction.atomic
def record_allocation(*, council, audit_round, by, on, **fields) -> AuditAllocation:
    """Adds a line to the allocation rule of `audit_round`; refuses a role that has one, a line
    without a case, and a withdrawn round."""
    line = AuditAllocation(council=council, audit_round=audit_round)
    refuse_if(WITHDRAWN if audit_round.is_withdrawn else None)
    _refuse_allocation(line, fields)
    changes = operations.add(line, fields, on=on)
    history.record("audit_allocations.record", about=line, by=by, on=on, changes=changes)
    return line


@transaction.atomic
def change_allocation(*, record, seen, by, on, **fields) -> AuditAllocation:
    """Changes the line `record`; refuses as `record_allocation` does. Raises `EditConflict` where
    somebody saved first."""
    line = lock(record, seen)
    refuse_if(WITHDRAWN if line.is_withdrawn else None)
    _refuse_allocation(line, fields)
    changes = operations.change(line, fields)
    history.record("audit_allocations.change", about=line, by=by, on=on, changes=changes)
    return line


@transaction.atomic
def withdraw_allocation(*, record, seen, because, by, on) -> AuditAllocation:
    """Withdraws the line `record`; refuses one withdrawn already, or without a reason."""
    line = lock(record, seen)
    refuse_if(why_not_withdraw(line, because), "because")
    changes = operations.withdraw(line, because=because, by=by, on=on)
    history.record("audit_allocations.withdraw", about=line, by=by, on=on, changes=changes)
    return line


def _refuse_dated(row, value):
    refuse_if(WITHDRAWN if row.is_withdrawn else None)
    others = type(row).objects.of(row.council).active().exclude(pk=row.pk)
    is_used = others.filter(title__iexact=value["title"]).exists()
    refuse_if(titles.why_not_call(row._meta.verbose_name, is_used), "title")
    refuse_if(titles.why_not_end(value["from_date"], value["to_date"]), "to_date")


def _refuse_round(round_, value):
    """What is to be kept of a round, the months of its kind and the next day due among it."""
    refuse_if(WITHDRAWN if round_.is_withdrawn else None)
    kind = value["kind"]
    refuse_if(rounds.why_not_plan(kind, value["start"]), "kind")
    refuse_if(rounds.why_not_teams(value["service"], value["teams"]), "teams")
    for field, sentence in rounds.faults_of_round(value):
        refuse_if(sentence, field)
    if round_.pk:
        linked = round_.audits.active().select_related("team").order_by("audited_on", "pk")
        refuse_if(rounds.why_not_leave_out(value, linked))
    interval = value["interval_months"] or kind.interval_months
    due = rounds.next_due(value["start"], interval)
    return {**value, "interval_months": interval, "next_due_on": due}


def _refuse_allocation(line, value):
    others = line.audit_round.allocations.active().exclude(pk=line.pk)
    is_used = others.filter(role__iexact=value["role"]).exists()
    refuse_if(titles.why_not_allocate_twice(value["role"], is_used), "role")
    sentence = allocation.why_not_allocate(value["own_team"], value["other_team"])
    refuse_if(sentence, "own_team")
