"""The quantities of a paper, sentence by sentence, made once for all constraints."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

from reports.checks.reading import SIDE_BY_SIDE, Reading, shared
from reports.checks.text_reading import read_text
from reports.prose.dates import KEPT
from reports.quantities.grammar import Phrase, phrases
from reports.quantities.model import Quantity, Statement


@lru_cache(KEPT)
def phrases_of(text: str) -> tuple[tuple[Phrase, ...], ...]:
    """The phrases of each sentence of a text, kept as its reading is."""
    return tuple(phrases(item)[:SIDE_BY_SIDE] for item in read_text(text).marked)


def statements(reading: Reading) -> tuple[Statement, ...]:
    """Every sentence of the prose outside annexes, with its quantities."""
    return shared(reading, _statements)


def _statements(reading):
    return tuple(_read(reading))


def _read(reading) -> Iterator[Statement]:
    section, trail, order = 0, None, 0
    for line in reading.prose():
        if line.trail != trail:
            section, trail = section + 1, line.trail
        for sentence, read in zip(line.marked, phrases_of(line.text), strict=True):
            order += 1
            quantities = tuple(Quantity(line, sentence, phrase, section, order) for phrase in read)
            yield Statement(line, sentence, quantities, section, order)


def by_line(reading: Reading) -> Mapping[int, tuple[Statement, ...]]:
    """id of a line → its sentences."""
    return shared(reading, _by_line)


def _by_line(reading):
    index = defaultdict(tuple)
    for row in statements(reading):
        index[id(row.line)] += (row,)
    return index


def before(rows: tuple[Statement, ...], place: int, many: int) -> tuple[Statement, ...]:
    """Up to so many sentences before the one at `place`, of its section, the nearest first."""
    near = rows[max(0, place - many) : place]
    return tuple(row for row in reversed(near) if row.section == rows[place].section)
