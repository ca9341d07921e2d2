"""Issue from end to end: freeze, make each file outside any transaction, publish, set going what
follows. Safe to run again after a failure, whichever step it broke off in.
"""

import logging
from datetime import UTC, timedelta
from errno import EDQUOT, ENOSPC

from django.conf import settings
from django.db import DatabaseError, OperationalError
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from assurance.records.refusals import Refused, refuse_if
from assurance.runtime.jobs import INLINE, job, next_try
from assurance.runtime.periods import moment_from_today, moment_of_today, this_moment, today
from reports.documents import formats, subprocess
from reports.documents.document import from_json
from reports.documents.pdf.engine import PdfFault
from reports.editions.enclosure_files import annex_files
from reports.editions.models.editions import Edition
from reports.issue import hooks, polls, rules
from reports.issue.models.jobs import IssueJob, IssueSchedule
from reports.issue.operations import jobs, steps
from reports.issue.site import jobs as publishing
from reports.papers.addresses import paper_address
from reports.papers.models.papers import Paper

logger = logging.getLogger("candour.issue")
# What may happen to a machine in the middle of any step: it is tried again.
TROUBLES = (OSError, DatabaseError, subprocess.SubprocessFailed)
# How long an issue may be without a job before it counts as lost: its job is written a moment after
# it is asked for.
LOST_AFTER = timedelta(minutes=1)
_NO_ROOM = ("disk is full", "disk full", "no space left")


def issue(paper: Paper, *, by, on) -> Edition:
    """The published edition of an approved paper, made while the caller waits.

    Raises `Refused` where it may not be issued, `PdfFault` where a file would be faulty; the
    frozen edition then waits, unpublished, and the next call goes on with it.
    """
    edition = _frozen(paper, by, on)
    return finish(edition, by=by, on=on)


def begin_issue(paper: Paper, *, poll_reason: str | None = None, by, on) -> IssueJob:
    """The issue of an approved paper in the background, or at its end at once. Raises `Refused`,
    also before the hour that is set for it, and before a poll where `poll_reason`, of somebody who
    was asked for it, is empty."""
    refuse_if(why_not_now(paper))
    if poll_reason is not None:
        refuse_if(polls.why_not_without_reason(paper, None, on, poll_reason), "poll_reason")
    edition = _frozen(paper, by, on)
    resume_abandoned.call()
    values = {"at": this_moment(), "poll_reason": poll_reason or "", "by": by, "on": on}
    run = jobs.ask_to_issue(edition=edition, **values)
    result = issue_asked.enqueue(run.pk)
    run.refresh_from_db()
    if settings.JOBS == INLINE and result.errors and run.state == IssueJob.WAITING:
        stop_unforeseen(run)
    return run


def why_not_now(paper: Paper) -> str:
    """Why `paper` cannot be published before the hour that is set for it, or nothing."""
    hour = IssueSchedule.objects.filter(paper=paper).first()
    return rules.why_not_before(hour.at, moment_of_today()) if hour else ""


def finish(edition: Edition, *, by, on) -> Edition:
    """The frozen edition with every file, published. Files that an earlier try made are kept."""
    document = from_json(edition.document)
    names = list(edition.files.values_list("name", flat=True))
    for form in formats.FORMATS:
        if not any(name.endswith(formats.ENDINGS[form]) for name in names):
            files = subprocess.made(document, edition.paper.slug, form)
            steps.keep_files(edition=edition, files=files, by=by, on=on)
            logger.info("edition %s: %s made", edition.pk, form)
    annexes = annex_files(document, edition.paper.slug, edition.council.slug)
    if not {annex.name for annex in annexes} <= set(names):
        steps.keep_files(edition=edition, files=annexes, by=by, on=on)
    files = [
        formats.RenderedFile(file.name, file.media_type, bytes(file.content))
        for file in edition.files.order_by("pk")
    ]
    listed = formats.manifest(document, files)
    published = steps.publish(edition=edition, files=[listed], at=moment_of_today(), by=by, on=on)
    logger.info("edition %s: published", edition.pk)
    after_publication(published)
    return published


