"""DBS figures reckoned again: an audit counted from the register is counted anew, person by person,
and one entered as counts is read from its counts as they stand."""

from collections import Counter
from functools import partial

from tests.reckoning.dbs_status import latest_due, open_application, overall
from tests.reckoning.months import add_months, month_end
from tests.reckoning.raw import WHOLE, Answer, Part

IN_BASE = (
    *("UNKNOWN", "NOT_CURRENT", "UPDATE_CURRENT", "IN_DATE", "DUE_SOON", "OVERDUE_IN_PROGRESS"),
    *("OVERDUE", "FIRST_CHECK_IN_PROGRESS", "NO_CHECK"),
)
OVERDUE = {"OVERDUE", "OVERDUE_IN_PROGRESS"}
COMPLIANT = {"UPDATE_CURRENT", "IN_DATE", "DUE_SOON"}
WITHOUT = {"FIRST_CHECK_IN_PROGRESS", "NO_CHECK"}
# Entered parts that hold several statuses.
BLURRED = {
    "PAST_DUE": OVERDUE,
    "DUE_OR_OVERDUE": OVERDUE | {"DUE_SOON"},
    "NOT_BROKEN_DOWN": set(IN_BASE),
}


def needing(raw, asked):
    """Everybody in scope at the position date."""
    audit = _audit(raw, asked)
    return audit and _answer(raw, audit, {WHOLE: _needing(raw, audit)}, None)


def of_status(wanted, moment, raw, asked):
    """Those of some statuses at one of the two moments."""
    audit = _found_at(raw, asked) if moment == "audit" else _audit(raw, asked)
    parts = audit and _parts(raw, audit, moment)
    people = _known(parts, wanted) if parts else None
    if people is None:
        return None
    day = audit.audit_date if moment == "audit" else audit.position_date
    return _answer(raw, audit, {WHOLE: people}, _needing(raw, audit), (day, day))


def by_status(raw, asked):
    """Everybody by status; those who were not told apart stay together."""
    audit = _audit(raw, asked)
    parts = audit and _parts(raw, audit, "position")
    if not parts:
        return None
    members = {one.lower(): _known(parts, {one}) for one in IN_BASE}
    members = {name: people for name, people in members.items() if people is not None}
    for blurred in BLURRED:
        # Where only one status is left, these people have it and stand there already.
        if parts.get(blurred) and len(_within(parts, blurred)) > 1:
            members[blurred.lower()] = parts[blurred]
    return _answer(raw, audit, members, _needing(raw, audit))


def by_group(raw, asked):
    """Everybody by the group of the worst status."""
    audit = _audit(raw, asked)
    if not audit:
        return None
    if audit.origin == "counted":
        members = Counter(one.group for one in _people(raw, audit) if one.counts)
    else:
        members = Counter()
        for row in raw.of("DbsAuditCount", "audit_id", audit.id):
            if row.moment == "position" and row.group:
                members[row.group] += row.people
    return _answer(raw, audit, members, _needing(raw, audit)) if members else None


def follow_up(raw, asked):
    """Those overdue at the audit, by what had come of it."""
    audit = _audit(raw, asked)
    if not audit or audit.rechecked is None:
        return None
    members = {name: getattr(audit, name) for name in ("rechecked", "in_progress", "not_started")}
    if audit.origin == "counted":
        members = Counter(dict.fromkeys(members, 0))
        for one in _people(raw, audit):
            if one.counts and one.then in OVERDUE:
                members[one.came] += 1
    return _answer(raw, audit, members, sum(members.values()))


def due_in_month(raw, asked):
    """Those in date at the audit whose re-check falls in the month."""
    first, last = asked.start, asked.end
    if first.day != 1 or last != month_end(first):
        return None
    recent = [
        audit
        for audit in _in_force(raw, asked)
        if add_months(first, -12) <= audit.audit_date <= last and audit.position_date <= last
    ]
    audit = _chosen(raw, recent)
    if not audit:
        return None
    if audit.origin == "counted":
        days = [one.due for one in _people(raw, audit) if one.counts and one.then in COMPLIANT]
        people = sum(day is not None and first <= day <= last for day in days)
    else:
        told = {row.month: row.people for row in raw.of("DbsAuditDue", "audit_id", audit.id)}
        people = told.get(first)
    if people is None:
        return None
    return _answer(raw, audit, {WHOLE: people}, _needing(raw, audit), (first, last))


