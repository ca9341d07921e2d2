"""The register of engagement events."""

from assurance.governance.forms.events import EventFilters, EventForm
from assurance.governance.models.events import EngagementEvent
from assurance.governance.views.registers import register_of
from assurance.registers.declaration import Column, Item, columns, items

EVENTS = register_of(
    EngagementEvent,
    "event",
    noun="engagement event",
    form=EventForm,
    filters=EventFilters,
    first="-held_on",
    columns=(
        Column("Event", "title", sort="title", link=True),
        *columns("held_on audience", sorts=True),
        Column("Number reached", "reached_words", sort="number"),
        Column("Subject", "subject", file_only=True),
        Column("How often", "frequency", file_only=True),
        Column("Withdrawn", "withdrawn_on", file_only=True),
    ),
    summary=(
        *items("held_on audience subject"),
        Item("Number reached", "reached_words", "number"),
        Item("How often it takes place", "frequency", "frequency"),
        Item("Name in reports", "slug", folded=True),
    ),
)
