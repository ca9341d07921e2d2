"""The form of engagement events, and the filter of their list."""

from assurance.governance.forms.fields import radios, whole
from assurance.governance.models.events import EngagementEvent
from assurance.governance.rules import faults
from assurance.govuk.forms import DatePartsField, search_box
from assurance.registers.forms import ListFilters, RecordForm, line, past


class EventForm(RecordForm):
    """An engagement event."""

    field_faults = staticmethod(faults.event_faults)
    groups = (
        ("The event", ["title", "held_on", "audience", "subject", "frequency"]),
        ("How many it reached", ["reached", "number"]),
    )

    title = line("Title", 160)
    held_on = past("the date of the event", "Date", required=True)
    audience = line("Audience", 160, "Such as “foster carers”. Do not name a person.")
    subject = line("Subject", 200)
    frequency = line("How often it takes place", 60, "Such as “fortnightly”.", required=False)
    reached = radios("How the number is meant", EngagementEvent.REACHED)
    number = whole("Number reached", "Leave empty if no one counted.")


class EventFilters(ListFilters):
    """The filter of the list of events."""

    text = search_box("events", "title, audience or subject")
    held_from = DatePartsField(what="the start date", label="Events from")
    held_to = DatePartsField(what="the end date", label="Events until")
