"""The figures of what followed from a position: breaches of the policy, and people reminded.

Read from the records themselves, not from an audit. Before the first record of a kind nothing is
returned; after it a day or month without one is nought. Without a population the usual one's
groups are read, or every group where a council has no usual one.
"""

from assurance.dbs.models.breaches import Breach
from assurance.dbs.models.reminders import Reminder
from assurance.dbs.rules.statuses import is_month
from assurance.figures.figure import WHOLE, Figure, Reading, Tally, Timing, Unit
from assurance.people.models.people import Cohort
from assurance.runtime.periods import When

BREACHES, REMINDERS = "breaches recorded here", "reminders recorded here"
CITATION = "The council's re-check policy"


def breaches_open(query):
    """The breaches found by the end of the day and not closed by then."""
    day = query.when.end
    return _breaches(query, lambda rows: rows.open_on(day), When.at(day))


def breaches_closed(query):
    """The breaches closed within the period."""
    when = query.when
    return _breaches(query, lambda rows: rows.closed_in(when.start, when.end), when)


def reminded(query):
    """The people whose re-check falls in the month and who had been reminded of it by its end."""
    month, whom = query.when, _population(query)
    rows = Reminder.objects.of(query.council)
    if whom is None or not is_month(month.start, month.end) or not _begun(rows, month.end):
        return None
    entries = list(rows.about_month(month.start, month.end, whom[0]))
    names = tuple(item.history_name for item in entries)
    people = Tally(len({item.person_id for item in entries}), lambda: names)
    return _reading({WHOLE: people}, month, whom, REMINDERS)


def _breaches(query, pick, when):
    whom, rows = _population(query), Breach.objects.of(query.council)
    if whom is None or not _begun(rows, when.end):
        return None
    names = tuple(item.history_name for item in pick(rows.of_groups(whom[0])))
    return _reading({WHOLE: Tally(len(names), lambda: names)}, when, whom, BREACHES)


def _population(query):
    """(its groups, None being every one; its words); None where it has no groups to read."""
    staff = Cohort.objects.of(query.council).filter(kind=Cohort.STAFF, usual=True)
    cohort = query.cohort or staff.first()
    if cohort is None:
        return None, ""
    return (cohort.groups, cohort.title) if cohort.groups else None


def _begun(rows, day):
    first = rows.first_day()
    return first is not None and first <= day


def _reading(members, when, whom, source):
    return Reading(members=members, when=when, cohort=whom[1], source=source)


def _figure(key, title, counts, reckon, rule, *, unit, timing, source):
    return Figure(
        key=f"dbs.{key}",
        title=title,
        counts=counts,
        reckon=reckon,
        rule=rule,
        unit=unit,
        timing=timing,
        source=source,
        citation=CITATION,
    )


FIGURES = (
    _figure(
        "breaches_open",
        "Breaches of the DBS policy open",
        "breaches found by the end of the day and not closed by then",
        breaches_open,
        "A breach of one person's check counts one, and so does one recorded for several people.",
        unit=Unit.BREACHES,
        timing=Timing.AT,
        source=BREACHES,
    ),
    _figure(
        "breaches_closed",
        "Breaches of the DBS policy closed",
        "breaches closed in the period",
        breaches_closed,
        "The day it was closed decides, whenever it was found; both ends of the period count.",
        unit=Unit.BREACHES,
        timing=Timing.IN,
        source=BREACHES,
    ),
    _figure(
        "reminded",
        "People reminded of a re-check due in a month",
        "people whose re-check falls in the month and who had been reminded of it by its end",
        reminded,
        "A person counts once, however often and in whatever way they were reminded of that day.",
        unit=Unit.PEOPLE,
        timing=Timing.MONTH,
        source=REMINDERS,
    ),
)
