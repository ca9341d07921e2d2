"""The commitments, recommendations or reports of the time that a question names: those of the
nearest report where there are none of that time."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from assurance.runtime.digits import whole
from reports.editions.models.editions import Edition
from reports.papers.models.commitments import Commitment
from reports.papers.models.recommendations import Recommendation
from reports.publication.latest_figures import month_words
from reports.publication.search.question import Question
from reports.vocabulary.thesaurus import PARTIES
from reports.vocabulary.times import is_of_time

MONTHS_OF_YEAR = 12


@dataclass(frozen=True)
class OfTime:
    """What is of a time, or of the nearest to it, which `note` says."""

    rows: tuple[Commitment | Recommendation | Edition, ...]
    note: str = ""


def names_time_alone(question: Question) -> bool:
    """True where `question` names a list and of its rows nothing but their month or year."""
    if not (question.is_named and question.month):
        return False
    rest = (term.typed for term in question.terms if term.typed not in PARTIES)
    return all(map(is_of_time, rest))


def of_time(question: Question, rows: Iterable[Commitment | Recommendation]) -> OfTime:
    """Those of `rows`, in their order, of the time that `question` names: a commitment is of the
    month of its report and of that in which it is due."""
    rows, month = tuple(rows), question.month
    own = tuple(row for row in rows if any(f"{day}".startswith(month) for day in _days(row)))
    if own or not rows:
        return OfTime(own)
    near = _nearest(rows, month, lambda row: row.paper.told_on)
    kind, when = question.kind, f"{near[0].paper.told_on:%B %Y}"
    return OfTime(
        near,
        f"There are no {kind} of {month_words(month)}."
        f" Those of the nearest report, {when}, come first.",
    )


def nearest_reports(month: str, editions: Sequence[Edition]) -> OfTime:
    """The reports nearest to `month`, of which none is."""
    if not editions:
        return OfTime(())
    near = _nearest(editions, month, lambda edition: edition.paper.told_on)
    when = f"{near[0].paper.told_on:%B %Y}"
    return OfTime(near, f"There is no report of {month_words(month)}. The nearest is of {when}.")


def _nearest(rows, month, day_of: Callable[[object], date]):
    """Those of `rows` of the month nearest to `month`: of two as near the earlier one, which was
    there by then."""
    first, last = _span(month)

    def months_away(row):
        at = _count(day_of(row))
        return (max(first - at, at - last), at)

    least = min(map(months_away, rows))
    return tuple(row for row in rows if months_away(row) == least)


def _days(row):
    due = [row.due_on] if isinstance(row, Commitment) and row.due_on else []
    return [row.paper.told_on, *due]


def _count(day):
    """The months from the first of all years to `day`."""
    return day.year * MONTHS_OF_YEAR + day.month


def _span(month):
    """The first and the last month of “2016-12” or of “2016”, counted as `_count` does."""
    year, _, number = month.partition("-")
    before = whole(year) * MONTHS_OF_YEAR
    return (before + whole(number),) * 2 if number else (before + 1, before + MONTHS_OF_YEAR)
