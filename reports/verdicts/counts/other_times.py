"""Counts of a printed figure’s things at another date or in another period."""

from collections.abc import Callable
from datetime import date
from functools import cache

from assurance.figures.figure import Mark
from assurance.figures.keys import current_key
from assurance.figures.measurement import FigureQuery, measure
from assurance.figures.registry import FIGURES
from assurance.runtime.periods import When
from reports.checks.context import RecordedState
from reports.documents.entries import Entry
from reports.papers.models.papers import Paper


def other_times_of(paper: Paper) -> Callable[[Entry, date, date], RecordedState | None]:
    """Gives, of a printed figure and a first and last date, what records count of the same things
    then; None where they have nothing of that time."""

    @cache
    def counted(entry: Entry, first: date, last: date) -> RecordedState | None:
        key = current_key(entry.key)
        if key not in FIGURES or entry.made_of or first > last:
            return None
        query = FigureQuery(key, entry.population, When(first, last))
        measured = measure(paper.council, [query], FIGURES, on=paper.policy_day)
        exact = measured.exact.get(query, {}).get(entry.member)
        # A position may answer for a later date than its own: it is of that time, not of this.
        if exact is None or exact.mark == Mark.NOT_RETURNED or exact.count is None:
            return None
        is_of_then = exact.when.start <= last and first <= exact.when.end
        if not is_of_then or exact.cohort != entry.cohort:
            return None
        is_shown = measured.value(query, entry.member).mark == Mark.SHOWN
        return RecordedState(entry.title, str(exact.when), exact.count, is_shown)

    return counted
