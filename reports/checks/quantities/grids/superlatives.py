"""What is called the dearest, the sharpest drop or the heaviest, against the table beside it."""

import re
from collections.abc import Iterator
from itertools import combinations

from reports.checks.quantities.grids.cells import Sheet
from reports.checks.quantities.grids.surroundings import rows_of, sheets_by
from reports.checks.quantities.model import Denial, Statement, constraint
from reports.checks.quantities.passages import statements
from reports.checks.reading import Reading
from reports.prose.dates import dates

# What a table can bear; what is plainly high or low is of `rank-denied`, save for a rise or fall.
_MOST = re.compile(
    r"\b(?:(?:dear|cheap|costli|prici|heavi|light|busi|quiet|sharp|steep)est"
    r"|(?:most|least)\s+(?:common|frequent|numerous|expensive|costly)"
    r"|(?P<plain>(?:bigg|larg|small|high|low|great)est))\b",
    re.I,
)
_LOWEST = re.compile(r"\b(?:low|small|few|cheap|light|quiet|least|slight)", re.I)
_FALL = re.compile(r"\b(?:drop|fall|decrease|reduction|decline)\b", re.I)
_RISE = re.compile(r"\b(?:rise|increase|growth|gain)\b", re.I)
_CHANGE = re.compile(r"\b(?:chang\w+|varian\w+|differen\w+|movement)\b", re.I)
_PERIOD = re.compile(r"\d{4}|\bQ\d|\bquarter\b", re.I)
_DENIED = re.compile(
    r"\b(?:not|never|since|ever|second|third|fourth|fifth|next|after|one\s+of|among\w*|nation\w*|"
    r"england|region\w*|country|but|possible|than)\b",
    re.I,
)
_EXCEPT = re.compile(r"\b(?:apart|except\w*|excluding|other\s+than|aside|next\s+to)\b", re.I)
_OF_SO_MANY = re.compile(r"\bof\s+(?:the\s+|all\s+)?⟦c\d+⟧", re.I)
_CLAUSE = re.compile(r"[,;:.()]|\b(?:while|whilst|whereas|with|and|against|followed)\b", re.I)
_MEND = "Name the row that the table bears out."


@constraint("superlative-denied", "C15; source of error 11", follows=("rank-denied",))
def superlatives(reading: Reading) -> Iterator[Denial]:
    """A row that is called the most or the least of anything is so in a column of its table, or in
    what lies between two of them."""
    for row in statements(reading):
        text = row.sentence.text
        for match in _MOST.finditer(text):
            clause = _OF_SO_MANY.sub(" ", _clause(text, match))
            changes = _FALL.search(clause) or _RISE.search(clause)
            unsure = _DENIED.search(clause) or _EXCEPT.search(text) or "⟦c" in clause
            if unsure or (match["plain"] and not changes):
                continue
            for sheet in sheets_by(reading, row.line):
                yield from _ranked(row, sheet, match, clause)


def _clause(text, match):
    """The clause of a sentence in which a superlative stands."""
    start = max((m.end() for m in _CLAUSE.finditer(text, 0, match.start())), default=0)
    end = _CLAUSE.search(text, match.end())
    return text[start : end.start() if end else len(text)]


def _ranked(row: Statement, sheet: Sheet, match, clause) -> Iterator[Denial]:
    """The denial of a row that is extreme in nothing that the table shows."""
    mine = rows_of(sheet, row.sentence.said(clause))
    places = [place for place in range(len(sheet.labels)) if place not in sheet.totals]
    if len(mine) != 1 or len(places) < 3:
        return
    series = [line for line in _series(sheet, clause, places) if line[mine[0]] is not None]
    if not series or any(_is_extreme(line, mine[0], clause) for line in series):
        return
    label = sheet.labels[mine[0]]
    says = f"“{label}” is called “{match.group()}”, and the table ({sheet.grid.at}) denies it."
    yield Denial(row.line, (row.sentence.start, row.sentence.end), says, _MEND)


def _series(sheet: Sheet, clause, places):
    """What a row may be the most of: place → value, for each column and each pair of columns; of a
    rise or fall the pairs alone, from left to right."""
    columns = [
        {place: cell.exact for place in places if (cell := column[place])}
        for column in sheet.columns
    ]
    full = [(at, column) for at, column in enumerate(columns) if len(column) == len(places)]
    if len(full) < sum(map(bool, columns)):
        return
    changes = _FALL.search(clause) or _RISE.search(clause)
    yield from (column for at, column in full if not changes or _CHANGE.search(sheet.heads[at]))
    periods = [
        column for at, column in full if dates(sheet.heads[at]) or _PERIOD.search(sheet.heads[at])
    ]
    for first, last in combinations(periods if changes else [column for _, column in full], 2):
        yield {place: last[place] - first[place] for place in places}
        if all(first[place] > 0 for place in places):
            yield {place: last[place] / first[place] for place in places}


def _is_extreme(line, mine, clause):
    """Whether a row is the greatest or least of a series, or the one of both that is meant."""
    value = line[mine]
    if _FALL.search(clause):
        return value == min(line.values())
    if _RISE.search(clause):
        return value == max(line.values())
    return value == (min if _LOWEST.search(clause) else max)(line.values())
