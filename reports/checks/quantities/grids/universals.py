"""How many rows of a table are full, or have none of something, against what text tells of them."""

import re
from collections.abc import Iterator
from itertools import permutations

from reports.checks.quantities.grids.cells import Sheet, is_added
from reports.checks.quantities.grids.surroundings import rows_of, sheets_by
from reports.checks.quantities.model import Denial, Statement, constraint
from reports.checks.quantities.passages import statements
from reports.checks.reading import Reading
from reports.prose.quantities.phrases import stems

_FULL = re.compile(
    r"\b(?:fully|in\s+full|without\s+exception|without\s+fail|completely|in\s+every\s+case)\b"
    r"|^\W*every\s+[a-z]+\s+(?:in|at|of)\b[^,;]{2,60}\b(?:was|were|is|are|had|has)\b",
    re.I,
)
_NONE = re.compile(r"\b(?:ha(?:s|d|ve)|with|(?:is|are|was|were)\s+there)\s+(?:no|none)\b", re.I)
_OTHERS = re.compile(
    r"\b(?P<none>neither\s+of\s+the\s+others|no\s+other\s+(?P<noun>[a-z]+))\b"
    r"|\bone\s+other\s+(?P<one>[a-z]+)\b|\b(?P<both>both\s+of\s+the\s+others)\b",
    re.I,
)
_HOW_MANY = re.compile(
    r"^\W*(?:[A-Z][a-z]+:\s+)?(?:(?P<every>every|each|all\s+the|no|neither|none\s+of\s+the)\s+"
    r"|(?P<only>only\s+the\s+first\s+)|(?:only\s+)?(?:⟦c(?P<count>\d+)⟧|(?P<one>one|a\s+single))\s+)"
    r"(?P<noun>[a-z]+)\b",
    re.I,
)
_EVERY_OF = re.compile(
    r"^\W*(?:[A-Z][a-z]+:\s+)?every\s+[a-z]+\s+(?:in|at|of)\s+([^,;]{2,60})", re.I
)
_ALONE = re.compile(r"^\W*(?:area\s+(?P<letter>[a-z])|(?P<row>[^,;⟦]{3,60}))\s+alone\b", re.I)
_DENIED = re.compile(
    r"\b(?:not|almost|nearly|but\s+one|except(?:ed|ing|s)?|apart|last|previous\w*)\b", re.I
)
# “In” and “met” are of any sentence.
_SHORT = 3
_MEND = "Put the claim right, or the table."


@constraint("rows-unlike-claim", "C15; source of error 11", follows=("claim-unlike-number",))
def rows_unlike_claim(reading: Reading) -> Iterator[Denial]:
    """As many rows of a table are full, or have none of something, as the text beside it claims."""
    for row in statements(reading):
        text = row.sentence.text
        wording = _FULL.search(text) or _NONE.search(text)
        if not wording or _DENIED.search(text):
            continue
        for sheet in sheets_by(reading, row.line):
            rows = _rows_meant(sheet, row, is_full=bool(_FULL.search(text)))
            if rows and (claim := _denied(sheet, row, rows)):
                names = " and ".join(f"“{sheet.labels[place]}”" for place in sorted(rows))
                says = f"In the table ({sheet.grid.at}) {names} alone can be meant: {claim}."
                yield Denial(row.line, (row.sentence.start, row.sentence.end), says, _MEND)


def _rows_meant(sheet: Sheet, row: Statement, *, is_full):
    """The rows that are full, or that have none of what a column counts; nothing where that is
    unsure, or where all rows or none would be meant."""
    places = [place for place in range(len(sheet.labels)) if place not in sheet.totals]
    columns = {
        at: column
        for at, column in enumerate(sheet.columns)
        if is_added(sheet.heads[at])
        and all(column[place] and not column[place].is_share for place in places)
    }
    none = {
        at: frozenset(place for place in places if column[place].exact == 0)
        for at, column in columns.items()
    }
    named = stems(row.sentence.said())
    if not is_full:
        sets = {none[at] for at in columns if stems(sheet.heads[at]) <= named and none[at]}
    else:
        whole = (
            frozenset(
                place for place in places if columns[a][place].exact == columns[b][place].exact
            )
            for a, b in permutations(columns, 2)
            if all(columns[a][place].exact >= columns[b][place].exact > 0 for place in places)
        )
        sets = {*filter(None, whole), *filter(None, none.values())}
    proper = len(places) > 1 and len(sets) == 1 and _speaks_of(sheet, named, places)
    rows = sets.pop() if proper else frozenset()
    return rows if len(rows) < len(places) else frozenset()


def _speaks_of(sheet: Sheet, named, places):
    """Whether a sentence has a word of what the table counts, or the table counts one thing by its
    two outcomes, so that no other can be meant."""
    kind = stems(sheet.grid.columns[0].text)
    counted = stems(" ".join((sheet.grid.caption, *sheet.heads)))
    sums = {sum(cell.exact for cell in sheet.rows[place] if cell) for place in places}
    shared = {word for word in (counted - kind) & named if len(word) > _SHORT}
    return bool(shared) or (len(sheet.heads) == 2 and len(sums) == 1)


def _denied(sheet: Sheet, row: Statement, rows):
    """What a sentence claims of the rows of a table that these do not bear out, or nothing."""
    text = row.sentence.text
    kind = stems(sheet.grid.columns[0].text)
    many = len(sheet.labels) - len(sheet.totals)
    others = _OTHERS.search(text)
    if others:
        noun = others["noun"] or others["one"]
        known = not noun or stems(noun) & kind
        stated = 2 if others["one"] else many if others["none"] and not noun else 1
        if known and noun and stated != len(rows):
            return others.group()
        if not noun and many == 3 and others["none"] and len(rows) == 1:
            return others.group()
    if (match := _EVERY_OF.match(text)) and (mine := rows_of(sheet, match[1])):
        return match.group().strip() if len(mine) == 1 and mine[0] not in rows else ""
    if match := _ALONE.match(text):
        return match.group().strip() if _alone(sheet, match) not in (None, *_single(rows)) else ""
    match = _HOW_MANY.match(text)
    if not match or not stems(match["noun"]) & kind:
        return ""
    if match["only"]:
        return match.group().strip() if set(rows) != {0} else ""
    stated = row.sentence.thing(match["count"]).value if match["count"] else 1
    wrong = match["every"] or stated != len(rows)
    return match.group().strip() if wrong else ""


def _single(rows):
    return tuple(rows) if len(rows) == 1 else ()


def _alone(sheet: Sheet, match):
    """The place of the row that alone is meant, by its letter or its name, or None."""
    if match["letter"]:
        letter = match["letter"].casefold()
        places = [
            place
            for place, label in enumerate(sheet.labels)
            if re.match(rf"{letter}\b", label.strip().casefold())
        ]
    else:
        places = rows_of(sheet, match["row"])
    return places[0] if len(places) == 1 else None
