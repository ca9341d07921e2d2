"""The re-checks of the demonstration's DBS register after January 2016, as files from the people's
system bring them twice a year: all but a few of them in time.
"""

import csv
import io
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial

from assurance.dbs.importing.rechecks import RECHECKS
from assurance.imports.checks import check
from assurance.imports.operations import import_files
from assurance.people.models.people import Person
from assurance.tables.reader import read
from reports.demonstration.council import FoundedCouncil

FILE = "re-checks.csv"
HEADINGS = (
    *("Staff number", "Date submitted", "Date closed", "Result"),
    *("Disclosure number", "Disclosure date", "Date seen"),
)
DAYS = (
    *(date(2016, 3, 31), date(2016, 9, 30), date(2017, 3, 31), date(2017, 9, 29)),
    *(date(2018, 3, 29), date(2018, 9, 28), date(2019, 3, 29), date(2019, 9, 27)),
    date(2020, 2, 14),
)
# Certificates are recorded one by one until then.
KNOWN_UNTIL = date(2016, 1, 18)
FIRST_NUMBER, AHEAD = 1_420_000_000, timedelta(20)
# Every so many people are left for the next file.
LATE = 61


def steps(founded: FoundedCouncil) -> Iterator[tuple[date, Callable]]:
    """(day, what is done on it) of each file."""
    for turn, day in enumerate(DAYS):
        yield day, partial(_import, founded, turn)


def rows(people, turn: int, on: date) -> Iterator[tuple]:
    """The lines of a file of the day `on`: who was due by soon after it, with the new certificate.
    `people` are (place, reference, day of the newest certificate), `turn` the place of the file."""
    for place, reference, newest in people:
        due = newest.replace(year=newest.year + 3, day=min(newest.day, 28))
        if due > on + AHEAD or (place + turn) % LATE == 0:
            continue
        # What was not done in time is done early in the next half-year, and never dated back.
        done = max(due - timedelta(6 + place % 9), _since(turn) + timedelta(1 + place % 9))
        issued = min(done, on - timedelta(3))
        looked_at = issued + timedelta(1 + place % 2)
        number = f"{FIRST_NUMBER + turn * 1_000_003 + place * 7_919:012d}"
        days = [f"{day:%d/%m/%Y}" for day in (issued - timedelta(24), looked_at, issued, looked_at)]
        yield reference, days[0], days[1], "Issued", number, days[2], days[3]


def _since(turn):
    """The day up to which the register is known before a file."""
    return DAYS[turn - 1] if turn else KNOWN_UNTIL


def _import(founded, turn, on):
    everybody = Person.objects.of(founded.council).active().order_by("reference")
    known = everybody.exclude(engagements__ends_on__lte=KNOWN_UNTIL)
    # A place in the list is for good: it says who is late.
    people = [
        (place, person.reference, max(item.issued_on for item in person.checks.all()))
        for place, person in enumerate(known.prefetch_related("checks", "engagements"))
        if person.checks.all() and any(role.ends_on is None for role in person.engagements.all())
    ]
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([HEADINGS, *rows(people, turn, on)])
    context = {"kinds": (RECHECKS,), "by": founded.accounts["officer"], "on": on}
    tables = read(FILE, out.getvalue().encode())
    run = check(council=founded.council, tables=tables, **context)
    import_files(run=run, **context)
