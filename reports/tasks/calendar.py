"""A calendar as calendar programs read it (RFC 5545)."""

from datetime import timedelta

from icalendar import Calendar, Event


def as_ical(dates, *, name, root, made_at):
    """The bytes of a calendar `name` that holds each `Date` as an event of its whole day.

    `root` is the service's address without its last slash; `made_at` a moment with its zone.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Candour//What needs me//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", timedelta(hours=12), {"value": "DURATION"})
    host = root.partition("://")[2]
    for date in dates:
        event = Event()
        event.add("uid", f"{date.key}@{host}")
        event.add("dtstamp", made_at)
        event.add("dtstart", date.on)
        event.add("summary", date.words)
        event.add("url", f"{root}{date.address}")
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return calendar.to_ical()
