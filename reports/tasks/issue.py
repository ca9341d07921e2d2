"""Issues that stopped, and hours at which a paper could not be issued."""

from django.urls import reverse

from assurance.accounts.access import Permission, may
from reports.issue.models.jobs import IssueJob, IssueSchedule
from reports.tasks.task import Need


def of_issuing(user):
    """What stopped on its way out and waits for somebody who may issue it."""
    if not may(user, Permission.ISSUE_PAPERS):
        return []
    stopped = [
        _need(run.paper, "papers:issue", run.trouble, "Not issued")
        for run in IssueJob.objects.visible_to(user).stopped()
    ]
    missed = [
        _need(issue_schedule.paper, "papers:draft", issue_schedule.missed, "Hour has passed")
        for issue_schedule in IssueSchedule.objects.visible_to(user).gone_by()
    ]
    return [*stopped, *missed]


def _need(paper, page, sentence, status):
    at = reverse(page, args=[paper.series.slug, paper.slug])
    return Need(paper.title, at, late=True, status=status, hint=sentence)