class Stood:
    """How one person stood at both moments of an audit."""

    def __init__(self, raw, person, audit, policies, groups):
        first, second = audit.audit_date, audit.position_date
        self.then, self.group_then = overall(raw, person, groups, policies, first)
        self.now, self.group = overall(raw, person, groups, policies, second)
        self.counts = self.now in IN_BASE
        self.due = latest_due(raw, person, groups, policies, first)
        if self.now in COMPLIANT:
            self.came = "rechecked"
        else:
            self.came = "in_progress" if open_application(raw, person, second) else "not_started"


def _people(raw, audit):
    def stood():
        links = raw.of("DbsAudit_policies", "dbsaudit_id", audit.id)
        held = [raw.by_pk("RecheckPolicy")[link.recheckpolicy_id] for link in links]
        policies = {one.group: one for one in held}
        groups = raw.by_pk("Cohort")[audit.cohort_id].groups
        people = raw.standing("Person", audit.council_id)
        return [Stood(raw, person.id, audit, policies, groups) for person in people]

    return raw.once(("people", audit.id), stood)


def _needing(raw, audit):
    if audit.origin == "counted":
        return sum(one.counts for one in _people(raw, audit))
    return audit.needing


def _parts(raw, audit, moment):
    """Status or blurred part → people; None where nothing was said of that moment."""
    if audit.origin == "counted":
        people = [one for one in _people(raw, audit) if one.counts]
        held = Counter(dict.fromkeys(IN_BASE, 0))
        held.update(one.then if moment == "audit" else one.now for one in people)
        return {part: number for part, number in held.items() if part in IN_BASE}
    rows = raw.of("DbsAuditCount", "audit_id", audit.id)
    return {row.part: row.people for row in rows if row.moment == moment and not row.group}


def _known(parts, wanted):
    """How many have one of the statuses; None where that was not told apart."""
    total = sum(parts.get(one, 0) for one in wanted)
    for blurred in BLURRED:
        if not parts.get(blurred):
            continue
        several = _within(parts, blurred)
        if several <= set(wanted):
            total += parts[blurred]
        elif several & set(wanted):
            return None
    return total


def _within(parts, blurred):
    """The statuses that people of a blurred part may have: of those not broken down, none that is
    said by itself."""
    several = BLURRED[blurred]
    if blurred == "NOT_BROKEN_DOWN":
        return {one for one in several if one not in parts} or several
    return several


def _audit(raw, asked):
    first = asked.since or asked.end
    return _chosen(
        raw, [one for one in _in_force(raw, asked) if first <= one.position_date <= asked.end]
    )


def _found_at(raw, asked):
    """The audit that was held last of the days asked for, or whose position is of the one day."""
    first = asked.since or asked.end
    held = []
    for one in _in_force(raw, asked):
        of_the_day = one.position_date == asked.end == first
        if of_the_day or first <= one.audit_date <= asked.end:
            held.append(one)
    return _chosen(raw, held, lambda one: (one.audit_date, one.position_date, one.id))


def _in_force(raw, asked):
    rows = [one for one in raw.standing("DbsAudit", asked.council) if one.replaced_on is None]
    return [one for one in rows if asked.cohort in (None, one.cohort_id)]


def _chosen(raw, audits, latest=lambda one: (one.position_date, one.audit_date, one.id)):
    """The latest, of the usual population where it has one, else of the only one that has."""
    usual = [one for one in audits if raw.by_pk("Cohort")[one.cohort_id].usual]
    found = usual or audits
    if len({one.cohort_id for one in found}) != 1:
        return None
    return max(found, key=latest)


def _answer(raw, audit, members, base, days=None):
    start, end = days or (audit.position_date, audit.position_date)
    rows = frozenset({("DBS audit", audit.id)})
    parts = {name: Part(people, base, rows) for name, people in members.items()}
    return Answer(parts, start, end, raw.by_pk("Cohort")[audit.cohort_id].title)


TABLE = {
    "dbs.needing_check": needing,
    "dbs.by_status": by_status,
    "dbs.by_group": by_group,
    "dbs.overdue": partial(of_status, OVERDUE, "audit"),
    "dbs.overdue_followup": follow_up,
    "dbs.due_in_month": due_in_month,
    "dbs.without_check": partial(of_status, WITHOUT, "position"),
    "dbs.compliant": partial(of_status, COMPLIANT, "position"),
    "dbs.due_or_overdue": partial(of_status, OVERDUE | {"DUE_SOON"}, "position"),
}
