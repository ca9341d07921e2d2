"""The next meetings of committees with their reports, and what was published last."""

from django.urls import reverse

from assurance.accounts.access import Permission
from assurance.meetings.models.meetings import Meeting
from reports.editions.models.editions import Edition
from reports.papers.models.papers import Paper

MOST = 3


def of_meetings(reader):
    """(meeting, its reports as (title, address)) of the next meetings."""
    rows = list(Meeting.committees.of(reader.user.council).to_come(reader.day)[:MOST])
    papers = Paper.objects.visible_to(reader.user).without_content().filter(meeting__in=rows)
    reports = {}
    for paper in papers.order_by("title", "pk"):
        address = reverse("editor:draft", args=[paper.series.slug, paper.slug])
        reports.setdefault(paper.meeting_id, []).append((paper.title, address))
    keeps = Permission.KEEP_DIRECTORY in reader.permissions
    return {"rows": [(row, reports.get(row.pk, ())) for row in rows], "may_add": keeps}


def of_published(reader):
    """The reports that were published last; None before the first."""
    public = Edition.objects.public_anywhere().filter(paper__council=reader.user.council_id)
    rows = list(public[:MOST])
    return {"rows": rows, "council": reader.user.council} if rows else None
