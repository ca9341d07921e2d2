"""Which kind of file a table is, and which of its headings holds which column."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assurance.imports.declaration import Bundle, Sheet
from assurance.tables.table import Table

LEFT_OUT = "-"
# What stands beside a refused row that is given back, and is no column of the file itself.
ROW_OF_FILE, WHY_REFUSED = "Row of the file", "Why it was refused"


# Files have the same words in many rows.
@lru_cache(maxsize=4096)
def plain(text):
    """`text` as headings are compared: letters and digits without case, or its signs alone."""
    return "".join(item for item in text.casefold() if item.isalnum()) or text.strip()


def shape_of(table: Table) -> str:
    """The digest of a table's headings, in any order and case, of mended refused rows as before."""
    ours = {plain(ROW_OF_FILE), plain(WHY_REFUSED)}
    text = "|".join(sorted({plain(heading) for heading in table.headings} - ours))
    return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True)
class Choices:
    """What an officer said of a table: `kind` a key, `LEFT_OUT` or "" for not said; `columns` plain
    heading → column's name or "" for none; `orders` column's name → how its days are written."""

    kind: str = ""
    columns: Mapping[str, str] = None
    orders: Mapping[str, str] = None


def mapped(sheet: Sheet, table: Table, fields: Mapping[str, str] | None = None) -> dict[str, int]:
    """Column's name → the place of its heading. What was `said` goes before what a heading is
    called; a column takes the first heading that fits it and a heading serves one column."""
    fields = fields or {}
    names = {
        plain(item): column.name
        for column in reversed(sheet.columns)
        for item in (*column.also, column.name, column.label)
    }
    known = {column.name for column in sheet.columns}
    index = {}
    for is_said in (True, False):
        for place, heading in enumerate(table.headings):
            key = plain(heading)
            if (key in fields) is is_said:
                name = fields[key] if is_said else names.get(key, "")
                if name in known:
                    index.setdefault(name, place)
    return index


def columns_read(kind, table: Table, choices: Choices) -> tuple[dict[str, str], dict[str, str]]:
    """Plain heading → its column's name ("" for none), column's name → how its days are written, as
    both are remembered for the next table of this shape; nothing of a bundle."""
    if not isinstance(kind, Sheet):
        return {}, {}
    places = {place: name for name, place in mapped(kind, table, choices.columns).items()}
    columns = {
        plain(heading): places.get(place, "") for place, heading in enumerate(table.headings)
    }
    return columns, dict(choices.orders or {})


def lacking(sheet: Sheet, columns: Mapping[str, int]) -> list[str]:
    """The labels of the required columns that no heading holds."""
    return [
        column.label for column in sheet.columns if column.required and column.name not in columns
    ]


def unread(table: Table, columns: Mapping[str, int]) -> list[str]:
    """The headings that nobody reads."""
    used = set(columns.values())
    return [heading for place, heading in enumerate(table.headings) if place not in used]


def recognised(table: Table, kinds: Sequence, remembered: Mapping = ()) -> list:
    """The kinds that `table` may be, the best alone where one is: a bundle that knows it as its
    part, a kind that a table of this shape was before, else the sheets whose required columns are
    all there, by how many of their columns are."""
    bundles = [kind for kind in kinds if isinstance(kind, Bundle) and kind.part_of(table)]
    if bundles:
        return bundles
    sheets = [kind for kind in kinds if isinstance(kind, Sheet)]
    shape = shape_of(table)
    before = [sheet for sheet in sheets if (sheet.key, shape) in remembered]
    if len(before) == 1:
        return before
    fits = [(sheet, mapped(sheet, table)) for sheet in sheets]
    fits = [(item, columns) for item, columns in fits if columns and not lacking(item, columns)]
    # Between two that hold as many columns, the one of which fewer are missing.
    ranks = {item.key: (len(result), len(result) - len(item.columns)) for item, result in fits}
    best = max(ranks.values(), default=None)
    return [item for item, _ in fits if ranks[item.key] == best]
