"""Figures of teams: how many a council has on a date, and how many each service has."""

from collections import defaultdict
from functools import partial

from django.utils.text import slugify

from assurance.figures.figure import WHOLE, Figure, FigureRequest, Reading, Tally, Timing, Unit
from assurance.people.models.teams import Team

SOURCE = "the register of teams"
TEAMS, BY_SERVICE = "audits.teams", "audits.teams_by_service"


def slug_of(name: str) -> str:
    """The name of a team or a service as a token has it, without an underscore, which parts names
    there; empty where no letter of it can be in a token."""
    return slugify(name).replace("_", "-")


def member_of(service: str) -> str:
    """What a service is quoted by."""
    return slug_of(service) or "service"


def teams(query: FigureRequest) -> Reading | None:
    """The teams of every service that were there on the date."""
    rows = _rows(query)
    if not rows:
        return None
    return Reading({WHOLE: _tally(_on(query, rows))}, query.when, source=SOURCE)


def by_service(query: FigureRequest) -> Reading | None:
    """The same in each service, also one that has none on the date and had one before."""
    rows = _rows(query)
    if not rows:
        return None
    services, labels = defaultdict(list), {}
    for row in rows:
        services[member_of(row.service)] += _on(query, [row])
        labels.setdefault(member_of(row.service), row.service)
    members = {name: _tally(some) for name, some in services.items()}
    return Reading(members, query.when, source=SOURCE, labels=labels)


def _rows(query):
    """The teams that had begun by the date, those that ended too; none of a population."""
    rows = Team.objects.of(query.council).order_by("pk")
    every = query.once_for_all("every team", lambda span: list(rows))
    return [row for row in every if query.cohort is None and row.from_date <= query.when.end]


def _on(query, rows):
    return [row for row in rows if row.to_date is None or query.when.end <= row.to_date]


def _tally(rows):
    return Tally(len(rows), lambda: [f"team:{row.pk}" for row in rows])


team_figure = partial(
    Figure,
    unit=Unit.TEAMS,
    timing=Timing.AT,
    source=SOURCE,
    rule="A team counts from its start date to its end date, both included, under the service and "
    "the name that it has now.",
    citation="The council’s directory of teams",
)
FIGURES = (
    team_figure(
        key=TEAMS,
        title="Teams",
        counts="teams of the council on the date",
        reckon=teams,
    ),
    team_figure(
        key=BY_SERVICE,
        title="Teams, by service",
        counts="teams of each service on the date",
        whole=TEAMS,
        has_members=True,
        reckon=by_service,
    ),
)
