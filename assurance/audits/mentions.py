"""The audit rounds that the next report has to mention."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from assurance.accounts.access import Permission
from assurance.audits.models.rounds import AuditRound
from assurance.audits.rules.rounds import result_due
from assurance.registers.mentions import Mention
from assurance.runtime.periods import say_day


def late_rounds(council, day: date) -> Iterator[Mention]:
    """The rounds past their reporting day on `day` without a result, the latest of them first."""
    rows = AuditRound.objects.of(council).unreported_on(day).select_related("kind")
    for row in rows.order_by("result_due_on", "pk"):
        yield Mention(
            title=str(row),
            sentence=f"Its result was due on {say_day(result_due(row))} and is not recorded.",
            kind="audit_round",
            slug=str(row.pk),
            address=reverse("audits:round-record", args=[row.pk]),
            permission=Permission.RECORD_AUDITS,
            list="audit_rounds_late",
        )
