"""Words for the way a live figure went, or for how high it is, against its own earlier values."""

import re
from collections.abc import Iterator
from fractions import Fraction

from assurance.runtime.periods import say_day
from reports.checks.context import CheckContext, no_values
from reports.checks.figure_texts import faults_around, figure_texts, is_over
from reports.checks.numbers.claims.figure_days import ends_of
from reports.checks.numbers.live.earlier_values import EarlierValue, earlier_values
from reports.checks.reading import FINDING, Grid, Line, LiveFigure, Reading, shared
from reports.checks.rule import Fault, Severity, fault, rule
from reports.documents.entries import Entry
from reports.figure_constraints.clauses import has_source, why_ask
from reports.figure_constraints.earlier_times import compared
from reports.prose.marks import Sentence
from reports.prose.quantities.arithmetic import TIMES, WORD, last_word, times_of, way_of
from reports.prose.quantities.phrases import stems

# “Fell to 228”, “is now up at 228”.
_TO = re.compile(
    r",?\s+(?:[a-z’'-]+,?\s+){0,8}?(?:to|at|and\s+(?:was|is|stood\s+at))\s+"
    r"(?:(?:just|only|about|now|the|a\s+total\s+of)\s+)*$",
    re.I,
)
_LEAD = 90
_LOWEST = re.compile(
    r"\b(?:lowest|fewest|smallest)\b(?P<what>[^.;]{0,40}?)\b(?:since|ever|on\s+record|for|in)\b"
    r"|\b(?:never|not)\s+(?:been\s+)?(?:so\s+)?(?:lower|fewer|as\s+low|so\s+low)\b"
    r"|\b(?:fewer|lower)\b[^.;,]{0,40}\bthan\s+(?:ever|at\s+any\s+time)\b",
    re.I,
)
_HIGHEST = re.compile(
    r"\b(?:highest|largest)\b(?P<what>[^.;]{0,40}?)\b(?:since|ever|on\s+record|for|in)\b"
    r"|\b(?:never|not)\s+(?:been\s+)?(?:so\s+)?(?:higher|as\s+high|so\s+high|so\s+many)\b"
    r"|\b(?:more|higher)\b[^.;,]{0,40}\bthan\s+(?:ever|at\s+any\s+time)\b",
    re.I,
)
_SINCE_YEAR = re.compile(r"\bsince\s+(?:[A-Z][a-z]+\s+)?(?P<year>(?:19|20)\d\d)\b")
# “61.5 was above that of England, 66”: two figures of a sentence set side by side.
_ABOVE = re.compile(
    r"[^.;:]{0,40}?\b(?:was|were|is|are|stood|remained|stayed)\s+(?:still\s+|well\s+|just\s+|slightly\s+)?"
    r"(?:(?P<up>above|higher\s+than|more\s+than)|(?P<down>below|lower\s+than|fewer\s+than|less\s+than))\b[^.;:]{0,60}$",
    re.I,
)
_ALL_TIME = re.compile(r"\b(?:ever|on\s+record|at\s+any\s+time)\b", re.I)
_SOURCE = "Name the earlier date that it is compared with, or the source of the words."
_EVERY = re.compile(r"\b(?:every|each|all|both)\b", re.I)
_MEND = "Use the word that the figures bear out, or name the figure that it is compared with."
# How far a multiple may be rounded: 210 is “double” 107.
_ROUND = Fraction(15, 100)


@rule(
    "live-course-denied",
    Severity.ERROR,
    "C15; source of error 9a",
    family="numbers",
    follows=("change-denied", "series-denied", "direction-denied"),
)
def live_courses(reading: Reading, known: CheckContext) -> Iterator[Fault]:
    """A live figure went the way that its sentence gives, as far as its earlier values are
    known."""
    yield from faults_around(reading, lambda line: _in_line(reading, line, known))
    yield from _titles(reading)
    yield from _ways_over(reading)


def _in_line(reading: Reading, line: Line, known: CheckContext) -> Iterator[Fault]:
    rows = []
    for live in line.live:
        earlier = earlier_values(reading, known, live)
        denied = _course(line, live, earlier) or _extreme(line, live, earlier)
        denied = denied or _next_pair(line, live)
        if not denied and known.values is not no_values and (ever := _ever(line, live)):
            yield fault(line, ever, why_ask(ever.group().strip(), live), _SOURCE)
            return
        if denied:
            word, says = denied
            rows.append(fault(line, word, says, _MEND))
    yield from rows or compared(reading, line, known)


