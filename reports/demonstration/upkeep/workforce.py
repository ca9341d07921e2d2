"""The staff who joined, left or were away in the demonstration's last years, as the people's system
brings them to the DBS register in a file each January.

Nothing is drawn at random: roles, dates and names follow from a person's place in the file. The
risk of an early start was assessed, in the first of the years sometimes late.
"""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from assurance.dbs.importing.register import DBS_REGISTER
from assurance.imports.checks import check
from assurance.imports.operations import import_files
from assurance.people.models.people import Cohort, Engagement
from assurance.runtime.periods import months_after
from assurance.runtime.typography import with_capital
from assurance.tables.reader import read
from reports.demonstration import texts
from reports.demonstration.council import FoundedCouncil
from reports.demonstration.register import LOWER_LEVEL

FILE, STAFF = "workforce.csv", "children-and-learning-staff"
HEADINGS = (
    *("Staff number", "Full name", "Group", "Service", "Role", "Start date", "End date"),
    *("DBS level", "Away from", "Away until", "Kind of absence"),
    *("Risk assessed on", "Decision of the risk assessment"),
    *("Certificate number", "Certificate level", "Certificate date", "Certificate seen"),
)
FIRST_REFERENCE, FIRST_NUMBER, VALID_MONTHS = 4493, 1_610_000_000, 36
LEVELS = {"enhanced": "Enhanced only", "enhanced_barred": "Enhanced with barred list"}
KINDS = ("Parental or adoption leave", "Other long leave", "Secondment elsewhere")
DECISIONS = (
    "Works next to a checked colleague, and sees no child alone, until the certificate is seen.",
    "Desk duties and training only until the certificate is seen.",
)


@dataclass(frozen=True)
class Year:
    """How many joined in the year of a file, of these `early` and of those `assessed_late`; how
    many left, some at the end of a long absence; and how many others are away at the year's end.
    """

    on: date
    year: int
    joined: int
    early: int
    assessed_late: int
    left: int
    left_while_away: int
    away: int

    def day(self, place: int, many: int) -> date:
        """The Monday of the `place` of `many` happenings spread over the year."""
        first = date(self.year, 1, 8)
        spread = first + timedelta(350 * place // many)
        return spread - timedelta(spread.weekday())


def years() -> list[Year]:
    """Every year of which there is a file."""
    return [Year(**{**row, "on": date.fromisoformat(row["on"])}) for row in texts.read("workforce")]


def steps(founded: FoundedCouncil) -> Iterator[tuple[date, Callable]]:
    """(day, what is done on it) of each file."""
    first = 0
    for year in years():
        yield year.on, partial(_import, founded, year, first)
        first += year.joined


def joiners(year: Year, first: int) -> Iterator[tuple]:
    """The lines of those who joined, `first` having joined in the years before."""
    roles = texts.read("register")["staff"]
    names = texts.read("names")
    late = year.assessed_late
    for place in range(year.joined):
        number = FIRST_REFERENCE + first + place
        role = roles[(5 * place + first) % len(roles)]
        starts = year.day(place, year.joined)
        is_early = place * year.early % year.joined < year.early
        issued = starts + timedelta(9 + place % 7) if is_early else starts - timedelta(17)
        assessed = None, ""
        if is_early:
            assessed = starts + timedelta(2 if late > 0 else -4), DECISIONS[place % 2]
            late -= 1
        level = LEVELS[LOWER_LEVEL.get(role["role"], "enhanced_barred")]
        person = f"P{number}", _name(names, number)
        post = with_capital(role["group"]), role["service"], role["role"], starts, None, level
        number = f"{FIRST_NUMBER + number * 7_919:012d}"
        certificate = number, level, issued, issued + timedelta(3)
        yield *person, *post, None, None, "", *assessed, *certificate


def leavers(year: Year, roles: Sequence[Engagement]) -> Iterator[tuple]:
    """The lines of those who left and those away, from `roles`, those that go on."""
    chosen = [roles[place * len(roles) // year.left] for place in range(year.left)]
    for place, role in enumerate(chosen):
        ends = year.day(place, year.left) + timedelta(4)
        is_away = place < year.left_while_away
        away = (ends - timedelta(180), ends, KINDS[0]) if is_away else (None, None, "")
        yield _line(role, ends, *away)
    rest = [role for role in roles if role not in chosen and role.group == "employee"]
    for place in range(year.away):
        role = rest[place * len(rest) // year.away]
        first = date(year.year, 7, 1) + timedelta(11 * place)
        yield _line(role, None, first, first + timedelta(270), KINDS[place % len(KINDS)])


def _line(role, ends, away_from, away_until, kind):
    person, group = role.person, role.get_group_display()
    post = group, role.service, role.role, role.starts_on, ends, LEVELS[role.level]
    absence = away_from, away_until, kind
    return person.reference, person.name, *post, *absence, None, "", "", "", None, None


def _name(names, number):
    first, last = names["first"], names["last"]
    return f"{first[number * 3 % len(first)]} {last[number * 11 % len(last)]}"


def _of_checked_staff(council, year):
    """The roles of staff with a certificate that was in date, and not renewed, all the year."""
    groups = Cohort.objects.of(council).get(slug=STAFF).groups
    rows = Engagement.objects.of(council).active().filter(group__in=groups, ends_on=None)
    rows = rows.filter(absent_from=None).order_by("person__reference")
    first, last = date(year.year, 1, 1), date(year.year, 12, 31)
    for role in rows.select_related("person").prefetch_related("person__checks"):
        newest = max((item.issued_on for item in role.person.checks.all()), default=None)
        if newest and newest < first and months_after(newest, VALID_MONTHS) > last:
            yield role


def _import(founded, year, first, on):
    roles = list(_of_checked_staff(founded.council, year))
    lines = [*joiners(year, first), *leavers(year, roles)]
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([HEADINGS, *map(_as_written, lines)])
    context = {"kinds": (DBS_REGISTER,), "by": founded.accounts["officer"], "on": on}
    tables = read(FILE, out.getvalue().encode())
    run = check(council=founded.council, tables=tables, **context)
    import_files(run=run, **context)


def _as_written(line):
    return [f"{cell:%d/%m/%Y}" if isinstance(cell, date) else cell or "" for cell in line]
