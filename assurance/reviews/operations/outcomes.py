"""What officers do with tables of outcomes beside a review."""

from django.db import transaction

from assurance.records import history, writes
from assurance.records.personal import Personal
from assurance.records.record import lock_active
from assurance.records.refusals import refuse_if
from assurance.reviews.models.findings import Review
from assurance.reviews.models.outcomes import OutcomeCount, OutcomeTable
from assurance.reviews.rules import outcomes

# What history holds of the lines, each a category's own count.
COUNTS = {"counts": Personal.NONE, "ours": Personal.NONE}


@transaction.atomic
def record_outcomes(*, council, review, lines, ours, by, on, **fields) -> OutcomeTable:
    """Adds a table beside `review`: `title`, `as_at`, `source`, `stated_total` or None, its `lines`
    of (category, count) and `ours`, our own category or an empty text. Refuses a withdrawn review,
    lines without counts or twice the same, and a category of ours that is none of them."""
    record = Review.objects.of(council).get(pk=review.pk)
    refuse_if(OutcomeTable.why_not_within(record))
    _refuse(lines, ours)
    table = OutcomeTable(council=council, review=record)
    changes = writes.insert(table, fields, on=on)
    _count(table, lines, ours)
    changes = (*changes, *history.changes({}, _table_values(table), COUNTS))
    history.record("outcomes.record", about=table, by=by, on=on, changes=changes)
    return table


@transaction.atomic
def change_outcomes(*, record, version, lines, ours, by, on, **fields) -> OutcomeTable:
    """Corrects the table `record`: the `fields`, and `lines` and `ours` in place of those it
    had, which history keeps. Refuses as `record_outcomes` does, and a table withdrawn, by itself or
    with its review. Raises `EditConflict` where somebody saved first."""
    table = lock_active(record, version)
    refuse_if(OutcomeTable.why_not_within(table.review))
    _refuse(lines, ours)
    before = _table_values(table)
    changes = writes.update(table, fields)
    table.counts.all().delete()
    _count(table, lines, ours)
    changes = (*changes, *history.changes(before, _table_values(table), COUNTS))
    history.record("outcomes.change", about=table, by=by, on=on, changes=changes)
    return table


def _refuse(lines, ours):
    refuse_if(outcomes.why_not_lines(lines), "lines")
    refuse_if(outcomes.why_not_ours(ours, lines), "ours")


def _count(table, lines, ours):
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


def _table_values(table):
    rows = list(table.counts.order_by("order"))
    ours = next((row.category for row in rows if row.is_ours), "")
    return {"counts": {row.category: row.count for row in rows}, "ours": ours}
