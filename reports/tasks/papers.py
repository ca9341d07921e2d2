"""What papers need of an account: written, approved, issued, looked at again or answered."""

from dataclasses import replace

from django.urls import reverse

from assurance.accounts.access import Permission, may
from assurance.runtime.periods import say_day, today
from assurance.runtime.typography import with_capital
from reports.approvals import requirements
from reports.approvals.missing_approvals import waiting_words
from reports.approvals.models.emergency_issue import EmergencyIssue
from reports.approvals.models.guests import EarlyReader
from reports.approvals.paper_state import how_much_changed
from reports.editions.models.removals import EditionRemoval
from reports.editor.carry_forward.next_report import due_from
from reports.issue.models.jobs import IssueJob, IssueSchedule, hour_to_come
from reports.issue.models.site import SiteFault
from reports.issue.rules import hour_text
from reports.papers.evidence import answered
from reports.papers.models.papers import Paper
from reports.papers.models.record_requests import RecordRequest
from reports.papers.models.rounds import last_return
from reports.publication.models.format_requests import FormatRequest
from reports.tasks.task import Need

DECIDE = "Removed: confirm or undo"
WAITS = "Removed: waits for a second person"
LOOK, CORRECT = "Published in an emergency: look again", "Second look: to be corrected"

FOR_APPROVAL = "Waiting for your approval"


def of_removals(user):
    """Removals that nobody decided on, to those who may; who removed is told that it waits."""
    if not may(user, Permission.REMOVE_EDITIONS):
        return []
    return [
        Need(
            str(removal.paper),
            reverse("issue:decide-removal", args=[removal.pk]),
            status=WAITS if removal.taken_by_id == user.pk else DECIDE,
            hint=f"{with_capital(removal.in_words)}, {removal.get_reason_display().lower()}",
        )
        for removal in EditionRemoval.objects.visible_to(user).waiting()
    ]


def of_published(user):
    """One line while anything issued is not as it was issued, to those who may look at it."""
    faults = ()
    if may(user, Permission.CHECK_ISSUED):
        faults = list(SiteFault.objects.visible_to(user).active())
    if not faults:
        return []
    more = f" and {len(faults) - 1} more" if len(faults) > 1 else ""
    title, address = "A published file has changed", reverse("published:issued-checked")
    return [Need(title, address, status="Look at this", hint=f"{faults[0]}{more}")]


def of_issuing(user):
    """What stopped on its way out, or missed its hour, and waits for somebody who may issue it."""
    if not may(user, Permission.ISSUE_PAPERS):
        return []
    stopped = IssueJob.objects.visible_to(user).stopped()
    missed = IssueSchedule.objects.visible_to(user).gone_by()
    return [
        *(_late(run.paper, "issue:issue", run.trouble, "Not published") for run in stopped),
        *(_late(row.paper, "editor:draft", row.missed, "Hour has passed") for row in missed),
    ]


def of_emergencies(user):
    """Each that waits for a second look, to every approver who neither issued nor wrote it; each
    that was found wrong and is not being corrected, to those who issue."""
    rows = EmergencyIssue.objects.visible_to(user)
    needs = []
    if may(user, Permission.APPROVE_PAPERS):
        waiting = [row for row in rows.waiting() if row.issued_by_id != user.pk]
        needs += [
            _second_look(item, LOOK, reverse("issue:look-again-at", args=[item.pk]))
            for item in waiting
            if not item.was_written_by(user)
        ]
    if may(user, Permission.ISSUE_PAPERS):
        needs += [
            _second_look(row, CORRECT, _page(row.paper, "editor:draft"))
            for row in rows.to_correct()
        ]
    return needs


def of_early(user, day):
    """Each approved paper on whose list of early readers `user` stands on `day`."""
    status = "You may read it before it is published"
    return [
        Need(row.paper.title, reverse("approvals:early", args=[row.pk]), status=status)
        for row in EarlyReader.objects.visible_to(user).to_read(user, day)
    ]


def of_due(user, day):
    """Each report that is due and that nobody has started, to those who write reports."""
    if not may(user, Permission.COMPOSE_PAPERS, day):
        return []
    return [
        Need(
            report.title,
            _page(report.before, "editor:next"),
            status="Not started",
            hint=f"Meeting on {say_day(report.meeting_on)}",
        )
        for report in due_from(user, day)
    ]


