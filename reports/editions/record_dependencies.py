"""What issued papers quote from the records, held against a change that somebody is about to make.

A figure of an edition stands on whatever would change its answer: it is asked before the change and
again after it, and what the two answers differ by is what the change would take from under it.
"""

from collections.abc import Callable

from assurance.accounts.models.accounts import Council
from assurance.figures.registry import FIGURES
from assurance.imports.run.undo import QuotedChange
from assurance.runtime.periods import When
from reports.editions.changed_figures import values_now
from reports.editions.models.editions import Edition


def before_change(council: Council) -> Callable[[], list[QuotedChange]]:
    """Asks the records of `council` what its editions quote; gives what, called after a change,
    lists the figures whose answer is another one, the earliest edition first."""
    rows = [
        (edition, row)
        for edition in _editions(council).prefetch_related("provenance")
        for row in edition.provenance.all()
    ]
    before = _answers(council, rows)

    def after():
        now = _answers(council, rows)
        return [
            _change(edition, row, now.get(row.pk))
            for edition, row in rows
            if now.get(row.pk) != before.get(row.pk)
        ]

    return after


def _editions(council):
    return Edition.objects.filter(paper__council=council).order_by("issued_on", "pk")


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
