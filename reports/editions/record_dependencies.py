"""What issued papers quote from the records, held against a change that somebody is about to make.

A figure of an edition stands on whatever would change its answer: it is asked before the change and
again after it, and what the two answers differ by is what the change would take from under it.
"""

from collections.abc import Callable

from assurance.accounts.models.accounts import Council
from assurance.figures.measurement import FigureQuery, measure
from assurance.figures.registry import FIGURES
from assurance.people.models.people import Cohort
from assurance.runtime.periods import When, say_day
from reports.editions.models.editions import Edition


def before_change(council: Council) -> Callable[[], str | None]:
    """Asks the records of `council` what its editions quote; gives what, called after a change,
    says in a sentence which figure of which edition stood on what is gone, or None."""
    values = _answers(council)

    def after():
        now = _answers(council)
        for (edition, key), before in values.items():
            if now.get((edition, key)) != before:
                return _sentence(edition, key)
        return None

    return after


def _answers(council):
    """(Edition's key, figure's key) → what the records answer: counts, bases and row keys."""
    rows = [
        (edition.pk, row)
        for edition in Edition.objects.filter(paper__council=council).prefetch_related("provenance")
        for row in edition.provenance.all()
    ]
    if not rows:
        return {}
    slugs = ["", *Cohort.objects.of(council).values_list("slug", flat=True)]
    queries = {
        FigureQuery(row.key, slug, When(row.start, row.end)) for _, row in rows for slug in slugs
    }
    current = measure(council, queries, FIGURES, public=False).shown
    index = {}
    for edition, row in rows:
        value = current.get((row.key, row.member, row.start, row.end, row.cohort))
        entries = (value.count, value.base, sorted(value.rows())) if value else None
        index.setdefault((edition, row.key), []).append((row.number, entries))
    return index


def _sentence(edition, key):
    issued = Edition.objects.get(pk=edition)
    title = FIGURES[key].title if key in FIGURES else key
    return (
        f"“{issued}”, issued on {say_day(issued.issued_on)}, quotes a figure that was counted from "
        f"these files ({title}). Leave them, and withdraw or correct the records that are wrong: "
        "the edition then says what has changed since."
    )