def _course(line: Line, live: LiveFigure, earlier: list[EarlierValue]):
    """(the word, what is wrong) of “fell to 228” and “doubled to 228”, where each value that may be
    meant by it denies it; None otherwise."""
    sentence = line.sentence_at(live.start)
    if not earlier or not _is_alone(line, live, sentence):
        return None
    lead = line.text[max(sentence.start, live.start - _LEAD) : live.start]
    at = live.start - len(lead)
    times = (item for item in TIMES.finditer(lead) if _TO.fullmatch(lead, item.end()))
    multiple = next(times, None)
    if multiple and not multiple["over"]:
        return _times(line, live, earlier, multiple, at)
    word = last_word(lead)
    if word is None or not _TO.fullmatch(lead, word.end()):
        return None
    way, latest = way_of(word), _latest(earlier)
    if any(_way(live.entry.count - row.count) == way for row in latest):
        return None
    return (at + word.start(), at + word.end()), _says(word.group(), live, latest[-1])


def _times(line, live, earlier, match, at):
    times, count = times_of(match["word"]), live.entry.count
    near = (abs(count / (times * row.count) - 1) <= _ROUND for row in earlier if row.count)
    if any(near):
        return None
    return (at + match.start(), at + match.end()), _says(match.group(), live, earlier[-1])


def _latest(earlier: list[EarlierValue]) -> list[EarlierValue]:
    """The last value of this report before the figure, and the last that was published."""
    own = [row for row in earlier if not row.report]
    published = [row for row in earlier if row.report]
    return [*own[-1:], *published[-1:]]


def _extreme(line: Line, live: LiveFigure, earlier: list[EarlierValue]):
    """(the words, what is wrong) of “the lowest since 2015” where an earlier value was lower."""
    sentence = line.sentence_at(live.start)
    if not earlier or not _is_alone(line, live, sentence):
        return None
    since = _SINCE_YEAR.search(sentence.text)
    first = since["year"] if since else ""
    rows = [row for row in earlier if f"{row.day.year}" >= first]
    for pattern, way in ((_LOWEST, -1), (_HIGHEST, 1)):
        match = pattern.search(sentence.text)
        beyond = [row for row in rows if way * (row.count - live.entry.count) > 0]
        if match and beyond:
            place = sentence.start + match.start(), sentence.start + match.end()
            return place, _says(match.group().strip(), live, beyond[-1])
    return None


def _ever(line: Line, live: LiveFigure) -> re.Match | None:
    """“The highest ever recorded”: words for all of time, which no few earlier values bear out."""
    sentence = line.sentence_at(live.start)
    for pattern in (_LOWEST, _HIGHEST):
        match = pattern.search(line.text, sentence.start, sentence.end)
        if match and _ALL_TIME.search(match.group()) and _is_alone(line, live, sentence):
            return None if has_source(line, match.start(), match.end()) else match
    return None


def _next_pair(line: Line, live: LiveFigure):
    """(the words, what is wrong) of a figure that is “above” another of its sentence and is not."""
    after = next((item for item in line.live if item.start > live.end), None)
    match = after and _ABOVE.fullmatch(line.text, live.end, after.start)
    pair = match and [_value(line, item) for item in (live, after)]
    if not pair or None in pair or live.entry.unit != after.entry.unit:
        return None
    way = _way(pair[0] - pair[1])
    word = "up" if match["up"] else "down"
    if way == (1 if match["up"] else -1):
        return None
    compared = {1: "more than", -1: "less than", 0: "the same as"}[way]
    says = (
        f"{live.entry.text} is {compared} {after.entry.text}, but the report uses “{match[word]}”."
    )
    return match.span(word), says


def _value(line: Line, live: LiveFigure) -> Fraction | None:
    """The number that a figure prints, where it prints one."""
    rows = [item for item in line.numbers if live.start <= item.start < live.end]
    return Fraction(rows[0].value) if len(rows) == 1 else None


def _is_alone(line: Line, live: LiveFigure, sentence: Sentence) -> bool:
    """True if a figure is the only number of its sentence, so that its words are about it."""
    return not any(
        item.is_to_settle
        for item in line.numbers
        if sentence.holds(item.start) and not live.start <= item.start < live.end
    )


