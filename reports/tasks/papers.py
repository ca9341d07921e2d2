"""The papers that an account can go on with."""

from django.urls import reverse

from assurance.accounts.access import Permission, may
from assurance.runtime.periods import today
from reports.approvals import requirements
from reports.papers.models.papers import Paper
from reports.tasks.task import Need


def of_papers(user):
    """What the papers need that `user` may approve, issue or write."""
    papers = Paper.objects.visible_to(user).without_content()
    waiting = [
        (Permission.ISSUE_PAPERS, papers.ready_to_issue(), "Approved: can be issued"),
        (Permission.COMPOSE_PAPERS, papers.being_written(), "Being written"),
    ]
    of_others = [
        _need(paper, status)
        for permission, rows, status in waiting
        if may(user, permission)
        for paper in rows
    ]
    return [*_to_approve(user), *of_others, *_sent(user, papers)]


def _sent(user, papers):
    if not may(user, Permission.COMPOSE_PAPERS):
        return []
    return [_need(paper, "Sent for approval", _waits_for(paper)) for paper in papers.sent()]


def _waits_for(paper):
    waits = requirements.missing(requirements.asked_of(paper, today()))
    return f"Waits for: {'; '.join(wait.words for wait in waits)}" if waits else ""


def _to_approve(user):
    if not (may(user, Permission.APPROVE_PAPERS) or may(user, Permission.COMPOSE_PAPERS)):
        return []
    return [
        _need(paper, "Waiting for your approval", _of_what(query))
        for paper, query in requirements.waiting_for(user, today())
    ]


def _need(paper, status, more=""):
    corrects = f"Corrects edition {paper.corrects}" if paper.corrects else ""
    hint = ". ".join(filter(None, (str(paper.meeting or ""), corrects, more)))
    address = reverse("papers:draft", args=[paper.series.slug, paper.slug])
    return Need(paper.title, address, status=status, hint=hint)


def _of_what(query):
    """What is asked of an approver, where it is less than the whole or has a name."""
    items = [
        item.title if item.of_whole else f"{item.title}: {item.scope_words}"
        for item in query
        if item.title
    ]
    return "; ".join(items)
