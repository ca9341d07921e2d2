"""Figures of improvement plans: actions as they stood at the end of a day.

A due date moved and a rating changed since that day are taken back first. None is nought only from
the day on which the council's first action began; before it, nothing is returned.
"""

from collections import Counter
from functools import partial

from assurance.figures.figure import WHOLE, Figure, FigureRequest, Reading, Tally, Timing, Unit
from assurance.improvement.models.actions import PROGRESS, Action
from assurance.improvement.rules.actions import NOT_KNOWN

COMMON = {
    "unit": Unit.ACTIONS,
    "timing": Timing.AT,
    "source": "improvement plans recorded here",
    "citation": "the council’s own improvement plan",
}
STATUSES = dict(Action.STATUSES)


def total(figure_request: FigureRequest) -> Reading | None:
    """The actions that had begun by the day."""
    rows = _planned_actions(figure_request)
    return _reading(figure_request, {WHOLE: _tally(rows)}) if rows else None


def overdue(figure_request: FigureRequest) -> Reading | None:
    """Of those, the ones past their due date and not done."""
    return _counted(figure_request, partial(_is_overdue, figure_request.when.end))


def answering(figure_request: FigureRequest) -> Reading | None:
    """Of those, the ones that answer a finding which stands."""
    rows = Action.objects.of(figure_request.council).answering().values_list("pk", flat=True)
    response = figure_request.once_for_all("actions that answer", lambda span: set(rows))
    return _counted(figure_request, lambda row: row.pk in response)


def done_without_evidence(figure_request: FigureRequest) -> Reading | None:
    """Of those done by the end of the day, the ones with nothing attached or linked by then."""
    current, day = _planned_actions(figure_request), figure_request.when.end
    if not current:
        return None
    done = [row for row in current if row.status_then == "done"]
    visible = Action.objects.of(figure_request.council).shown_by(day).values_list("pk", flat=True)
    keys = set(visible) if done else set()
    rows = [row for row in done if row.pk not in keys]
    return _reading(figure_request, {WHOLE: _tally(rows)}, {WHOLE: Tally(len(done))})


def by_status(figure_request: FigureRequest) -> Reading | None:
    """Of those, how many had come to what; one of which no more is held than that it was done
    later is not known."""
    rows = [(row, row.status_then) for row in _planned_actions(figure_request)]
    known = list(STATUSES)
    if any(status == NOT_KNOWN for _, status in rows):
        known.append(NOT_KNOWN)
    return _split(figure_request, rows, PROGRESS, known)


def by_plan(figure_request: FigureRequest) -> Reading | None:
    """Of those, how many belong to which plan."""
    rows = [(row, row.priority.plan.slug) for row in _planned_actions(figure_request)]
    plans = {slug: row.priority.plan.title for row, slug in rows}
    return _split(figure_request, rows, plans, sorted(plans))


def _planned_actions(query):
    """The actions begun by the day, as they stood at the end of it; a population of people has
    none."""
    if query.cohort is not None:
        return []
    rows = Action.objects.of(query.council).as_at(query.when.end)
    return query.once("actions", lambda: list(rows.select_related("priority__plan")))


def _counted(query, holds):
    current = _planned_actions(query)
    if not current:
        return None
    rows = [row for row in current if holds(row)]
    return _reading(query, {WHOLE: _tally(rows)}, {WHOLE: Tally(len(current))})


def _is_overdue(day, row):
    return row.due_then < day and row.status_then != "done"


def _tally(rows):
    return Tally(len(rows), partial(_keys, rows))


def _split(query, rows, labels, members):
    if not rows:
        return None
    counts = Counter(member for _, member in rows)
    tallies = {member: Tally(counts[member], partial(_keys_of, rows, member)) for member in members}
    return _reading(query, tallies, {WHOLE: Tally(len(rows))}, labels)


def _reading(query, members, bases=None, labels=None):
    values = {"bases": bases or {}, "labels": labels or {}}
    return Reading(members, query.when, source=COMMON["source"], **values)


def _keys_of(rows, member):
    return _keys([row for row, current in rows if current == member])


def _keys(rows):
    return [f"action:{row.pk}:{row.version}" for row in rows]


TOTAL = Figure(
    key="actions.total",
    title="Improvement actions",
    counts="actions of the council’s improvement plans that had begun by the date",
    rule="Each action that is not withdrawn, with a start on or before the date, counts once.",
    reckon=total,
    **COMMON,
)
BY_STATUS = Figure(
    key="actions.by_status",
    title="Improvement actions, by progress",
    counts="actions that had begun by the date, by what they had come to at the end of it",
    out_of="actions that had begun by the date",
    rule="Each action has one progress rating: done by its due date, else overdue once "
    "its due date had passed, else as it was rated then.",
    whole="actions.total",
    base="actions.total",
    members=STATUSES,
    has_members=True,
    reckon=by_status,
    **COMMON,
)
BY_PLAN = Figure(
    key="actions.by_plan",
    title="Improvement actions, by plan",
    counts="actions that had begun by the date, by the plan that they belong to",
    out_of="actions that had begun by the date",
    rule="Each action belongs to one priority of one plan.",
    whole="actions.total",
    base="actions.total",
    has_members=True,
    reckon=by_plan,
    **COMMON,
)
OVERDUE = Figure(
    key="actions.overdue",
    title="Improvement actions overdue",
    counts="actions whose due date had passed and that were not done by the date",
    out_of="actions that had begun by the date",
    rule="An action is overdue when it was due before the date and not done by the end of it.",
    base="actions.total",
    reckon=overdue,
    **COMMON,
)
WITHOUT_EVIDENCE = Figure(
    key="actions.done_without_evidence",
    title="Improvement actions done without evidence",
    counts="actions done by the date to which no file, case audit or figure was attached or linked "
    "by then",
    out_of="actions done by the date",
    rule="Evidence that is only described in words is not attached or linked. A link or file that "
    "was withdrawn by the end of the date does not count.",
    bound_by=("actions.by_status",),
    reckon=done_without_evidence,
    **COMMON,
)
PER_FINDING = Figure(
    key="actions.per_finding",
    title="Improvement actions that answer a finding",
    counts="actions that had begun by the date and answer at least one finding of a review",
    out_of="actions that had begun by the date",
    rule="An action linked to a finding answers it; it counts once, however many it answers.",
    base="actions.total",
    reckon=answering,
    **COMMON,
)

FIGURES: tuple[Figure, ...] = (
    *(TOTAL, BY_STATUS, BY_PLAN, OVERDUE, PER_FINDING),
    WITHOUT_EVIDENCE,
)