def of_record_requests(user, day):
    """Each record that a report asks for, to those who may record it, until it is there."""
    rows = [
        row for row in RecordRequest.objects.visible_to(user) if may(user, row.page.permission, day)
    ]
    there = answered(user.council, [row.query for row in rows])
    return [_record_need(row, day) for row in rows if row.query not in there]


def _record_need(row, day):
    hint = f"Asked by {row.asked_by.name} for “{row.paper.title}”, by {say_day(row.due_on)}"
    late = row.due_on < day
    title = f"Record the {row.what} of {row.when}"
    if not row.page.takes(row.when.end, day):
        return Need(title, "", status=f"Can be recorded from {say_day(row.when.end)}", hint=hint)
    address = row.page.address_for(row.when.end)
    return Need(title, address, late=late, status="" if late else "Asked", hint=hint)


def of_papers(user):
    """What the papers need that `user` may approve, issue or write."""
    papers = Paper.objects.visible_to(user).without_content()
    approves, writes = may(user, Permission.APPROVE_PAPERS), may(user, Permission.COMPOSE_PAPERS)
    needs = []
    if approves or writes:
        waiting = requirements.waiting_for(user, today())
        # An entry is cleared on a page of its own, and stands on the home once.
        whole = ((paper, [item for item in query if not item.of_entry]) for paper, query in waiting)
        needs += [_approval_need(paper, query, user, approves) for paper, query in whole if query]
    if may(user, Permission.ISSUE_PAPERS):
        ready = papers.ready_to_issue().select_related("set_hour")
        needs += [_need(paper, _of_approved(paper)) for paper in ready]
    if writes:
        needs += [_writing_need(paper) for paper in papers.being_written()]
        needs += [_of_job(paper, "Sent for approval", _waits_for(paper)) for paper in papers.sent()]
    return needs


def of_other_formats(user):
    """Each open request of the user's council for a paper in another format or language, the first
    asked first, to those who issue its papers; nothing of who asked."""
    if not may(user, Permission.ISSUE_PAPERS):
        return []
    return [
        Need(
            "A report was asked for in another format or language",
            reverse("published:other-format-record", args=[row.pk]),
            status="To be answered",
            hint=f"Asked on {say_day(row.asked_on)}",
        )
        for row in FormatRequest.objects.visible_to(user).open().order_by("pk")
    ]


def _page(paper, name):
    return reverse(name, args=[paper.series.slug, paper.slug])


def _late(paper, page, sentence, status):
    return Need(paper.title, _page(paper, page), late=True, status=status, hint=sentence)


def _second_look(item, status, address):
    hint = f"Edition {item.edition.number}, published on {say_day(item.issued_on)}"
    return Need(str(item.paper.title), address, status=status, hint=hint)


def _of_job(paper, status, more=""):
    """A report under way, whose tasks stand on a page of their own."""
    return replace(_need(paper, status, more), address=_page(paper, "report-job"))


def _writing_need(paper):
    """A report that is with its writers, who see whether it was sent back to them."""
    returned = last_return(paper)
    if returned is None:
        return _of_job(paper, "Being written")
    return _of_job(paper, "Sent back", returned.summary)


def _need(paper, status, more=""):
    corrects = f"Corrects edition {paper.corrects}" if paper.corrects else ""
    hint = ". ".join(filter(None, (str(paper.meeting or ""), corrects, more)))
    return Need(paper.title, _page(paper, "editor:draft"), status=status, hint=hint)


def _of_approved(paper):
    hour = hour_to_come(paper)
    return f"Approved: is published {hour_text(hour)}" if hour else "Approved: can be published"


def _approval_need(paper, query, user, approves):
    """A report that waits for its reader, since when and how much of it is otherwise, with the page
    on which they decide."""
    sent = f"Sent on {say_day(paper.sent_on)}" if paper.sent_on else ""
    more = ". ".join(filter(None, (_of_what(query), sent, how_much_changed(paper, user))))
    need = _need(paper, FOR_APPROVAL, more)
    page = "approvals:approve" if approves else "approvals:sign-off"
    return replace(need, address=_page(paper, page))


def _waits_for(paper):
    waits = waiting_words(requirements.asked_of(paper, today()))
    return f"Waits for: {'; '.join(waits)}" if waits else ""


def _of_what(query):
    """What is asked of an approver, where it is less than the whole or has a name."""
    return "; ".join(
        item.title if item.of_whole else f"{item.title}: {item.scope_words}"
        for item in query
        if item.title
    )
