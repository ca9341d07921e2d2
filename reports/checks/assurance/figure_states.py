"""“351 staff are overdue” around a figure of all who need a check, against the records of them."""

import re
from collections.abc import Iterator

from assurance.figures.keys import current_key
from reports.checks.assurance.recorded_states import ELSEWHERE, MEND, records_show
from reports.checks.context import CheckContext
from reports.checks.figure_texts import faults_around
from reports.checks.numbers.live.other_parts import some_ages_in
from reports.checks.numbers.live.part_words import parts_named
from reports.checks.numbers.live.surroundings import is_hedged, words_around
from reports.checks.reading import Line, LiveFigure, Reading
from reports.checks.rule import Fault, Severity, fault, rule

# Hardly anything is so of all the things that a figure counts.
_WORSE = ("overdue", "without")
_OF_BASE = re.compile(r"\s+(?:[a-z’'-]+\s+){0,3}?of\s", re.I)
_OF_ALL = re.compile(r"\b(?:all|each|both)\s+(?:of\s+)?(?:(?:the|these|our)\s+)?$", re.I)


@rule(
    "figure-unlike-state",
    Severity.ERROR,
    "decisions §11; sources of error 5",
    follows=("state-unlike-records",),
)
def unlike_state(reading: Reading, known: CheckContext) -> Iterator[Fault]:
    """A figure of all of some things has no state next to it that records have of fewer."""
    yield from faults_around(reading, lambda line: _in_line(line, known))


def _in_line(line: Line, known: CheckContext) -> Iterator[Fault]:
    for live in line.live:
        entry = live.entry
        if entry.count and not entry.member and not entry.made_of:
            yield from _denied(line, live, known)


def _denied(line: Line, live: LiveFigure, known: CheckContext) -> Iterator[Fault]:
    words, entry = words_around(line, live), live.entry
    subject = current_key(entry.key).partition(".")[0]
    own, sentence = parts_named(subject, entry.title), line.sentence_at(live.start)
    named = {name: match for name, match in parts_named(subject, words).items() if name not in own}
    if is_hedged(words) or ELSEWHERE.search(sentence.text):
        return
    is_whole = not entry.base and not _OF_BASE.match(line.text, live.end)
    if ages := is_whole and some_ages_in(entry, words):
        yield _counts_all(line, live, ages, severity=Severity.ERROR)
    # “Are planned or under way” is of both together.
    if len(named) == 1:
        yield from _unlike(line, live, *named.items(), is_whole, known)


def _unlike(line, live, part, is_whole: bool, known: CheckContext) -> Iterator[Fault]:
    """The fault of the one `part` (its name and match) that the words next to a figure name."""
    (name, match), entry = part, live.entry
    of_all = _OF_ALL.search(line.text, line.sentence_at(live.start).start, live.start)
    states = known.states(entry, match.string[match.start() :])
    # A claim of all is weighed by its own rule where records know the words as they are.
    states = () if states and of_all else states or known.states(entry, name)
    recorded = [state for state in states if state.count is not None]
    if not states and is_whole and name in _WORSE and not of_all:
        yield _counts_all(line, live, match.group())
    elif recorded and all(state.count != entry.count for state in recorded):
        says = records_show(f"{entry.text} {match.group()}", recorded[0], entry.count)
        yield fault(line, live, says, MEND)


def _counts_all(line, live: LiveFigure, part: str, severity=Severity.WARNING) -> Fault:
    entry = live.entry
    says = f"The words next to {entry.text} are “{part}”, but it counts all of “{entry.title}”."
    return fault(line, live, says, MEND, severity=severity)
