"""Figures that have a typed number as their value now, for the one who is about to quote it.

Only what the public may read of a figure is searched, so a number that is hidden is never found by
its value. Families of figures are read whole, as their protection needs, a few queries at a time:
what was read is kept for as long as the council's records stay as they are.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial

from django.db import connection

from assurance.figures.figure import Mark, Timing
from assurance.figures.keys import related
from assurance.figures.measurement import FigureQuery, StepwiseMeasurement
from assurance.figures.registry import FIGURES
from assurance.records import history_chain
from assurance.records.history import FIRST
from assurance.runtime import digits
from assurance.runtime.periods import today
from reports.editions.snapshot import printed_before
from reports.language.tokens import quotes_in, read_token
from reports.papers.assembly.figure_text import in_form
from reports.papers.assembly.pipeline import questions
from reports.papers.manuscript import Manuscript
from reports.prose.numbers import COUNT, MONEY, PERCENT, numbers, value_of
from reports.quotable.figure_entries import entry_of, times
from reports.quotable.insertion.figure_catalogue import SUBJECTS
from reports.quotable.insertion.typed_numbers import number_forms
from reports.quotable.recent import subject_at
from reports.quotable.values import PrintedEntry, QueryCount

MOST_COUNCILS = 8
NOT_USED = 3


@dataclass(frozen=True)
class WantedNumber:
    """A number as it was typed into a search: its kind, its exact value, whether in words."""

    kind: str
    value: object
    in_words: bool = False


@dataclass(frozen=True)
class NumberMatches:
    """The entries that print a number, and from which family on to look further; None where all
    were looked at."""

    rows: tuple[PrintedEntry, ...]
    following: int | None


def wanted_number(text: str) -> WantedNumber | None:
    """The number that a search is, or None where it is anything else."""
    text = text.strip()
    matches = numbers(text)
    whole = matches and (matches[0].start, matches[0].end) == (0, len(text))
    if whole and matches[0].kind in (COUNT, MONEY, PERCENT) and not matches[0].bound:
        return WantedNumber(matches[0].kind, matches[0].value, matches[0].in_words)
    # Prose takes it for a year.
    if (count := digits.whole(text)) is not None:
        return WantedNumber(COUNT, count)
    value = value_of(text)
    return None if value is None else WantedNumber(COUNT, value, True)


def matches(
    manuscript: Manuscript, text: str, slug: str, used: Mapping[str, int], first: int = 0
) -> NumberMatches:
    """The figures whose value is the number `text`: those that the report quotes nearest to the
    block `slug`, then those of its section's subject; looked for from the family `first` on."""
    value, rows, count = wanted_number(text), [], QueryCount()
    if value is None:
        return NumberMatches((), None)
    with connection.execute_wrapper(count):
        measured = _measurement(manuscript, count)
        for place, queries in list(enumerate(_families(manuscript, slug, used)))[first:]:
            answer = measured.measure(queries, manuscript.released)
            if answer is None:
                return NumberMatches(tuple(rows), place)
            rows += _matches(manuscript, answer, queries, value)
    return NumberMatches(tuple(rows), None)


def _measurement(manuscript, count):
    council, day = manuscript.council, manuscript.policy_day
    digest = history_chain.head(council.slug)
    # Without a history nothing says that the records are the same.
    read = {} if digest == FIRST else _answers_at(council.pk, digest, day, today())
    earlier = partial(printed_before, manuscript.paper)
    return StepwiseMeasurement(council, FIGURES, day, read, count.is_enough, earlier)


@lru_cache(MOST_COUNCILS)
def _answers_at(*_stamp):
    """Where the answers of a council on a day are kept."""
    return {}


def _families(manuscript, slug, used: Mapping[str, int]) -> list[set[FigureQuery]]:
    """What is asked of each family of figures: its usual dates, and those that the report quotes.
    The family quoted nearest to the block comes first, then those of the section's subject."""
    quoted, ranks = {}, {}
    for item in questions(manuscript):
        quoted.setdefault(item.key, set()).add(item)
    for raw, rank in used.items():
        for quote in quotes_in(read_token(raw)):
            ranks[quote.key] = min(rank, ranks.get(quote.key, NOT_USED))
    subject = subject_at(manuscript, slug)
    families = {}
    for key, figure in FIGURES.items():
        usual = {FigureQuery(key, "", when) for _name, when in times(figure, manuscript)[:1]}
        rank = (ranks.get(key, NOT_USED), SUBJECTS.get(figure.subject) != subject)
        best, queries = families.get(related(key, FIGURES), (rank, set()))
        queries |= usual | quoted.get(key, set())
        families[related(key, FIGURES)] = (min(best, rank), queries)
    return [queries for _rank, queries in sorted(families.values(), key=lambda item: item[0])]


def _matches(manuscript, measured, queries, wanted) -> Iterator[PrintedEntry]:
    """What prints the number, of the answers to some queries."""
    for query in sorted(queries, key=lambda item: (item.key, item.when)):
        figure = FIGURES[query.key]
        names = {when: name for name, when in reversed(times(figure, manuscript))}
        is_ahead = figure.timing == Timing.AT and query.when.end > manuscript.present_day
        if query.cohort or query.when not in names or is_ahead:
            continue
        for exact in measured.exact.get(query, {}).values():
            value = measured.shown[exact.identity]
            form = _form(value, wanted) if value.mark == Mark.SHOWN else ""
            if form:
                place = (names[query.when], query.when)
                entry = entry_of(manuscript, figure, value.member, value.label, *place)
                yield _printed(entry, value, form, wanted)


def _form(value, wanted):
    """The form in which a value prints the number, or nothing."""
    return next(
        (
            form
            for kind, number, form in number_forms(value)
            if (kind, number) == (wanted.kind, wanted.value)
        ),
        "",
    )


def _printed(entry, value, form, wanted):
    form = "words" if wanted.in_words and form == "number" else form
    token = entry.token if form == "number" else f"{entry.token[:-2]} | {form}]]"
    name = next((each for each in entry.forms if each.token == token), None)
    text = in_form([value], form)
    entry = entry.in_form(name) if name else entry
    return PrintedEntry(entry.under(f"Has the value {text} now"), text)