@job(takes_context=True)
def issue_asked(context, run_pk: int):
    """Issues what was asked for in the run of this key; one that is published already is only
    followed up. What stopped it is said on its page; raised again, so that it is tried again, where
    the machine was at fault."""
    run = IssueJob.objects.select_related("paper", "edition", "asked_by").get(pk=run_pk)
    by, on = run.asked_by, today()
    if run.state == IssueJob.PUBLISHED:
        return after_publication(run.edition)
    edition = run.paper.editions.filter(published_at__isnull=True).first()
    try:
        if run.state in IssueJob.OPEN and edition is None:
            raise Refused(steps.TAKEN_BACK)
        if run.state in IssueJob.OPEN:
            finish(edition, by=by, on=on)
    except Refused as refused:
        jobs.leave_off(run=run, sentence=refused.sentence, by=by, on=on)
    except PdfFault as fault:
        values = {"sentence": str(fault), "again_at": None}
        jobs.record_trouble(run=run, **values, by=by, on=on)
    except TROUBLES as trouble:
        again_at = next_try(context.attempt, this_moment())
        values = {"sentence": sentence_of(trouble), "again_at": again_at}
        jobs.record_trouble(run=run, **values, by=by, on=on)
        raise


@job
def issue_due():
    """Issues every paper whose set hour has come, and says of one that cannot be issued why."""
    on = today()
    for hour in IssueSchedule.objects.due(moment_of_today()).select_related("paper", "set_by"):
        run = hour.paper.issue_jobs.open().first()
        sentence = rules.why_not_at_hour(hour.paper.status, run.state if run else "")
        if not sentence:
            try:
                begin_issue(hour.paper, by=hour.set_by, on=on)
            except Refused as refused:
                sentence = refused.sentence
        if sentence:
            values = {"paper": hour.paper, "sentence": sentence}
            jobs.miss_hour(**values, by=hour.set_by, on=on)


@job
def resume_abandoned():
    """Looks after issues whose job ended without a word: one that was never put in the queue is put
    there, one whose job has failed says so."""
    asked_before = this_moment() - LOST_AFTER
    for run in IssueJob.objects.waiting().filter(asked_at__lt=asked_before):
        rows = DBTaskResult.objects.filter(
            task_path=issue_asked.module_path, args_kwargs={"args": [run.pk], "kwargs": {}}
        ).filter(enqueued_at__gte=run.asked_at)
        states = set(rows.values_list("status", flat=True))
        if states & {TaskResultStatus.FAILED} or settings.JOBS == INLINE:
            stop_unforeseen(run)
        elif not states & {TaskResultStatus.READY, TaskResultStatus.RUNNING}:
            issue_asked.enqueue(run.pk)


def stop_unforeseen(run: IssueJob) -> IssueJob:
    """The run stopped, where its job ended without a word."""
    values = {"sentence": rules.UNFORESEEN, "again_at": None}
    return jobs.record_trouble(run=run, **values, by=run.asked_by, on=today())


def sentence_of(trouble: Exception) -> str:
    """What happened to the machine, for the clerk."""
    if isinstance(trouble, subprocess.SubprocessFailed):
        return str(trouble)
    if isinstance(trouble, OSError):
        return rules.DISK_FULL if trouble.errno in (ENOSPC, EDQUOT) else rules.NO_FILE
    text = str(trouble).lower() if isinstance(trouble, OperationalError) else ""
    return rules.DISK_FULL if any(item in text for item in _NO_ROOM) else rules.DATABASE_AWAY


def after_publication(edition: Edition):
    """Enqueues what follows once an edition is public: a line for each. May be called again for the
    same edition, so what it enqueues finds out what is done already."""
    if edition.paper.removals.in_force().exists():
        # What this edition takes out of earlier ones leaves the folder now, not with a job.
        publishing.follow(edition.paper)
    publishing.follow_publication(edition.paper_id)
    hooks.follow(edition)


def after_removal(paper: Paper) -> bool:
    """What follows once editions of a paper were removed, or may be read again: a line for each.

    False where the published folder did not follow: nobody reads it here, and a job tries again.
    """
    return publishing.follow(paper)


def _frozen(paper: Paper, by, on) -> Edition:
    # By the day of its pages, so that a demonstration's files and pages have one date.
    at = moment_from_today(this_moment()).astimezone(UTC)
    return steps.freeze_edition(paper=paper, address=paper_address(paper), at=at, by=by, on=on)
