"""The checks of a report, its sending, approvals and publication, each a task."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from assurance.accounts.access import Permission
from assurance.runtime.periods import say_day
from reports.approvals.requirements import RequiredApproval
from reports.issue.rules import hour_text
from reports.papers.models.papers import Paper
from reports.tasks.job.lines import DESCRIBED, SENT, JobContext, TaskLine


def closing_lines(
    context: JobContext,
    approvals: Iterable[RequiredApproval],
    hour: datetime | None,
    agenda_on: date | None,
) -> Iterator[TaskLine]:
    """The description of a correction, the checks, sending, each approval, and publishing: at its
    `hour`, else with the agenda."""
    verdict, sent = context.verdict, context.paper.status != Paper.WRITING
    if context.paper.corrects is not None:
        yield _correction_line(context)
    yield TaskLine(
        title="Report checks",
        address=context.address("verdicts:checks"),
        status="Completed" if verdict.is_ready or sent else "Stops the report",
        who=context.clerk,
        hint="" if sent else verdict.summary,
    )
    yield _sending_line(context, sent)
    approved = True
    for item in approvals:
        approved &= item.given is not None
        # Entries have lines of their own.
        if not item.of_entry:
            yield _approval_line(context, item, sent)
    is_open = context.paper.status == Paper.APPROVED and approved
    published = context.paper.status == Paper.ISSUED
    status = "Published" if published else "Not started" if is_open else "Cannot start yet"
    address = (
        context.address("issue:issue")
        if is_open and Permission.ISSUE_PAPERS in context.permissions
        else ""
    )
    yield TaskLine(
        "Publish", address, status, context.clerk, "" if published else _planned(hour, agenda_on)
    )


def _planned(hour, agenda_on):
    if hour:
        return f"Planned {hour_text(hour)}"
    return f"Planned for {say_day(agenda_on)}, with the agenda" if agenda_on else ""


def _correction_line(context):
    described = bool(context.paper.correction_note.strip())
    return TaskLine(
        title="Describe the changes",
        address=context.address("issue:correction") if context.may_write else "",
        status=DESCRIBED if described else "To describe",
        who=context.clerk,
        hint="Readers see them at the top of the new edition",
    )


def _sending_line(context, sent):
    paper, is_ready = context.paper, context.verdict.is_ready
    is_open = is_ready and context.may_write
    return TaskLine(
        title="Send for approval",
        address=context.address("approvals:send") if is_open else "",
        status=SENT if sent else "Not started" if is_ready else "Cannot start yet",
        who=context.clerk,
        hint=f"Sent on {say_day(paper.sent_on)}" if sent and paper.sent_on else "",
    )


def _approval_line(context, item, sent):
    is_given = item.given is not None
    status = "Approved" if is_given else "Waiting for approval" if sent else "Cannot start yet"
    hint = f"Approved on {say_day(item.given.approved_on)}" if is_given else ""
    may_approve = sent and not is_given and Permission.APPROVE_PAPERS in context.permissions
    address = context.address("approvals:approve") if may_approve else ""
    title = f"Approval: {item.title or item.scope_words}"
    return TaskLine(title, address, status, item.who, hint)
