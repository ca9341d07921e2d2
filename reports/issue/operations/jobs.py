"""An issue that somebody asked for: begun, stopped with the reason, begun again, left off; and the
hour at which a paper is issued by itself."""

from datetime import date, datetime

from django.db import transaction

from assurance.records import history
from assurance.records.record import locked
from assurance.records.refusals import refuse_if
from reports.editions.models.editions import Edition
from reports.issue import rules
from reports.issue.models.jobs import IssueJob, IssueSchedule
from reports.papers.models.papers import Paper


@transaction.atomic
def ask_to_issue(*, edition: Edition, at: datetime, by, on: date) -> IssueJob:
    """The issue of a frozen edition, which waits for its turn; one that stopped begins again.

    Raises `Refused` for the second of two who ask at once, and once it is published.
    """
    paper = _locked(edition.paper)
    run = paper.issue_jobs.open().first()
    refuse_if(rules.why_not_ask(paper.status, run.state if run else ""))
    run = run or IssueJob(paper=paper)
    run.asked_by, run.asked_at, run.state = by, at, IssueJob.WAITING
    run.trouble, run.again_at = "", None
    run.save()
    _record_history("papers.ask_to_issue", run, by, on, {"state": run.get_state_display()})
    return run


@transaction.atomic
def say_trouble(
    *, run: IssueJob, sentence: str, again_at: datetime | None, by, on: date
) -> IssueJob:
    """The issue with why its last try stopped. It waits for the try that begins by itself at
    `again_at`, or for somebody. One that has come to its end meanwhile stays as it is."""
    run = locked(IssueJob, run.pk)
    if run.state in IssueJob.OPEN:
        run.state = IssueJob.WAITING if again_at else IssueJob.STOPPED
        run.trouble, run.again_at = sentence, again_at
        run.save()
    _record_history("papers.say_trouble", run, by, on, {"trouble": sentence})
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
def set_hour(*, paper: Paper, at: datetime, now: datetime, by, on: date) -> IssueSchedule:
    """The hour at which a paper that was sent is issued by itself, in place of one set before.
    Raises `Refused` for an hour that has passed, and for a paper that is written or issued."""
    paper = _locked(paper)
    run = paper.issue_jobs.open().first()
    refuse_if(rules.why_not_set_hour(paper.status, at, now, run.state if run else ""), "hour")
    values = {"at": at, "set_by": by, "set_on": on, "missed": ""}
    row, _ = IssueSchedule.objects.update_or_create(paper=paper, defaults=values)
    changes = history.changes({}, {"at": at.isoformat()}, IssueSchedule.personal)
    history.record("papers.set_hour", about=paper, by=by, on=on, changes=changes)
    return row


@transaction.atomic
def clear_hour(*, paper: Paper, by, on: date) -> Paper:
    """The paper without an hour, issued when somebody says so; refuses where none was set."""
    paper = _locked(paper)
    removed, _ = IssueSchedule.objects.filter(paper=paper).delete()
    refuse_if(rules.why_not_clear_hour(bool(removed)))
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


def _locked(paper):
    return locked(Paper, paper.pk)


def _record_history(what, run, by, on, values):
    changes = history.impersonal_changes(values)
    history.record(what, about=run.paper, by=by, on=on, changes=changes)
