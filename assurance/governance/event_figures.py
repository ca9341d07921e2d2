"""Figures of engagement events: how many were held, and how many people each reached."""

from functools import partial

from assurance.figures.figure import WHOLE, Figure, FigureRequest, Reading, Tally, Timing, Unit
from assurance.governance.figures import OWN, keys_of, rows_tally
from assurance.governance.models.events import EngagementEvent
from assurance.runtime.periods import When

ABOUT = {"source": "other matters recorded here", "citation": "the council's own records"}


def held(figure_request: FigureRequest) -> Reading | None:
    """The events held in the period, once a first one is there."""
    current, when = EngagementEvent.objects.of(figure_request.council).active(), figure_request.when
    if figure_request.cohort is not None or not current.begun_by(when.end).exists():
        return None
    return Reading({WHOLE: rows_tally("event", current.held_in(when))}, when, source=OWN)


def reached(figure_request: FigureRequest) -> Reading | None:
    """How many people each event that was held by the day reached, with the day of the event; of
    those that were counted exactly."""
    rows = [] if figure_request.cohort is not None else list(_counted(figure_request))
    if not rows:
        return None
    return Reading(
        {row.slug: Tally(row.number, partial(keys_of, "event", [row])) for row in rows},
        figure_request.when,
        source=OWN,
        labels={row.slug: f"{row.title} ({row.audience})" for row in rows},
        whens={row.slug: When.at(row.held_on) for row in rows},
        apart=True,
    )


def _counted(query):
    rows = EngagementEvent.objects.of(query.council).active().begun_by(query.when.end)
    since = {"held_on__gte": query.since} if query.since else {}
    return rows.filter(reached="exactly", **since).order_by("pk")


FIGURES: tuple[Figure, ...] = (
    Figure(
        key="events.held",
        title="Engagement events held",
        counts="engagement events held in the period",
        unit=Unit.EVENTS,
        timing=Timing.IN,
        rule="Each standing event counts once, on the day on which it was held.",
        reckon=held,
        **ABOUT,
    ),
    Figure(
        key="events.reached",
        title="People reached by an event",
        counts="people whom each engagement event reached",
        unit=Unit.PEOPLE,
        timing=Timing.AT,
        rule=(
            "Each standing event held on or before the date counts, with its own day beside it, "
            "where those whom it reached were counted exactly."
        ),
        reckon=reached,
        has_members=True,
        **ABOUT,
    ),
)
