"""The figures of what is recorded of DBS checks besides audits: checks, breaches and reminders.

Nothing is returned before the first of a kind, and nought after it. Without a population the usual
one's groups are read, or every group."""

from dataclasses import replace

from assurance.dbs.models.breaches import Breach
from assurance.dbs.models.checks import DbsCheck
from assurance.dbs.models.reminders import Reminder
from assurance.dbs.rules import statuses
from assurance.figures.figure import WHOLE, Figure, Population, Reading, Tally, Timing, Unit
from assurance.people.models.people import Cohort
from assurance.runtime.periods import When

BREACHES, REMINDERS = "breaches recorded here", "reminders recorded here"
CHECKS = "DBS checks recorded here"


def breaches_open(query):
    """The breaches found by the end of the day and not closed by then."""
    day = query.when.end
    return _breaches(query, lambda rows: rows.open_on(day), When.at(day))


def breaches_late(query):
    """Of those, the ones that were to be put right before the day and were not by its end."""
    day = query.when.end
    every = _breaches(query, lambda rows: rows.open_on(day), When.at(day))
    late = _breaches(query, lambda rows: rows.late_on(day), When.at(day))
    return late and replace(late, bases=every.members)


def breaches_closed(query):
    """The breaches closed within the period."""
    when = query.when
    return _breaches(query, lambda rows: rows.closed_in(when.start, when.end), when)


def checks_done(query):
    """The checks whose certificate was issued within the period."""
    whom, rows, when = population_of(query), DbsCheck.objects.of(query.council), query.when
    if whom is None or not _begun(query, "check", rows):
        return None
    entries = rows.of_groups(whom[0]).issued_in(when.start, when.end)
    names = tuple(item.history_name for item in entries)
    return Reading(
        {WHOLE: Tally(len(names), lambda: names)}, when, source=CHECKS, **population_words(whom)
    )


def reminded(query):
    """The people whose re-check falls in the month and who had been reminded of it by its end."""
    month, whom = query.when, population_of(query)
    rows = Reminder.objects.of(query.council)
    is_month = statuses.is_month(month.start, month.end)
    if whom is None or not is_month or not _begun(query, "reminder", rows):
        return None
    entries = list(rows.about_month(month.start, month.end, whom[0]))
    names = tuple(item.history_name for item in entries)
    people = Tally(len({item.person_id for item in entries}), lambda: names)
    return Reading({WHOLE: people}, month, source=REMINDERS, **population_words(whom))


def _breaches(query, pick, when):
    whom, rows = population_of(query), Breach.objects.of(query.council)
    if whom is None or not _begun(query, "breach", rows):
        return None
    names = tuple(item.history_name for item in pick(rows.of_groups(whom[0])))
    return Reading(
        {WHOLE: Tally(len(names), lambda: names)}, when, source=BREACHES, **population_words(whom)
    )


def population_of(query) -> tuple | None:
    """(its groups, None being every one; its cohort); None where it has no groups to read."""
    staff = Cohort.objects.of(query.council).filter(kind=Cohort.STAFF, usual=True)
    cohort = query.cohort or query.once_for_all("usual staff", lambda span: staff.first())
    return None if cohort and not cohort.groups else (cohort and cohort.groups, cohort)


def population_words(whom) -> dict:
    """The words of a reading for the population that `population_of` gives."""
    return {"cohort": str(whom[1] or ""), "population": Population.of(whom[1])}


def _begun(query, name, rows):
    first = query.once_for_all(f"first {name}", lambda span: rows.first_day())
    return first is not None and first <= query.when.end


def figure_of(key, title, counts, reckon, rule, **more) -> Figure:
    """A figure of DBS checks, of people at a date unless `more` differs."""
    usual = {
        "unit": Unit.PEOPLE,
        "timing": Timing.AT,
        "source": BREACHES,
        "citation": "The council’s re-check policy",
    }
    return Figure(
        key=f"dbs.{key}", title=title, counts=counts, reckon=reckon, rule=rule, **{**usual, **more}
    )


FIGURES = (
    figure_of(
        "breaches_open",
        "Breaches of the DBS policy open",
        "breaches found by the end of the date and not closed by then",
        breaches_open,
        "A breach of one person’s check counts one, and so does one recorded for several people.",
        unit=Unit.BREACHES,
        timing=Timing.AT,
    ),
    figure_of(
        "breaches_late",
        "Breaches of the DBS policy late",
        "breaches that were due to be put right before the date, and were neither put "
        "right nor closed by its end",
        breaches_late,
        "A breach is in time on the date by which it is to be put right; one without "
        "such a date is never late.",
        out_of="breaches found by the end of the date and not closed by then",
        base="dbs.breaches_open",
        unit=Unit.BREACHES,
        timing=Timing.AT,
    ),
    figure_of(
        "breaches_closed",
        "Breaches of the DBS policy closed",
        "breaches closed in the period",
        breaches_closed,
        "Counted by the date of closure, whenever it was found; both ends of the period count.",
        unit=Unit.BREACHES,
        timing=Timing.IN,
    ),
    figure_of(
        "checks_done",
        "DBS checks done",
        "DBS checks whose certificate is dated in the period",
        checks_done,
        "Counted by the date on the certificate, whenever it was seen; both ends of the "
        "period count. Of a population, the checks of people who have or had a role in "
        "one of its groups.",
        unit=Unit.CHECKS,
        timing=Timing.IN,
        source=CHECKS,
    ),
    figure_of(
        "reminded",
        "People reminded of a re-check due in a month",
        "people whose re-check falls in the month and who had been reminded of it by its end",
        reminded,
        (
            "A person counts once, however often and in whatever way they were reminded of "
            "that re-check date."
        ),
        timing=Timing.MONTH,
        source=REMINDERS,
    ),
)
