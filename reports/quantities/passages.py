"""The quantities of a paper, sentence by sentence, made once for all constraints."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from reports.checks.reading import ITEM, SIDE_BY_SIDE, Line, Reading, shared
from reports.quantities.grammar import Phrase, phrases
from reports.quantities.model import Denial, Quantity, Statement

# The order of the first sentence; every other has one more than that before it.
FIRST = 1


def phrases_of(line: Line) -> tuple[tuple[Phrase, ...], ...]:
    """The phrases of each sentence of a line, kept with the reading of its text."""
    made = line.read.made
    if phrases_of not in made:
        made[phrases_of] = tuple(phrases(item)[:SIDE_BY_SIDE] for item in line.marked)
    return made[phrases_of]


def unless_silent(
    row: Statement, find: Callable[..., Iterator[Denial]], *around: Sequence[Statement]
) -> Iterator[Denial]:
    """Yields the denials that `find` finds in a sentence by its words and by those of the sentences
    `around` it, which it is called with as well. A sentence that gave none is not searched again
    while its reading is kept and the words around it are the same."""
    silent = row.line.read.made.setdefault(unless_silent, {})
    key = find, row.sentence.start
    words = tuple([tuple([item.as_read for item in rows]) for rows in ((row,), *around)])
    if silent.get(key) == words:
        return
    rows = tuple(find(row, *around))
    if not rows:
        silent[key] = words
    yield from rows


def statements(reading: Reading) -> tuple[Statement, ...]:
    """Every sentence of the prose outside annexes, with its quantities."""
    return shared(reading, _statements)


def _statements(reading):
    return tuple(_read(reading))


def _read(reading) -> Iterator[Statement]:
    section, trail, order = 0, None, FIRST - 1
    for line in reading.prose():
        if line.trail != trail:
            section, trail = section + 1, line.trail
        for sentence, read in zip(line.marked, phrases_of(line), strict=True):
            order += 1
            quantities = tuple(Quantity(line, sentence, phrase, section, order) for phrase in read)
            yield Statement(line, sentence, quantities, section, order)


def by_line(reading: Reading) -> Mapping[int, tuple[Statement, ...]]:
    """id of a line → its sentences."""
    return shared(reading, _by_line)


class _LineIndex(dict):
    """Line → its sentences; a line without any is not added by looking for it."""

    def __missing__(self, key):
        return ()


def _by_line(reading):
    index = _LineIndex()
    for row in statements(reading):
        index[id(row.line)] += (row,)
    return index


def before(rows: tuple[Statement, ...], place: int, many: int) -> tuple[Statement, ...]:
    """Up to so many sentences before the one at `place`, of its section, the nearest first."""
    near, section = rows[max(0, place - many) : place], rows[place].section
    return tuple([row for row in reversed(near) if row.section == section])


def just_before(rows: tuple[Statement, ...], place: int) -> Statement | None:
    """The sentence right before the one at `place` in its paragraph; None where it is the first."""
    near = rows[place - 1] if place else None
    return near if near and near.line is rows[place].line else None


def after(rows: tuple[Statement, ...], place: int, many: int) -> list[Statement]:
    """Up to so many sentences behind the one at `place`, of its paragraph."""
    near = rows[place + 1 : place + 1 + many]
    return [item for item in near if item.line is rows[place].line]


def of_passage(row: Statement, earlier: Sequence[Statement]) -> Iterator[Statement]:
    """Those of the sentences before one that are of its paragraph, or of items of its list, as
    far as nothing else comes between."""
    for other in earlier:
        if other.line is not row.line and not (other.line.kind == row.line.kind == ITEM):
            return
        yield other
