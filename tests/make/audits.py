"""Makers of case-file audits: a valid row with no arguments."""

from datetime import date

from assurance.audits.models import AuditTotal, CaseAudit, Grade, GradeScale
from tests.cast import make_council
from tests.make.people import LONG_AGO, team

FOUR = (
    ("outstanding", "Outstanding"),
    ("good", "Good"),
    ("requires_improvement", "Requires improvement"),
    ("inadequate", "Inadequate"),
)


def grade_scale(slug="four-point", grades=FOUR, **said):
    """The scale called `slug` with its grades, made where it is not there yet."""
    council = said.pop("council", None) or make_council()
    usual = {"title": slug.replace("-", " ").capitalize(), "from_date": LONG_AGO}
    row, made = GradeScale.objects.get_or_create(
        council=council, slug=slug, defaults={**usual, **said}
    )
    if made:
        Grade.objects.bulk_create(
            Grade(scale=row, order=order, code=code, label=label)
            for order, (code, label) in enumerate(grades, 1)
        )
    return row


def grade(code="good", scale=None):
    """The grade `code` of `scale`, of the usual one where none is given."""
    return Grade.objects.get(scale=scale or grade_scale(), code=code)


def case_audit(**said):
    """An audit done on 2 March 2015, not yet shared, graded good."""
    council = said.get("council") or make_council()
    number = CaseAudit.objects.count() + 1
    usual = {
        "council": council,
        "reference": f"CA-{number:04}",
        "audited_on": date(2015, 3, 2),
        "auditor_role": "Practice Manager",
        "created_on": date(2015, 3, 3),
    }
    if "team" not in said:
        usual["team"] = team(council=council)
    if "first_grade" not in said:
        usual["first_grade"] = grade(scale=grade_scale(council=council))
    return CaseAudit.objects.create(**{**usual, **said})


def audit_total(**said):
    """A total of 67 audits in April 2019, of which nothing more is known."""
    number = AuditTotal.objects.count() + 1
    usual = {
        "council": said.get("council") or make_council(),
        "slug": f"round-{number}",
        "title": f"Round {number}",
        "start": date(2019, 4, 1),
        "end": date(2019, 4, 30),
        "done": 67,
        "source": "Report of the external auditor, May 2019",
        "created_on": date(2019, 5, 1),
    }
    return AuditTotal.objects.create(**{**usual, **said})
