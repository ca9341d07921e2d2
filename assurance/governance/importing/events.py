"""Engagement events as a file: a row for each, known by its title and its day."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assurance.accounts.access import Permission
from assurance.accounts.models.accounts import Council
from assurance.governance.models.events import EngagementEvent
from assurance.governance.rules import choices
from assurance.imports.declaration import Column, Fault, Sheet, Values
from assurance.imports.plan.lookup import Reading
from assurance.imports.plan.records import Record, slug_of
from assurance.records.refusals import why_not_name
from assurance.tables.cells import Whole
from assurance.tables.clean import plain
from assurance.tables.table import Cell, Unreadable

OVER = re.compile(r"(?:over|more than|above|>)\s*(.+)", re.IGNORECASE)
NOBODY = {"notcounted", "nobodycounted", "noonecounted", "unknown", "notknown"}
MOST = 1_000_000_000


@dataclass(frozen=True)
class EventReach:
    """How many an event reached, and how its number is meant."""

    reached: str
    number: int | None = None


class ReadReached:
    """How many an event reached: 32, over 400, or not counted."""

    def __call__(self, cell: Cell, order: str = "") -> EventReach | None:
        """The number with how it is meant; an empty cell says nothing."""
        if cell is None:
            return None
        if isinstance(cell, str) and plain(cell) in NOBODY:
            return EventReach("not_counted")
        over = OVER.fullmatch(cell.strip()) if isinstance(cell, str) else None
        try:
            number = Whole(0, MOST)(over[1].strip() if over else cell)
        except Unreadable as wrong:
            right = "Write a whole number, “over 400” or “not counted”."
            raise Unreadable(wrong.wrong, right) from wrong
        return EventReach("over" if over else "exactly", number)


def name_with_days(rows: Sequence[Values], standing: Sequence[EngagementEvent], reading: Reading):
    """Gives new events the slug of their title, with their day where others are called so."""
    slugs, days = {event.slug for event in standing}, defaultdict(set)
    for values in rows:
        days[plain(values["title"])].add(values["held_on"])
    for values in rows:
        slug = slug_of(values["title"])
        if slug and (slug in slugs or len(days[plain(values["title"])]) > 1):
            values["slug"] = f"{slug[:49]}-{values['held_on']}"


def event_fields(values: Values, reading: Reading, fields: Mapping) -> dict:
    """The fields of an event; a new one without its number was not counted."""
    fields, reach = dict(fields), fields["number"]
    del fields["number"]
    if reach is None and reading.current("engagementevent", values):
        return fields
    reach = reach or EventReach("not_counted")
    return {**fields, "reached": reach.reached, "number": reach.number}


def faults(values: Values, reading: Reading) -> Iterator[Fault]:
    """A number that would be forgotten."""
    event, reach = reading.current("engagementevent", values), values.get("number")
    if event and reach and reach.number is None and event.number is not None:
        right = "Leave the cell empty, or change it on the event’s own page."
        yield Fault("number", "The register has how many it reached", right)


def export_rows(council: Council) -> Iterator[tuple]:
    """Each event that stands, in the order of their days."""
    for event in EngagementEvent.objects.of(council).active().order_by("held_on", "pk"):
        yield event, {"number": event.reached_words}


EVENT = Record(
    EngagementEvent,
    by=("title", "held_on"),
    noun="event",
    title="title",
    why_not_name=why_not_name,
    rename="Write it in other words.",
    arrange=name_with_days,
    fields=event_fields,
    columns=(
        Column("title", "Event", "Foster carers’ evening", ("event title", "activity"),
               required=True, filled=True),
        Column("held_on", "Date", "15/12/2015", ("date of the event", "held on"), required=True,
               filled=True, past=True),
        Column("audience", "Audience", "Foster carers", ("for whom", "attended by"), required=True,
               needed="Enter who it was for, such as “foster carers”."),
        Column("subject", "Subject", "The placement strategy", ("topic", "what it was about"),
               needed="Enter its subject."),
        Column("number", "Number reached", "32", ("attended", "number", "reached"),
               read=ReadReached()),
        Column("frequency", "How often it takes place", also=("frequency", "how often it is held")),
    ),
)  # fmt: skip
EVENTS = Sheet(
    key="events",
    title="Engagement events",
    about="Events, visits and training: when, for which people, about what, and how many "
    f"they reached. The number may be written {choices.say_reached('over', 400)} or "
    "not counted.",
    permission=Permission.RECORD_MATTERS,
    records=(EVENT,),
    faults=faults,
    standing=export_rows,
)
