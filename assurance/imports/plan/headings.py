"""Which kind of file a table is, and which of its headings holds which column."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assurance.imports.declaration import Bundle, Sheet
from assurance.tables.table import Table

LEFT_OUT = "-"
# What stands beside a refused row that is given back, and is no column of the file itself.
ROW_OF_FILE, WHY_REFUSED = "Row of the file", "Why it was refused"


def plain(text):
    """`text` as headings are compared: letters and figures alone, without their case; one of signs
    alone, such as %, is known by its signs."""
    return "".join(one for one in text.casefold() if one.isalnum()) or text.strip()


def shape_of(table: Table) -> str:
    """The digest of a table's headings, whatever their order and case; refused rows that were given
    back and mended have that of the file they came from."""
    ours = {plain(ROW_OF_FILE), plain(WHY_REFUSED)}
    told = "|".join(sorted({plain(heading) for heading in table.headings} - ours))
    return hashlib.sha256(told.encode()).hexdigest()


@dataclass(frozen=True)
class Choices:
    """What an officer said of a table: `kind` a key, `LEFT_OUT` or "" for not said; `columns` plain
    heading → column's name or "" for none; `orders` column's name → how its days are written."""

    kind: str = ""
    columns: Mapping[str, str] = None
    orders: Mapping[str, str] = None


def mapped(sheet: Sheet, table: Table, said: Mapping[str, str] | None = None) -> dict[str, int]:
    """Column's name → the place of its heading. What was `said` goes before what a heading is
    called; a column takes the first heading that fits it and a heading serves one column."""
    said = said or {}
    names = {
        plain(one): column.name
        for column in reversed(sheet.columns)
        for one in (*column.also, column.name, column.label)
    }
    known = {column.name for column in sheet.columns}
    found = {}
    for is_said in (True, False):
        for place, heading in enumerate(table.headings):
            key = plain(heading)
            if (key in said) is is_said:
                name = said[key] if is_said else names.get(key, "")
                if name in known:
                    found.setdefault(name, place)
    return found


def lacking(sheet: Sheet, columns: Mapping[str, int]) -> list[str]:
    """The labels of the required columns that no heading holds."""
    return [one.label for one in sheet.columns if one.required and one.name not in columns]


def unread(table: Table, columns: Mapping[str, int]) -> list[str]:
    """The headings that nobody reads."""
    taken = set(columns.values())
    return [heading for place, heading in enumerate(table.headings) if place not in taken]


def recognised(table: Table, kinds: Sequence, remembered: Mapping = ()) -> list:
    """The kinds that `table` may be, the best alone where one is: a bundle that knows it as its
    part, a kind that a table of this shape was before, else the sheets whose required columns are
    all there, by how many of their columns are."""
    bundles = [one for one in kinds if isinstance(one, Bundle) and one.part_of(table)]
    if bundles:
        return bundles
    sheets = [one for one in kinds if isinstance(one, Sheet)]
    shape = shape_of(table)
    before = [one for one in sheets if (one.key, shape) in remembered]
    if len(before) == 1:
        return before
    fits = [(one, mapped(one, table)) for one in sheets]
    fits = [(one, columns) for one, columns in fits if columns and not lacking(one, columns)]
    # Between two that hold as many columns, the one of which fewer are missing.
    ranks = {one.key: (len(found), len(found) - len(one.columns)) for one, found in fits}
    best = max(ranks.values(), default=None)
    return [one for one, _ in fits if ranks[one.key] == best]
