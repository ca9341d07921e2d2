"""How many things of a kind records have at the date of a report that quotes no figure of them."""

from collections.abc import Callable
from functools import cache

from assurance.figures.figure import WHOLE, Figure, Mark, Timing
from assurance.figures.measurement import FigureQuery, measure
from assurance.figures.registry import FIGURES
from assurance.runtime.periods import When
from reports.documents.entries import Entry
from reports.papers.assembly.pipeline import figure_entry
from reports.papers.models.papers import Paper
from reports.prose.quantities.phrases import stems


def wholes_of(paper: Paper) -> Callable[[str], tuple[Entry, ...]]:
    """Gives the figure of all the things that a noun names, as records have it at the date of
    the report, or at the present date if that is to come; none where several may be meant."""

    @cache
    def wholes(noun: str) -> tuple[Entry, ...]:
        named = stems(noun)
        matches = [figure for figure in FIGURES.values() if _counts_all(figure, named)]
        least = min((len(stems(figure.title)) for figure in matches), default=0)
        plainest = [figure for figure in matches if len(stems(figure.title)) == least]
        return tuple(_entries(paper, plainest[0])) if len(plainest) == 1 else ()

    return wholes


def _counts_all(figure: Figure, named: frozenset[str]) -> bool:
    """True if a figure counts all of some things at a date, and a noun names just these."""
    is_whole = not (figure.base or figure.whole or figure.has_members or figure.members)
    unit = stems(str(figure.unit))
    known = unit | stems(figure.title)
    return is_whole and figure.timing == Timing.AT and bool(named & unit) and named <= known


def _entries(paper, figure):
    day = min(paper.policy_day, paper.present_day)
    query = FigureQuery(figure.key, "", When.at(day))
    measured = measure(paper.council, [query], FIGURES, on=day)
    value = measured.value(query, WHOLE)
    if value is not None and value.mark == Mark.SHOWN and value.count:
        yield figure_entry(0, value, ())
