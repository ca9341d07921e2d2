"""What was issued in an emergency and waits for its second look, or for its correction."""

from django.urls import reverse

from assurance.accounts.access import Permission, may
from assurance.runtime.periods import say_day
from reports.approvals.models.emergency_issue import EmergencyIssue
from reports.tasks.task import Need

LOOK, CORRECT = "Issued in an emergency: look again", "Second look: to be corrected"


def of_emergencies(user):
    """Each that waits for a second look, to every approver who neither issued nor wrote it; each
    that was found wrong and is not being corrected, to those who issue."""
    rows = EmergencyIssue.objects.visible_to(user)
    needs = []
    if may(user, Permission.APPROVE_PAPERS):
        waiting = [row for row in rows.waiting() if row.issued_by_id != user.pk]
        needs += [
            _need(item, LOOK, reverse("papers:look-again-at", args=[item.pk]))
            for item in waiting
            if not item.was_written_by(user)
        ]
    if may(user, Permission.ISSUE_PAPERS):
        needs += [_need(row, CORRECT, _draft(row.paper)) for row in rows.to_correct()]
    return needs


def _need(item, status, address):
    hint = f"Edition {item.edition.number}, issued on {say_day(item.issued_on)}"
    return Need(str(item.paper.title), address, status=status, hint=hint)


def _draft(paper):
    return reverse("papers:draft", args=[paper.series.slug, paper.slug])
