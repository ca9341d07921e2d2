"""The figures of what follows audits: sharing that is waited for, moderation, re-audits, actions.

Nothing is returned for a time before the council's first audit recorded one by one, nor, of a
period, where some of its audits are known only as totals, which say nothing of these.
"""

from functools import partial

from assurance.audits.figures.case_audits import (
    CITATION,
    DONE,
    MODERATED,
    ONE_BY_ONE,
    TOTALS_ARE_SILENT,
    audit_figure,
    found_in,
)
from assurance.audits.models.agreed_actions import AuditAction
from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.rules import half_years, reaudits
from assurance.audits.rules.agreed_actions import OVERDUE, state_of
from assurance.audits.rules.case_audits import MODERATIONS, done_in
from assurance.audits.rules.moderation import outcome
from assurance.figures.figure import WHOLE, Figure, Reading, Tally, Timing, Unit


def awaiting(query):
    """The audits done by the end of the day and not shared with the worker by then."""
    rows = _unshared(query)
    return None if rows is None else _reading(query, {WHOLE: _tally(rows)})


def awaiting_by_half_year(query):
    """The same by the half-year in which each was done."""
    rows, day = _unshared(query), query.when.end
    if rows is None:
        return None
    parts = {part: [] for part in half_years.PARTS}
    for row in rows:
        parts[half_years.part_of(row[1], day)].append(row)
    members = {part: _tally(own) for part, own in parts.items()}
    return _reading(query, members, {WHOLE: _tally(rows)}, half_years.labels(day))


def by_moderation(query):
    """The audits moderated, by whether the grade was kept, raised or lowered."""
    result = _one_by_one(query)
    if result is None:
        return None
    rows = _moderated(query)
    parts = {part: [] for part in MODERATIONS}
    for row in rows:
        *_, first, moderated = row
        parts[outcome(first, moderated)].append(row)
    members = {part: _tally(own) for part, own in parts.items()}
    return _reading(query, members, {WHOLE: _tally(rows)})


def reaudited(query):
    """The audits done that repeat an earlier one which stands."""
    result = _one_by_one(query)
    if result is None:
        return None
    rows = [(row.pk,) for row in _repeats(query)]
    return _reading(query, {WHOLE: _tally(rows)}, {WHOLE: Tally(len(result))})


def by_outcome(query):
    """The same by how the grade compares with that of the audit repeated."""
    if _one_by_one(query) is None:
        return None
    rows = _repeats(query)
    parts = {part: [] for part in reaudits.OUTCOMES}
    for row in rows:
        grades = (row.earlier_audit.final_grade, row.final_grade)
        places = [grade and (grade.scale_id, grade.order) for grade in grades]
        parts[reaudits.outcome(*places)].append((row.pk,))
    members = {part: _tally(own) for part, own in parts.items()}
    return _reading(query, members, {WHOLE: Tally(len(rows))})


def open_actions(query):
    """The actions of audits agreed by the end of the day and not done by then."""
    rows = _open(query)
    return None if rows is None else _reading(query, {WHOLE: _actions(rows)})


def overdue_actions(query):
    """Of those, the ones that were due before the day."""
    rows = _open(query)
    if rows is None:
        return None
    late = [row for row in rows if state_of(row, query.when.end) == OVERDUE]
    return _reading(query, {WHOLE: _actions(late)}, {WHOLE: Tally(len(rows))})


def done_actions(query):
    """The actions of audits done within the period."""
    every = _every_action(query)
    if every is None:
        return None
    when = query.when
    rows = [row for row in every if row.done_on and when.start <= row.done_on <= when.end]
    return _reading(query, {WHOLE: _actions(rows)})


def _unshared(query):
    """(key, day) of each audit that waits at the end of the day, or None before the first."""
    day = query.when.end
    rows = CaseAudit.objects.of(query.council).active()
    if query.cohort is not None or not _has_begun(query, rows):
        return None
    every = query.once_for_all(
        "audits not shared",
        lambda span: list(
            rows.exclude(shared_on__lte=span.start)
            .order_by("pk")
            .values_list("pk", "audited_on", "shared_on")
        ),
    )
    return [row for row in every if row[1] <= day and (row[2] is None or row[2] > day)]


def _has_begun(query, rows):
    first = query.once_for_all("first audit of all", lambda span: rows.first_day())
    return first is not None and first <= query.when.end


def _one_by_one(query):
    """The audits done, or None where nothing is held or totals are among them."""
    result = found_in(query)
    return None if not result or result[1] else result[0]


def _moderated(query):
    """(key, day, place of the first grade, place of the moderated one) of each in the period."""
    rows = CaseAudit.objects.of(query.council)
    fields = ("pk", "audited_on", "first_grade__order", "moderated_grade__order")
    every = query.once_for_all(
        "moderated audits",
        lambda span: list(
            rows.done_in(span)
            .filter(moderated_grade__isnull=False)
            .order_by("pk")
            .values_list(*fields)
        ),
    )
    return [row for row in every if query.when.start <= row[1] <= query.when.end]


