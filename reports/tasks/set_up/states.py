"""How far each step of the set-up has come, read from the council's records."""

from dataclasses import dataclass

from assurance.accounts.access import Permission, Role
from assurance.accounts.models.accounts import Grant, User
from assurance.audits.models.scales import GradeScale
from assurance.dbs.models.policies import RecheckPolicy
from assurance.figures.models import DisclosurePolicy
from assurance.figures.small_numbers import MOST
from assurance.meetings.models.bodies import Body
from assurance.meetings.models.meetings import Meeting
from assurance.people.models.holders import PostHolder
from assurance.people.models.people import Cohort
from assurance.people.models.posts import Post
from assurance.people.models.teams import Team
from assurance.public_pages.models.contacts import ChildContact
from assurance.public_pages.models.statements import AccessibilityStatement, PrivacyNotice
from assurance.runtime.periods import say_day
from reports.approvals.models.approvals import AUTHOR, WHOLE, ApprovalRule
from reports.papers.models.templates import ReportTemplate, Series

COMPLETED, NOT_STARTED, IN_PROGRESS = "Completed", "Not started", "In progress"
BLOCKED, WAITING = "Cannot start yet", "Waiting for approval"
NO_APPROVER = "Needs an account with the role of an approver"
NO_MEETING = "No meeting to come"
NO_SERIES = "No series of reports yet"
USUAL = f"Counts from 1 to {MOST} are hidden: the usual policy"
ANOTHER = "Another administrator approves it"
NO_OTHER = "Another administrator approves it, and there is none: add an account"
WRITTEN = "Until then re-checks are every 36 months"
UNAPPROVED = "Until then the usual policy applies"
# What somebody has to be able to do before the first report → what is missing without them.
NEEDED = {
    Permission.COMPOSE_PAPERS: "no one writes reports",
    Permission.APPROVE_PAPERS: "no one approves reports",
    Permission.IMPORT_FILES: "no one keeps records",
}


@dataclass(frozen=True)
class State:
    """The status of a step and what is known of it, in words."""

    status: str
    hint: str

    @property
    def is_done(self):
        """Whether nothing is left to do."""
        return self.status == COMPLETED


def of_teams(council, day):
    """Done with a first team."""
    teams = Team.objects.of(council)
    services = len(set(teams.values_list("service", flat=True)))
    text = f"{_count(teams.count(), 'team')} in {_count(services, 'service')}"
    return _begun(services, text, "Audits and figures name the team that they are about")


def of_posts(council, day):
    """Done with a first post on the day."""
    number = Post.objects.of(council).on(day).count()
    return _begun(number, _count(number, "post"), "Reports name posts, not people")


def of_accounts(council, day):
    """Done once somebody writes reports, somebody approves them and somebody keeps records."""
    users = User.objects.by_permission(council, NEEDED, day)
    accounts = User.objects.filter(council=council, is_active=True)
    lacking = [text for permission, text in NEEDED.items() if not users[permission]]
    waiting = accounts.filter(last_login=None).count()
    working = Grant.objects.in_force(day).exclude(role=Role.MEMBER)
    without_post = accounts.exclude(posts_held__in=PostHolder.objects.of(council).on(day))
    lacking_post = without_post.filter(grants__in=working).distinct().count()
    hints = [_count(accounts.count(), "account"), *lacking]
    if waiting:
        hints.append(f"{waiting} not signed in yet")
    if lacking_post:
        hints.append(f"{lacking_post} in no post")
    status = COMPLETED if not lacking else NOT_STARTED if len(lacking) == 3 else IN_PROGRESS
    return State(status, ", ".join(hints))


def is_in_no_post(account, day):
    """Whether no post is that of `account` on `day`."""
    return not PostHolder.objects.on(day).filter(account=account).exists()


def of_committee(council, day):
    """Done with a committee that has a meeting to come, and a series of reports."""
    committees = [body.title for body in Body.committees.of(council)]
    if not committees:
        return State(NOT_STARTED, "Reports go to a meeting of a committee")
    meeting = Meeting.committees.of(council).to_come(day).first()
    following = f"Next meeting {say_day(meeting.date)}" if meeting else NO_MEETING
    hints = [", ".join(committees), following]
    has_series = Series.objects.of(council).exists()
    if not has_series:
        hints.append(NO_SERIES)
    return State(COMPLETED if meeting and has_series else IN_PROGRESS, ". ".join(hints))


