"""What must be measured to print a token, when it is of, and why it cannot be printed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from django.utils.text import get_text_list

from assurance.figures.comparison import why_not_comparable
from assurance.figures.figure import WHOLE, Figure, FigureRequest, Mark, Timing, Value
from assurance.figures.measurement import FigureQuery, Measurements
from assurance.figures.registry import evidence_of
from assurance.figures.relations import Sum
from assurance.runtime.periods import When
from reports.language.grammar import Problem, days_of
from reports.language.tokens import Compare, DateName, Quote, Token, quotes_in
from reports.papers.manuscript import POSITION, Manuscript
from reports.prose.similar_names import did_you_mean

NO_DATE = (
    "{} names the date “{}”, which this report has not set. Set it again, or take it out here."
)
# A date that the report template asks for and that nobody has entered: one cause wherever it shows.
ENTER_DATE = "has no date yet. Enter it among the dates of the report."
NO_LABEL = "{} prints the label of the date “{}”, and it has none. Give it one."
PLAIN_WORDS = (
    "{} is in a heading or caption, which can have only dates and typed numbers. Take it out."
)
NO_DAY = "{} names a date that this report has not set. Set its dates first."
NO_POPULATION = "{} names a population that this council has not defined."
FORECAST = (
    "{} asks for a count at {}, a date to come. That is a forecast. Use a date in the past, or "
    "what falls due."
)
NOT_COMPARABLE = (
    "{} compares values that are not comparable: {}. Use each alone, or add a note right after "
    "it to explain why they are compared."
)


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


def questions_in(
    tokens: Iterable[Token], figures: Mapping[str, Figure], manuscript: Manuscript
) -> Iterator[FigureQuery]:
    """What must be measured to say some tokens, in their order."""
    for token in tokens:
        for quote in quotes_in(token):
            yield from questions_of(quote, figures, manuscript)


def is_counted(token: Token, figures: Mapping[str, Figure]) -> bool:
    """Whether every figure that a token quotes is one that is counted."""
    return all(quote.key in figures for quote in quotes_in(token))


def whole_of(
    quotes: Sequence[Quote], figures: Mapping[str, Figure], manuscript: Manuscript
) -> tuple[FigureQuery, str] | None:
    """What answers for the whole that members of one breakdown are part of, and its member: that of
    their figure, or the one that records say all of them are parts of, at the end of their day."""
    figure = figures[quotes[0].key]
    query, *_ = questions_of(quotes[0], figures, manuscript)
    if figure.whole or not figure.relate:
        return (replace(query, key=figure.whole), WHOLE) if figure.whole else None
    links = figure.relate(FigureRequest(manuscript.council, query.when))
    members = {quote.member for quote in quotes}
    wholes = {link.whole for link in links if isinstance(link, Sum) and members <= {*link.parts}}
    return (query, *wholes) if len(wholes) == 1 else None


def why_no_figure(token: Quote | Compare, figures: Mapping[str, Figure]) -> str:
    """The sentence for a token whose figure nobody has declared, with those it may have meant."""
    meant = did_you_mean(token.key, figures)
    return f"{token.raw} names no figure. {meant}Choose one from the list of figures."


def why_no_date(names: Iterable[str], manuscript: Manuscript) -> str:
    """The sentence for the first of `names` that the report template asks for and that has no date
    yet, by its label; empty where none of them is one."""
    labels = manuscript.template.dates
    lacking = (labels[name] for name in names if name in labels and not manuscript.when(name))
    return next((f"“{label}” {ENTER_DATE}" for label in lacking), "")


def why_not_dated(token: DateName, manuscript: Manuscript) -> str:
    """What is wrong with a token that prints a date, or its label, and cannot."""
    if manuscript.when(token.name):
        return NO_LABEL.format(token.raw, token.name)
    return why_no_date([token.name], manuscript) or NO_DATE.format(token.raw, token.name)


def why_not_quoted(
    token: Quote | Compare,
    query: Sequence[FigureQuery],
    values: Sequence[Value | None],
    figures: Mapping[str, Figure],
    measured: Measurements,
    *,
    noted: bool,
    manuscript: Manuscript,
) -> str | Problem:
    """What is wrong with a figure that cannot be quoted in `manuscript`, a sentence or a `Problem`,
    or nothing; `values` are the answers to `query`, `noted` that a note follows which lifts a
    comparison."""
    if token.key not in figures:
        return why_no_figure(token, figures)
    if not query:
        is_pair = isinstance(token, Compare)
        names = (token.earlier, token.later) if is_pair else (token.when or POSITION,)
        return why_no_date(names, manuscript) or NO_DAY.format(_called(token, figures))
    if None in values:
        missing = query[values.index(None)]
        return _why_no_value(token, missing, measured, figures)
    if absent := [value for value in values if value.mark == Mark.NOT_RETURNED]:
        return _not_recorded(token, absent[0].when, measured, figures)
    on = manuscript.present_day
    if ahead := [item for item in query if _is_ahead(item, figures, on)]:
        return FORECAST.format(_called(token, figures), ahead[0].when)
    # A note that follows says to readers why unlike values are compared.
    reason = "" if noted else why_not_comparable(values[0], values[-1])
    return NOT_COMPARABLE.format(_called(token, figures), reason) if reason else ""


def _why_no_value(token, missing, measured, figures):
    exact = measured.exact.get(missing)
    if exact is None:
        return NO_POPULATION.format(_called(token, figures))
    if all(value.mark == Mark.NOT_RETURNED for value in exact.values()):
        return _not_recorded(token, missing.when, measured, figures)
    label = figures[token.key].members.get(getattr(token, "member", ""))
    part = f"“{label}” of" if label else "such a part of"
    parts = get_text_list([value.label or name for name, value in exact.items() if name], "and")
    return (
        f"Nothing is recorded for {part} {_called(token, figures)} {_dated(missing.when)}. "
        f"Recorded: {parts}."
    )


def _dated(when):
    return f"on {when}" if when.is_day else f"from {when}"


def _called(token, figures):
    """What a sentence calls the figure of a token: its title, which whoever wrote has chosen."""
    return f"“{figures[token.key].title}”"


def _not_recorded(token, when, measured, figures):
    """The problem of a figure without evidence: the same for all that one record answers."""
    figure, page = figures[token.key], evidence_of(token.key)
    title = measured.populations.get(token.cohort, token.cohort)
    of = f" for the population “{title}”" if title else ""
    if page.record and _has_other_counts(page, when, measured):
        sentence = f"The {page.record} for {when}{of} does not have “{figure.title}”."
        return Problem(sentence, figure=token.key)
    if page.record and figure.timing == Timing.AT:
        return Problem(f"No {page.record} is recorded for {when}{of}.", figure=token.key)
    sentence = f"Nothing is recorded for “{figure.title}” {_dated(when)}{of}."
    return Problem(" ".join(filter(None, (sentence, figure.gap))), figure=token.key)


def _has_other_counts(page, when, measured):
    """True if the record of a page has another count of the report at the same date."""
    return any(
        query.when == when
        and evidence_of(query.key) == page
        and any(value.mark != Mark.NOT_RETURNED for value in values.values())
        for query, values in measured.exact.items()
    )


def _is_ahead(query, figures, on):
    """True for a stock at a date to come, and for a flow over a period that has not begun."""
    figure = figures[query.key]
    day = {Timing.AT: query.when.end, Timing.IN: query.when.start}.get(figure.timing, on)
    return day > on and not figure.planned
