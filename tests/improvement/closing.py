"""Closing an action: who does it, and what is typed."""

from datetime import date

from assurance.improvement import operations
from tests.make import people
from tests.page_requests import boxes

ON = date(2017, 9, 10)
FINISHED = date(2017, 8, 31)
SHOWN = "Audit of 40 plans, 31 August 2017"


def holder(title, **said):
    """An officer who holds the post of that title."""
    return people.holder(post=people.post(title), **said).account


def as_(client, account):
    """The browser, with `account` signed in."""
    client.force_login(account)
    return client


def marking(**said):
    """What is typed to mark an action as done."""
    return {"evidence": SHOWN, "version": 1, **boxes(finished_on="31 8 2017"), **said}


def page(of, name):
    """The address of a page of an action."""
    return f"/actions/{of.pk}/{name}/" if name else f"/actions/{of.pk}/"


def mark(of, by, **said):
    """Marks an action as done by the operation."""
    told = {"version": of.version, "finished_on": FINISHED, "evidence": SHOWN, **said}
    return operations.mark_done(record=of, by=by, on=ON, **told)