def _repeats(query):
    """The re-audits of the period, in the order of their keys."""
    rows = CaseAudit.objects.of(query.council).filter(earlier_audit__withdrawn_on__isnull=True)
    grades = ("first_grade", "moderated_grade")
    fetched = (*grades, *(f"earlier_audit__{name}" for name in grades))
    every = query.once_for_all(
        "re-audits",
        lambda span: list(
            rows.done_in(span)
            .filter(earlier_audit__isnull=False)
            .select_related(*fetched)
            .order_by("pk")
        ),
    )
    return [row for row in every if done_in(row, query.when)]


def _every_action(query):
    """The standing actions of standing audits, or None before the first audit."""
    audits = CaseAudit.objects.of(query.council).active()
    if query.cohort is not None or not _has_begun(query, audits):
        return None
    rows = AuditAction.objects.of(query.council).of_standing_audits().order_by("pk")
    return query.once_for_all("actions of audits", lambda span: list(rows.select_related("audit")))


def _open(query):
    every, day = _every_action(query), query.when.end
    if every is None:
        return None
    agreed = [row for row in every if row.audit.audited_on <= day]
    return [row for row in agreed if row.done_on is None or row.done_on > day]


def _tally(rows):
    name = CaseAudit._meta.verbose_name
    return Tally(len(rows), lambda: [f"{name} {row[0]}" for row in rows])


def _actions(rows):
    return Tally(len(rows), lambda: [row.history_name for row in rows])


def _reading(query, members, bases=None, labels=None):
    values = {"bases": bases or {}, "labels": labels or {}}
    return Reading(members, query.when, source=ONE_BY_ONE, **values)


action_figure = partial(Figure, unit=Unit.ACTIONS, source=ONE_BY_ONE, citation=CITATION)
AWAITING = Figure(
    key="audits.awaiting_sharing",
    title="Case-file audits waiting to be shared",
    counts="case-file audits done by the date and not shared with the worker by the end of it",
    unit=Unit.AUDITS,
    timing=Timing.AT,
    source=ONE_BY_ONE,
    rule="Audits known only as totals are left out. An audit shared on the date does not wait.",
    citation=CITATION,
    reckon=awaiting,
)
AWAITING_BY_HALF_YEAR = Figure(
    key="audits.awaiting_sharing_by_half_year",
    title="Case-file audits waiting to be shared, by half-year",
    counts="case-file audits done by the date and not shared with the worker by the end of it, by "
    "the half-year in which they were done",
    out_of="case-file audits waiting to be shared at the date",
    unit=Unit.AUDITS,
    timing=Timing.AT,
    source=ONE_BY_ONE,
    rule="Half-years begin in April and October. Audits known only as totals are left out.",
    citation=CITATION,
    reckon=awaiting_by_half_year,
    whole=AWAITING.key,
    base=AWAITING.key,
    members=half_years.PARTS,
    has_members=True,
)
BY_MODERATION = audit_figure(
    key="audits.by_moderation",
    title="Case-file audits moderated, by outcome",
    counts="audits done in the period whose grade was moderated, by outcome",
    out_of="audits done in the period whose grade was moderated",
    rule="A grade is raised or lowered by its place in the scale that both grades belong to.",
    reckon=by_moderation,
    whole=MODERATED.key,
    base=MODERATED.key,
    members=MODERATIONS,
    has_members=True,
    gap=TOTALS_ARE_SILENT,
)
REAUDITED = audit_figure(
    key="audits.re_audited",
    title="Re-audits done",
    counts="audits done in the period that repeat an earlier audit",
    out_of="case-file audits done in the period",
    rule="An audit counts where it is linked to an earlier one that was not withdrawn.",
    reckon=reaudited,
    base=DONE.key,
    gap=TOTALS_ARE_SILENT,
)
BY_OUTCOME = audit_figure(
    key="audits.re_audited_by_outcome",
    title="Re-audits by outcome",
    counts="audits done in the period that repeat an earlier one, by how the grade compares",
    out_of="audits done in the period that repeat an earlier audit",
    rule="The final grade of each is compared: the moderated one where there is one. Grades of two "
    "scales are not compared.",
    reckon=by_outcome,
    whole=REAUDITED.key,
    base=REAUDITED.key,
    members=reaudits.OUTCOMES,
    has_members=True,
    gap=TOTALS_ARE_SILENT,
)
OPEN_ACTIONS = action_figure(
    key="audits.actions_open",
    title="Actions of audits to be done",
    counts="actions that audits done by the date led to and that were not done by the end of it",
    timing=Timing.AT,
    rule="An action is agreed on the date of its audit. One done on the date is not open.",
    reckon=open_actions,
)
OVERDUE_ACTIONS = action_figure(
    key="audits.actions_overdue",
    title="Actions of audits overdue",
    counts="actions that audits led to, due before the date and not done by the end of it",
    out_of="actions that audits done by the date led to and that were not done by the end of it",
    timing=Timing.AT,
    rule="An action is in time on the date on which it is due.",
    reckon=overdue_actions,
    base=OPEN_ACTIONS.key,
)
DONE_ACTIONS = action_figure(
    key="audits.actions_done",
    title="Actions of audits done",
    counts="actions that audits led to and that were done in the period",
    timing=Timing.IN,
    rule="An action belongs to the period in which it was done.",
    reckon=done_actions,
)

FIGURES = (
    *(AWAITING, AWAITING_BY_HALF_YEAR, BY_MODERATION, REAUDITED, BY_OUTCOME),
    *(OPEN_ACTIONS, OVERDUE_ACTIONS, DONE_ACTIONS),
)
