"""What must be measured to print a figure's token, and when it is of."""

from collections.abc import Mapping

from assurance.figures.figure import Figure, Timing
from assurance.figures.measurement import FigureQuery
from assurance.runtime.periods import When
from reports.papers.language.grammar import days_of
from reports.papers.language.tokens import Compare, Quote
from reports.papers.manuscript import POSITION, Manuscript
from reports.prose.similar_names import did_you_mean


def when_of(written: str, figure: Figure, manuscript: Manuscript) -> When | None:
    """The day or period that a token means: an ISO day, a named date, or by default the paper's
    own.

    A stock without one is taken at the paper's `position`, a flow over its period. None where the
    name is unknown.
    """
    days = days_of(written)
    if days:
        return When(*days)
    if written:
        return manuscript.when(written)
    return manuscript.names.get(POSITION) if figure.timing == Timing.AT else manuscript.period


def questions_of(
    token: Quote | Compare, figures: Mapping[str, Figure], manuscript: Manuscript
) -> tuple[FigureQuery, ...]:
    """What must be measured to say `token`: one question, two for a change, or none."""
    figure = figures.get(token.key)
    if figure is None:
        return ()
    if isinstance(token, Compare):
        whens = [when_of(item, figure, manuscript) for item in (token.earlier, token.later)]
    else:
        when = when_of(token.when, figure, manuscript)
        separate = token.form in ("change", "direction") and figure.timing == Timing.AT
        whens = [When.at(when.start), When.at(when.end)] if when and separate else [when]
    if None in whens:
        return ()
    return tuple(FigureQuery(token.key, token.cohort, when) for when in whens)


def why_no_figure(token: Quote | Compare, figures: Mapping[str, Figure]) -> str:
    """The sentence for a token whose figure nobody has declared, with those it may have meant."""
    meant = did_you_mean(token.key, figures)
    return f"{token.raw} names no figure. {meant}Choose one from the list of figures."
