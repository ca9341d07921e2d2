"""What rows of a table did from one period to the next, or beside another column, where a sentence
names them or counts how many of them did it."""

import re
from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.prose.numbers import PERCENT
from reports.quantities.discourse.cells import named_rows
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import statements
from reports.quantities.tables import TOTAL, Shown, tables_near

_UP = (
    r"rose|risen|grew|grown|increased|(?:gone|went)\s+up|(?:is|are|was|were)\s+up|higher|used?\s+more|"
    r"more\s+than\s+(?:a\s+year|last|in)|climbed|a\s+rise|an\s+increase"
)
_DOWN = (
    r"fell|fallen|dropped|declined|decreased|shrank|shrunk|(?:gone|went|come|came)\s+down|(?:is|are|was|were)\s+down|"
    r"lower|less(?:\s+often)?\s+than\s+(?:a\s+year|last|in)|"
    r"fewer\s+than\s+(?:a\s+year|last|in)|a\s+fall|a\s+drop"
)
_WAY = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b", re.I)
_COUNTED = re.compile(
    r"\b(?:in|for|on|at)\s+(?:(?P<all>all|every|each|both)(?:\s+(?:of\s+the\s+)?⟦c(?P<whole>\d+)⟧)?|(?P<none>none|no)|⟦c(?P<part>\d+)⟧\s+(?:out\s+)?of\s+(?:the\s+|our\s+|all\s+)?⟦c(?P<base>\d+)⟧)\s+(?:of\s+the\s+)?[a-z]+",
    re.I,
)
_LIES = re.compile(
    r"\b(?:(?P<up>above|higher\s+than|ahead\s+of|better\s+than)|(?P<down>below|lower\s+than|behind|worse\s+than))\b",
    re.I,
)
_UNSURE = re.compile(
    r"\b(?:not|no|never|but|except|while|whereas|although|though|despite|if|will|would|should|expect\w*|target|most|least|more\s+than\s+⟦|faster|slower|than\s+(?:any|all))\b",
    re.I,
)
_REF = re.compile(
    r"\b(?:England|national|region\w*|neighbours?|target|standard|plan(?:ned)?|budget)\b", re.I
)
_PAIR = 2
_MEND = "Correct the text, or the table."


def row_ways(reading: Reading) -> Iterator[Denial]:
    """`Two kinds are used less than a year ago, lodgings and homes.` `It went up in all four.`"""
    for row in statements(reading):
        text = row.sentence.text
        ways = list(_WAY.finditer(text)) if not _UNSURE.search(text) else []
        near = (
            [x for x in tables_near(reading, row.line) if not x.is_list]
            if len(ways) == 1 or _LIES.search(text)
            else ()
        )
        for table in near:
            if len(ways) == 1:
                yield from _went(row, ways[0], table)
            if not ways and not _UNSURE.search(text):
                yield from _beside(row, table)


def _went(row: Statement, way, table: Shown) -> Iterator[Denial]:
    if len(_periods(table)) != _PAIR:
        return
    sign = 1 if way["up"] else -1
    places = [at for at, label in enumerate(table.rows) if label and not TOTAL.match(label)]
    gaps = {at: _gap(table, at) for at in places}
    counted = _COUNTED.search(row.sentence.text)
    if counted and None not in gaps.values():
        yield from _count(row, counted, [at for at in places if gaps[at] * sign > 0], places)
        return
    named = [at for at in named_rows(table, row.sentence.said()) if gaps.get(at) is not None]
    wrong = [at for at in named if gaps[at] * sign < 0]
    right = [at for at in named if gaps[at] * sign > 0]
    if len(wrong) == 1 and right and len(named) == len(wrong) + len(right) and not row.counts[1:]:
        says = f"By the table “{table.rows[wrong[0]]}” went {'down' if sign > 0 else 'up'}, but "
        yield Denial(row.line, row.span, f"{says}the report has “{way.group()}”.", _MEND)


def _count(row: Statement, match, moved, places) -> Iterator[Denial]:
    claimed = (
        row.sentence.thing(match["part"]).value
        if match["part"]
        else 0
        if match["none"]
        else len(places)
    )
    whole = match["base"] or match["whole"]
    if whole and row.sentence.thing(whole).value != len(places):
        return
    if not whole and match["all"] and match["all"].casefold() == "both" and len(places) != _PAIR:
        return
    if claimed != len(moved) and (whole or len(moved) == len(places)):
        says = f"By the table that is so in {len(moved)} of {len(places)} rows, but the report has "
        yield Denial(
            row.line, row.span, f"{says}“{row.sentence.said(match.group()).strip()}”.", _MEND
        )


def _gap(table: Shown, place: int):
    """By how much a row went up from the first of two periods to the last; None if unknown."""
    cells = [table.in_periods(place).get(at) for at in _periods(table)]
    return cells[1].value - cells[0].value if all(cells) else None


def _beside(row: Statement, table: Shown) -> Iterator[Denial]:
    """A row above or below what it is measured by, in the last column before that."""
    match, text = _LIES.search(row.sentence.text), row.sentence.said()
    named = named_rows(table, text)
    refs = [
        at
        for at, text in enumerate(table.headings)
        if at and (x := _REF.search(text)) and x[0].casefold() in text.casefold()
    ]
    if (
        not match
        or len(named) != 1
        or len(refs) != 1
        or refs[0] < _PAIR
        or _REF.search(table.headings[refs[0] - 1])
    ):
        return
    cells = table.numbers[named[0]]
    own, other = cells[refs[0] - 1], cells[refs[0]]
    gap = own.value - other.value if own and other and own.kind == other.kind == PERCENT else 0
    if gap and gap * (1 if match["up"] else -1) < 0:
        says = f"The table has {own.words} and {other.words} in the row “{table.rows[named[0]]}”, "
        yield Denial(row.line, row.span, f"{says}but the report has “{match.group()}”.", _MEND)


def _periods(table: Shown) -> list[int]:
    """The places of the columns that are periods of the council's own."""
    return [at for at, text in table.periods if not _REF.search(text)]
