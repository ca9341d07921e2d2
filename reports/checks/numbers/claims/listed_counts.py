"""Lists of records against the figures and the typed numbers of the same things."""

import re
from collections.abc import Iterator
from datetime import date

from assurance.figures.keys import current_key
from assurance.runtime.periods import say_day
from assurance.tables.phrases import several
from reports.checks.reading import PROSE, Grid, Line, LiveFigure, Reading, shared
from reports.checks.rule import Fault, Severity, fault, rule
from reports.checks.structure.typed_citations import cited
from reports.prose.marks import Marked, text_after, text_before
from reports.prose.quantities.arithmetic import plain
from reports.prose.quantities.phrases import phrase_after, stems

_MARK = re.compile(r"⟦c(\d+)⟧")
# What a count is a part of, or a change, is not what a list must come to.
_OTHER = re.compile(
    r"\b(?:of\s+(?:whom|which|these|those|them)|further|another|more|than|by|from|increase|decrease|"
    r"rise|fall|each|every|per|first|last)\b[^⟦]{0,20}$"
    r"|(?:\b(?:one|some|many|most|several|half)|⟧)\s+of\s+(?:the|these|those|our|its)\s+$",
    re.I,
)

# What a count has behind its noun where a list follows.
_SHOWN = ("below", "here", "listed", "shown", "set", "out", "following", "follow")


@rule("list-unlike-figure", Severity.ERROR, "decisions §11; sources of error 6")
def unlike_figure(reading: Reading, _known) -> Iterator[Fault]:
    """A list has as many rows as the figure of the same things next to it."""
    for grid in _lists(reading):
        captions = [line for line in reading.lines if line.where == grid.where][:1]
        trail = captions[0].trail if captions else ()
        near = [
            (line, live)
            for line in reading.lines
            for live in line.live
            if _is_same(grid, live) and (line.trail == trail or _is_of_day(grid, live))
        ]
        if any(live.entry.count == len(grid.rows) for _, live in near):
            near = [(line, live) for line, live in near if _is_of_day(grid, live)]
        for line, live in near:
            if live.entry.count == len(grid.rows) or _names_its_day(line, live):
                continue
            says = (
                f"{live.entry.text} is of {live.entry.when}, and “{grid.caption}” lists "
                f"{len(grid.rows)} of the same things."
            )
            yield fault(line, live, says, "Take the figure and the list at one date.")


@rule("list-unlike-number", Severity.ERROR, "decisions §11; sources of error 6")
def unlike_number(reading: Reading, _known) -> Iterator[Fault]:
    """A number typed before a list, or a figure of no other list there, is that of its rows."""
    for grid in _lists(reading):
        line = reading.line_before(grid.where)
        if line is None or line.kind not in PROSE or not line.marked:
            continue
        numbers = list(_counts(line.marked[-1], grid))
        if any(number.value == len(grid.rows) for number in numbers):
            continue
        for number in numbers:
            if line.entry_at(number.start) is None or not _is_told_apart(line, number, grid):
                says = (
                    f"“{grid.caption}” has {several(len(grid.rows), 'row')}, but the text gives "
                    f"{plain(number)}."
                )
                mend = "Put the number right, or list what is missing."
                yield fault(line, number, says, mend)


@rule("list-unlike-text", Severity.WARNING, "decisions §11; sources of error 6")
def unlike_text(reading: Reading, _known) -> Iterator[Fault]:
    """A list has as many rows as a paragraph counts that refers to it or to its annex."""
    for grid in _lists(reading):
        for line in _citing(reading, grid):
            numbers = [x for sentence in line.marked for x in _counts(sentence, grid)]
            values = [number.value for number in numbers]
            if len(grid.rows) in (*values, sum(values)):
                continue
            for number in numbers:
                if _is_compared(line, number, grid):
                    says = (
                        f"{grid.label}, “{grid.caption}”, has {several(len(grid.rows), 'row')}, "
                        f"but the text that refers to it gives {plain(number)}."
                    )
                    mend = "Take the number and the list from the same records, at one date."
                    yield fault(line, number, says, mend)


def _citing(reading, grid):
    """The lines of prose that cite a list, live or typed, or the annex whose only list it is, but
    not the one right before it, which `unlike_number` reads."""
    annexes = [reading.by_anchor[x.where].annex for x in _lists(reading)]
    own = reading.by_anchor[grid.where].annex
    places = [x.where for x in reading.annexes if x.label == own and annexes.count(own) == 1]
    before, labels = reading.line_before(grid.where), shared(reading, _typed_labels)
    for line in reading.prose():
        is_cited = any(cite.to in (grid.where, *places) for cite in line.cites)
        if line != before and (is_cited or grid.label.lower() in labels[id(line)]):
            yield line


def _typed_labels(reading):
    """Id of a line of prose → what it cites in typed words: `table 4`."""
    return {
        id(line): {f"{item.kind} {item.label}" for item in cited(line) if not item.elsewhere}
        for line in reading.prose()
    }


def _is_compared(line, number, grid):
    """True if a number is typed, or a figure of something else than the list's that is dated as the
    report is."""
    if line.entry_at(number.start) is None:
        return True
    live = _live_at(line, number)
    return not (_is_same(grid, live) or _names_its_day(line, live))


def _lists(reading):
    return [grid for grid in reading.grids if grid.records]


def _is_same(grid: Grid, live: LiveFigure):
    entry, listed = live.entry, grid.records
    same = current_key(entry.key) == listed.key and entry.member == listed.member
    return same and entry.count is not None


def _is_of_day(grid: Grid, live: LiveFigure):
    listed = grid.records
    days = (listed.start, listed.end)
    return (live.entry.start, live.entry.end) == tuple(day.isoformat() for day in days if day)


def _names_its_day(line: Line, live: LiveFigure):
    """Whether the sentence of a figure prints the day that it is of, at which it may differ."""
    sentence = line.sentence_at(live.start)
    return say_day(date.fromisoformat(live.entry.end)) in sentence.text


def _is_told_apart(line: Line, number, grid: Grid):
    """Whether a live figure is held against the list elsewhere, or prints another day itself."""
    return bool(grid.records.key) or _names_its_day(line, _live_at(line, number))


def _live_at(line, number):
    return next(item for item in line.live if item.start <= number.start < item.end)


def _counts(sentence: Marked, grid: Grid):
    """The counts in a sentence of what the list lists."""
    for mark in _MARK.finditer(sentence.text):
        number = sentence.thing(mark[1])
        phrase = phrase_after(text_after(sentence.text, mark.end()))
        wording = [word for word in phrase.split() if word.lower() not in _SHOWN]
        is_part = _OTHER.search(text_before(sentence.text, mark.start())[-60:])
        if not number.bound and not is_part and stems("".join(wording[-1:])) & grid.records.nouns:
            yield number
