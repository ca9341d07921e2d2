"""Case-file audits on every edge: done, shared and recorded before, on and after it; every grade
given, moderated and not; totals of an earlier year."""

from datetime import date
from itertools import product

from assurance.audits.models.agreed_actions import AuditAction
from assurance.audits.models.allocations import AuditAllocation
from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.models.rounds import AuditRound
from assurance.audits.models.totals import AuditTotal
from tests.crowds.days import HALF_YEAR, LEAP, LONG_AGO, ONE, around, withdrawn
from tests.make.audits import audit_kind, grade, grade_scale
from tests.make.people import post, team

DONE = (*around(HALF_YEAR), *around(LEAP))
LATER = (None, *around(HALF_YEAR), *around(LEAP))
OVER = ("", "closed", "cancelled")
# Title, first and last day, done, shared, recorded.
TOTALS = (
    ("Spring", date(2014, 1, 1), date(2014, 6, 30), 67, None, None),
    ("Summer", date(2014, 7, 1), date(2014, 8, 31), 378, 300, None),
    ("Autumn", date(2014, 9, 1), date(2014, 12, 31), 40, 30, 20),
    ("Nobody", date(2014, 12, 1), date(2014, 12, 31), 0, 0, 0),
)


def build(council, by, every):
    """One audit in `every` of the product, and the totals."""
    here, auditor = team(council=council), post("Practice Manager", council=council)
    grades = _grades(council)
    rows = [
        CaseAudit(
            council=council,
            reference=f"SECRET-{number}",
            audited_on=done,
            shared_on=shared,
            recorded_on=recorded,
            team=here,
            auditor=auditor,
            own_team=own,
            first_grade=given[0],
            moderated_grade=given[1],
            created_on=done,
            **(withdrawn(by) if out else {}),
        )
        for number, (done, shared, recorded, own, given, out) in enumerate(
            product(DONE, LATER, LATER, (True, False), grades, (False, True))
        )
        if number % every == 0 and _in_order(done, shared, recorded)
    ]
    CaseAudit.objects.bulk_create(rows)
    _totals(council, by)
    _rounds(council, by, here, every)
    _rules(council, by, auditor)
    _repeats(council)
    _actions(council, by)


def _repeats(council):
    """Every third audit repeats one of an earlier day, whatever grade it has, withdrawn or not."""
    audits = list(CaseAudit.objects.filter(council=council).order_by("audited_on", "pk"))
    again = []
    for place, audit in enumerate(audits):
        earlier = audits[place * 5 % len(audits)]
        if place % 3 == 0 and earlier.audited_on < audit.audited_on:
            audit.earlier_audit = earlier
            again.append(audit)
    CaseAudit.objects.bulk_update(again, ["earlier_audit"])


def _actions(council, by):
    """An action of every due day and day done, of audits that stand and that do not."""
    days = (*around(HALF_YEAR), *around(LEAP))
    made = list(product(days, (None, *days), (False, True)))
    audits = list(CaseAudit.objects.filter(council=council).order_by("pk")[: 3 * len(made)])
    owner = post(council=council)
    AuditAction.objects.bulk_create(
        AuditAction(
            council=council,
            audit=audit,
            text="SECRET",
            owner=owner,
            due_on=due,
            done_on=done,
            created_on=LONG_AGO,
            **(withdrawn(by) if out else {}),
        )
        for place, audit in enumerate(audits)
        for due, done, out in [made[place % len(made)]]
    )


def _in_order(done, shared, recorded):
    if shared is None:
        return recorded is None
    return done <= shared and (recorded is None or shared <= recorded)


def _grades(council):
    """Pairs of a first and a moderated grade, of a scale that ended on the first edge and of one
    that began on the next day; one code is in both."""
    old = grade_scale(
        "three-point",
        (("met", "Met"), ("good", "Good enough"), ("not_met", "Not met")),
        council=council,
        to_date=HALF_YEAR,
    )
    new = grade_scale(council=council, from_date=HALF_YEAR + ONE)
    return (
        (None, None),
        (grade("met", old), None),
        (grade("good", old), None),
        (grade("good", new), grade("inadequate", new)),
        (grade("inadequate", new), grade("good", new)),
    )


def _totals(council, by):
    told = {"council": council, "source": "Report of the auditor", "created_on": LONG_AGO}
    for title, start, end, done, shared, recorded in TOTALS:
        counts = {"done": done, "shared": shared, "recorded": recorded}
        for suffix, out in (("", {}), ("-withdrawn", withdrawn(by))):
            named = {"slug": f"{title}{suffix}".lower(), "title": title}
            AuditTotal.objects.create(**named, start=start, end=end, **counts, **told, **out)
    AuditTotal.objects.create(
        slug="long", title="Long", start=LONG_AGO, end=HALF_YEAR, done=1, **told, **withdrawn(by)
    )


def _rounds(council, by, here, every):
    """A round of every end, number and way of ending; every second one begun by its audits alone.
    None is without a number but in the leap month, so that plans are known before it."""
    kind = audit_kind(council=council)
    ends = (*around(HALF_YEAR), *around(LEAP))
    made = product(ends, (None, *around(HALF_YEAR)), (None, LEAP - ONE, LEAP), OVER, (False, True))
    for number, (end, begun, day, over, out) in enumerate(made):
        if number % every or (begun and end < begun):
            continue
        told = {"closed_on": day, "result": "Weak plans"} if over == "closed" else {}
        told |= {"cancelled_on": day, "cancelled_because": "No time"} if over == "cancelled" else {}
        if bool(day) is (over == "") or (over == "closed" and not begun):
            continue
        AuditRound.objects.create(
            council=council,
            kind=kind,
            start=date(2015, 7, 1),
            end=end,
            planned=None if end > LEAP else number + 1,
            begun_on=begun,
            created_on=LONG_AGO,
            **told,
            **(withdrawn(by) if out else {}),
        )
    audits = list(CaseAudit.objects.filter(council=council, team=here).order_by("pk")[:600])
    rounds = list(AuditRound.objects.filter(council=council).order_by("pk"))
    for place, audit in enumerate(audits):
        audit.round = rounds[place * 7 % len(rounds)] if place % 5 else None
    CaseAudit.objects.bulk_update(audits, ["round"])


def _rules(council, by, auditor):
    """Rules by team and by post, of no, one or two cases, in the round or each so many months, in
    two of three rounds; a line that was withdrawn beside each."""
    quotas = [(own, other) for own, other in product(range(3), repeat=2) if own or other]
    ways = list(product((True, False), quotas, (None, 1, 3)))
    other = post("Group Manager", council=council)
    for place, row in enumerate(AuditRound.objects.filter(council=council).order_by("pk")):
        is_named, (own, others), months = ways[place * 5 % len(ways)]
        for out in ({}, withdrawn(by)) if place % 3 < 2 else ():
            line = AuditAllocation.objects.create(
                council=council,
                audit_round=row,
                post=None if is_named else auditor,
                own_team=own,
                other_team=others,
                every_months=months,
                created_on=LONG_AGO,
                **out,
            )
            line.posts.set([auditor, other] if is_named else [])
