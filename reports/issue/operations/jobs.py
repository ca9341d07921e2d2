"""An issue that somebody asked for: begun, stopped with the reason, begun again, left off; and the
hour at which a paper is issued by itself."""

from datetime import date, datetime

from django.db import transaction

from assurance.records import history
from assurance.records.record import locked
from assurance.records.refusals import refuse_if
from reports.approvals.models.poll_reasons import PollReason
from reports.editions.models.editions import Edition
from reports.issue import polls, rules
from reports.issue.models.jobs import IssueJob, IssueSchedule
from reports.papers.models.papers import Paper


@transaction.atomic
def ask_to_issue(
    *, edition: Edition, at: datetime, poll_reason: str = "", by, on: date
) -> IssueJob:
    """The issue of a frozen edition, which waits for its turn; one that stopped begins again.
    `poll_reason` says why it is published now, before a poll.

    Raises `Refused` for the second of two who ask at once, and once it is published.
    """
    paper = _locked(edition.paper)
    run = paper.issue_jobs.open().first()
    refuse_if(rules.why_not_ask(paper.status, run.state if run else ""))
    run = run or IssueJob(paper=paper)
    run.asked_by, run.asked_at, run.state = by, at, IssueJob.WAITING
    run.trouble, run.again_at = "", None
    run.save()
    more = _keep_poll_reason(paper, None, poll_reason, by, on)
    changes = history.impersonal_changes({"state": run.get_state_display()})
    history.record("papers.ask_to_issue", about=paper, by=by, on=on, changes=(*changes, *more))
    return run


@transaction.atomic
def record_trouble(
    *, run: IssueJob, sentence: str, again_at: datetime | None, by, on: date
) -> IssueJob:
    """The issue with why its last try stopped. It waits for the try that begins by itself at
    `again_at`, or for somebody. One that has come to its end meanwhile stays as it is."""
    run = locked(IssueJob, run.pk)
    if run.state in IssueJob.OPEN:
        run.state = IssueJob.WAITING if again_at else IssueJob.STOPPED
        run.trouble, run.again_at = sentence, again_at
        run.save()
    _record_history("papers.record_trouble", run, by, on, {"trouble": sentence})
    return run


@transaction.atomic
def leave_off(*, run: IssueJob, sentence: str, by, on: date) -> IssueJob:
    """The issue left off for good, as `sentence` says: taken back, or issued otherwise."""
    run = locked(IssueJob, run.pk)
    if run.state in IssueJob.OPEN:
        run.state, run.trouble, run.again_at = IssueJob.DROPPED, sentence, None
        run.save()
    _record_history("papers.leave_off", run, by, on, {"trouble": sentence})
    return run


@transaction.atomic
def set_hour(
    *, paper: Paper, at: datetime, now: datetime, poll_reason: str = "", by, on: date
) -> IssueSchedule:
    """The hour at which a paper that was sent is issued by itself, in place of one set before.
    Raises `Refused` for an hour that has passed, for a paper that is written or issued, and for an
    hour before a poll without the `poll_reason`."""
    paper = _locked(paper)
    run = paper.issue_jobs.open().first()
    refuse_if(rules.why_not_set_hour(paper.status, at, now, run.state if run else ""), "hour")
    refuse_if(polls.why_not_without_reason(paper, at, on, poll_reason), "poll_reason")
    values = {"at": at, "set_by": by, "set_on": on, "missed": ""}
    row, _ = IssueSchedule.objects.update_or_create(paper=paper, defaults=values)
    if not polls.polls_near(paper, at, on):
        PollReason.objects.filter(paper=paper).delete()
    more = _keep_poll_reason(paper, at, poll_reason, by, on)
    changes = history.changes({}, {"at": at.isoformat()}, IssueSchedule.personal)
    history.record("papers.set_hour", about=paper, by=by, on=on, changes=(*changes, *more))
    return row


@transaction.atomic
def clear_hour(*, paper: Paper, by, on: date) -> Paper:
    """The paper without an hour, issued when somebody says so; refuses where none was set."""
    paper = _locked(paper)
    removed, _ = IssueSchedule.objects.filter(paper=paper).delete()
    refuse_if(rules.why_not_clear_hour(bool(removed)))
    PollReason.objects.filter(paper=paper).delete()
    history.record("papers.clear_hour", about=paper, by=by, on=on)
    return paper


@transaction.atomic
def miss_hour(*, paper: Paper, sentence: str, by, on: date) -> Paper:
    """The paper whose hour came and which could not be issued then, with the reason."""
    paper = _locked(paper)
    IssueSchedule.objects.filter(paper=paper).update(missed=sentence)
    changes = history.changes({}, {"missed": sentence}, IssueSchedule.personal)
    history.record("papers.miss_hour", about=paper, by=by, on=on, changes=changes)
    return paper


def _keep_poll_reason(paper, at, text, by, on):
    """The changes of a reason that is kept, none where none is."""
    values = polls.reason_values(paper, at, text, by, on)
    if not values:
        return ()
    PollReason.objects.update_or_create(paper=paper, defaults=values)
    new = {"poll_reason": values["reason"]}
    return history.changes({}, new, {"poll_reason": PollReason.personal["reason"]})


def _locked(paper):
    return locked(Paper, paper.pk)


def _record_history(what, run, by, on, values):
    changes = history.impersonal_changes(values)
    history.record(what, about=run.paper, by=by, on=on, changes=changes)
