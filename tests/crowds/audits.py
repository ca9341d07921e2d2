"""Case-file audits on every edge: done, shared and recorded before, on and after it; every grade
given, moderated and not; totals of an earlier year."""

from datetime import date
from itertools import product

from assurance.audits.models import AuditTotal, CaseAudit
from tests.crowds.days import HALF_YEAR, LEAP, LONG_AGO, ONE, around, withdrawn
from tests.make.audits import grade, grade_scale
from tests.make.people import team

DONE = (*around(HALF_YEAR), *around(LEAP))
LATER = (None, *around(HALF_YEAR), *around(LEAP))
# Title, first and last day, done, shared, recorded.
TOTALS = (
    ("Spring", date(2014, 1, 1), date(2014, 6, 30), 67, None, None),
    ("Summer", date(2014, 7, 1), date(2014, 8, 31), 378, 300, None),
    ("Autumn", date(2014, 9, 1), date(2014, 12, 31), 40, 30, 20),
    ("Nobody", date(2014, 12, 1), date(2014, 12, 31), 0, 0, 0),
)


def build(council, by, every):
    """One audit in `every` of the product, and the totals."""
    here = team(council=council)
    grades = _grades(council)
    rows = [
        CaseAudit(
            council=council,
            reference=f"SECRET-{number}",
            audited_on=done,
            shared_on=shared,
            recorded_on=recorded,
            team=here,
            auditor_role="Practice Manager",
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