def of_template(council, day):
    """Done with a first template that reports can begin from."""
    titles = [row.title for row in ReportTemplate.objects.of(council).current()]
    return _begun(titles, ", ".join(titles), "Start from an example with sentences and tables")


def of_approvers(council, day):
    """Done once a line of the rule names who approves the whole of every report."""
    able = User.objects.with_permission(council, Permission.APPROVE_PAPERS, day)
    rules = ApprovalRule.objects.of(council).on(day).filter(template=None, scope=WHOLE)
    named = [rule for rule in rules.select_related("approver") if rule.kind != AUTHOR]
    lines = [line for line in named if line.approver in able]
    if not able:
        return State(BLOCKED, NO_APPROVER)
    if named and not lines:
        return State(IN_PROGRESS, f"{_approvers(named)}, who can no longer approve")
    return _begun(lines, _approvers(lines), "Every report is approved by another than its writer")


def of_contact(council, day):
    """Done with telephone numbers that are valid on the day."""
    hint = "Public pages and reports print the telephone numbers"
    return _valid(
        *(ChildContact.objects.of(council), day, hint),
        lambda row: f"{row.daytime_phone}, at any other time {row.other_phone}",
    )


def of_accessibility(council, day):
    """Done with an accessibility statement that is valid on the day."""
    return _valid(
        *(AccessibilityStatement.objects.of(council), day),
        "The law asks for it (SI 2018/952, regulation 8); every public page links to it",
        lambda row: f"{row.get_status_display()}, reviewed on {say_day(row.reviewed_on)}",
    )


def of_privacy(council, day):
    """Done with a privacy notice that is valid on the day."""
    return _valid(
        *(PrivacyNotice.objects.of(council), day),
        "The controller of personal data, and the post to write to; every public page links to it",
        lambda row: f"{row.controller}, {row.officer}",
    )


def _valid(rows, day, hint, text_of):
    """Done with a dated text that is valid on `day`; in progress where it is valid later only."""
    if row := rows.on(day):
        return State(COMPLETED, text_of(row))
    following = rows.active().order_by("from_date").first()
    if following:
        return State(IN_PROGRESS, f"Valid from {say_day(following.from_date)}")
    return State(NOT_STARTED, hint)


def of_populations(council, day):
    """Done with a usual population of children and one of people who need a DBS check."""
    rows = Cohort.objects.of(council)
    titles = [row.title for row in rows]
    lacking = [text for kind, text in Cohort.KINDS if not rows.filter(kind=kind, usual=True)]
    if titles and lacking:
        return State(IN_PROGRESS, f"No usual population of {' and of '.join(lacking)}")
    return _begun(titles, "; ".join(titles), "Who is counted: two of staff, one of children")


def of_policy(council, day):
    """Done with a re-check policy in force; waits where one was written and is not approved."""
    rows = RecheckPolicy.objects.of(council)
    policies = [str(row) for row in rows.in_force(day)]
    if not policies and rows.waiting_for_approval().exists():
        return State(WAITING, f"{_approver(council, day)}. {WRITTEN}")
    text = f"Re-checks {', '.join(policies)}"
    return _begun(policies, text, "How often DBS checks are made again: every 36 months proposed")


def of_small_numbers(council, day):
    """Done unless a policy that was entered waits for another administrator."""
    rows = DisclosurePolicy.objects.of(council).active()
    if rows.filter(approved_on=None).exists():
        return State(WAITING, f"{_approver(council, day)}. {UNAPPROVED}")
    own = [
        f"{row.get_counted_display()}: hidden up to {row.threshold}" for row in rows.in_force(day)
    ]
    return State(COMPLETED, ". ".join(own) or USUAL)


def of_grades(council, day):
    """Done with a first scale of grades."""
    titles = [row.title for row in GradeScale.objects.of(council)]
    return _begun(titles, ", ".join(titles), "Outstanding to inadequate proposed")


def _approver(council, day):
    able = User.objects.with_permission(council, Permission.MANAGE_POLICIES, day)
    return ANOTHER if len(able) > 1 else NO_OTHER


def _approvers(lines):
    return ", ".join(f"{line.title}: {line.approver.name}" for line in lines)


def _begun(there, text, hint):
    return State(COMPLETED, text) if there else State(NOT_STARTED, hint)


def _count(number, noun):
    return f"{number} {noun}{'' if number == 1 else 's'}"
