"""How many rows of a table have something in a column of words, dates or numbers: `three of the
four homes are good or better`, `two of the schools have more pupils than places`."""

import re
from collections.abc import Iterator, Sequence

from reports.checks.reading import Grid, Reading, shared
from reports.prose.quantities.grades import rung, taken_in
from reports.prose.quantities.phrases import stems
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import statements
from reports.quantities.repeats.roots import stems_in
from reports.quantities.tables import TOTAL

_MANY = re.compile(
    r"(?:⟦c(?P<mark>\d+)⟧|\b(?P<one>one)\b|\b(?P<none>none|no|neither|not\s+one)\b|\b(?P<all>all|every|each|both)\b)"
    r"(?!\s+(?:one|other|others)\b)(?:\s+(?:one\s+)?(?:out\s+)?of\s+(?:the|our|these|them|those|its)?\s*(?:⟦c(?P<base>\d+)⟧)?)?"
    r"(?:\s+(?P<noun>[a-z-]+(?:\s+[a-z-]+)?))??\s+(?P<verb>(?:is|are|was|were|has|have|had|ha[sd]\s+been|have\s+been)\b)(?P<rest>[^.;:,⟦]{2,70})",
    re.I,
)
_UNSURE = re.compile(
    r"\b(?:nearly|almost|at\s+least|more\s+than|fewer\s+than|up\s+to|about|if|should|would|will|last\s+(?:year|time)|previous\w*|"
    r"before|ago|earlier|since|but|except\w*|apart|nation\w*|other)\b",
    re.I,
)
_NOT = re.compile(r"\b(?:not|never|no|nor|without)\b", re.I)
_OR_BETTER = re.compile(r"\bor\s+(?:better|above|worse|below|higher|lower)\b", re.I)
_LONGEST, _FEWEST, _FAR, _MEND = 5, 3, 12, "Write what the table shows."


def worded_rows(reading: Reading) -> Iterator[Denial]:
    """As many rows have something in a column of words as the text has it."""
    tables = shared(reading, _tables)
    for row in statements(reading) if tables else ():
        matches = [*_MANY.finditer(row.sentence.text)]
        if len(matches) != 1 or _UNSURE.search(row.sentence.text):
            continue
        for grid, place, trail in tables:
            at = reading.places.get(id(row.line), 0)
            if trail == row.line.trail and abs(at - place) <= _FAR + sum(map(len, grid.rows)):
                yield from _denied(row, grid, matches[0])


def _tables(reading: Reading) -> Sequence[tuple[Grid, int, tuple[str, ...]]]:
    """The tables with a column of a few words, each with its place and section."""
    made = []
    for grid in reading.grids:
        place = reading.first_places.get(grid.where, 0)
        if len(grid.rows) >= _FEWEST and grid.columns and _worded(grid):
            made.append((grid, place, reading.lines[place].trail))
    return made


def _rows(grid: Grid) -> list[int]:
    return [at for at, cells in enumerate(grid.rows) if cells and not TOTAL.match(cells[0].text)]


def _worded(grid: Grid) -> dict[int, list[str]]:
    """Column → its texts, of those whose every cell is of a few words and of which some repeat."""
    made = {}
    for at in range(1, len(grid.columns)):
        texts = [grid.rows[x][at].text.strip() for x in _rows(grid) if at < len(grid.rows[x])]
        short = all(0 < len(x.split()) <= _LONGEST and not re.search(r"\d", x) for x in texts)
        if short and len(texts) == len(_rows(grid)) and len({*texts}) < len(texts):
            made[at] = texts
    return made


def _denied(row: Statement, grid: Grid, match: re.Match) -> Iterator[Denial]:
    many = len(_rows(grid))
    base = row.sentence.thing(match["base"]).value if match["base"] else None
    noun = stems(match["noun"] or "")
    if base is not None and base != many:
        return
    if not (noun & stems(grid.columns[0].text)) and base is None:
        return
    stated = _stated(row, match, many)
    rest = match["rest"]
    worded = _worded(grid)
    # Of two columns of grades one may be of another time.
    for texts in worded.values() if len(worded) == 1 else ():
        true = _true(texts, rest)
        if true is not None:
            if true != stated:
                says = f"By the table ({grid.at}) that is true of {true} of {many}, but the report "
                claim = row.sentence.said(match.group()).strip()
                yield Denial(row.line, row.span, f"{says}has “{claim}”.", _MEND)
            return


def _stated(row: Statement, match: re.Match, many: int) -> int:
    if match["mark"]:
        return row.sentence.thing(match["mark"]).value
    return 1 if match["one"] else 0 if match["none"] else many


def _true(texts: Sequence[str], rest: str) -> int | None:
    """How many of some cells have what a text says; None where it says nothing of them."""
    kinds, own = {*texts}, stems_in(rest)
    ladder = sorted(kinds, key=rung) if None not in map(rung, kinds) else []
    grades = taken_in(ladder, rest) if len(ladder) > 1 else []
    if not grades and ladder and _OR_BETTER.search(rest):
        return None
    if len(grades) == 1:
        named = {ladder[x] for x in grades[0].places}
    else:
        named = {x for x in texts if stems_in(x) and stems_in(x) <= own}
        if any(stems_in(x) & own and x not in named for x in texts):
            return None
    if not named or bool(_NOT.search(rest)) != any(map(_NOT.search, named)):
        return None
    return sum(x in named for x in texts)
