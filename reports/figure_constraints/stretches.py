"""“For the third year running”, “doubled from 210”: words for a stretch of values of which their
sentence prints one."""

import re
from collections.abc import Iterator
from itertools import pairwise

from assurance.runtime.digits import UNITS, whole
from assurance.runtime.periods import say_day
from reports.checks.context import CheckContext
from reports.checks.figure_texts import faults_around
from reports.checks.numbers.claims.figure_days import Ends, ends_of, ends_of_entry
from reports.checks.numbers.live.earlier_values import earlier_values, is_same
from reports.checks.reading import Line, LiveFigure, Reading
from reports.checks.rule import Fault, Severity, fault, rule
from reports.figure_constraints.clauses import without_source
from reports.figure_constraints.earlier_times import is_about, times_in
from reports.prose.quantities.arithmetic import TIMES, WORD, times_of, way_of
from reports.prose.quantities.comparisons import stretch_before

_NTH = ("second", "third", "fourth", "fifth", "sixth")
_UNITS = {"year": 12, "half-year": 6, "quarter": 3, "month": 1}
_UNIT = "|".join(_UNITS)
_RUNNING = r"(?:running|in\s+a\s+row|in\s+succession)"
_RUN = re.compile(
    rf"\b(?P<nth>{'|'.join(_NTH)})\s+(?:(?:consecutive|successive)\s+(?P<unit>{_UNIT})"
    rf"|(?P<unit2>{_UNIT})\s+{_RUNNING})\b"
    rf"|\b(?P<many>two|three|four|five|six|[2-6])\s+(?:(?:consecutive|successive)\s+(?P<unit3>{_UNIT})s"
    rf"|(?P<unit4>{_UNIT})s\s+{_RUNNING})\b",
    re.I,
)
# “At its lowest for five years”.
_MOST = re.compile(
    r"\b(?:(?P<low>lowest|fewest|smallest)|highest|largest|most)\b[^.;⟦]{0,30}?\b(?:for|in)\s+"
    rf"(?:(?:the\s+)?(?:last|past)\s+)?(?P<many>{'|'.join(UNITS[2:13])}|\d{{1,2}})\s+years\b",
    re.I,
)
# “More than doubled from”, “fell sharply from”.
_FROM = re.compile(
    r"\s+(?:[a-z’'-]+\s+){0,4}?from\s+(?:(?:just|only|about|the|a\s+total\s+of)\s+)*$", re.I
)
_TO = re.compile(r"\s*(?:(?:on|in|at)\s+[^.;]{0,40}?)?\bto\s+\S", re.I)
# So many years are asked of, at most.
_LONGEST = 10
_MEND = "Use the word that the figures bear out, or print the values that it is about."
_SOURCE = "Quote the figures of each of these times, or name the source of the words."


@rule(
    "stretch-denied",
    Severity.ERROR,
    "C15; source of error 9a",
    family="numbers",
    follows=("figure-outside-period", "live-course-denied", "growth-without-numbers"),
)
def stretches(reading: Reading, known: CheckContext) -> Iterator[Fault]:
    """A live figure rose or fell for as long as the words of its sentence, or from its value."""
    yield from faults_around(reading, lambda line: _in_line(reading, line, known))


def _in_line(reading: Reading, line: Line, known: CheckContext) -> Iterator[Fault]:
    for live in line.live:
        sentence, ends = line.sentence_at(live.start), ends_of(live)
        others = (x for x in line.live if sentence.holds(x.start) and x is not live)
        if not ends or live.entry.count is None or live.entry.made_of or any(others):
            continue
        run = _RUN.search(line.text, sentence.start, sentence.end)
        words = [*WORD.finditer(line.text, sentence.start, sentence.end)]
        most = _MOST.search(line.text, sentence.start, sentence.end)
        if run and len(words) == 1:
            yield from _run(reading, line, live, run, way_of(words[0]), known)
        elif most:
            yield from _most(reading, line, live, most, known)
        else:
            yield from _from(reading, line, live, ends)


def _run(reading, line: Line, live: LiveFigure, run, way: int, known) -> Iterator[Fault]:
    """The fault of “for the third year running” where a value denies it, or some are not known."""
    many = _NTH.index(run["nth"].casefold()) + 2 if run["nth"] else _number(run["many"])
    unit = next(filter(None, (run["unit"], run["unit2"], run["unit3"], run["unit4"])))
    steps = range(many, 0, -1)
    rows = [_value(reading, live, _UNITS[unit.casefold()] * step, known) for step in steps]
    values = [row for row in (*rows, live.entry.count) if row is not None]
    if any((after - before) * way <= 0 for before, after in pairwise(values)):
        says = (
            f"“{run.group()}” of {live.entry.text}: the values before it did not all go that way."
        )
        yield fault(line, run, says, _MEND)
    elif None in rows:
        yield from without_source(line, run.span(), live, known, _SOURCE)


def _most(reading, line: Line, live: LiveFigure, match, known) -> Iterator[Fault]:
    """The fault of “the lowest for five years” where one of those years denies it, or is not
    known."""
    way, count = (-1 if match["low"] else 1), live.entry.count
    years = range(1, min(_number(match["many"]), _LONGEST) + 1)
    rows = [_value(reading, live, 12 * year, known) for year in years]
    if any((count - row) * way < 0 for row in rows if row is not None):
        says = f"“{match.group()}” of {live.entry.text}: one of those years denies it."
        yield fault(line, match, says, _MEND)
    elif None in rows:
        yield from without_source(line, match.span(), live, known, _SOURCE)


def _number(words: str) -> int:
    return whole(words) if words.isdecimal() else UNITS.index(words.casefold())


def _value(reading, live: LiveFigure, months: int, known: CheckContext) -> int | None:
    """The value of a figure so many months before, in the report or by the records."""
    ends = ends_of(live)
    first, last = stretch_before(*ends, months)
    own = [x for x in earlier_values(reading, known, live) if first <= x.day <= last]
    if own:
        return own[-1].count
    states = (known.values(live.entry, *time) for time in times_in(ends, [(first, last)]))
    return next((state.count for state in states if state is not None), None)


def _from(reading: Reading, line: Line, live: LiveFigure, ends: Ends) -> Iterator[Fault]:
    """The fault of “doubled from 210” where the last value of the report denies it."""
    sentence = line.sentence_at(live.start)
    ahead = line.text[sentence.start : live.start]
    words = [*TIMES.finditer(ahead)] or [*WORD.finditer(ahead)]
    if not words or not _FROM.fullmatch(ahead, words[-1].end()) or _TO.match(line.text, live.end):
        return
    later = [
        (other[1], entry)
        for entry in reading.figures
        if is_same(entry, live.entry) and entry.population == live.entry.population
        if (other := ends_of_entry(entry)) and other[1] > ends[1] and not entry.made_of
    ]
    day, last = max(later, key=lambda row: row[0], default=(None, None))
    if last and not _is_so(words[-1], live.entry.count, last.count):
        place = sentence.start + words[-1].start(), sentence.start + words[-1].end()
        says = f"The report uses “{words[-1].group()}” from {live.entry.text}, but it was "
        yield fault(line, place, f"{says}{last.text} on {say_day(day)}.", _MEND)


def _is_so(word: re.Match, before: int, after: int) -> bool:
    if not TIMES.made(word):
        return (after - before) * way_of(word) > 0
    times = float(times_of(word["word"]))
    if word["over"]:
        return (after > times * before) if times > 1 else (after < times * before)
    return is_about(after, times, before)
