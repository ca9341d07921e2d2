"""Rows of tables that have no signs between their cells: columns of spaces, as plain text has them,
or single spaces before numbers, as readers of PDF leave them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

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
    spaced, flattened = _Spaced(lines), _Flattened(lines)
    made, place = [], 0
    while place < len(lines):
        rows = spaced.rows(place) or flattened.rows(place) or _keyed(lines, place)
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
    for at in range(place, len(lines)):
        line = lines[at]
        if line.cells or (rows and line.blank) or mark_of(line.words).is_any:
            break
        result = _KEYED.fullmatch(line.words)
        if not result:
            break
        rows.append((result["label"].strip(), result["value"]))
    return rows if len(rows) >= _FEWEST_KEYED else []


class _Spaced:
    """Runs of rows with gaps between their cells. What is asked of the rest of a run is reckoned
    once, from its end: a run that is no table is not read anew from each of its lines."""

    def __init__(self, lines):
        self.cells = [*map(self._cells_of, lines), ()]
        self.goes_on = [*(not line.blank for line in lines), False]
        self.widest, self.same_to = [0] * (len(lines) + 1), [*range(1, len(lines) + 2)]
        for place in range(len(lines) - 1, -1, -1):
            width, after = len(self.cells[place]), place + 1
            if width:
                self.widest[place] = max(width, self.widest[after] if self.goes_on[after] else 0)
            if self.goes_on[after] and len(self.cells[after]) == width:
                self.same_to[place] = self.same_to[after]
        values = [[bool(_VALUES.fullmatch(cell)) for cell in row[1:]] for row in self.cells]
        self.numbers = [0, *accumulate(map(len, values))]
        self.valued = [0, *accumulate(map(sum, values))]

    def rows(self, place):
        """The cells of a run that begins at `place`, its head first; or nothing."""
        head, body = self.cells[place], place + 1
        width = self.widest[body] if self.goes_on[body] else 0
        if not head or not width or len(self.cells[body]) != width:
            return []
        end = self.same_to[body]
        count = end - place
        headless = count > _FEWEST_SPACED and all(_VALUES.fullmatch(cell) for cell in head[1:])
        if count < _FEWEST_SPACED or not (headless or _is_head(head, width)):
            return []
        if headless and len(head) != width:
            return []
        if (self.valued[end] - self.valued[body]) * 2 <= self.numbers[end] - self.numbers[body]:
            return []
        return [(*("",) * (width - len(head)), *head), *self.cells[body:end]]

    @staticmethod
    def _cells_of(line):
        """The cells of a line, none where it is no row of a run."""
        if line.cells or mark_of(line.words).is_any:
            return ()
        cells = tuple(part.strip() for part in _GAP.split(line.words.strip()))
        return cells if len(cells) > 1 else ()


def _is_head(cells, width):
    return width - 1 <= len(cells) <= width and not any(
        _VALUES.fullmatch(cell) and not _YEAR.fullmatch(cell) for cell in cells[1:]
    )


class _Flattened:
    """Runs of rows that end in numbers behind single spaces; read from their end, too."""

    def __init__(self, lines):
        self.lines = lines
        values = [() if line.cells else _values(line.words) for line in lines]
        # Of the run that a line is in: where it ends, and the fewest numbers from the line on.
        self.ends, self.fewest = [*range(len(lines) + 1)], [0] * (len(lines) + 1)
        for place in range(len(lines) - 1, -1, -1):
            count, after = len(values[place]), place + 1
            if count > 1:
                goes_on = after < len(lines) and not lines[after].blank
                self.ends[place] = self.ends[after] if goes_on else after
                self.fewest[place] = min(count, (goes_on and self.fewest[after]) or count)
        self.last_without_label = {}

    def rows(self, place):
        """The cells of a head and of rows that end in as many numbers each; or nothing."""
        head, body = self.lines[place], place + 1
        if head.cells or body == len(self.lines) or self.lines[body].blank:
            return []
        last = head.words.split()[-1]
        if _VALUES.fullmatch(last) and not _YEAR.fullmatch(last):
            return []
        # A label may itself end in a number (“Under 5”): the row with the fewest says how many.
        end, count = self.ends[body], self.fewest[body]
        if end - body < _FEWEST_FLAT or self._last_without_label(body, end, count) >= body:
            return []
        headed = _head(head.words, count + 1)
        if not headed:
            return []
        return [headed, *(_row(line.words, count) for line in self.lines[body:end])]

    def _last_without_label(self, body, end, count):
        """The last line of a run that has no label before so many numbers; -1 for none."""
        key = end, count
        if key not in self.last_without_label:
            lacking = (at for at in range(end - 1, body - 1, -1) if not self._is_row(at, count))
            self.last_without_label[key] = next(lacking, -1)
        return self.last_without_label[key]

    def _is_row(self, place, count):
        return bool(_row(self.lines[place].words, count))


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
