"""What issued papers quote from the records, held against a change that somebody is about to make.

A figure of an edition stands on whatever would change its answer: it is asked before the change and
again after it, and what the two answers differ by is what the change would take from under it.
"""

from collections.abc import Callable

from assurance.accounts.models.accounts import Council
from assurance.figures.measurement import FigureQuery, measure
from assurance.figures.registry import FIGURES
from assurance.imports.run.undo import QuotedChange
from assurance.people.models.people import Cohort
from assurance.runtime.periods import When, say_day
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
    """Key of a provenance row → what the records answer: its `Value` and the keys of its rows."""
    if not rows:
        return {}
    slugs = ["", *Cohort.objects.of(council).values_list("slug", flat=True)]
    queries = {
        FigureQuery(row.key, slug, When(row.start, row.end)) for _, row in rows for slug in slugs
    }
    current = measure(council, queries, FIGURES, public=False).shown
    values = {
        row.pk: current.get((row.key, row.member, row.start, row.end, row.cohort))
        for _, row in rows
    }
    return {
        key: (value.count, value.base, value.label, sorted(value.rows()))
        for key, value in values.items()
        if value
    }


def _change(edition, row, answer):
    count, base, label, _ = answer or (None, None, "", ())
    title = FIGURES[row.key].title if row.key in FIGURES else row.key
    part = f", {label or row.member}" if row.member else ""
    return QuotedChange(
        edition=str(edition),
        issued_on=edition.issued_on,
        title=f"{title}{part}, {_say_when(row)}",
        before=_in_words(row.count, row.base),
        after=_in_words(count, base),
    )


def _say_when(row):
    """The day of a provenance row, or its first and last."""
    if row.start == row.end:
        return say_day(row.end)
    return f"{say_day(row.start)} to {say_day(row.end)}"


def _in_words(count, base):
    if count is None:
        return "not known"
    return f"{count:,}" if base is None else f"{count:,} of {base:,}"
