"""What the demonstration's data-protection lead keeps: the usual retention schedule, and one legal
hold."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from assurance.people.models.people import Person
from assurance.records import operations
from reports.data_protection.models import LegalHold
from reports.data_protection.schedule import adopt_usual
from reports.demonstration.council import FoundedCouncil

LEAD = "protection"
# After the last report: what is published does not depend on it.
ADOPTED, HELD_FROM = date(2020, 2, 17), date(2020, 2, 18)
REASON = "Employment tribunal claim ET/1800123/2020"


def steps(founded: FoundedCouncil) -> Iterator[tuple[date, Callable]]:
    """(day, what is done on it) of the schedule and the hold."""
    yield ADOPTED, partial(_adopt, founded)
    yield HELD_FROM, partial(_hold, founded)


def _adopt(founded, on):
    adopt_usual(founded.council, by=founded.accounts[LEAD], on=on)


def _hold(founded, on):
    people = Person.objects.of(founded.council).active()
    fields = {"subject": LegalHold.PERSON, "key": str(people.order_by("reference").first().pk)}
    fields |= {"reason": REASON, "from_date": on, "council": founded.council}
    operations.create(model=LegalHold, by=founded.accounts[LEAD], on=on, **fields)
