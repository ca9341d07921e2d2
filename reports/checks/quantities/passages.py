"""The quantities of a paper, sentence by sentence, made once for all constraints."""

from collections.abc import Iterator
from functools import lru_cache

from reports.checks.quantities.grammar import phrases
from reports.checks.quantities.model import Quantity, Statement
from reports.checks.reading import SIDE_BY_SIDE, Reading, shared

# Sentences whose phrases are kept; a paper of sixty pages has a quarter as many.
_KEPT = 4096
_phrases = lru_cache(_KEPT)(phrases)


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
        for sentence in line.marked:
            order += 1
            read = _phrases(sentence)[:SIDE_BY_SIDE] if "⟦" in sentence.text else ()
            quantities = tuple(Quantity(line, sentence, phrase, section, order) for phrase in read)
            yield Statement(line, sentence, quantities, section, order)


def before(rows: tuple[Statement, ...], place: int, many: int) -> tuple[Statement, ...]:
    """Up to so many sentences before the one at `place`, of its section, the nearest first."""
    near = rows[max(0, place - many) : place]
    return tuple(row for row in reversed(near) if row.section == rows[place].section)
