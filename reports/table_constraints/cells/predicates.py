"""The rows of a table of which a stretch of a sentence is true."""

import re
from collections.abc import Callable
from fractions import Fraction
from itertools import islice

from reports.prose.marks import MARK
from reports.prose.numbers import COUNT, PERCENT
from reports.prose.quantities.betterment import better_way, way_of_word
from reports.prose.quantities.phrases import stems
from reports.quantities.model import Statement
from reports.quantities.selections import (
    columns_named,
    columns_taken,
    is_of_kind,
    picked,
    rows_counted,
)
from reports.quantities.tables import TOTAL, Shown

_NUMBER = r"(?:⟦(?P<kind>[cp])(?P<mark>\d+)⟧|(?P<one>one|an?|single)\b)"
_HAVING = re.compile(
    r"\b(?:(?P<bound>at\s+least|no\s+fewer\s+than|no\s+less\s+than|more\s+than|over|fewer\s+than|"
    r"less\s+than|under|no\s+more\s+than|at\s+most|up\s+to|exactly|just|only)\s+)?"
    rf"(?:{_NUMBER}|(?P<none>no|none|nil|nought|without)\b|(?P<some>any|some)\b)(?P<or_more>\s+or\s+more)?",
    re.I,
)
_ABOVE = re.compile(
    r"\b(?P<word>above|over|exceed\w*|more\s+than|higher\s+than|at\s+least|reach\w*|achiev\w*|met|"
    r"below|under|less\s+than|lower\s+than|short\s+of)\s+(?:the\s+)?⟦p(?P<mark>\d+)⟧",
    re.I,
)
_LOW = re.compile(r"below|under|less|lower|short", re.I)
_ON_IT = re.compile(r"at\s+least|reach|achiev|met", re.I)
_SPENT = re.compile(
    r"\b(?:(?P<over>over-?\s?spen\w+|(?:over|above|exceed\w*)\s+(?:the(?:ir)?\s+|its\s+)?budget|"
    r"(?:spent|cost)\s+more\s+than\s+(?:planned|budgeted|(?:the(?:ir)?|its)\s+budget)|went\s+over)|"
    r"(?P<under>under-?\s?spen\w+|(?:under|below)\s+(?:the(?:ir)?\s+|its\s+)?budget|"
    r"(?:spent|cost)\s+less\s+than\s+(?:planned|budgeted|(?:the(?:ir)?|its)\s+budget))|"
    r"(?P<level>on\s+budget|broke\s+even|breaks?\s+even|exactly\s+(?:to|its|their)\s+budget))\b",
    re.I,
)
_OF_IT = re.compile(r"\b(?:account\w*|of\s+(?:the|our|its)|share|part|whole)\b", re.I)
# “Drew a yes from fewer than four in five” is of a share, and not of one.
_OF_PART = re.compile(
    r"\b(?:half|third|quarter|majority|minority|most|per\s+cent|(?:fewer|less|more)\s+than\s+\S+\s+in)\b",
    re.I,
)
_BUDGET = re.compile(r"\b(?:budget|planned|allocat\w+|estimate)\b", re.I)
_SPEND = re.compile(
    r"\b(?:outturn|actuals?|spen[dt]\w*|expenditure|cost|forecast|projected|projection)\b", re.I
)
_GAP = re.compile(r"\b(?:variance|difference|over|under)\b", re.I)
_WHEN = re.compile(
    r"\b(?P<word>in|during|before|after|since|by)\s+(?:late\s+|early\s+|mid-?)?⟦d(?P<mark>\d+)⟧",
    re.I,
)
_MOVED = re.compile(
    r"\b(?:(?P<up>rose|risen|grew|grown|increased|climbed|(?:went|gone)\s+up|(?:became|become|was|were|is|are)\s+(?:larger|higher|bigger)|"
    r"(?:saw|showed|had|recorded)\s+(?:an?\s+)?(?:[a-z]+\s+)?(?:rise|increase|growth))|"
    r"(?P<down>fell|fallen|dropped|decreased|declined|shrank|shrunk|(?:went|gone)\s+down|"
    r"(?:became|become|was|were|is|are)\s+(?:smaller|lower|less|fewer)|"
    r"(?:saw|showed|had|recorded)\s+(?:an?\s+)?(?:[a-z]+\s+)?(?:fall|decrease|drop|reduction|decline))|"
    r"(?P<good>improved|(?:an?\s+)?improvement|(?:got|was|were)\s+better)|"
    r"(?P<bad>worsened|deteriorat\w+|(?:got|was|were)\s+worse))\b",
    re.I,
)
_SINCE = re.compile(r"\b(?:compared\s+with|since|against|on)\s+⟦d\d+⟧", re.I)
_WORD, _WORDS = re.compile(r"[a-z-]+", re.I), 4
_DENIED = re.compile(r"\b(?:not|never|n[’']t|neither|nor)\b", re.I)

Rows = frozenset[int]


def rows_true(row: Statement, table: Shown, text: str) -> Rows | None:
    """The rows of which a stretch of a sentence is true; None where it cannot be read."""
    if _DENIED.search(text):
        return None
    for read in (_spent, _moved, _dated, _reaching, _having):
        rows = read(row, table, text)
        if rows is not None:
            return rows
    return None


def money_columns(table: Shown) -> tuple[int, int] | None:
    """The places of the columns of what was planned and of what was spent, or None."""
    heads = list(enumerate(table.headings))[1:]
    planned = [at for at, head in heads if _BUDGET.search(head) and not _GAP.search(head)]
    spent = [at for at, head in heads if _SPEND.search(head) and not _GAP.search(head)]
    spent = [at for at in spent if at not in planned]
    return (planned[0], spent[0]) if len(planned) == len(spent) == 1 else None


