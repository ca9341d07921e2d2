"""Changes in the cells of tables: data keep the signed number, readers get it in words."""

import re
from dataclasses import replace

from assurance.charts.directions import ARROWS
from reports.documents.document import FIGURE, HIDDEN, Cell, Run, Table
from reports.documents.entries import SOURCED

# A run that shows the direction of a change, which the words after it give as well.
ARROW = "arrow"
UP, DOWN, NO_CHANGE = "Up", "Down", "No change"
_SIGNED = re.compile(r"(?P<sign>[-−–+])\s?(?P<amount>£?\d[\d,]*(?:\.\d+)?\D*)")
_IN_WORDS = re.compile(rf"(?:[▲▼] ?)?\b(?P<word>{UP}|{DOWN}) (?P<amount>\d.*)", re.IGNORECASE)
_NAMED = re.compile(r"\bchanges?\b", re.IGNORECASE)
# As a reckoned change has it; a table of typed numbers may have a nought as well.
_NONE = "no change"
_WITHOUT_VALUE = ("", "–", "not comparable")


def signed(text: str) -> str:
    """`+5` for a cell that prints `▲ Up 5`, `0` for `No change`, any other text unchanged."""
    if text.casefold() == NO_CHANGE.casefold():
        return "0"
    match = _IN_WORDS.fullmatch(text)
    if match is None:
        return text
    return f"{'+' if match['word'].title() == UP else '−'}{match['amount']}"


def with_changes(table: Table) -> Table:
    """The table with its changes in words, each after the sign of its direction; a column of
    nothing else is set as words are."""
    changes = set(_changes(table))
    rows = tuple(
        tuple(
            _in_words(cell) if (number, place) in changes else cell
            for place, cell in enumerate(row)
        )
        for number, row in enumerate(table.rows)
    )
    columns = tuple(
        replace(cell, numeric=cell.numeric and not _is_of_changes(rows, place))
        for place, cell in enumerate(table.columns)
    )
    return replace(table, columns=columns, rows=tuple(_aligned(row, columns) for row in rows))


def _changes(table):
    """(row, column) of each cell that has a change: its column or row is headed so, or records were
    counted for its column of changes."""
    for place, head in enumerate(table.columns):
        column = {number: row[place] for number, row in enumerate(table.rows) if place < len(row)}
        is_named, is_counted = _is_named(head), any(map(_is_counted_change, column.values()))
        signs = any(map(_has_sign, column.values()))
        for number, cell in column.items():
            row = table.rows[number]
            by_row = _is_named(row[0]) and any(map(_has_sign, row[1:]))
            is_change = (is_named and signs) or by_row or (is_counted and _is_counted(cell))
            if is_change and (_has_sign(cell) or (cell.numeric and _text(cell) == "0")):
                yield number, place


def _is_named(heading):
    return bool(_NAMED.search(_text(heading)))


def _has_sign(cell):
    text = _text(cell)
    return cell.numeric and (text == _NONE or bool(_SIGNED.fullmatch(text)))


def _is_counted(cell):
    return any(run.kind in (FIGURE, SOURCED) for run in cell.runs)


def _is_counted_change(cell):
    """True for what only a change is printed as, where records were counted."""
    return _has_sign(cell) and _is_counted(cell) and (_text(cell) == _NONE or _text(cell)[0] == "+")


def _is_of_changes(rows, place):
    """True for a column in which each number is a change in words, and there is one."""
    cells = [row[place] for row in rows if place < len(row)]
    changes = [_is_written(cell) for cell in cells]
    return any(changes) and all(
        change or _is_empty(cell) for change, cell in zip(changes, cells, strict=True)
    )


def _is_written(cell):
    return _text(cell) == NO_CHANGE or any(run.kind == ARROW for run in cell.runs)


def _is_empty(cell):
    return any(run.kind == HIDDEN for run in cell.runs) or _text(cell) in _WITHOUT_VALUE


def _in_words(cell: Cell) -> Cell:
    """The cell with its number in words: the run that has the number keeps its link."""
    match = _SIGNED.fullmatch(_text(cell))
    place = next(place for place, run in enumerate(cell.runs) if run.text.strip())
    if match is None:
        return replace(cell, runs=(replace(cell.runs[place], text=NO_CHANGE),))
    word = UP if match["sign"] == "+" else DOWN
    words = replace(cell.runs[place], text=f"{word} {match['amount'].strip()}")
    return replace(cell, runs=(Run(f"{ARROWS[word]} ", ARROW), words))


def _aligned(row, columns):
    """The cells of a row, set as words where their column is."""
    return tuple(
        replace(cell, numeric=cell.numeric and columns[place].numeric)
        if place < len(columns)
        else cell
        for place, cell in enumerate(row)
    )


def _text(cell):
    return "".join(run.text for run in cell.runs).strip()
