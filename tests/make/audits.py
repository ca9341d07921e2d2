"""Makers of case-file audits: a valid row with no arguments."""

from datetime import date

from assurance.audits.models.agreed_actions import AuditAction
from assurance.audits.models.allocations import AuditAllocation
from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.models.kinds import AuditKind, AuditTheme
from assurance.audits.models.learning import LearningMeeting
from assurance.audits.models.rounds import AuditRound
from assurance.audits.models.samples import AuditSample
from assurance.audits.models.scales import Grade, GradeScale
from assurance.audits.models.totals import AuditTotal
from assurance.audits.rules.rounds import next_due
from tests.cast import make_council
from tests.make.people import LONG_AGO, post, posts, team, with_posts

HELD = date(2015, 9, 7)
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
    """An audit done on 2 March 2015, not yet shared, graded good; its auditor and its moderator
    are posts or their titles."""
    council = said.get("council") or make_council()
    number = CaseAudit.objects.count() + 1
    usual = {
        "council": council,
        "reference": f"CA-{number:04}",
        "audited_on": date(2015, 3, 2),
        "auditor": "Practice Manager",
        "created_on": date(2015, 3, 3),
    }
    if "team" not in said:
        usual["team"] = team(council=council)
    if "first_grade" not in said:
        usual["first_grade"] = grade(scale=grade_scale(council=council))
    told = with_posts({**usual, **said}, "auditor", "moderator")
    return CaseAudit.objects.create(**told)


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


def audit_kind(title="Case-file audit", **said):
    """The kind of audit of that title, every six months, made where it is not there yet."""
    council = said.pop("council", None) or make_council()
    usual = {"interval_months": 6, "from_date": LONG_AGO, "created_on": LONG_AGO}
    return AuditKind.objects.get_or_create(
        council=council, title=title, defaults={**usual, **said}
    )[0]


def audit_theme(title="Plans without dates", **said):
    """The theme of that title, made where it is not there yet."""
    council = said.pop("council", None) or make_council()
    usual = {"from_date": LONG_AGO, "created_on": LONG_AGO}
    return AuditTheme.objects.get_or_create(
        council=council, title=title, defaults={**usual, **said}
    )[0]


def audit_round(**said):
    """A round of ten audits in the first half of 2015, planned and not begun; its lead is a post or
    its title."""
    council = said.get("council") or make_council()
    usual = {
        "council": council,
        "start": date(2015, 1, 1),
        "end": date(2015, 6, 30),
        "planned": 10,
        "created_on": date(2014, 12, 1),
    }
    teams = said.pop("teams", [])
    if "kind" not in said:
        usual["kind"] = audit_kind(council=council)
    told = with_posts({**usual, **said}, "lead")
    told.setdefault("interval_months", told["kind"].interval_months)
    told.setdefault("next_due_on", next_due(told["start"], told["interval_months"]))
    made = AuditRound.objects.create(**told)
    made.teams.set(teams)
    return made


def allocation(**said):
    """A line that asks of the practice manager of each team, or of its `post`, one case of their
    own team and one of another; of each of `posts` where there are any. Both are titles."""
    council = said.get("council") or make_council()
    usual = {
        "council": council,
        "own_team": 1,
        "other_team": 1,
        "created_on": date(2014, 12, 1),
    }
    if "audit_round" not in said:
        usual["audit_round"] = audit_round(council=council)
    titles, of_teams = said.pop("posts", ()), said.pop("post", "Practice Manager")
    usual["post"] = None if titles else post(of_teams, council=council)
    made = AuditAllocation.objects.create(**{**usual, **said})
    made.posts.set(posts(*titles, council=council))
    return made


def learning_meeting(**said):
    """A meeting of 7 September 2015 that reviewed the audits of July and August."""
    usual = {
        "council": said.get("council") or make_council(),
        "forum": "Performance meeting",
        "held_on": HELD,
        "reviewed_from": date(2015, 7, 1),
        "reviewed_to": date(2015, 8, 31),
        "created_on": date(2015, 9, 8),
    }
    rounds = said.pop("rounds", [])
    made = LearningMeeting.objects.create(**{**usual, **said})
    made.rounds.set(rounds)
    return made


def audit_action(**said):
    """An action agreed at an audit of 2 March 2015, due on 30 April and not done."""
    council = said.get("council") or make_council()
    usual = {
        "council": council,
        "text": "Give the plan its dates.",
        "due_on": date(2015, 4, 30),
        "created_on": date(2015, 3, 3),
    }
    if "audit" not in said:
        usual["audit"] = case_audit(council=council)
    if "owner" not in said:
        usual["owner"] = post(council=council)
    return AuditAction.objects.create(**{**usual, **said})


def audit_sample(**said):
    """Two cases drawn from a list of ten on 2 March 2015."""
    number = AuditSample.objects.count() + 1
    usual = {
        "council": said.get("council") or make_council(),
        "title": f"Dip sample {number}",
        "drawn_on": date(2015, 3, 2),
        "listed": 10,
        "seed": "a1b2c3d4",
        "references": ["C-7", "C-2"],
        "created_on": date(2015, 3, 2),
    }
    return AuditSample.objects.create(**{**usual, **said})
