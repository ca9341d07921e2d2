"""Starts, long absences and leavers reckoned again, person by person."""

from collections import Counter

from tests.reckoning.dbs_followed import groups_asked
from tests.reckoning.dbs_status import certificates, duty_status, is_absent, is_aside
from tests.reckoning.raw import WHOLE, Answer, Part, named

WORST = (
    *("NO_CHECK", "NOT_CURRENT", "UNKNOWN", "OVERDUE", "FIRST_CHECK_IN_PROGRESS"),
    *("OVERDUE_IN_PROGRESS", "DUE_SOON", "IN_DATE", "UPDATE_CURRENT", "EXCLUDED"),
)
OUTCOMES = {
    "in_date": {"UPDATE_CURRENT", "IN_DATE", "DUE_SOON"},
    "overdue": {"OVERDUE", "OVERDUE_IN_PROGRESS"},
    "no_check": {"NO_CHECK", "FIRST_CHECK_IN_PROGRESS"},
    "not_known": {"NOT_CURRENT", "UNKNOWN"},
    "away": {"EXCLUDED"},
}


def started(raw, asked):
    """Whoever began a role from the first day to the last."""
    return _answer(raw, asked, lambda roles: {WHOLE: _begun(asked, roles)})


def started_early(raw, asked):
    """Of those, whoever had no certificate by then."""
    return _answer(
        raw,
        asked,
        lambda roles: {WHOLE: _early(raw, asked, roles)},
        lambda roles: _begun(asked, roles),
    )


def early_by_assessment(raw, asked):
    """The same by the worst assessment."""

    def sort(roles):
        early = _early(raw, asked, roles)
        if any(role.risk_assessed_on is None for role in early):
            return {"not_assessed": early}
        if any(role.risk_assessed_on > role.starts_on for role in early):
            return {"late": early}
        return {"in_time": early}

    names = ("in_time", "late", "not_assessed")
    return _answer(raw, asked, sort, lambda roles: _early(raw, asked, roles), names)


def on_long_absence(raw, asked):
    """Whoever is away from each role that is in force, not counting what is set aside."""

    def away(roles):
        day = asked.end
        running = [
            role
            for role in roles
            if role.needs_check and role.starts_on <= day
            if role.ends_on is None or role.ends_on > day
        ]
        present = [r for r in running if not is_absent(r, day) and not is_aside(r, day)]
        return {WHOLE: [] if present or not any(is_absent(r, day) for r in running) else roles}

    answer = _answer(raw, asked, away)
    return answer and Answer(answer.members, asked.end, asked.end, answer.cohort)


def leavers(raw, asked):
    """Whoever had a role until a day of the period, and none at its end."""
    return _answer(raw, asked, lambda roles: {WHOLE: _last(asked, roles)})


def leavers_by_check(raw, asked):
    """The same by the worst status on the last day."""
    policies = [row for row in raw["RecheckPolicy"] if row.council_id == asked.council]

    def sort(roles):
        last = _last(asked, roles)
        if not last:
            return {}
        day = last[0].ends_on
        current = {
            row.group: row
            for row in policies
            if row.approver_id and row.from_date <= day and not (row.to_date and row.to_date < day)
        }
        worst = min(WORST.index(duty_status(raw, role, current, day)) for role in last)
        return {name: last for name, among in OUTCOMES.items() if WORST[worst] in among}

    return _answer(raw, asked, sort, lambda roles: _last(asked, roles), tuple(OUTCOMES))


def _begun(asked, roles):
    return [r for r in roles if r.needs_check and asked.start <= r.starts_on <= asked.end]


def _early(raw, asked, roles):
    early = []
    for role in _begun(asked, roles):
        dates = [row.issued_on for row in certificates(raw, role)]
        if None not in dates and not any(day <= role.starts_on for day in dates):
            early.append(role)
    return early


def _last(asked, roles):
    begun = [role for role in roles if role.starts_on <= asked.end]
    ends = {role.ends_on for role in begun}
    if not ends or None in ends or max(ends) > asked.end or max(ends) < asked.start:
        return []
    return [role for role in begun if role.ends_on == max(ends) and role.needs_check]


def _answer(raw, asked, sort, base=None, names=(WHOLE,)):
    population = groups_asked(raw, asked)
    people = {row.id for row in raw.standing("Person", asked.council)}
    every = [r for r in raw.standing("Engagement", asked.council) if r.person_id in people]
    if population is None or not any(role.starts_on <= asked.end for role in every):
        return None
    own = [role for role in every if population[0] is None or role.group in population[0]]
    counts, rows, whole = Counter(dict.fromkeys(names, 0)), {name: [] for name in names}, 0
    for person in sorted({role.person_id for role in own}):
        roles = [role for role in own if role.person_id == person]
        whole += bool(base and base(roles))
        for name, those in sort(roles).items():
            counts[name] += bool(those)
            rows[name] += those
    parts = {
        name: Part(counts[name], whole if base else None, named("role", rows[name]))
        for name in names
    }
    return Answer(parts, asked.start, asked.end, population[1])


TABLE = {
    "dbs.started": started,
    "dbs.started_early": started_early,
    "dbs.started_early_by_assessment": early_by_assessment,
    "dbs.on_long_absence": on_long_absence,
    "dbs.leavers": leavers,
    "dbs.leavers_by_check": leavers_by_check,
}
