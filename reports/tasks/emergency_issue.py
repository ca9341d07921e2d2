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
        waiting = [one for one in rows.waiting() if one.issued_by_id != user.pk]
        needs += [
            _need(one, LOOK, reverse("papers:look-again-at", args=[one.pk]))
            for one in waiting
            if not one.was_written_by(user)
        ]
    if may(user, Permission.ISSUE_PAPERS):
        needs += [_need(one, CORRECT, _draft(one.paper)) for one in rows.to_correct()]
    return needs


def _need(one, status, address):
    hint = f"Edition {one.edition.number}, issued on {say_day(one.issued_on)}"
    return Need(str(one.paper.title), address, status=status, hint=hint)


def _draft(paper):
    return reverse("papers:draft", args=[paper.series.slug, paper.slug])
