"""Figures of engagement events: how many were held, and how many people each reached."""

from functools import partial

from assurance.figures.figure import WHOLE, Figure, FigureRequest, Reading, Tally, Timing, Unit
from assurance.governance.figures.own import OWN, keys_of, rows_tally
from assurance.governance.models.events import EngagementEvent
from assurance.runtime.periods import When

ABOUT = {"source": "boards, plans and risks recorded here", "citation": "the council’s own records"}


def held(figure_request: FigureRequest) -> Reading | None:
    """The events held in the period, once a first one is there."""
    rows, when = _begun(figure_request), figure_request.when
    if figure_request.cohort is not None or not rows:
        return None
    own = [row for row in rows if when.start <= row.held_on]
    return Reading({WHOLE: rows_tally("event", own)}, when, source=OWN)


def reached(figure_request: FigureRequest) -> Reading | None:
    """How many people each event that was held by the day reached, with the day of the event; of
    those that were counted exactly."""
    rows = [] if figure_request.cohort is not None else _counted(figure_request)
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
    rows = [row for row in _begun(query) if row.reached == "exactly"]
    return [row for row in rows if query.since is None or query.since <= row.held_on]


def _begun(query):
    """The standing events held by the end of the day or period, in the order of their keys."""
    every = EngagementEvent.objects.of(query.council).active().order_by("pk")
    rows = query.once_for_all("events", lambda span: list(every))
    return [row for row in rows if row.held_on <= query.when.end]


FIGURES: tuple[Figure, ...] = (
    Figure(
        key="events.held",
        title="Engagement events",
        counts="engagement events that took place in the period",
        unit=Unit.EVENTS,
        timing=Timing.IN,
        rule="Each event that is not withdrawn counts once, on the date it took place.",
        reckon=held,
        **ABOUT,
    ),
    Figure(
        key="events.reached",
        title="People reached by an event",
        part_title="People reached: {}",
        counts="people reached by each engagement event",
        unit=Unit.PEOPLE,
        timing=Timing.AT,
        rule=(
            "Each event on or before the date that is not withdrawn counts, shown with its "
            "own date, where the people it reached were counted exactly."
        ),
        reckon=reached,
        has_members=True,
        **ABOUT,
    ),
)
