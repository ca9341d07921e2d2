"""Breaches, checks and reminders reckoned again, row by row."""

from dataclasses import replace

from tests.reckoning.months import month_end
from tests.reckoning.raw import WHOLE, Answer, Part, named


def breaches_open(raw, asked):
    """Found by the end of the day, and not closed by then."""

    def fits(row):
        return row.found_on <= asked.end and not (row.closed_on and row.closed_on <= asked.end)

    return _breaches(raw, asked, fits, asked.end)


def breaches_late(raw, asked):
    """Found and not closed, to be put right before the day, and not put right by it."""

    def is_open(row):
        return row.found_on <= asked.end and not (row.closed_on and row.closed_on <= asked.end)

    def fits(row):
        due, done = row.remedy_due_on, row.remedied_on
        return is_open(row) and due and due < asked.end and not (done and done <= asked.end)

    late, every = (_breaches(raw, asked, rule, asked.end) for rule in (fits, is_open))
    if late is None:
        return None
    part = replace(late.members[WHOLE], base=every.members[WHOLE].count)
    return replace(late, members={WHOLE: part})


def breaches_closed(raw, asked):
    """Closed from the first day to the last."""

    def fits(row):
        return row.closed_on is not None and asked.start <= row.closed_on <= asked.end

    return _breaches(raw, asked, fits, asked.start)


def reminded(raw, asked):
    """People told by the month's end of a re-check that falls in it."""
    whole_month = asked.start.day == 1 and asked.end == month_end(asked.start)
    sent = raw.standing("Reminder", asked.council)
    population = groups_asked(raw, asked)
    if not whole_month or population is None or not any(r.sent_on <= asked.end for r in sent):
        return None
    rows = [
        row
        for row in sent
        if _of(population, row) and asked.start <= row.due_on <= asked.end
        if row.sent_on <= asked.end
    ]
    part = Part(len({row.person_id for row in rows}), None, named("reminder", rows))
    return Answer({WHOLE: part}, asked.start, asked.end, population[1])


def checks_done(raw, asked):
    """Issued from the first day to the last, to people with a role in the groups."""
    rows, population = raw.standing("DbsCheck", asked.council), groups_asked(raw, asked)
    issued = [row for row in rows if row.issued_on]
    if population is None or not any(row.issued_on <= asked.end for row in issued):
        return None
    people = {row.id for row in raw.standing("Person", asked.council)}
    roles = raw.standing("Engagement", asked.council)
    whose = people & {row.person_id for row in roles if _of(population, row)}
    whose = people if population[0] is None else whose
    found = [r for r in issued if r.person_id in whose and asked.start <= r.issued_on <= asked.end]
    part = Part(len(found), None, named("DBS check", found))
    return Answer({WHOLE: part}, asked.start, asked.end, population[1])


def _breaches(raw, asked, fits, start):
    rows, population = raw.standing("Breach", asked.council), groups_asked(raw, asked)
    if population is None or not any(row.found_on <= asked.end for row in rows):
        return None
    found = [row for row in rows if _of(population, row) and fits(row)]
    part = Part(len(found), None, named("breach", found))
    return Answer({WHOLE: part}, start, asked.end, population[1])


def groups_asked(raw, asked):
    """(groups or None for every one, title) of the one asked for, else of the usual one; None
    where it has no groups."""
    cohorts = [row for row in raw["Cohort"] if row.council_id == asked.council]
    usual = [row for row in cohorts if row.kind == "dbs" and row.usual]
    chosen = [raw.by_pk("Cohort")[asked.cohort]] if asked.cohort else usual
    if not chosen:
        return None, ""
    return (chosen[0].groups, chosen[0].title) if chosen[0].groups else None


def _of(population, row):
    return population[0] is None or row.group in population[0]


TABLE = {
    "dbs.breaches_open": breaches_open,
    "dbs.breaches_closed": breaches_closed,
    "dbs.breaches_late": breaches_late,
    "dbs.checks_done": checks_done,
    "dbs.reminded": reminded,
}
