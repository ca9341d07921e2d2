"""The reports that are due or under way, each as a card of a home."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from assurance.accounts.access import Permission, may
from assurance.meetings.models.closures import closed_days
from assurance.runtime.periods import When
from reports.editor.carry_forward.next_report import NextReport, due_from
from reports.papers.models.papers import Paper
from reports.papers.models.rounds import ReportReturn, last_return
from reports.papers.rules.deadlines import Deadline
from reports.tasks.job.job import steps_of_paper

WEEK = 7
STARTS, SENT_BACK = "Not started", "Sent back"
CONTINUES = {
    Paper.WRITING: "In progress",
    Paper.SENT: "Sent for approval",
    Paper.APPROVED: "Approved",
}


@dataclass(frozen=True)
class JobCard:
    """A job as a home shows it: `address` is empty for who has no page of it;
    `returned` is the return to its writers, where there was one."""

    title: str
    status: str
    meeting_on: date | None
    committee: str
    period: When
    steps: tuple[Deadline, ...]
    button: str = ""
    address: str = ""
    missing: tuple[str, ...] = ()
    promised: int = 0
    weeks: int | None = None
    returned: ReportReturn | None = None


def cards_of(user, day: date) -> list[JobCard]:
    """The jobs that a home shows `user`: reports that are due and not started, then those under
    way whose drafts the account may read."""
    # What is missing is shown to those who can supply it or wait for it: not to members.
    due = due_from(user, day) if may(user, Permission.SEE_COUNTS) else ()
    cards = [_due_card(user, report, day) for report in due]
    if may(user, Permission.READ_DRAFTS):
        papers = Paper.objects.visible_to(user).without_content().filter(status__in=CONTINUES)
        closed = closed_days(user.council)
        own = papers.filter(corrects__isnull=True)
        cards += [_paper_card(user, paper, day, closed) for paper in own]
    return sorted(cards, key=lambda card: card.meeting_on or date.max)


def weeks_to(meeting_on: date, day: date) -> int | None:
    """How many whole weeks lie before a meeting; None after it."""
    return (meeting_on - day).days // WEEK if meeting_on >= day else None


def _due_card(user, report: NextReport, day):
    writes = may(user, Permission.COMPOSE_PAPERS, day)
    before = report.before
    start = reverse("editor:next", args=[before.series.slug, before.slug]) if writes else ""
    lacking = [row for row in report.evidence() if row.is_lacking]
    return JobCard(
        title=report.title,
        status=STARTS,
        meeting_on=report.meeting_on,
        committee=str(before.series.committee),
        period=report.period,
        steps=report.steps(day),
        button=f"Start the report for {report.meeting_on:%B %Y}" if writes else "",
        address=start,
        missing=tuple(f"{row.title}, {row.when}" for row in lacking),
        promised=report.commitments.count(),
        weeks=weeks_to(report.meeting_on, day),
    )


def _paper_card(user, paper, day, closed):
    writes = may(user, Permission.COMPOSE_PAPERS, day)
    meeting, returned = paper.meeting, last_return(paper)
    return JobCard(
        title=paper.title,
        status=SENT_BACK if returned else CONTINUES[paper.status],
        meeting_on=meeting.date if meeting else None,
        committee=str(paper.series.committee),
        period=paper.period,
        steps=steps_of_paper(paper, day, closed),
        button="Continue" if writes else "See its tasks",
        address=reverse("report-job", args=[paper.series.slug, paper.slug]),
        weeks=weeks_to(meeting.date, day) if meeting else None,
        returned=returned,
    )
