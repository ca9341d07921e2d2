"""The tables of an open run as bytes, and back: a line of JSON about them, then lines of some rows
each, so that neither the text of all rows nor their lists are in memory at one time."""

import json
import zlib
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import chain

from assurance.imports.plan.headings import Choices
from assurance.tables.table import Row, Table

# Cells repeat: the quickest packing takes them to about a tenth, and a better one little further.
QUICK = 1
# So many different texts of a table are kept to be shared by its rows.
MOST_KNOWN = 20_000
ROWS_OF_A_LINE = 500
# So many packed bytes are unpacked at one time.
PIECE = 1 << 14
SEVERAL = ("headings", "dropped", "notices", "short")


def staged(tables: Sequence[Table], choices: Sequence[Choices]) -> bytes:
    """Tables, and the officer’s choices for each, as packed bytes."""
    packer = zlib.compressobj(QUICK)
    parts = [packer.compress(as_json(item) + b"\n") for item in _items(tables, choices)]
    return b"".join((*parts, packer.flush()))


def staged_tables(content) -> list[Table]:
    """The tables that `staged` was given."""
    lines = _read(content)
    tables = next(lines)["tables"]
    rows, known = [[] for _ in tables], [{} for _ in tables]
    # Files that an earlier program was given, which may wait for a day, are one line.
    whole = enumerate([item.pop("rows", ()) for item in tables])
    for place, several in chain(whole, lines):
        rows[place] += [Row(number, _shared(cells, known[place])) for number, *cells in several]
    return [_table(item, some) for item, some in zip(tables, rows, strict=True)]


def staged_choices(content) -> list[Choices]:
    """The officer’s choices for each table."""
    return [Choices(**item) for item in next(_read(content))["choices"]]


def as_json(values) -> bytes:
    """Anything that JSON holds, and days, on one line."""
    text = json.dumps(values, default=_day, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def from_json(line: bytes):
    """The values that `as_json` was given; a tuple comes back as a list."""
    return json.loads(line.decode("utf-8", "surrogatepass"), object_hook=_known)


def _items(tables, choices):
    yield {
        "tables": [_without_rows(table) for table in tables],
        "choices": [vars(choice) for choice in choices],
    }
    for place, table in enumerate(tables):
        for first in range(0, len(table.rows), ROWS_OF_A_LINE):
            rows = table.rows[first : first + ROWS_OF_A_LINE]
            yield place, [[row.number, *row.cells] for row in rows]


def _without_rows(table):
    return {name: value for name, value in vars(table).items() if name != "rows"}


def _table(values, rows):
    several = {name: tuple(values[name]) for name in SEVERAL}
    spoiled = tuple((number, why) for number, why in values["spoiled"])
    return Table(**{**values, **several, "spoiled": spoiled, "rows": tuple(rows)})


def _read(content) -> Iterator:
    """The values of each line, one after another."""
    unpacker, rest = zlib.decompressobj(), b""
    for first in range(0, len(content), PIECE):
        piece = unpacker.decompress(content[first : first + PIECE])
        *lines, rest = (rest + piece).split(b"\n")
        yield from map(from_json, lines)
    if rest:
        yield from_json(rest)


def _shared(cells, known):
    """The cells, each text that is `known` as the one that other rows have too."""
    if len(known) < MOST_KNOWN:
        known |= {cell: known.get(cell, cell) for cell in cells if cell.__class__ is str}
    return tuple([known.get(cell, cell) for cell in cells])


def _day(value):
    if isinstance(value, date):
        return {"day": value.isoformat()}
    raise TypeError(f"{value.__class__} is no cell")


def _known(values):
    return _day_of(values["day"]) if values.keys() == {"day"} else values


@lru_cache(MOST_KNOWN)
def _day_of(text):
    return date.fromisoformat(text)
