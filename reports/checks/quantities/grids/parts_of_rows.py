"""A part of a row that the text tells with its base: both are cells of that row."""

import re
from collections.abc import Iterator

from assurance.runtime.digits import whole
from reports.checks.quantities.model import Denial, Quantity, Statement
from reports.checks.quantities.passages import statements
from reports.checks.quantities.tables import Shown, names, names_loosely, tables_near, turned
from reports.checks.reading import Reading
from reports.prose.numbers import COUNT
from reports.prose.quantities.arithmetic import plain

# “Of the eight then due, five were on time.”
_OPENED = re.compile(
    r"\bof\s+(?:(?:the|its|their|these|those|our|all)\s+)*⟦c(?P<base>\d+)⟧[^⟦.;:]{0,50}?,?\s*⟦c(?P<part>\d+)⟧",
    re.I,
)
_STOP = re.compile(r"⟦|[,;:.(]|\s[–—-]\s|\b(?:and|but|while|whilst|which|so|because)\b")
# “Reviewed by the new officer” are not all that were reviewed.
_SOME = re.compile(
    r"\b(?:by|with|for|from|since|at|to|who|that|when|after|before|under|over)\s", re.I
)
_NOT = re.compile(
    r"\b(?:not|never|without|no|none|un[a-z]+|neither|nor|yet|other)\b|n[’']t\b", re.I
)
_MEND = "Use the table's value, or explain the difference."


def parts_of_rows(reading: Reading) -> Iterator[Denial]:
    """`Seven of its fifteen actions are complete`, of the row that the sentence names."""
    for row in statements(reading):
        pairs = [*_pairs(row)]
        for table in tables_near(reading, row.line) if pairs else ():
            for shown in () if table.is_list else (table, *turned(table)):
                yield from _against(row, shown, pairs)


def _pairs(row: Statement) -> Iterator[tuple[Quantity, Quantity, str]]:
    """(a part, its base, the words that say which part it is)."""
    index, text = {x.phrase.mark: x for x in row.counts}, row.sentence.text
    for item in row.counts:
        base = index.get(item.phrase.base)
        if base and base.phrase.start > item.phrase.end:
            yield item, base, _behind(text, base)
    for match in _OPENED.finditer(text):
        part, base = (index.get(whole(match[name])) for name in ("part", "base"))
        if part and base and part.phrase.base in (None, base.phrase.mark):
            yield part, base, _behind(text, part)


def _behind(text, item: Quantity):
    return _STOP.split(text[item.phrase.end : item.phrase.end + 90], maxsplit=1)[0]


def _against(row: Statement, table: Shown, pairs) -> Iterator[Denial]:
    place = _row(row, table)
    if place is None:
        return
    cells = [(at, x) for at, x in enumerate(table.numbers[place]) if x and x.kind == COUNT]
    for item, base, words in pairs:
        bases = {at for at, cell in cells if cell.value == base.value}
        matches = [
            cell
            for at, cell in cells
            if at not in bases
            and at < len(table.headings)
            and names_loosely(words, table.headings[at])
        ]
        is_some = _NOT.search(words) or _SOME.search(words)
        if not bases or len(matches) != 1 or is_some or item.phrase.number.bound:
            continue
        if matches[0].value != item.value:
            said = f"{plain(item.phrase.number)} of {plain(base.phrase.number)}"
            says = f"The report has {said} here, but the table ({table.grid.at}) has "
            says += f"{plain(matches[0])} for “{table.rows[place]}”."
            yield Denial.of(item, says, _MEND)


def _row(row: Statement, table: Shown):
    """The place of the one row that a sentence names."""
    said = row.sentence.said()
    for match in (names, names_loosely, table.distinguishes):
        places = [at for at, label in enumerate(table.rows) if label and match(said, label)]
        if places:
            return places[0] if len(places) == 1 else None
    return None