def _way(difference: int | Fraction) -> int:
    return (difference > 0) - (difference < 0)


def _says(word: str, live: LiveFigure, row: EarlierValue) -> str:
    where = f" (in {row.report})" if row.report else ""
    return (
        f"The report uses “{word}” of {live.entry.text}, but it was {row.count:,} on "
        f"{say_day(row.day)}{where}."
    )


def _ways_over(reading: Reading) -> Iterator[Fault]:
    """Texts over figures of several dates whose one word for a way, or for a multiple, is that of
    none of the series that they name; of each of them, that of not all."""
    for lines in shared(reading, figure_texts):
        line, lives = lines[0], [item.live[0] for item in lines if item.live]
        text = line.text[: lives[0].start] if lives else ""
        words = [*TIMES.finditer(text)] or [*WORD.finditer(text)]
        typed = any(x.is_to_settle and x.end <= len(text) for x in line.numbers)
        if len(words) != 1 or typed or not is_over(reading, line):
            continue
        rows = [(*ends, _is_so(words[0], *ends)) for ends in _series(lives)]
        named = [row for row in rows if _names(text, row[1].entry, rows)] or rows
        wrong = [row for row in named if not row[2]]
        if wrong and (len(wrong) == len(named) or _EVERY.search(text)):
            first, last = wrong[0][0].entry, wrong[0][1].entry
            says = f"The text uses “{words[0].group()}”, but “{last.title}” went from "
            says += f"{first.text} to {last.text}."
            yield fault(line, words[0], says, _MEND)


def _series(lives: list[LiveFigure]) -> Iterator[tuple[LiveFigure, LiveFigure]]:
    """The first and last of what counts one thing at several dates."""
    rows: dict[tuple, list[LiveFigure]] = {}
    for live in lives:
        entry = live.entry
        if entry.count is not None and not entry.made_of and ends_of(live):
            rows.setdefault((entry.key, entry.member, entry.population), []).append(live)
    for same in rows.values():
        same.sort(key=lambda live: live.entry.end)
        if same[0].entry.end < same[-1].entry.end:
            yield same[0], same[-1]


def _is_so(word: re.Match, first: LiveFigure, last: LiveFigure) -> bool:
    """True if a series went the way of a word, and as many times as a multiple has it."""
    before, after = first.entry.count, last.entry.count
    if TIMES.made(word):
        times = Fraction(after, before or 1) / times_of(word["word"])
        return bool(word["over"]) or abs(times - 1) <= _ROUND
    return _way(after - before) == way_of(word)


def _names(text: str, entry: Entry, rows) -> bool:
    """True if a text has a word of one series that no other series has."""
    others = [row[1].entry for row in rows if row[1].entry is not entry]
    own = stems(f"{entry.title} {entry.cohort}")
    return bool((own - stems(" ".join(f"{x.title} {x.cohort}" for x in others))) & stems(text))


def _titles(reading: Reading) -> Iterator[Fault]:
    """Chart titles whose words for the way that a single line of values went are wrong."""
    findings = {line.where: line for line in reading.lines if line.kind == FINDING}
    for grid in reading.grids:
        line = findings.get(grid.where.removesuffix("-data")) if grid.of_chart else None
        matches = [*WORD.finditer(line.text)] if line and not line.numbers else []
        ends = _ends_of_line(grid) if len(matches) == 1 else None
        if ends and _way(ends[1].entry.count - ends[0].entry.count) != way_of(matches[0]):
            says = (
                f"The title uses “{matches[0].group()}”, but the chart goes from "
                f"{ends[0].entry.text} to {ends[1].entry.text}."
            )
            yield fault(line, matches[0], says, _MEND)


def _ends_of_line(grid: Grid) -> tuple[LiveFigure, LiveFigure] | None:
    """The first and last figure of a chart of one line, in order of time; None of any other."""
    rows = [[live for cell in row for live in cell.live] for row in grid.rows]
    line = rows[0] if len(rows) == 1 else [row[0] for row in rows if len(row) == 1]
    known = [live for live in line if live.entry.count is not None and ends_of(live)]
    if len(known) != len(line) or len(known) < 2 or (len(rows) > 1 and len(line) != len(rows)):
        return None
    if len({(item.entry.key, item.entry.member, item.entry.cohort) for item in known}) != 1:
        return None
    known.sort(key=lambda live: ends_of(live)[1])
    return known[0], known[-1]
