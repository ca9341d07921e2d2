"""The twelve statuses of domain 2.3, tested top to bottom about one role of one person."""

from datetime import timedelta
from types import SimpleNamespace

from tests.reckoning.months import add_months

WORST_FIRST = (
    *("NO_CHECK", "NOT_CURRENT", "UNKNOWN", "OVERDUE", "FIRST_CHECK_IN_PROGRESS"),
    *("OVERDUE_IN_PROGRESS", "DUE_SOON", "IN_DATE", "UPDATE_CURRENT"),
    *("EXCLUDED", "NOT_STARTED", "NOT_IN_SCOPE"),
)
HEIGHTS = {"basic": 1, "standard": 2, "enhanced": 3, "enhanced_barred": 4}
THREE_YEARS = SimpleNamespace(interval_months=36, warn_days=30, lookup_months=12)


def overall(raw, person, groups, policies, day):
    """(worst status, its group) of a person's roles in `groups`."""
    roles = _roles(raw, person, groups)
    if not roles:
        return "NOT_IN_SCOPE", ""
    told = [
        (WORST_FIRST.index(status(raw, one, _policy(one, policies), day)), one.group)
        for one in roles
    ]
    place, group = min(told)
    return WORST_FIRST[place], group


def latest_due(raw, person, groups, policies, day):
    """The first day on which a certificate in date is due for its re-check, or None."""
    days = []
    for role in _roles(raw, person, groups):
        policy = _policy(role, policies)
        if status(raw, role, policy, day) in ("IN_DATE", "DUE_SOON"):
            days.append(_due(raw, role, policy, day))
    return min(days) if days else None


def open_application(raw, person, day):
    """Whether an application had been sent in by `day` and was not closed by its end."""
    return any(
        row.submitted_on <= day and not (row.closed_on and row.closed_on <= day)
        for row in _standing(raw, "DbsApplication", person)
    )


def status(raw, role, policy, day):
    """The first of the twelve that fits at the end of `day`."""
    for name, fits in STATUSES:
        if fits(raw, role, policy, day):
            return name
    raise AssertionError("every role has a status")


def duty_status(raw, role, policies, day):
    """The first that fits of a role that is in force on `day`, as on its last day."""
    policy = _policy(role, policies)
    return next(name for name, fits in STATUSES[2:] if fits(raw, role, policy, day))


def _not_in_scope(raw, role, policy, day):
    return not role.needs_check or (
        role.ends_on is not None and role.starts_on <= role.ends_on <= day
    )


def _not_started(raw, role, policy, day):
    # A role that ends before it starts is not known as soon as either day has come.
    come = min(role.starts_on, role.ends_on) if role.ends_on else role.starts_on
    return come > day if _is_impossible(role) else role.starts_on > day


def is_aside(role, day):
    """Whether the role is set aside with approval."""
    return _within(role.set_aside_approver_id and role.set_aside_from, role.set_aside_until, day)


def is_absent(role, day):
    """Whether its holder is away for long."""
    return _within(role.absent_from, role.absent_until, day)


def _within(first, last, day):
    return bool(first and first <= day and not (last and last < day))


def _excluded(raw, role, policy, day):
    return is_aside(role, day) or is_absent(role, day)


def _unknown(raw, role, policy, day):
    undated = [row for row in certificates(raw, role) if row.issued_on is None]
    return _is_impossible(role) or bool(undated)


def _not_current(raw, role, policy, day):
    told = _last_answer(raw, role, day, ("CURRENT", "NOT_CURRENT"))
    if told is None or told.answer != "NOT_CURRENT":
        return False
    return not any(row.issued_on > told.looked_on for row in _seen(raw, role, day))


def _update_current(raw, role, policy, day):
    told = _last_answer(raw, role, day, ("CURRENT", "NOT_CURRENT", "NO_MATCH"))
    if told is None or told.answer != "CURRENT" or not _seen(raw, role, day):
        return False
    return add_months(told.looked_on, policy.lookup_months) >= day


def _in_date(raw, role, policy, day):
    due = _due(raw, role, policy, day)
    return due is not None and due > day + timedelta(policy.warn_days)


def _due_soon(raw, role, policy, day):
    due = _due(raw, role, policy, day)
    return due is not None and day <= due


def _overdue_in_progress(raw, role, policy, day):
    return bool(_seen(raw, role, day)) and open_application(raw, role.person_id, day)


def _overdue(raw, role, policy, day):
    return bool(_seen(raw, role, day))


def _first_in_progress(raw, role, policy, day):
    assessed = role.risk_assessed_on is not None and role.risk_assessed_on <= day
    return assessed and open_application(raw, role.person_id, day)


STATUSES = (
    ("NOT_IN_SCOPE", _not_in_scope),
    ("NOT_STARTED", _not_started),
    ("EXCLUDED", _excluded),
    ("UNKNOWN", _unknown),
    ("NOT_CURRENT", _not_current),
    ("UPDATE_CURRENT", _update_current),
    ("IN_DATE", _in_date),
    ("DUE_SOON", _due_soon),
    ("OVERDUE_IN_PROGRESS", _overdue_in_progress),
    ("OVERDUE", _overdue),
    ("FIRST_CHECK_IN_PROGRESS", _first_in_progress),
    ("NO_CHECK", lambda raw, role, policy, day: True),
)


def _policy(role, policies):
    return policies.get(role.group) or policies.get("") or THREE_YEARS


def _due(raw, role, policy, day):
    days = [row.issued_on for row in _seen(raw, role, day)]
    return add_months(max(days), policy.interval_months) if days else None


def certificates(raw, role):
    """The standing certificates of the role's person that are high and wide enough for it."""
    wide = {role.workforce, "both"} - ({"both"} if role.workforce == "other" else set())
    return [
        row
        for row in _standing(raw, "DbsCheck", role.person_id)
        if HEIGHTS[row.level] >= HEIGHTS[role.level] and row.workforce in wide
    ]


def _seen(raw, role, day):
    return [row for row in certificates(raw, role) if row.issued_on and row.issued_on <= day]


def _last_answer(raw, role, day, answers):
    rows = _standing(raw, "UpdateLookup", role.person_id)
    seen = [row for row in rows if row.looked_on <= day and row.answer in answers]
    return max(seen, key=lambda row: (row.looked_on, row.id)) if seen else None


def _roles(raw, person, groups):
    return [row for row in _standing(raw, "Engagement", person) if row.group in groups]


def _standing(raw, model, person):
    rows = raw.of(model, "person_id", person)
    return [row for row in rows if row.withdrawn_on is None]


def _is_impossible(role):
    return role.ends_on is not None and role.ends_on < role.starts_on
