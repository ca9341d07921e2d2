"""Rows of tables that have no signs between their cells: columns of spaces, as plain text has them,
or single spaces before numbers, as readers of PDF leave them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from reports.conversion.lines.marks import mark_of
from reports.conversion.results import Line

_GAP = re.compile(r"\s{2,}|\t+")
_VALUE = (
    r"(?:[+−-]?\s?£?\s?\d[\d,]*(?:\.\d+)?\s?(?:%|k|m|bn)?|\(\d+(?:\.\d+)?%?\)|n/?a|N/?A|nil|[-–—*])"
)
_VALUES = re.compile(_VALUE)
_FLAT = re.compile(rf"(?P<label>\S.*?)(?P<values>(?:\s+{_VALUE}){{2,}})\s*")
_KEYED = re.compile(r"(?P<label>[A-Z][^:\d|]{2,80}):\s+(?P<value>\d{1,3}(?:,\d{3})*|\d+)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_FEWEST_SPACED, _FEWEST_FLAT, _FEWEST_KEYED, _LONGEST_LABEL = 3, 3, 3, 70


def columns_apart(lines: Sequence[Line]) -> list[Line]:
    """`lines` with each run of rows in columns as lines that hold `cells`."""
    made, place = [], 0
    while place < len(lines):
        rows = _spaced(lines, place) or _flattened(lines, place) or _keyed(lines, place)
        if rows:
            made += [
                replace(line, cells=cells) for line, cells in zip(lines[place:], rows, strict=False)
            ]
            place += len(rows)
        else:
            made.append(lines[place])
            place += 1
    return made


def _keyed(lines, place):
    """The cells of rows that give each label its one number behind a colon; or nothing."""
    rows = []
    for line in _together(lines, place):
        result = None if mark_of(line.words).is_any else _KEYED.fullmatch(line.words)
        if not result:
            break
        rows.append((result["label"].strip(), result["value"]))
    return rows if len(rows) >= _FEWEST_KEYED else []


def _together(lines, place):
    """The lines from `place` on that no empty line parts, none of them a table's row already."""
    for at in range(place, len(lines)):
        if lines[at].cells or (at > place and lines[at].blank):
            return
        yield lines[at]


def _spaced(lines, place):
    """The cells of a run of rows with gaps between them, its head first; or nothing."""
    rows = []
    for line in _together(lines, place):
        cells = tuple(part.strip() for part in _GAP.split(line.words.strip()))
        if len(cells) < 2 or mark_of(line.words).is_any:
            break
        rows.append(cells)
    width = max((len(row) for row in rows[1:]), default=0)
    rows = rows[: _same(rows[1:], width) + 1]
    headless = len(rows) > _FEWEST_SPACED and all(_VALUES.fullmatch(row) for row in rows[0][1:])
    if len(rows) < _FEWEST_SPACED or not (headless or _is_head(rows[0], width)):
        return []
    if headless and len(rows[0]) != width:
        return []
    body = rows[1:]
    numbers = [item for row in body for item in row[1:]]
    if sum(bool(_VALUES.fullmatch(number)) for number in numbers) * 2 <= len(numbers):
        return []
    return [(*("",) * (width - len(rows[0])), *rows[0]), *body]


def _same(rows, width):
    """How many rows from the first have that many cells."""
    return next((at for at, item in enumerate(rows) if len(item) != width), len(rows))


def _is_head(cells, width):
    return width - 1 <= len(cells) <= width and not any(
        _VALUES.fullmatch(cell) and not _YEAR.fullmatch(cell) for cell in cells[1:]
    )


def _flattened(lines, place):
    """The cells of a head and of rows that end in as many numbers each; or nothing."""
    together = _together(lines, place)
    head = next(together, None)
    last = head.words.split()[-1] if head else ""
    if head is None or (_VALUES.fullmatch(last) and not _YEAR.fullmatch(last)):
        return []
    body, ends = [], []
    for line in together:
        body.append(line)
        if len(values := _values(line.words)) < 2:
            break
        ends.append(values)
    if len(body) < _FEWEST_FLAT:
        return []
    # A label may itself end in a number (“Under 5”): the row with the fewest says how many count.
    count = min(map(len, ends), default=0)
    rows = [_row(line.words, count) for line in body[: len(ends)]]
    if len(rows) < _FEWEST_FLAT or not all(rows):
        return []
    headed = _head(head.words, count + 1)
    return [headed, *rows] if headed else []


def _values(text):
    """The numbers that a line ends in, behind the words that it begins with."""
    match = _FLAT.fullmatch(text)
    return re.findall(_VALUE, match["values"]) if match else []


def _row(words, count):
    """The label and the last `count` numbers of a line; nothing where that is no label."""
    parts = words.rsplit(maxsplit=count)
    label = parts[0]
    if len(label) > _LONGEST_LABEL or label.endswith((",", " of", " and", " to")):
        return ()
    return tuple(parts) if any(item.isalnum() for item in label) else ()


def _head(text, width):
    """The words over the columns: parted where there is one for each, else all over the first."""
    if text.endswith((".", ":", ";", ",")) or len(text) > _LONGEST_LABEL + 30:
        return ()
    parts = [part.strip() for part in _GAP.split(text)]
    if len(parts) < width - 1:
        parts = text.replace("Per cent", "Per_cent").split()
        parts = [part.replace("_", " ") for part in parts]
    if len(parts) in (width, width - 1):
        return (*("",) * (width - len(parts)), *parts)
    return (text, *("",) * (width - 1))
