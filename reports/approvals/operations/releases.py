"""What an approver decides of small numbers of staff: that a report may print one, and why."""

from django.db import transaction

from assurance.figures.figure import Unit, Value
from assurance.figures.small_numbers import is_small
from assurance.records import history
from assurance.records.record import locked
from assurance.records.refusals import refuse_if
from reports.papers import lifecycle
from reports.papers.models.papers import Paper, PaperEditor
from reports.papers.models.releases import SmallNumberRelease

OF_CHILDREN = "Small numbers of children are never published."
NOT_SMALL = "This number is not small: it covers another one, and cannot be published by itself."
NO_REASON = "Enter why this number may be published."
ALREADY = "This number may be published already."
NO_LONGER = "This decision was taken back already."
WROTE = "You have written in this report. Another approver must decide this."


@transaction.atomic
def release_number(*, paper, value: Value, reason, by, on) -> SmallNumberRelease:
    """Lets `paper` print a small count of staff; `value` is exact. Refuses children, a count that
    is not small, no reason, who wrote in the report, and a report that was sent."""
    paper = locked(Paper, paper.pk)
    refuse_if(lifecycle.why_not_edit(paper.status))
    refuse_if(WROTE if PaperEditor.objects.filter(paper=paper, editor=by).exists() else "")
    refuse_if(OF_CHILDREN if value.unit != Unit.PEOPLE else "")
    refuse_if(NOT_SMALL if not is_small(value.count or 0, value.threshold) else "")
    refuse_if("" if reason.strip() else NO_REASON, "reason")
    key, member, start, end, cohort = value.identity
    fields = {"key": key, "member": member, "start": start, "end": end, "cohort": cohort}
    current = SmallNumberRelease.objects.active().filter(paper=paper, **fields)
    refuse_if(ALREADY if current.filter(count=value.count).exists() else "")
    current.update(ended_on=on)
    row = SmallNumberRelease.objects.create(
        paper=paper,
        count=value.count,
        reason=reason.strip(),
        released_by=by,
        released_on=on,
        **fields,
    )
    changes = history.changes({"reason": ""}, {"reason": row.reason}, SmallNumberRelease.personal)
    history.record("papers.release_number", about=row, by=by, on=on, changes=changes)
    return row


@transaction.atomic
def end_release(*, release, by, on) -> SmallNumberRelease:
    """Takes the decision back: the number is not shown again."""
    release = locked(SmallNumberRelease, release.pk)
    refuse_if(lifecycle.why_not_edit(release.paper.status))
    refuse_if(NO_LONGER if release.ended_on else "")
    release.ended_on = on
    release.save()
    history.record("papers.end_release", about=release, by=by, on=on)
    return release
