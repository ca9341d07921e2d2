"""What records say of the state of things that a paper counts: how many were shared, are done."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache

from assurance.figures.figure import Figure, Mark, Timing, Value
from assurance.figures.keys import current_key
from assurance.figures.measurement import FigureQuery, measure
from assurance.figures.registry import FIGURES
from assurance.runtime.periods import When
from reports.checks.context import RecordedState
from reports.documents.entries import Entry
from reports.papers.models.papers import Paper
from reports.prose.quantities.phrases import stems

_WORD = re.compile(r"[a-z][a-z-]*")
# Words that say nothing yet of whom or what; and those that begin what is told besides.
_LITTLE = (
    "the",
    "a",
    "an",
    "of",
    "with",
    "for",
    "their",
    "his",
    "her",
    "its",
    "our",
    "this",
    "these",
)
_ENDS = re.compile(
    r"(?:and|but|or|so|which|who|since|already|again|twice|within|by|in|on|at|during|before|after|as|"
    r"to|over|while|because|when|now|too|also)$"
)
# Words before a grade or state that only say how it became known.
_LINKS = re.compile(r"(?:(?:graded|rated|judged|found|assessed|recorded)\s+(?:to\s+be\s+|as\s+)?)")
# A word for what was done to a thing, which says it whatever stands behind it.
_DONE = re.compile(r"(?:[a-z-]+ed|done)$")


def states_of(paper: Paper) -> Callable[[Entry, str], tuple[RecordedState, ...]]:
    """Gives, of a printed figure and what is said of the things that it counts, what figures of
    the same things count of them in that state: by their own titles and labels."""

    @cache
    def states(entry: Entry, predicate: str) -> tuple[RecordedState, ...]:
        whole = FIGURES.get(current_key(entry.key))
        if whole is None or not entry.end:
            return ()
        state = predicate.casefold()
        link = _LINKS.match(state)
        result = tuple(_states(paper, whole, entry, state))
        if result or not link:
            return result
        return tuple(_states(paper, whole, entry, state[link.end() :]))

    return states


def _states(paper, whole, entry, predicate) -> Iterator[RecordedState]:
    figures = [figure for figure in FIGURES.values() if _is_of(figure, whole, entry)]
    figures = [figure for figure in figures if figure.has_members or _fits(figure, predicate)]
    whens = _whens(paper, whole, entry)
    queries = [
        FigureQuery(figure.key, entry.population, when) for figure in figures for when in whens
    ]
    measured = measure(paper.council, queries, FIGURES, on=paper.policy_day)
    for query in queries:
        for value in measured.exact.get(query, {}).values():
            figure = FIGURES[query.key]
            if figure.has_members and not _begins(value.label, predicate):
                continue
            if value.mark == Mark.NOT_RETURNED:
                yield RecordedState(figure.title, str(query.when), None)
            elif value.cohort == entry.cohort and (
                value.when == whens[0] or value.base == entry.count
            ):
                yield _state(figure, value, measured.value(query, value.member))


def _whens(paper, whole, entry) -> list[When]:
    """When a figure is of, then, of one at a date, the later days that the paper names."""
    when = When(date.fromisoformat(entry.start), date.fromisoformat(entry.end))
    named = paper.names.values() if whole.timing == Timing.AT else ()
    return [when, *sorted({When.at(day.end) for day in named if day.is_day and day.end > when.end})]


def _state(figure, value: Value, public: Value) -> RecordedState:
    title = figure.title_of(value.label)
    return RecordedState(title, str(value.when), value.count, public.mark == Mark.SHOWN)


def _is_of(figure: Figure, whole: Figure, entry: Entry) -> bool:
    """Whether a figure counts some of what another does: that is its base, or both are of one
    subject, unit and time, neither has a base of its own, and what has members is the whole's
    (“Developments” and “Developments, by state”)."""
    if figure.key == whole.key or figure.unit != whole.unit or entry.member:
        return False
    alike = (figure.subject, figure.timing) == (whole.subject, whole.timing)
    own = not figure.has_members or figure.title.startswith(whole.title)
    return figure.base == whole.key or (alike and not figure.base and own)


def _fits(figure: Figure, predicate: str) -> bool:
    """Whether a title says the state: by its word for what was done (“People reminded of …”), or
    by what it says of its things (“Improvement actions overdue”)."""
    tokens, verb = _WORD.findall(figure.title.casefold()), _WORD.match(predicate)
    if verb and _DONE.match(verb[0]) and verb[0] in tokens:
        return _goes_on(tokens, predicate[verb.end() :])
    things = stems(str(figure.unit))
    last = max((at for at, item in enumerate(tokens) if stems(item) & things), default=len(tokens))
    rest = re.split(r"\s(?:at|in) the\s", " ".join(tokens[last + 1 :]))[0]
    state = re.split(r"\b(?:is|are|was|were)\s", rest)[-1]
    return any(re.match(rf"{re.escape(text)}\b", predicate) for text in {rest, state} - {""})


def _begins(label: str, predicate: str) -> bool:
    """Whether what is said is a label, or the word for what was done that opens one."""
    label = label.casefold().partition(",")[0]
    first, verb = _WORD.match(label), _WORD.match(predicate)
    if not first or not verb:
        return False
    if first[0] == verb[0] and _DONE.match(verb[0]):
        return _goes_on(_WORD.findall(label), predicate[verb.end() :])
    return re.match(rf"{re.escape(label)}\b", predicate) is not None


def _goes_on(tokens: list[str], after: str) -> bool:
    """Whether what follows the word for what was done leaves it what a label of `tokens` says:
    “placed with foster carers” is not what “Placed for adoption” says."""
    clause = re.split(r"[.,;:()⟦]", after)[0]
    more = next((item for item in _WORD.findall(clause) if item not in _LITTLE), "")
    return not more or bool(_ENDS.match(more) or stems(more) & stems(" ".join(tokens)))
