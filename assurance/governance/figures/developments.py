"""Figures of developments by state, and of risks open.

None is nought only from the day on which the council's first of them is there; before it nothing
is returned.
"""

from collections import Counter
from functools import partial

from assurance.figures.figure import WHOLE, Figure, FigureRequest, Reading, Tally, Unit
from assurance.governance.figures.own import OWN, keys_of, own_figure, rows_tally
from assurance.governance.models.developments import Development
from assurance.governance.models.risks import Risk
from assurance.governance.rules.choices import STATES


def developments(figure_request: FigureRequest) -> Reading | None:
    """The developments of which something was so at the end of the day."""
    rows = _developments(figure_request)
    return _reading(figure_request, {WHOLE: rows_tally("development", rows)}) if rows else None


def by_state(figure_request: FigureRequest) -> Reading | None:
    """The same by what each had come to."""
    rows = _developments(figure_request)
    if not rows:
        return None
    counts = Counter(row.state_then for row in rows)
    members = {
        state: Tally(
            counts[state],
            partial(keys_of, "development", [row for row in rows if row.state_then == state]),
        )
        for state in STATES
    }
    return _reading(figure_request, members)


def risks(figure_request: FigureRequest) -> Reading | None:
    """The risks open at the end of the day, once a first one was opened."""
    every, day = Risk.objects.of(figure_request.council).active(), figure_request.when.end
    rows = figure_request.once_for_all("risks", lambda span: list(every))
    opened = [row for row in rows if row.opened_on <= day]
    if figure_request.cohort is not None or not opened:
        return None
    current = [row for row in opened if row.closed_on is None or day < row.closed_on]
    return _reading(figure_request, {WHOLE: rows_tally("risk", current)})


def _developments(query):
    if query.cohort is not None:
        return []
    rows = Development.objects.of(query.council).as_at(query.when.end).order_by("pk")
    return query.once("developments", lambda: list(rows))


def _reading(query, members):
    return Reading(members, query.when, source=OWN)


FIGURES: tuple[Figure, ...] = (
    own_figure(
        "developments.total",
        "Developments",
        "developments and projects that the council had planned or begun by the date",
        Unit.DEVELOPMENTS,
        (
            "Each development that is not withdrawn counts once from the date of its first "
            "recorded state."
        ),
        developments,
    ),
    own_figure(
        "developments.by_state",
        "Developments, by state",
        "developments and projects by what each had come to at the end of the date",
        Unit.DEVELOPMENTS,
        "Each development counts under the last state that it came to on or before the date.",
        by_state,
        whole="developments.total",
        members=STATES,
        has_members=True,
    ),
    own_figure(
        "risks.open",
        "Risks open",
        "risks opened by the date and not closed by the end of it",
        Unit.RISKS,
        "A risk closed on the date is not open at the end of it.",
        risks,
    ),
)
