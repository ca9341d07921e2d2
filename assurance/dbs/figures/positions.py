"""The figures of DBS audits.

All figures of one audit are weighed as one family. A figure of a day is of the position date:
people who came since the audit are in it, people who left are not. What the audit itself found is
of its own day, and is asked by that day or by the position date.
"""

from functools import partial

from assurance.dbs.models.audits import DbsAudit
from assurance.dbs.rules import audits, positions, statuses
from assurance.dbs.rules.positions import FOLLOW_UP_LABELS, GROUP_LABELS
from assurance.dbs.rules.statuses import Status
from assurance.figures.figure import WHOLE, Figure, Population, Reading, Tally, Timing, Unit
from assurance.figures.rules.units import Origin
from assurance.runtime.periods import When

AUDITS = "DBS audits kept here"
NEEDING = "people in scope who need a DBS check"
STATUS_LABELS = {part.lower(): positions.PART_LABELS[part] for part in positions.PARTS}


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
    return _reading(audit, members, audit.needing, STATUS_LABELS)


def by_group(query):
    """Everybody in scope, by group."""
    audit = _at(query)
    groups = audit and audit.groups_at(positions.POSITION)
    if not groups:
        return None
    members = {group: sum(parts.values()) for group, parts in groups.items()}
    return _reading(audit, members, audit.needing, GROUP_LABELS)


def overdue_followup(query):
    """Of those overdue at the audit, what had come of them by the position date."""
    audit = _at(query)
    followed = audit and audit.follow_up
    return _reading(audit, followed, sum(followed.values()), FOLLOW_UP_LABELS) if followed else None


def due_in_month(query):
    """Of those in scope and not overdue at the audit, whose re-check falls in the month."""
    month = query.when
    if not statuses.is_month(month.start, month.end):
        return None
    audit = audits.foreseeing(_standing(query), query.cohort, month.start, month.end)
    people = audit and audit.due_in(month.start)
    return None if people is None else _reading(audit, {WHOLE: people}, audit.needing, when=month)


def of_status(moment, target, query):
    """Of those in scope, the ones with a status in `target` at a moment, of whose day it is."""
    audit = _at(query, moment)
    parts = audit and audit.parts_at(moment)
    people = positions.known(parts, target) if parts else None
    if people is None:
        return None
    when = When.at(audit.day_of(moment))
    return _reading(audit, {WHOLE: people}, audit.needing, when=when)


def _at(query, moment=positions.POSITION):
    day = query.when.end
    return audits.speaking_of(_standing(query), query.cohort, query.since or day, day, moment)


def _standing(query):
    rows = DbsAudit.objects.of(query.council).in_force().with_counts().with_policies()
    return query.once_for_all("dbs audits", lambda span: list(rows))


def _reading(audit, members, whole=None, labels=None, when=None):
    def tally(people):
        return Tally(people, lambda: (audit.edition_name,))

    return Reading(
        members={name: tally(people) for name, people in members.items()},
        when=when or When.at(audit.position_date),
        cohort=audit.cohort.title,
        source=f"{audit} ({audit.source})",
        bases={} if whole is None else {WHOLE: tally(whole)},
        labels=labels or {},
        evidence=f"dbs-audit-{audit.pk}",
        population=Population.of(audit.cohort),
        definitions={WHOLE: audit.policy},
        weighed_on=audit.position_date,
        origin=Origin.of_total(audit.origin == DbsAudit.ENTERED),
    )


# A sum of some statuses, or of those who had them at the audit.
OF_STATUSES = {"out_of": NEEDING, "bound_by": ("dbs.by_status",)}


def _figure(key, title, counts, reckon, rule, **more):
    usual = {
        "unit": Unit.PEOPLE,
        "timing": Timing.AT,
        "source": AUDITS,
        "citation": "The council’s re-check policy; a certificate has no expiry date",
        "base": "dbs.needing_check",
    }
    return Figure(
        key=f"dbs.{key}", title=title, counts=counts, reckon=reckon, rule=rule, **{**usual, **more}
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
        "people in scope whose re-check date was before the audit date",
        partial(of_status, positions.AUDIT, statuses.PAST_DUE_STATUSES),
        "A re-check is due on the date that follows the issue of the certificate by the "
        "policy’s months; on that date itself the check is still in date.",
        **OF_STATUSES,
    ),
    _figure(
        "overdue_followup",
        "Outcome for those overdue at the audit",
        "people overdue at the audit, by their outcome on the position date",
        overdue_followup,
        "Re-checked when the person has a check in date again; in progress when an "
        "application is open; else nothing was applied for.",
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
        "Read from the latest position of the month’s end or earlier whose audit lies in the month "
        "or in the 12 months before it.",
        timing=Timing.MONTH,
        **OF_STATUSES,
    ),
    _figure(
        "without_check",
        "People without a DBS check",
        "people in scope who have never had a certificate that serves their role",
        partial(of_status, positions.POSITION, statuses.WITHOUT_CHECK),
        "This counts people with and without an application for a first check. A "
        "certificate of a lower level or of another workforce does not count.",
        **OF_STATUSES,
    ),
    _figure(
        "compliant",
        "People whose DBS check is in date",
        "people in scope whose check is in date, due soon or current by the Update Service",
        partial(of_status, positions.POSITION, statuses.COMPLIANT),
        "Everybody else in scope is not compliant until it is put right, unknown dates included.",
        **OF_STATUSES,
    ),
    _figure(
        "due_or_overdue",
        "People overdue or soon due for a DBS re-check",
        "people in scope whose re-check falls within the policy’s days of warning, or is overdue",
        partial(of_status, positions.POSITION, {Status.DUE_SOON, *statuses.PAST_DUE_STATUSES}),
        (
            "For a council that does not record the two separately; not to be compared with "
            "those overdue."
        ),
        **OF_STATUSES,
    ),
)
