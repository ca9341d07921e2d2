"""What officers do with tables of outcomes beside a review."""

from django.db import transaction

from assurance import history, writing
from assurance.findings.models import Review
from assurance.findings.outcomes import rules
from assurance.findings.outcomes.models import OutcomeCount, OutcomeTable
from assurance.personal import Personal
from assurance.records import lock, why_not_withdraw
from assurance.refusals import refuse_if

REVIEW_WITHDRAWN = "This review was withdrawn: nothing can be added to it."


@transaction.atomic
def record_outcomes(*, council, review, lines, ours, by, on, **said) -> OutcomeTable:
    """Adds a table beside `review`: `title`, `as_at`, `source`, `stated_total` or None, its `lines`
    of (category, count) and `ours`, our own category or an empty text. Refuses a withdrawn review,
    lines without counts or twice the same, and a category of ours that is none of them."""
    held = Review.objects.of(council).get(pk=review.pk)
    refuse_if(REVIEW_WITHDRAWN if held.is_withdrawn else None)
    refuse_if(rules.why_not_lines(lines), "lines")
    refuse_if(rules.why_not_ours(ours, lines), "ours")
    table = OutcomeTable(council=council, review=held)
    changes = writing.add(table, said, on=on)
    OutcomeCount.objects.bulk_create(
        OutcomeCount(
            table=table,
            order=order,
            category=category,
            count=count,
            is_ours=category.casefold() == ours.casefold(),
        )
        for order, (category, count) in enumerate(lines, 1)
    )
    counted = history.changes({}, {"counts": dict(lines)}, {"counts": Personal.NONE})
    changes = (*changes, *counted)
    history.record("outcomes.record", about=table, by=by, on=on, changes=changes)
    return table


@transaction.atomic
def withdraw_outcomes(*, record, seen, because, by, on) -> OutcomeTable:
    """Withdraws the table `record`; refuses one withdrawn already, or without a reason."""
    table = lock(record, seen)
    refuse_if(why_not_withdraw(table, because), "because")
    changes = writing.withdraw(table, because=because, by=by, on=on)
    history.record("outcomes.withdraw", about=table, by=by, on=on, changes=changes)
    return table
