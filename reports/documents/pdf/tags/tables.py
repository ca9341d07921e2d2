"""Names a table's header cells and tells every other which head it (ISO 32000-1, 14.8.5.7)."""

from collections import defaultdict

import pydyf

_ORDER = {"Caption": 0, "THead": 1, "TFoot": 3}


def arrange(table, number):
    """Put the parts of `table` in reading order, with IDs (apart by `number`) and Headers."""
    table.kids.sort(key=lambda kid: _ORDER.get(getattr(kid, "tag", ""), 2))
    placed = list(_grid(_rows(table)))
    by_row, by_column = defaultdict(list), defaultdict(list)
    for y, x, cell in placed:
        if cell.tag == "TH":
            cell.name = f"t{number}-{y}-{x}"
            if cell.attributes["Table"]["Scope"] == "/Row":
                _head(by_row, y, cell.spans[1], cell.name)
    for y, x, cell in placed:
        columns, rows = cell.spans
        if cell.tag == "TD":
            names = _met(by_row, y, rows) + _met(by_column, x, columns)
            headers = {"Headers": pydyf.Array(map(pydyf.String, names))} if names else {}
            cell.attributes["Table"] = headers
        elif cell.attributes["Table"]["Scope"] == "/Column":
            _head(by_column, x, columns, cell.name)
        for side, span in (("ColSpan", columns), ("RowSpan", rows)):
            if span != 1:
                cell.attributes["Table"][side] = span


def _rows(table):
    for part in table.children("TR", "THead", "TBody", "TFoot"):
        yield from [part] if part.tag == "TR" else part.children("TR")


def _grid(rows):
    """Each cell with its row and column from 0, past cells that reach down from above."""
    used = set()
    for y, row in enumerate(rows):
        x = 0
        for cell in row.children("TH", "TD"):
            while (y, x) in used:
                x += 1
            columns, down = cell.spans
            yield y, x, cell
            if down > 1:
                used |= {(y + dy, x + dx) for dy in range(1, down) for dx in range(columns)}
            x += columns


def _head(heads, start, span, name):
    for place in range(start, start + span):
        heads[place].append(name)


def _met(heads, start, span):
    return list(dict.fromkeys(name for at in range(start, start + span) for name in heads[at]))
