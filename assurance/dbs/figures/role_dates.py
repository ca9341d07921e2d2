"""The figures of the dates of roles: starts, some before the certificate came, long absences, and
leavers with the state of their check.

They are read from the register of roles, not from audits: nothing is returned before the first role
begins. A population is read by its groups, as in `registers`.
"""

from functools import partial

from assurance.dbs.figures.registers import figure_of, population_of, population_words
from assurance.dbs.models import role_dates as roles_by_dates
from assurance.dbs.rules import role_dates
from assurance.figures.figure import WHOLE, Reading, Tally, Timing
from assurance.runtime.periods import When

ROLES = "the DBS register kept here"
STARTED = "people whose role that needs a DBS check began in the period"
EARLY = "people whose role began in the period, before the date of a DBS certificate that serves it"
LEFT = "people who left in the period the last of their roles, which needed a DBS check"


def started(query):
    """Those whose role began in the period."""
    people = _begun(query)
    return None if people is None else _reading(query, {WHOLE: people.values()})


def started_early(query):
    """Of those, the ones whose role began before the date of their certificate."""
    people = _begun(query)
    if people is None:
        return None
    return _reading(query, {WHOLE: _early(people)}, people.values())


def early_by_assessment(query):
    """Those who started before their certificate came, by how the risk was assessed."""
    people = _begun(query)
    if people is None:
        return None
    early = _early(people)
    members = {name: [] for name in role_dates.ASSESSMENT_LABELS}
    for roles in early:
        members[role_dates.assessment_of(roles)].append(roles)
    return _reading(query, members, early)


def on_long_absence(query):
    """Those on a long absence at the date."""
    people = _people(query, "roles of absent people", roles_by_dates.of_people_absent_between)
    if people is None:
        return None
    day = query.when.end
    absent = [item for item in people.values() if role_dates.is_on_long_absence(item, day)]
    return _reading(query, {WHOLE: absent}, when=When.at(day))


def leavers(query):
    """Those who left in the period."""
    left = _left(query)
    return None if left is None else _reading(query, {WHOLE: left})


def leavers_by_check(query):
    """Those who left in the period, by how their check was at that date."""
    left = _left(query)
    if left is None:
        return None
    policies = query.once_for_all(
        "re-check policies", lambda span: list(query.council.recheck_policies.all())
    )
    members = {name: [] for name in role_dates.CHECK_LABELS}
    for roles in left:
        day = roles[0].ends_on
        current = {policy.group: policy for policy in policies if policy.in_force(day)}
        records = roles_by_dates.records_of(roles[0])
        members[role_dates.check_of_leaver(roles, records, current)].append(roles)
    return _reading(query, members, left)


def _begun(query):
    return _people(query, "roles begun", roles_by_dates.begun_between)


def _early(people):
    """Of each person the roles that began early, where one did."""
    early = (
        [role for role in roles if role_dates.began_early(role, role.person.checks.all())]
        for roles in people.values()
    )
    return [roles for roles in early if roles]


def _left(query):
    """Of each person who left in the period the roles that they left with; None where the register
    has no role by then."""
    people = _people(query, "roles of leavers", roles_by_dates.of_people_left_between)
    if people is None:
        return None
    first, last = query.when.start, query.when.end
    left = (role_dates.last_roles(roles, first, last) for roles in people.values())
    return [roles for roles in left if roles]


def _people(query, name, read):
    """Key of a person → their roles in the population that `read` gives; None before the first role
    began, and of a population without groups."""
    whom, when = population_of(query), query.when
    first = query.once_for_all("first role", lambda span: roles_by_dates.first_day(query.council))
    if whom is None or first is None or first > when.end:
        return None
    every = query.once_for_all(name, lambda span: read(query.council, span.start, span.end))
    groups = whom[0]
    rows = [role for role in every if groups is None or role.group in groups]
    if read is roles_by_dates.begun_between:
        rows = [role for role in rows if when.start <= role.starts_on <= when.end]
    return roles_by_dates.by_person(rows)


def _reading(query, members, whole=None, when=None):
    """A reading of people, each given by their roles."""

    def tally(people):
        names = tuple(role.history_name for roles in people for role in roles)
        return Tally(len(people), lambda: names)

    return Reading(
        members={name: tally(people) for name, people in members.items()},
        when=when or query.when,
        source=ROLES,
        bases={} if whole is None else {WHOLE: tally(whole)},
        **population_words(population_of(query)),
    )


_figure = partial(
    figure_of, source=ROLES, timing=Timing.IN, citation="The council’s safer recruitment policy"
)

FIGURES = (
    _figure(
        "started",
        "People who started in a role that needs a DBS check",
        STARTED,
        started,
        "A person counts once, however many roles they began; both ends of the period count.",
    ),
    _figure(
        "started_early",
        "People who started before their DBS certificate came",
        EARLY,
        started_early,
        "The certificate has a later date than the start, or there is none. One without a date is "
        "taken to have come in time. Both ends of the period count.",
        out_of=STARTED,
        base="dbs.started",
    ),
    _figure(
        "started_early_by_assessment",
        "People who started before their DBS certificate came, by risk assessment",
        f"{EARLY}, by how the risk was assessed",
        early_by_assessment,
        "Of several roles that a person began, the one with the least assessment counts.",
        out_of=EARLY,
        base="dbs.started_early",
        whole="dbs.started_early",
        members=role_dates.ASSESSMENT_LABELS,
        has_members=True,
    ),
    _figure(
        "on_long_absence",
        "People on a long absence from a role that needs a DBS check",
        "people who on the date are on a long absence from every role that needs a DBS check and "
        "is not set aside",
        on_long_absence,
        "Both ends of an absence count. While it lasts, the person does not count among those who "
        "need a check.",
        timing=Timing.AT,
    ),
    _figure(
        "leavers",
        "Leavers from roles that need a DBS check",
        LEFT,
        leavers,
        "A person has left on the date on which the last of their roles ended, with no other role "
        "at the end of the period; both ends of the period count.",
    ),
    _figure(
        "leavers_by_check",
        "Leavers from roles that need a DBS check, by their check on that date",
        f"{LEFT}, by how their DBS check was on that date",
        leavers_by_check,
        "The check is read as on the date on which the role ended, by the policy of that date; of "
        "several roles that ended on it the worst status counts.",
        out_of=LEFT,
        base="dbs.leavers",
        whole="dbs.leavers",
        members=role_dates.CHECK_LABELS,
        has_members=True,
    ),
)
