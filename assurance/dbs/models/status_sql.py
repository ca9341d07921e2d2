"""The rules of `rules.statuses` in the words of both databases, for `register_statement`.

The tables are called e (roles), c (certificates), a (applications), u (look-ups) and t (the terms
of the policy of a role's group).
"""

from assurance.dbs.models.status_numbers import GROUPS
from assurance.dbs.rules import statuses
from assurance.dbs.rules.statuses import WORST_FIRST, Status


def is_aside(day: str) -> str:
    """Whether a role is set aside with approval."""
    return f"e.set_aside_approver_id IS NOT NULL AND {_within('set_aside', day)}"


def _within(name, day):
    until = f"(e.{name}_until IS NULL OR e.{name}_until >= {day})"
    return f"e.{name}_from <= {day} AND {until}"


def rank_of(n: int, day: str) -> str:
    """The place of a role's status in `WORST_FIRST` at the moment `n`; the first that fits, as in
    `statuses.status_of`."""
    newest, applied = f"c.newest{n}", f"a.applied{n} = 1"
    not_current = f"u.answer{n} = '{statuses.NOT_CURRENT}'"
    current = f"u.last{n} = '{statuses.CURRENT}'"
    possible = "(e.ends_on IS NULL OR e.ends_on >= e.starts_on)"
    rules = (
        (f"NOT e.needs_check OR e.ends_on <= {day} AND e.ends_on >= e.starts_on", "OUT"),
        (f"e.starts_on > {day} AND ({possible} OR e.ends_on > {day})", Status.NOT_STARTED),
        (f"{is_aside(day)} OR {_within('absent', day)}", Status.EXCLUDED),
        ("c.undated = 1 OR e.ends_on < e.starts_on", Status.UNKNOWN),
        (
            not_current + f" AND ({newest} IS NULL OR {newest} <= u.answered{n})",
            Status.NOT_CURRENT,
        ),
        (
            current + f" AND {newest} IS NOT NULL AND u.answered{n} >= t.current{n}",
            Status.UPDATE_CURRENT,
        ),
        (
            f"{newest} IS NULL AND {applied} AND e.risk_assessed_on <= {day}",
            Status.FIRST_CHECK_IN_PROGRESS,
        ),
        (f"{newest} IS NULL", Status.NO_CHECK),
        (f"{newest} < t.due{n} AND {applied}", Status.OVERDUE_IN_PROGRESS),
        (f"{newest} < t.due{n}", Status.OVERDUE),
        (f"{newest} < t.soon{n}", Status.DUE_SOON),
    )
    ranks = {"OUT": Status.NOT_IN_SCOPE}
    cases = [
        f"WHEN {fits} THEN {WORST_FIRST.index(ranks.get(status, status))}" for fits, status in rules
    ]
    return f"CASE {' '.join(cases)} ELSE {WORST_FIRST.index(Status.IN_DATE)} END"


def within_groups(groups, value: str) -> str:
    """`value` of the roles in `groups`; of every role where that is None."""
    if groups is None:
        return value
    codes = quoted(code for code in GROUPS if code in groups)
    return f"CASE WHEN group_code IN ({codes}) THEN {value} END"


def listed(numbers) -> str:
    """Numbers as a list of SQL, which is never empty."""
    return ", ".join(map(str, sorted(numbers))) or "-1"


def quoted(codes) -> str:
    """Our own codes as a list of SQL, which is never empty."""
    return ", ".join(f"'{code}'" for code in codes) or "''"


def _height(column):
    cases = (f"WHEN '{level}' THEN {height}" for height, level in enumerate(statuses.LEVELS))
    return f"CASE {column} {' '.join(cases)} END"


def _workforces():
    return " OR ".join(
        f"e.workforce = '{needed}' AND c.workforce IN ({quoted(served)})"
        for needed, served in statuses.SERVED_BY.items()
    )


# What is asked first holds of most, and is the quickest to work out.
SERVES = (
    "(c.level = e.level AND c.workforce = e.workforce OR "
    f"{_height('c.level')} >= {_height('e.level')} AND ({_workforces()}))"
)
