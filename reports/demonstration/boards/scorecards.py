"""The demonstration's scorecard: six indicators of a board, with targets and the owners' sentences,
frozen for two of its meetings on their days."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from functools import partial

from django.utils import timezone

from assurance.governance.models.measures import (
    Measure,
    MeasureCommentary,
    MeasureTarget,
    MeasureValue,
)
from assurance.meetings.models.bodies import Body
from assurance.meetings.models.meetings import Meeting
from assurance.records import operations
from reports.demonstration import texts
from reports.demonstration.council import FoundedCouncil
from reports.demonstration.governance import exact
from reports.demonstration.posts import with_posts
from reports.oversight.models import Scorecard
from reports.oversight.operations import freeze

FILE = "scorecards"
MORNING = time(9)
WITHIN = {"values": MeasureValue, "targets": MeasureTarget, "sentences": MeasureCommentary}


def steps(founded: FoundedCouncil) -> Iterator[tuple[date, Callable]]:
    """(day, what is done on it): measures and the scorecard, later values, each meeting's copy."""
    value = texts.read(FILE)
    first = date.fromisoformat(value["recorded_on"])
    yield first, partial(_measures, founded, value["measures"])
    yield first, partial(_scorecard, founded, value)
    for day in value["updated_on"]:
        yield date.fromisoformat(day), partial(_update, founded, value["measures"], day)
    for day in value["meetings"]:
        yield date.fromisoformat(day), partial(_freeze, founded, value["title"])


def _own(founded, on):
    return {"council": founded.council, "by": founded.accounts["officer"], "on": on}


def _measures(founded, entries, on):
    for entry in entries:
        fields = with_posts(founded.posts, entry["said"])
        made = operations.create(model=Measure, **_own(founded, on), **fields)
        _add_within(founded, made, entry, "", on)


def _update(founded, entries, day, on):
    rows = Measure.objects.of(founded.council)
    for entry in entries:
        _add_within(founded, rows.get(title=entry["said"]["title"]), entry, day, on)


def _add_within(founded, measure, entry, day, on):
    """What the file has of a measure for the day on which it is recorded; empty for the first."""
    for name, model in WITHIN.items():
        for fields in (item for item in entry[name] if item.get("recorded", "") == day):
            text = {field: value for field, value in fields.items() if field != "recorded"}
            operations.create(model=model, **_own(founded, on), measure=measure, **_typed(text))


def _typed(fields):
    """The fields with their days and exact numbers."""
    values = texts.dated(fields)
    if "month" in values:
        values["month"] = date.fromisoformat(values["month"])
    return exact(values)


def _scorecard(founded, value, on):
    titles = [entry["said"]["title"] for entry in value["measures"]]
    operations.create(
        model=Scorecard,
        **_own(founded, on),
        title=value["title"],
        slug="",
        body=Body.forums.of(founded.council).get(slug=value["board"]),
        measures=list(Measure.objects.of(founded.council).filter(title__in=titles)),
    )


def _freeze(founded, title, on):
    record = Scorecard.objects.of(founded.council).get(title=title)
    meeting = Meeting.objects.get(body=record.body, date=on)
    moment = timezone.make_aware(datetime.combine(on, MORNING))
    by = founded.accounts["officer"]
    freeze(record=record, meeting=meeting, at=moment, by=by, on=on)
