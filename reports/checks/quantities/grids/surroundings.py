"""Tables that stand right by a sentence, and which of their rows and columns its words name."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice
from operator import itemgetter

from reports.checks.quantities.grids.cells import Sheet, sheets
from reports.checks.reading import Line, Reading, shared
from reports.prose.quantities.phrases import stem, stems

# So many lines may stand between a table and a sentence that speaks of it.
_FAR, _MOST = 3, 4
_SHORT = 3


def sheets_by(reading: Reading, line: Line) -> Iterator[Sheet]:
    """The tables of the section of a line with few lines between."""
    place = reading.places.get(id(line), 0)
    ordered = shared(reading, _places)
    # Tables stand one behind the other, so that those near are neighbours in the list.
    first = bisect_left(ordered, place - _FAR, key=itemgetter(1))
    for start, _, sheet in islice(ordered, first, first + _MOST):
        if start <= place + _FAR and reading.lines[start].trail == line.trail:
            yield sheet


def _places(reading: Reading):
    """(place of its first line, of its last, the table) of each table in order."""
    rows = []
    for sheet in sheets(reading):
        start = reading.first_places.get(sheet.grid.where, 0)
        end = start + len(sheet.grid.columns) + sum(map(len, sheet.grid.rows))
        rows.append((start, end, sheet))
    return sorted(rows, key=itemgetter(0))


def rows_of(sheet: Sheet, wording: str) -> list[int]:
    """The rows that a text names by all the words that no other row has, none that are totals."""
    named = stems(wording)
    return [place for place, own, _ in _own(sheet) if own <= named]


def row_hinted(sheet: Sheet, wording: str) -> list[int]:
    """The one row of which a text has a word that no other row has; nothing where several."""
    named = {word for word in stems(wording) if len(word) > _SHORT}
    rows = [place for place, own, is_own in _own(sheet) if is_own and own & named]
    return rows if len(rows) == 1 else []


def _own(sheet: Sheet):
    """(place, the stems that no other row has, or all of them where it has none, whether it has
    any) of each row that is no total."""
    labels = [frozenset(map(stem, stems(label))) for label in sheet.labels]
    common = frozenset().union(
        *(label & other for place, label in enumerate(labels) for other in labels[:place])
    )
    for place, label in enumerate(labels):
        own = label - common or label
        if own and place not in sheet.totals and not sheet.labels[place].isdigit():
            yield place, own, bool(label - common)
