"""From a printed figure to the list of records that it was counted from, for who may open it."""

from datetime import date
from urllib.parse import urlencode

from django.urls import resolve, reverse

from assurance.accounts.access import may
from reports.documents.entries import STATED

# The first part of a figure's key → the list of what it counts.
LISTS = {
    "audits": "audits:list",
    "dbs": "dbs:list",
    "looked_after": "looked_after:list",
    "reviews": "reviews:finding-list",
    "actions": "improvement:list",
    "surveys": "surveys:list",
    "developments": "governance:development-list",
    "documents": "governance:document-list",
    "events": "governance:event-list",
    "risks": "governance:risk-list",
    "measures": "governance:measure-list",
    "outcomes": "outcomes:list",
}
# Lists that are filtered by the days of the figure: the names of their first and last day.
DAYS = {"audits:list": ("done_from", "done_to")}


def records_behind(user, council, entry):
    """The address of the list of records that `entry` of an edition of `council` was counted from,
    narrowed to its days where that list can be; empty for a typed number and for whoever may not
    open the list."""
    name = LISTS.get(entry.key.partition(".")[0])
    if entry.key == STATED or name is None or not user.is_authenticated:
        return ""
    address = reverse(name)
    # The page's own declaration decides, so nobody is offered what the guard refuses.
    if user.council_id != council.pk or not may(user, resolve(address).func.access):
        return ""
    return f"{address}?{_days(name, entry)}".removesuffix("?")


def _days(name, entry):
    if name not in DAYS or not (entry.start and entry.end):
        return ""
    query = {}
    for field, text in zip(DAYS[name], (entry.start, entry.end), strict=True):
        day = date.fromisoformat(text)
        query |= {f"{field}_day": day.day, f"{field}_month": day.month, f"{field}_year": day.year}
    return urlencode(query)
