"""Which kind of file a table is, and which of its headings holds which column."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assurance.imports.declaration import Bundle, Sheet
from assurance.tables.table import Table

LEFT_OUT = "-"
# What stands beside a refused row that is given back, and is no column of the file itself.
ROW_OF_FILE, WHY_REFUSED = "Row of the file", "Why it was refused"
# Words without which a heading means the same; “from”, “to” and “by” are none of them.
FILLERS = frozenset(
    {*("a", "an", "and", "at", "for", "in", "is", "of"), *("or", "our", "s", "the", "was", "with")}
)
# “Closed on” is the date closed, and a reference a number.
SAME_WORD = {
    **dict.fromkeys(("on", "day", "when"), "date"),
    **dict.fromkeys(("no", "id", "ref", "reference"), "number"),
    "judgment": "judgement",
}
# Words that tell no column from another by themselves.
COMMON = frozenset({"date", "number"})
# What says who a child is, is never taken for another column.
OF_A_CHILD = frozenset({"child", "children", "pupil", "client"})
WORDS = re.compile(r"[^\W_]+")
# A heading may be a column's with which it shares at least so much of all words of both.
LIKELY = 0.5


# Files have the same words in many rows.
@lru_cache(maxsize=4096)
def plain(text):
    """`text` as headings are compared: letters and digits without case, or its signs alone."""
    return "".join(item for item in text.casefold() if item.isalnum()) or text.strip()


@lru_cache(maxsize=4096)
def words_of(text: str) -> frozenset[str]:
    """The words of a heading without case, order, plural and what means nothing in it."""
    words = (SAME_WORD.get(word, word) for word in WORDS.findall(text.casefold()))
    singular = (word.removesuffix("s") if len(word) > 3 else word for word in words)
    return frozenset(singular) - FILLERS


def shape_of(table: Table) -> str:
    """The digest of a table's headings, in any order and case, of mended refused rows as before."""
    ours = {plain(ROW_OF_FILE), plain(WHY_REFUSED)}
    text = "|".join(sorted({plain(heading) for heading in table.headings} - ours))
    return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True)
class Choices:
    """The officer's answers about a table: `kind` a key, `LEFT_OUT` or "" for none yet; `columns`
    plain heading → column's name or "" for none; `orders` column's name → how its days are written;
    `fixed` column's name → the cell of every row, where the file has no such column."""

    kind: str = ""
    columns: Mapping[str, str] = None
    orders: Mapping[str, str] = None
    fixed: Mapping[str, str] = None

    @property
    def read(self) -> dict[str, Mapping[str, str] | None]:
        """How the table is read, by the names of the three mappings; None for no answer yet."""
        return {"columns": self.columns, "orders": self.orders, "fixed": self.fixed}


def mapped(sheet: Sheet, table: Table, fields: Mapping[str, str] | None = None) -> dict[str, int]:
    """Column's name → the place of its heading. The officer's `fields` go before the heading's
    letters, and these before its words alone; a column takes the first heading that fits it and a
    heading serves one column."""
    fields = fields or {}
    keys = [plain(heading) for heading in table.headings]
    by_letters, by_words = _names_of(sheet)
    known, index = {column.name for column in sheet.columns}, {}
    in_words = [words_of(heading) for heading in table.headings]
    for names, heads in ((fields, keys), (by_letters, keys), (by_words, in_words)):
        for place, head in enumerate(heads):
            is_asked = (keys[place] in fields) is (names is fields)
            name = names.get(head, "")
            if is_asked and name in known and place not in index.values():
                index.setdefault(name, place)
    return index


def likely(sheet: Sheet, table: Table, columns: Mapping[str, int]) -> dict[int, str]:
    """The place of each unread heading → the name of the column that its words are nearest to,
    among those without a heading: for an officer to look at."""
    free = {column.name: column for column in sheet.columns if column.name not in columns}
    result = {}
    for place, heading in enumerate(table.headings):
        if place not in columns.values() and (words := words_of(heading)):
            near = {name: _nearness(words, column) for name, column in free.items()}
            best = max(near.values(), default=0)
            names = [name for name, value in near.items() if value == best]
            if best >= LIKELY and len(names) == 1:
                result[place] = names[0]
                del free[names[0]]
    return result


def nearest(table: Table, kinds: Sequence) -> Sheet | None:
    """The kind of which most headings of a table may be columns, and more than half of them."""
    counts = {}
    for sheet in (kind for kind in kinds if isinstance(kind, Sheet)):
        columns = mapped(sheet, table)
        counts[sheet.key] = len(columns) + len(likely(sheet, table, columns))
    best = max(counts.values(), default=0)
    sheets = [kind for kind in kinds if counts.get(kind.key) == best]
    is_one = len(sheets) == 1 and best * 2 > len([head for head in table.headings if head])
    return sheets[0] if is_one else None


def _nearness(words, column):
    keys = [words_of(text) for text in (column.label, *column.also)]
    return max(
        len(words & key) / len(words | key)
        if words & key - COMMON and not words & OF_A_CHILD - key
        else 0
        for key in keys
    )


def _names_of(sheet):
    """Plain heading → its column's name, and the words of one → that, where they are no other's."""
    by_letters, of_words = {}, defaultdict(set)
    for column in reversed(sheet.columns):
        for text in (*column.also, column.name, column.label):
            by_letters[plain(text)] = column.name
            of_words[words_of(text)].add(column.name)
    by_words = {
        words: min(names) for words, names in of_words.items() if words - COMMON and len(names) == 1
    }
    return by_letters, by_words


def columns_read(kind, table: Table, choices: Choices) -> dict[str, dict[str, str]]:
    """The `columns`, `orders` and `fixed` cells of `Choices` with which a table is read, as they
    are remembered for the next table of this shape; all empty for a bundle."""
    known = {name: dict(mapping or {}) for name, mapping in choices.read.items()}
    if not isinstance(kind, Sheet):
        return {name: {} for name in known}
    places = {place: name for name, place in mapped(kind, table, choices.columns).items()}
    columns = {
        plain(heading): places.get(place, "") for place, heading in enumerate(table.headings)
    }
    return {**known, "columns": columns}


def lacking(sheet: Sheet, columns: Collection[str]) -> list[str]:
    """The labels of the required columns that are not among `columns`."""
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
