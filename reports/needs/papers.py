"""The papers that an account can go on with."""

from django.urls import reverse

from assurance.access import Permission, may
from reports.models.papers import Paper
from reports.needs.need import Need


def of_papers(user):
    """What the papers need that `user` may approve, issue or write."""
    papers = Paper.objects.visible_to(user).without_content()
    waiting = [
        (Permission.APPROVE_PAPERS, papers.waiting_for(user), "Waiting for your approval"),
        (Permission.ISSUE_PAPERS, papers.ready_to_issue(), "Approved: can be issued"),
        (Permission.COMPOSE_PAPERS, papers.being_written(), "Being written"),
        (Permission.COMPOSE_PAPERS, papers.sent(), "Sent for approval"),
    ]
    return [
        Need(
            paper.title,
            reverse("papers:draft", args=[paper.series.slug, paper.slug]),
            status=status,
            hint=_hint(paper),
        )
        for permission, rows, status in waiting
        if may(user, permission)
        for paper in rows
    ]


def _hint(paper):
    corrects = f"Corrects edition {paper.corrects}" if paper.corrects else ""
    return ". ".join(filter(None, (str(paper.meeting or ""), corrects)))
