"""Every printed text next to live figures, with the figures that it is about.

A sentence prints its figures itself. A caption, a head, a label, the sentence of a chart, a note
under a table, a heading and a line that opens a list are over figures that print elsewhere: each
is read with every one of them behind it, as “Children counted in July: 188”. Whatever rule reads
the words around a live figure goes through `faults_around`, so that no kind of text is left out.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from reports.checks.numbers.passages import captions, leads
from reports.checks.reading import (
    CAPTION,
    CELL,
    FACT,
    FINDING,
    HEADING,
    NOTE,
    PROSE,
    RUN_IN,
    Grid,
    Line,
    LiveFigure,
    Reading,
    shared,
)
from reports.checks.rule import Fault

# Of more figures than these no text is a claim.
_MOST = 12
_LETTERS = re.compile(r"[A-Za-z]{2}")
_END = " .:;,"
# A run-in heading is over the texts of its own block.
_INNERMOST = 99


def faults_around(reading: Reading, check: Callable[[Line], Iterable[Fault]]) -> Iterator[Fault]:
    """The faults that `check` finds in a text next to live figures; of a text over several figures
    the first of those that it finds next to each."""
    for lines in shared(reading, figure_texts):
        rows = [tuple(check(line)) for line in lines]
        if all(rows):
            yield from rows[0] if len(rows) == 1 else rows[0][:1]


def figure_texts(reading: Reading) -> tuple[tuple[Line, ...], ...]:
    """Every printed text next to live figures, each as the lines that it is read as: one of a text
    that prints its figures, and of another one for each figure that it is over."""
    parts = (_printing, _over_tables, _over_records, _over_lists, _headings, _notes)
    return tuple(lines for part in parts for lines in part(reading))


def _printing(reading: Reading) -> Iterator[tuple[Line, ...]]:
    for line in reading.lines:
        rest = "".join(
            sign
            for place, sign in enumerate(line.text if line.kind == CELL and line.live else "")
            if line.entry_at(place) is None
        )
        if line.live and (line.kind in (*PROSE, RUN_IN, FACT) or _LETTERS.search(rest)):
            yield (line,)


def _over_tables(reading: Reading) -> Iterator[tuple[Line, ...]]:
    texts: dict[str, list[Line]] = {}
    for line in reading.lines:
        if line.kind in (CAPTION, FINDING, NOTE) and not line.live:
            texts.setdefault(line.where, []).append(line)
    for grid in reading.grids:
        figures = [live for row in grid.rows for cell in row for live in cell.live]
        if figures:
            # The caption and the sentence of a chart are at the chart, its table is behind it.
            anchors = {grid.where, grid.where.removesuffix("-data")}
            for line in (line for anchor in anchors for line in texts.get(anchor, ())):
                yield from _read_with(line, figures)
            yield from _heads(grid)


def _over_records(reading: Reading) -> Iterator[tuple[Line, ...]]:
    """The captions of lists of records, with the figure that counts the same things."""
    over = captions(reading)
    for grid in reading.grids:
        entry = grid.records.entry if grid.records else None
        if entry and grid.where in over:
            yield from _read_with(over[grid.where], [LiveFigure(0, 0, entry)])


def _heads(grid: Grid) -> Iterator[tuple[Line, ...]]:
    """The heads of columns with their figures, and the labels of rows with theirs."""
    for place, head in enumerate(grid.columns):
        cells = [row[place] for row in grid.rows if place < len(row)]
        yield from _read_with(head, [live for cell in cells for live in cell.live])
    for row in grid.rows:
        if row and not row[0].live:
            yield from _read_with(row[0], [live for cell in row[1:] for live in cell.live])


def _over_lists(reading: Reading) -> Iterator[tuple[Line, ...]]:
    """The lines that open a list and print no figure, with the figures of its items."""
    over: dict[int, tuple[Line, list[LiveFigure]]] = {}
    for line in reading.lines:
        lead = leads(reading).get(id(line)) if line.live else None
        if lead is not None and not lead.live:
            over.setdefault(id(lead), (lead, []))[1].extend(line.live)
    for lead, figures in over.values():
        yield from _read_with(lead, figures, last=True)


def _headings(reading: Reading) -> Iterator[tuple[Line, ...]]:
    """The headings of sections and blocks, with the figures of the sentences under them."""
    over: dict[int, Line] = {}
    under: dict[int, list[LiveFigure]] = {}
    for line in reading.lines:
        if line.kind in (HEADING, RUN_IN):
            level = line.level if line.kind == HEADING else _INNERMOST
            over = {depth: item for depth, item in over.items() if depth < level}
            over[level] = line
        elif line.kind in PROSE:
            if _INNERMOST in over and line.block != over[_INNERMOST].block:
                del over[_INNERMOST]
            for heading in over.values():
                under.setdefault(id(heading), []).extend(line.live)
    for line in reading.lines:
        if not line.live:
            yield from _read_with(line, under.get(id(line), ()))


def _notes(reading: Reading) -> Iterator[tuple[Line, ...]]:
    """The notes of sections, with the figure in front of the mark of each, or those of its
    sentence."""
    notes = {line.where: line for line in reading.lines if line.kind == NOTE and not line.live}
    for line in reading.lines:
        for place, anchor in line.notes if line.live else ():
            sentence = line.sentence_at(max(0, place - 1))
            own = [item for item in line.live if sentence.holds(item.start)]
            ahead = [item for item in own if item.end <= place]
            if anchor in notes:
                note = replace(notes[anchor], block=line.block)
                yield from _read_with(note, ahead[-1:] or own)


def is_over(reading: Reading, line: Line) -> bool:
    """True if a line was made of a text over figures and one of these."""
    return id(line) not in reading.places


def _read_with(
    line: Line, figures: Sequence[LiveFigure], *, last: bool = False
) -> Iterator[tuple[Line, ...]]:
    """Each sentence of a text (or the `last`) as lines, one for each figure behind it."""
    distinct = {_identity(live): live for live in figures}
    if not _LETTERS.search(line.text) or not 0 < len(distinct) <= _MOST:
        return
    if own := _printed(line, figures):
        yield (replace(line, live=own),)
        return
    for sentence in line.sentences[-1:] if last else line.sentences:
        yield tuple(_with_figure(line, sentence.text, live) for live in distinct.values())


def _identity(live: LiveFigure):
    entry = live.entry
    return entry.key, entry.member, entry.population, entry.start, entry.end, bool(entry.made_of)


def _with_figure(line: Line, text: str, live: LiveFigure) -> Line:
    lead = f"{text.rstrip(_END)}: "
    figure = LiveFigure(len(lead), len(lead) + len(live.entry.text), live.entry)
    # What was marked in the text is elsewhere in it now, and none of it is asked for here.
    plain = {"cites": (), "named": (), "sourced": (), "sources": _moved(line, text)}
    return replace(line, text=f"{lead}{live.entry.text}", live=(figure,), **plain)


def _moved(line: Line, text: str) -> tuple[tuple[int, str], ...]:
    """The sources of what a sentence of a line has typed, at their places in that sentence."""
    first = line.text.find(text)
    return tuple((at - first, source) for at, source in line.sources if at >= first)


def _printed(line: Line, figures: Sequence[LiveFigure]) -> tuple[LiveFigure, ...]:
    """The figures of a chart or table that its own sentence prints, by their text; none by a text
    that those of several dates have."""
    if line.kind not in (FINDING, CAPTION):
        return ()
    named: dict[str, dict] = {}
    for live in figures:
        named.setdefault(live.entry.text, {}).setdefault(live.entry.end, live.entry)
    entries = {text: next(iter(x.values())) for text, x in named.items() if len(x) == 1}
    rows = [(item, line.text[item.start : item.end].strip()) for item in line.numbers]
    return tuple(
        LiveFigure(item.start, item.start + len(text), entries[text])
        for item, text in rows
        if text in entries
    )
