"""Removal: one person takes published editions from everybody's sight at once, a second
confirms it or undoes it. Nothing of an edition is changed or deleted by either."""

from collections.abc import Collection
from datetime import date

from django.db import transaction

from assurance.records import history
from assurance.records.record import locked
from assurance.records.refusals import refuse_if
from reports.editions.models.editions import Edition
from reports.editions.models.removals import UNDONE, EditionRemoval
from reports.papers import lifecycle
from reports.papers.models.papers import Paper


@transaction.atomic
def remove(
    *,
    paper: Paper,
    numbers: Collection[int],
    reason: str,
    explanation: str,
    by,
    on: date,
    successor: Edition | None = None,
) -> EditionRemoval:
    """The editions of `paper` with these numbers, out of everybody's sight from now on; for ever
    where they print a number that `successor` takes out.

    `reason` is one of the classes that readers are told, `explanation` is for who decides. Raises
    `Refused` where one of them cannot be read now, unless a successor takes them away.
    """
    paper = locked(Paper, paper.pk)
    rows = paper.editions.published() if successor else paper.editions.active()
    current = {edition.number: edition for edition in rows}
    refuse_if(lifecycle.why_not_remove(numbers, current, explanation))
    row = EditionRemoval.objects.create(
        paper=paper,
        reason=reason,
        explanation=explanation,
        taken_on=on,
        taken_by=by,
        successor=successor,
    )
    row.editions.add(*(current[number] for number in numbers))
    _follow(paper)
    # The explanation stands in the row alone: more people read a paper's history than may read it.
    values = {"taken_down": row.in_words, "told_readers": row.get_reason_display()}
    changes = history.impersonal_changes(values)
    history.record("papers.take_down", about=paper, by=by, on=on, changes=changes)
    return row


@transaction.atomic
def decide(*, taken: EditionRemoval, decision: str, by, on: date) -> EditionRemoval:
    """What was removed, confirmed or undone (`decision`) by a second person; what is undone
    can be read again at once. Raises `Refused` for who removed it, once it is decided, and for
    undoing what a correction took away."""
    paper = locked(Paper, taken.paper_id)
    row = EditionRemoval.objects.get(pk=taken.pk)
    successor = row.successor.number if row.successor and decision == UNDONE else None
    is_own = row.taken_by_id == by.pk
    refuse_if(lifecycle.why_not_decide_removal(bool(row.decision), is_own, successor))
    row.decision, row.decided_on, row.decided_by = decision, on, by
    row.save()
    _follow(paper)
    values = {"taken_down": row.in_words, "decision": row.get_decision_display()}
    changes = history.impersonal_changes(values)
    history.record("papers.decide_take_down", about=paper, by=by, on=on, changes=changes)
    return row


def _follow(paper):
    """Keeps since when a paper's newest edition is down: lists then leave out what it promised."""
    down = paper.editions.published().first().removal
    paper.withdrawn_on = down.taken_on if down else None
    paper.save(update_fields=["withdrawn_on"])
