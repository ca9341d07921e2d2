"""Figures of single events: how many people each reached."""

from functools import partial

from assurance.figures.figure import Figure, FigureRequest, Reading, Tally, Timing, Unit
from assurance.governance.models.events import EngagementEvent
from assurance.runtime.periods import When


def reached(figure_request: FigureRequest) -> Reading | None:
    """How many people each event that was held by the day reached, with the day of the event; of
    those that were counted exactly."""
    rows = [] if figure_request.cohort is not None else list(_counted(figure_request))
    if not rows:
        return None
    return Reading(
        {row.slug: Tally(row.number, partial(_keys, row)) for row in rows},
        figure_request.when,
        source="the council's own record",
        labels={row.slug: f"{row.title} ({row.audience})" for row in rows},
        whens={row.slug: When.at(row.held_on) for row in rows},
        apart=True,
    )


def _counted(query):
    rows = EngagementEvent.objects.of(query.council).active().begun_by(query.when.end)
    since = {"held_on__gte": query.since} if query.since else {}
    return rows.filter(reached="exactly", **since).order_by("pk")


def _keys(row):
    return [f"event:{row.pk}:{row.version}"]


FIGURES = (
    Figure(
        key="events.reached",
        title="People reached by an event",
        counts="people whom each engagement event reached",
        unit=Unit.PEOPLE,
        timing=Timing.AT,
        source="other matters recorded here",
        citation="the council's own records",
        rule=(
            "Each standing event held on or before the date counts, with its own day beside it, "
            "where those whom it reached were counted exactly."
        ),
        reckon=reached,
        has_members=True,
    ),
)
