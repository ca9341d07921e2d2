"""Engagement events as a file: a row for each, known by its title and its day."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from assurance.accounts.access import Permission
from assurance.accounts.models.accounts import Council
from assurance.governance.importing.titles import slug_of, why_not_yet
from assurance.governance.models.events import EngagementEvent
from assurance.governance.rules import choices
from assurance.imports.declaration import Column, Fault, Reading, Sheet, TargetRow, Values
from assurance.reviews.rules.findings import why_not_name
from assurance.tables.cells import Day, Text, Whole
from assurance.tables.clean import plain
from assurance.tables.table import Cell, Unreadable

OVER = re.compile(r"(?:over|more than|above|>)\s*(.+)", re.IGNORECASE)
NOBODY = {"notcounted", "nobodycounted", "unknown", "notknown"}
MOST = 1_000_000_000
NEEDED = {
    "audience": "Say whom it was for, such as “foster carers”.",
    "subject": "Say what it was about.",
}
OF_AN_EVENT = ("held_on", "audience", "subject", "frequency")


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


@dataclass
class EventIndex:
    """Standing events by plain title (or slug) and day, the slugs that they have, and plain title
    → the days of the file that have it."""

    events: dict[tuple, EngagementEvent] = field(default_factory=dict)
    slugs: set[str] = field(default_factory=set)
    days: dict[str, set[date]] = field(default_factory=lambda: defaultdict(set))


def prepare(council: Council, rows: Sequence[Values]) -> EventIndex:
    """What `council` holds, and which titles of `rows` stand for several events."""
    current = EventIndex()
    for engagement_event in EngagementEvent.objects.of(council).active().order_by("-pk"):
        current.slugs.add(engagement_event.slug)
        current.events |= {
            (plain(name), engagement_event.held_on): engagement_event
            for name in (engagement_event.slug, engagement_event.title)
        }
    for row in rows:
        if row.get("title") and row.get("held_on"):
            current.days[plain(row["title"])].add(row["held_on"])
    return current


def faults(values: Values, reading: Reading) -> Iterator[Fault]:
    """What refuses a row: a day to come, what a new event lacks, a name that is another's, and a
    number that would be forgotten."""
    yield from why_not_yet(values, ("held_on",))
    event, details = _event(values, reading.held), values.get("number")
    if event is not None:
        if details and details.number is None and event.number is not None:
            right = "Leave the cell empty, or change it on the event's own page."
            yield Fault("number", "The register holds how many it reached", right)
        return
    for name, right in NEEDED.items():
        if not values.get(name):
            yield Fault(name, "An event that is new needs this", right)
    slug = _slug(values, reading.held)
    if sentence := why_not_name("event", slug, slug in reading.held.slugs):
        yield Fault("title", sentence, "Write it in other words.")


def resolve_row(values: Values, reading: Reading) -> Iterator[TargetRow]:
    """The event of a row."""
    event, details = _event(values, reading.held), values.get("number")
    fields = {name: values.get(name) for name in OF_AN_EVENT}
    if details is not None or event is None:
        details = details or EventReach("not_counted")
        fields |= {"reached": details.reached, "number": details.number}
    slug = event.slug if event else _slug(values, reading.held)
    fields |= {} if event else {"title": values["title"]}
    yield TargetRow(EngagementEvent, {"slug": slug}, fields)


def export_rows(council: Council) -> Iterator[Values]:
    """A row for each event that stands, in the order of their days."""
    rows = EngagementEvent.objects.of(council).active()
    current = prepare(council, ())
    for row in rows.order_by("held_on", "pk"):
        values = {name: getattr(row, name) for name in OF_AN_EVENT}
        is_match = current.events[plain(row.title), row.held_on] == row
        yield {**values, "title": row.title if is_match else row.slug, "number": row.reached_words}


def _event(values, current):
    return current.events.get((plain(values["title"]), values["held_on"]))


def _slug(values, current):
    """The slug of a new event: that of its title, with its day where others are called so."""
    slug = slug_of(values["title"])
    if slug and (slug in current.slugs or len(current.days[plain(values["title"])]) > 1):
        return f"{slug[:49]}-{values['held_on']}"
    return slug


EVENTS = Sheet(
    key="events",
    title="Engagement events",
    about="Events, visits and training: when, for whom, about what, and how many they reached. "
    f"The number may be written {choices.say_reached('over', 400)} or not counted.",
    permission=Permission.RECORD_MATTERS,
    columns=(
        Column("title", "Event", Text(160), "Foster carers' evening", ("event title", "activity"),
               required=True, filled=True),
        Column("held_on", "Date", Day(), "08/12/2015", ("date of the event", "held on"),
               required=True, filled=True),
        Column("audience", "Audience", Text(160), "Foster carers", ("for whom", "attended by"),
               required=True),
        Column("subject", "What it was about", Text(200), "The placement strategy",
               ("subject", "topic")),
        Column("number", "Number reached", ReadReached(), "32", ("attended", "number", "reached")),
        Column("frequency", "How often it is held", Text(60), "", ("frequency",)),
    ),
    wanted=resolve_row,
    faults=faults,
    prepare=prepare,
    standing=export_rows,
)  # fmt: skip
