"""The task groups that the next report has to mention."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Q
from django.urls import reverse

from assurance.accounts.access import Permission
from assurance.meetings.models.bodies import Body
from assurance.meetings.task_groups import TASK_GROUP
from assurance.registers.mentions import Mention
from assurance.runtime.periods import say_day


def overdue_task_groups(council, day: date) -> Iterator[Mention]:
    """The task groups whose final report is overdue on `day`, the longest overdue first."""
    rows = Body.forums.of(council).active().filter(kind=TASK_GROUP, report_due_on__lt=day)
    late = rows.filter(Q(reported_on__isnull=True) | Q(reported_on__gt=day))
    for row in late.order_by("report_due_on", "title", "pk"):
        yield Mention(
            title=row.title,
            sentence=f"Its final report was due by {say_day(row.report_due_on)} and is not made.",
            kind="forum",
            slug=row.slug,
            address=reverse("governance:forum-record", args=[row.pk]),
            permission=Permission.RECORD_MATTERS,
            list="task_groups",
        )
