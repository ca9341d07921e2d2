"""Figures of documents: the strategies, plans, storyboards and others that are in force."""

from assurance.figures.figure import WHOLE, Figure, FigureRequest, Reading, Timing, Unit
from assurance.governance.figures.own import OWN, rows_tally
from assurance.governance.models.documents import Document

KINDS = dict(Document.KINDS)
ABOUT = {
    "unit": Unit.DOCUMENTS,
    "timing": Timing.AT,
    "source": "boards, plans and risks recorded here",
    "citation": "the council’s own records",
}
RULE = (
    "A document counts from its start date to its end date, both included; one "
    "without a start date counts from the beginning, one without an end date for "
    "good."
)


def documents(figure_request: FigureRequest) -> Reading | None:
    """The documents in force on the day, once a first one is known."""
    rows = _in_force(figure_request)
    return None if rows is None else _reading(figure_request, {WHOLE: rows})


def by_kind(figure_request: FigureRequest) -> Reading | None:
    """The same by kind."""
    rows = _in_force(figure_request)
    if rows is None:
        return None
    members = {kind: [row for row in rows if row.kind == kind] for kind in KINDS}
    return _reading(figure_request, members)


def _in_force(query):
    """The documents in force; None before the first that the council has begun."""
    return query.once("documents", lambda: _found_in_force(query))


def _found_in_force(query):
    current = Document.objects.of(query.council).active().order_by("pk")
    every = query.once_for_all("documents", lambda span: list(current))
    day = query.when.end
    begun = [row for row in every if row.from_date is None or row.from_date <= day]
    if query.cohort is not None or not begun:
        return None
    return [row for row in begun if row.to_date is None or day <= row.to_date]


def _reading(query, members):
    counted = {name: rows_tally("document", rows) for name, rows in members.items()}
    return Reading(counted, query.when, source=OWN)


FIGURES: tuple[Figure, ...] = (
    Figure(
        key="documents.total",
        title="Documents in force",
        counts="strategies, plans, storyboards and other documents in force at the end of the date",
        rule=RULE,
        reckon=documents,
        **ABOUT,
    ),
    Figure(
        key="documents.by_kind",
        title="Documents in force, by kind",
        counts="documents in force at the end of the date by what each is",
        rule=RULE,
        reckon=by_kind,
        whole="documents.total",
        members=KINDS,
        has_members=True,
        **ABOUT,
    ),
)
