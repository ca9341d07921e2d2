"""The tables of an open run as bytes, and back: a line of JSON about them, a line for each portion
of what importing them writes, then lines of some rows each, so that neither the text of all rows
nor their cells are in memory at one time."""

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import islice, takewhile

from assurance.imports.plan.headings import Choices
from assurance.tables.table import Row, Table

# Cells repeat: the quickest packing takes them to about a tenth, and a better one little further.
QUICK = 1
# So many different texts of a table are kept to be shared by its rows.
MOST_KNOWN = 20_000
ROWS_OF_A_LINE = 500
# So many packed bytes are unpacked at one time.
PIECE = 1 << 14
# A line of rows is a list, one of anything else a dict.
ROWS_BEGIN = b"["
SEVERAL = ("headings", "dropped", "notices", "short")


def staged(
    tables: Sequence[Table],
    choices: Sequence[Choices],
    register: Mapping | None = None,
    portions: Iterable[Mapping] = (),
) -> bytes:
    """Tables, and the officer’s choices for each, as packed bytes; with the state of the `register`
    that they were compared with, and what importing them writes to it as values of portions."""
    packer = zlib.compressobj(QUICK)
    items = _items(tables, choices, register, portions)
    parts = [packer.compress(as_json(item) + b"\n") for item in items]
    return b"".join((*parts, packer.flush()))


def staged_tables(content) -> list[Table]:
    """The tables that `staged` was given."""
    items = _first(content)["tables"]
    # Files that an earlier program was given, which may wait for a day, are one line.
    return [
        _table(item, map(_row, rows) if (rows := item.pop("rows", ())) else StagedRows(content, at))
        for at, item in enumerate(items)
    ]


class StagedRows(Sequence):
    """The rows of the table at a place, unpacked each time that they are gone through."""

    def __init__(self, content: bytes, place: int):
        self._content, self._place, self._number = content, place, None

    def __iter__(self) -> Iterator[Row]:
        """Every row, the texts that rows share as one."""
        known = {}
        for several in self._lines():
            for number, *cells in several:
                yield Row(number, _shared(cells, known))

    def __len__(self):
        if self._number is None:
            self._number = sum(map(len, self._lines()))
        return self._number

    def __getitem__(self, places):
        return tuple(self)[places]

    def __eq__(self, other):
        return tuple(self) == tuple(other)

    __hash__ = None

    def _lines(self):
        own = ROWS_BEGIN + f"{self._place},".encode()
        for line in _lines(self._content):
            if line.startswith(own):
                _, several = from_json(line)
                yield several


def staged_choices(content) -> list[Choices]:
    """The officer’s choices for each table."""
    return [Choices(**item) for item in _first(content)["choices"]]


def staged_register(content) -> Mapping | None:
    """The state of the register that `staged` was given."""
    return _first(content).get("register")


def staged_headings(content) -> list[Table]:
    """The tables that `staged` was given, without their rows."""
    return [_table(item, ()) for item in _first(content)["tables"]]


def staged_portions(content) -> Iterator[Mapping]:
    """The values of portions that `staged` was given, one after another."""
    rest = islice(_lines(content), 1, None)
    return map(from_json, takewhile(lambda line: not line.startswith(ROWS_BEGIN), rest))


def as_json(values) -> bytes:
    """Anything that JSON holds, and days, on one line."""
    text = json.dumps(values, default=_day, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def from_json(line: bytes):
    """The values that `as_json` was given; a tuple comes back as a list."""
    return json.loads(line.decode("utf-8", "surrogatepass"), object_hook=_known)


def _items(tables, choices, register, portions):
    yield {
        "tables": [_without_rows(table) for table in tables],
        "choices": [vars(choice) for choice in choices],
        "register": register,
    }
    yield from portions
    for place, table in enumerate(tables):
        rows = iter(table.rows)
        while some := list(islice(rows, ROWS_OF_A_LINE)):
            yield place, [[row.number, *row.cells] for row in some]


def _without_rows(table):
    return {name: value for name, value in vars(table).items() if name != "rows"}


def _table(values, rows):
    several = {name: tuple(values[name]) for name in SEVERAL}
    spoiled = tuple((number, why) for number, why in values["spoiled"])
    rows = rows if isinstance(rows, StagedRows) else tuple(rows)
    return Table(**{**values, **several, "spoiled": spoiled, "rows": rows})


def _row(values):
    number, *cells = values
    return Row(number, tuple(cells))


def _first(content):
    return from_json(next(_lines(content)))


def _lines(content) -> Iterator[bytes]:
    """Each line, one after another."""
    unpacker, rest = zlib.decompressobj(), b""
    for first in range(0, len(content), PIECE):
        piece = unpacker.decompress(content[first : first + PIECE])
        *lines, rest = (rest + piece).split(b"\n")
        yield from lines
    if rest:
        yield rest


def _shared(cells, known):
    """The cells, each text that is `known` as the one that other rows have too."""
    if len(known) < MOST_KNOWN:
        known |= {cell: known.get(cell, cell) for cell in cells if cell.__class__ is str}
    return tuple([known.get(cell, cell) for cell in cells])


def _day(value):
    if value.__class__ is date:
        return {"day": value.isoformat()}
    if value.__class__ is Decimal:
        return {"decimal": str(value)}
    raise TypeError(f"{value.__class__} is no cell")


def _known(values):
    if len(values) == 1:
        [(name, value)] = values.items()
        return KINDS[name](value) if name in KINDS else values
    return values


@lru_cache(MOST_KNOWN)
def _day_of(text):
    return date.fromisoformat(text)


# What JSON has no value for, by the name in its place.
KINDS = {"day": _day_of, "decimal": Decimal}
