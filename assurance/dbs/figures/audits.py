"""The figures of DBS checks, each read from a DBS audit: a position over one population.

All figures of one audit carry the audit as their evidence, so that they are weighed as one family.
A figure of a day is of the position date and of nobody outside the population: people who came
between the audit and the position date are in it, people who left are not.
"""

from assurance.dbs.models.audits import DbsAudit
from assurance.dbs.rules import positions, statuses
from assurance.dbs.rules.statuses import Status
from assurance.figures.figure import WHOLE, Figure, Reading, Tally, Timing, Unit
from assurance.people.models.people import Engagement
from assurance.runtime.periods import When

SOURCE = "DBS audits kept here"
NEEDING = "people in scope who need a DBS check"
CITATION = "The council's re-check policy; a certificate has no expiry date"
NOT_BROKEN_DOWN = "not_broken_down"
STATUS_LABELS = {part.lower(): positions.PART_LABELS[part] for part in positions.PARTS}
FOLLOW_UP_LABELS = {
    positions.RECHECKED: "Re-checked since",
    positions.IN_PROGRESS: "Re-check in progress",
    positions.NOT_STARTED: "Nothing applied for yet",
}
GROUP_LABELS = {**dict(Engagement.GROUPS), NOT_BROKEN_DOWN: "Not broken down by group"}


def needing_check(query):
    """Everybody in scope."""
    audit = _at(query)
    return audit and _reading(audit, {WHOLE: audit.needing})


def by_status(query):
    """Everybody in scope, by status at the position date."""
    audit = _at(query)
    parts = audit and audit.parts_at(positions.POSITION)
    if not parts:
        return None
    members = {
        status.lower(): people
        for status in statuses.IN_BASE
        if (people := positions.known(parts, {status})) is not None
    }
    separate = positions.not_told_apart(parts)
    members |= {part.lower(): people for part, people in separate.items()}
    return _reading(audit, members, {WHOLE: audit.needing}, STATUS_LABELS)


def by_group(query):
    """Everybody in scope, by group."""
    audit = _at(query)
    groups = audit and audit.groups_at(positions.POSITION)
    if not groups:
        return None
    members = {group: sum(parts.values()) for group, parts in groups.items()}
    return _reading(audit, members, {WHOLE: audit.needing}, GROUP_LABELS)


def overdue(query):
    """Of them, those past the day of their re-check at the audit."""
    return _of_status(_at(query), positions.AUDIT, statuses.PAST_DUE_STATUSES)


def overdue_followup(query):
    """Of those overdue at the audit, what had come of them by the position date."""
    audit = _at(query)
    followed = audit and audit.follow_up
    if not followed:
        return None
    return _reading(audit, followed, {WHOLE: sum(followed.values())}, FOLLOW_UP_LABELS)


def due_in_month(query):
    """Of those in scope and not overdue at the audit, whose re-check falls in the month."""
    month = query.when
    if not statuses.is_month(month.start, month.end):
        return None
    audits = DbsAudit.objects.with_counts()
    audit = audits.foreseeing(query.council, query.cohort, month.start, month.end)
    people = audit and audit.due_in(month.start)
    return (
        None
        if people is None
        else _reading(audit, {WHOLE: people}, {WHOLE: audit.needing}, when=month)
    )


def without_check(query):
    """Of them, those who have never had a certificate that serves their role."""
    return _of_status(_at(query), positions.POSITION, statuses.WITHOUT_CHECK)


def compliant(query):
    """Of them, those in date, due soon, or current by the Update Service."""
    return _of_status(_at(query), positions.POSITION, statuses.COMPLIANT)


def due_or_overdue(query):
    """Of them, those due soon and those overdue, taken together."""
    targets = {Status.DUE_SOON, *statuses.PAST_DUE_STATUSES}
    return _of_status(_at(query), positions.POSITION, targets)


def _at(query):
    day = query.when.end
    audits = DbsAudit.objects.with_counts()
    return audits.speaking_of(query.council, query.cohort, query.since or day, day)


