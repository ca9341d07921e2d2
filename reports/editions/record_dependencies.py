"""What issued papers quote from the records, held against a change that somebody is about to make.

A figure of an edition stands on whatever would change its answer: it is asked before the change and
again after it, and what the two answers differ by is what the change would take from under it.
"""

from collections.abc import Callable
from datetime import datetime

from assurance.accounts.models.accounts import Council
from assurance.figures.registry import FIGURES
from assurance.records.withdrawals.quoted_changes import QuotedChange
from assurance.runtime.keyed_digests import has_digest
from assurance.runtime.periods import When
from reports.editions.changed_figures import values_now
from reports.editions.models.editions import Edition
from reports.papers.assembly import records
from reports.papers.manuscript import read


def before_change(
    council: Council, since: datetime | None = None
) -> Callable[[], list[QuotedChange]]:
    """Asks the records of `council` what its editions quote; gives what, called after a change,
    lists the figures whose answer is another one, the earliest edition first. With `since` only
    editions frozen from that moment on are asked, for their lists of records as well, and what the
    change brings back to how it was issued is left out."""
    editions = Edition.objects.filter(paper__council=council).order_by("issued_on", "pk")
    if since:
        editions = editions.filter(frozen_at__gte=since).select_related("paper")
    editions = list(editions.prefetch_related("provenance"))
    rows = [(edition, row) for edition in editions for row in edition.provenance.all()]
    before, lists = _answers(council, rows), _lists(editions) if since else {}

    def after():
        now = _answers(council, rows)
        figures = [
            _change(edition, row, now.get(row.pk))
            for edition, row in rows
            if now.get(row.pk) != before.get(row.pk)
            and not (since and _is_as_issued(row, now.get(row.pk)))
        ]
        return [*figures, *_changed_lists(lists, _lists(editions) if since else {})]

    return after


def _is_as_issued(row, answer):
    count, base, _, keys = answer or (None, None, "", ())
    same = (count, base) == (row.count, row.base)
    return same and has_digest("\n".join(keys), row.rows_digest)


def _lists(editions):
    """(edition, block) → the title of the list of records there and its rows in words, by now."""
    return {
        (edition, block.slug): _list(manuscript, block.data["records"])
        for edition in editions
        for manuscript in [read(edition.paper)]
        for block in manuscript.blocks
        if "records" in block.data
    }


def _list(manuscript, mapping):
    try:
        _day, result = records.listed_in(manuscript, mapping)
    except records.ListRefused as refused:
        return "", ((str(refused),),)
    return result.title, result.rows


def _changed_lists(before, now):
    return [
        QuotedChange(
            edition=str(edition),
            issued_on=edition.issued_on,
            title=f"list of records: {title}",
            before=_rows_text(before[edition, slug][1]),
            after=_rows_text(rows),
        )
        for (edition, slug), (title, rows) in now.items()
        if rows != before[edition, slug][1]
    ]


def _rows_text(rows):
    return "1 row" if len(rows) == 1 else f"{len(rows)} rows"


def _answers(council, rows):
    """Key of a provenance row → what the records answer: its value and the keys of its rows."""
    values = values_now(council, [row for _, row in rows])
    return {
        key: (value.count, value.base, value.label, sorted(value.rows()))
        for key, value in values.items()
    }


def _change(edition, row, answer):
    count, base, label, _ = answer or (None, None, "", ())
    title = FIGURES[row.key].title if row.key in FIGURES else row.key
    part = f", {label or row.member}" if row.member else ""
    return QuotedChange(
        edition=str(edition),
        issued_on=edition.issued_on,
        title=f"{title}{part}, {When(row.start, row.end)}",
        before=_in_words(row.count, row.base),
        after=_in_words(count, base),
    )


def _in_words(count, base):
    if count is None:
        return "not known"
    return f"{count:,}" if base is None else f"{count:,} of {base:,}"