def is_spent(word: re.Match, gap: Fraction) -> bool:
    """True if a word of over, under or on budget is true of what was spent above it."""
    return gap > 0 if word["over"] else gap < 0 if word["under"] else gap == 0


def spent_word(text: str) -> re.Match | None:
    """The word by which a stretch has something over, under or on budget."""
    return _SPENT.search(text)


def _spent(_row, table: Shown, text) -> Rows | None:
    word, columns = _SPENT.search(text), money_columns(table)
    # “They account for most of the overspend” tells of a part of it.
    if not word or not columns or _OF_IT.search(text[: word.start()]):
        return None
    return _where(table, lambda cells: _is_gap(word, cells, columns))


def _moved(_row, table: Shown, text) -> Rows | None:
    """The rows that went up or down between the two periods of a table."""
    word = _MOVED.search(text)
    if not word or len(table.periods) != 2 or MARK.search(_SINCE.sub("", text)):
        return None
    old, new = (at for at, _ in table.periods)
    verdicts = {}
    for at in rows_counted(table):
        before, after = picked(table.numbers[at], (old, new))
        way = way_of_word(word, better_way(table.rows[at]))
        verdicts[at] = (after.value - before.value) * way > 0 if before and after and way else None
    return _held(verdicts)


def _is_gap(word, cells, columns):
    planned, spent = picked(cells, columns)
    return is_spent(word, spent.value - planned.value) if planned and spent else None


def _dated(row: Statement, table: Shown, text) -> Rows | None:
    """The rows whose one column of dates has one in, before or after one."""
    matches = list(_WHEN.finditer(text))
    day = row.sentence.thing(matches[0]["mark"]) if len(matches) == 1 else None
    columns = [at for at in range(1, len(table.headings)) if _is_of_dates(table, at)]
    if day is None or not day.first or len(columns) != 1:
        return None
    word, true = matches[0]["word"].casefold(), set()
    for at in rows_counted(table):
        [date] = table.grid.rows[at][columns[0]].dates
        if date.first is None:
            return None
        if word in ("in", "during"):
            is_true = day.first <= date.first and date.last <= day.last
        elif word == "before":
            is_true = date.last < day.first
        else:
            is_true = date.last <= day.last if word == "by" else date.first > day.last
        true |= {at} if is_true else set()
    return frozenset(true)


def _is_of_dates(table: Shown, at):
    cells = [table.grid.rows[row][at : at + 1] for row in rows_counted(table)]
    return bool(cells) and all(cell and len(cell[0].dates) == 1 for cell in cells)


def _reaching(row: Statement, table: Shown, text) -> Rows | None:
    """The rows whose share is above or below one: of the only column of shares."""
    match = _ABOVE.search(text)
    columns = [at for at in range(1, len(table.headings)) if is_of_kind(table, at, PERCENT)]
    if not match or len(columns) != 1:
        return None
    aim, is_low = row.sentence.thing(match["mark"]), bool(_LOW.match(match["word"]))
    on_it = bool(_ON_IT.match(match["word"]))

    def is_true(cells):
        gap = cells[columns[0]].value - aim.value
        return gap < 0 if is_low else gap > 0 or (on_it and gap == 0)

    return _where(table, is_true)


def _having(row: Statement, table: Shown, text) -> Rows | None:
    """The rows that have so many in the one column, or the grades, that a stretch names."""
    match = None if _OF_PART.search(text) else _HAVING.search(text)
    if not match or (match["kind"] == "p") or len(MARK.findall(text)) > 1:
        return None
    behind = text[match.end() :]
    columns = next((chosen for chosen, _ in columns_taken(table, behind)), None)
    if columns is None:
        named = columns_named(table, row.sentence.said(behind))
        # “At least one empty place” is not one of the places.
        alone = len(named) == 1 and opens_with(table, named[0], behind)
        columns = frozenset(named) if alone else None
    if columns is None or not all(is_of_kind(table, at, COUNT) for at in columns):
        return None
    if any(TOTAL.match(table.headings[at]) for at in columns):
        return None
    test = _test_of(row, match)
    return _where(table, lambda cells: test(sum(cells[at].value for at in columns)))


def opens_with(table: Shown, column: int, text: str) -> bool:
    """True if the first word of a text that names anything is one of a column or of its table."""
    known = stems(f"{table.grid.caption} {table.headings[0]} {table.headings[column]}")
    for word in islice(_WORD.finditer(text), _WORDS):
        if own := stems(word.group()):
            return bool(own & known)
    return False


def _test_of(row: Statement, match: re.Match) -> Callable[[Fraction], bool]:
    """The test that the words before a number make of cells."""
    if match["none"]:
        return lambda value: value == 0
    if match["some"]:
        return lambda value: value > 0
    limit = row.sentence.thing(match["mark"]).value if match["mark"] else 1
    word = " ".join((match["bound"] or "").casefold().split())
    if word in ("at least", "no fewer than", "no less than") or match["or_more"]:
        return lambda value: value >= limit
    if word in ("more than", "over"):
        return lambda value: value > limit
    if word in ("fewer than", "less than", "under"):
        return lambda value: value < limit
    if word in ("no more than", "at most", "up to"):
        return lambda value: value <= limit
    # “Had an inadequate audit” has one or more.
    return (lambda value: value >= 1) if match["one"] else (lambda value: value == limit)


def _where(table: Shown, is_true) -> Rows | None:
    """The rows of which something is true; None where one of them lacks a number."""
    return _held({at: is_true(table.numbers[at]) for at in rows_counted(table)})


def _held(verdicts: dict[int, bool | None]) -> Rows | None:
    """The rows of a verdict; None where one of them has none."""
    if not verdicts or None in verdicts.values():
        return None
    return frozenset(at for at, value in verdicts.items() if value)