def _of_status(audit, moment, target):
    parts = audit and audit.parts_at(moment)
    people = positions.known(parts, target) if parts else None
    return None if people is None else _reading(audit, {WHOLE: people}, {WHOLE: audit.needing})


def _reading(audit, members, bases=None, labels=None, when=None):
    def tallies(counts):
        return {
            name: Tally(people, lambda: (audit.edition_name,)) for name, people in counts.items()
        }

    return Reading(
        members=tallies(members),
        when=when or When.at(audit.position_date),
        cohort=audit.cohort.title,
        source=f"{audit} ({audit.source})",
        bases=tallies(bases or {}),
        labels=labels or {},
        evidence=f"dbs-audit-{audit.pk}",
    )


def _figure(
    key, title, counts, reckon, rule, *, timing=Timing.AT, base="dbs.needing_check", **more
):
    return Figure(
        key=f"dbs.{key}",
        title=title,
        counts=counts,
        reckon=reckon,
        rule=rule,
        unit=Unit.PEOPLE,
        timing=timing,
        source=SOURCE,
        citation=CITATION,
        base=base,
        **more,
    )


FIGURES = (
    _figure(
        "needing_check",
        "People who need a DBS check",
        NEEDING,
        needing_check,
        "A person with several roles counts once. People whose role needs no check, who have not "
        "started, have left, or are set aside with approval are left out.",
        base="",
    ),
    _figure(
        "by_status",
        "People who need a DBS check, by status",
        f"{NEEDING}, by status at the position date",
        by_status,
        "Each person has one status; of several roles the worst status counts.",
        out_of=NEEDING,
        whole="dbs.needing_check",
        members=STATUS_LABELS,
        has_members=True,
    ),
    _figure(
        "by_group",
        "People who need a DBS check, by group",
        f"{NEEDING}, by group",
        by_group,
        "A person with roles in several groups counts in the group of the worst status.",
        out_of=NEEDING,
        whole="dbs.needing_check",
        members=GROUP_LABELS,
        has_members=True,
    ),
    _figure(
        "overdue",
        "People past their re-check date at the audit",
        "people in scope whose re-check date lay before the day of the audit",
        overdue,
        "A re-check is due on the day that follows the issue of the certificate by the policy's "
        "months; on that day itself the check is still in date.",
        out_of=NEEDING,
    ),
    _figure(
        "overdue_followup",
        "What came of those overdue at the audit",
        "people overdue at the audit, by what had come of it by the position date",
        overdue_followup,
        "Re-checked when the person holds a check in date again; in progress when an application "
        "is open; else nothing was applied for.",
        out_of="people past their re-check date at the audit",
        base="dbs.overdue",
        whole="dbs.overdue",
        members=FOLLOW_UP_LABELS,
        has_members=True,
    ),
    _figure(
        "due_in_month",
        "People due for a re-check in a month",
        "people in scope, not overdue at the audit, whose re-check falls in the month",
        due_in_month,
        "Read from the latest position of the month's end or earlier whose audit lies in the month "
        "or in the 12 months before it.",
        timing=Timing.MONTH,
        out_of=NEEDING,
    ),
    _figure(
        "without_check",
        "People without a DBS check",
        "people in scope who have never had a certificate that serves their role",
        without_check,
        "Whether or not a first check has been applied for. A certificate of a lower level or of "
        "another workforce does not serve.",
        out_of=NEEDING,
    ),
    _figure(
        "compliant",
        "People whose DBS check is in date",
        "people in scope whose check is in date, due soon or current by the Update Service",
        compliant,
        "Everybody else in scope is not compliant until it is put right, unknown dates included.",
        out_of=NEEDING,
    ),
    _figure(
        "due_or_overdue",
        "People due for a re-check soon or past its date",
        "people in scope whose re-check falls within the policy's days of warning, or is overdue",
        due_or_overdue,
        "For a council that does not tell the two apart; not to be compared with those overdue.",
        out_of=NEEDING,
    ),
)
