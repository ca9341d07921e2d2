"""Breaches found and closed, and reminders sent, on, before and after every edge."""

from datetime import date
from itertools import product

from assurance.dbs.models.breaches import Breach
from assurance.dbs.models.reminders import Reminder
from assurance.people.models.people import Person
from tests.crowds.days import EDGES, HALF_YEAR, LONG_AGO, around, withdrawn
from tests.make.people import post

GROUPS = ("employee", "agency", "foster_carer", "elected")
FOUND = (date(2014, 1, 7), *around(HALF_YEAR))
CLOSED = (None, *(day for edge in EDGES for day in around(edge)), date(2017, 6, 1))
DUE = (
    *(date(2016, 1, 1), date(2016, 1, 31), date(2016, 2, 1), date(2016, 2, 29)),
    *(date(2016, 3, 1), date(2015, 9, 30), date(2018, 6, 15)),
)
SENT = (date(2014, 2, 3), *(day for edge in EDGES for day in around(edge)), date(2016, 1, 31))


def build(council, by, every):
    """One in `every` of the product of both; every ninth row was withdrawn."""
    pairs = [(found, closed) for found, closed in product(FOUND, CLOSED)][::every]
    closer = post(council=council)
    Breach.objects.bulk_create(
        Breach(
            council=council,
            created_on=LONG_AGO,
            group=GROUPS[n % 4],
            people=1 + n % 3,
            policy="Re-check every 36 months",
            found_on=min(found, closed) if closed else found,
            cause="Confidential",
            remedy_due_on=_due(n, min(found, closed) if closed else found),
            **(_closed(closed, closer) if closed else _remedied(n)),
            **(withdrawn(by) if n % 9 == 8 else {}),
        )
        for n, (found, closed) in enumerate(pairs)
    )
    people = list(Person.objects.filter(council=council).order_by("pk")[:3])
    sent = list(enumerate(product(DUE, SENT)))[::every]
    Reminder.objects.bulk_create(
        Reminder(
            council=council,
            created_on=LONG_AGO,
            person=people[n % 3],
            group=GROUPS[n % 4],
            due_on=due,
            how=("letter", "email")[n % 2],
            sent_by=by,
            sent_on=day,
            again=True,
            **(withdrawn(by) if n % 9 == 8 else {}),
        )
        for n, (due, day) in sent
    )


def _due(number, found):
    """None, or each edge in turn, once the breach was found."""
    days = [None, *(day for edge in EDGES for day in around(edge) if found <= day)]
    return days[number % len(days)]


def _remedied(number):
    """One that is not closed, put right around an edge or not at all."""
    day = [None, *(day for edge in EDGES[-1:] for day in around(edge))][number % 4]
    return {"remedy": "Renewed", "remedied_on": day} if day else {}


def _closed(day, closer):
    done = {"remedy": "Renewed", "remedied_on": day, "closed_on": day}
    return {**done, "closer": closer}
