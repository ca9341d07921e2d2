"""Relations between the columns of a table: what one of them may have been reckoned from."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import permutations

from reports.prose.patterns import SentencePattern
from reports.table_constraints.grids.cells import MOST_COLUMNS, SHARE, TOTAL, Sheet, Value, is_added

_CHANGE = SentencePattern(
    r"\b(?:chang\w+|varian\w+|differen\w+|(?:over|under)(?!\s+\d)|gap|net|movement|\+/-|gain|increase|"
    r"decrease|vacant|vacanc\w+|balance|remain\w*|outstanding)\b",
    re.I,
)
_RUNNING = re.compile(
    r"\b(?:running|since|year[\s-]to[\s-]date|cumulat\w+|to\s+date|so\s+far)\b", re.I
)
_WHOLE = re.compile(r"^\W*(?:total|all|overall|net|sum|together)\b|\btotal\W*$", re.I)
_RATE = re.compile(r"\b(?:average|mean|per|rate|each|ratio)\b", re.I)
_SCALES = (1, 1000, 10000)

Cells = tuple[Value, ...]


@dataclass(frozen=True)
class Relation:
    """A way to reckon column `target` from `operands`; `reckon` gives its value in one row and
    `room` how far rightly rounded print may be from it; `named` where the head says so."""

    target: int
    operands: tuple[int, ...]
    reckon: Callable[[Cells], Fraction | None]
    room: Callable[[Value, Cells], Fraction]
    origin: str
    named: bool = False

    @property
    def is_added(self) -> bool:
        """Whether it adds and takes away, so that all must be of one unit."""
        return self.room is _rounding

    @property
    def is_sum(self) -> bool:
        """True if it adds alone."""
        return self.reckon is _added


def relations(sheet: Sheet) -> Iterator[Relation]:
    """Every relation that the columns of a table may bear."""
    columns = range(len(sheet.heads))
    for target in columns:
        head = sheet.heads[target]
        yield from _sums(sheet, target, bool(_WHOLE.search(head) or TOTAL.match(head)))
        if len(columns) <= MOST_COLUMNS:
            others = [place for place in columns if place != target]
            for pair in permutations(others, 2):
                yield from _of_two(sheet, target, pair)
            yield from _flows(target, others)


def _sums(sheet: Sheet, target, named) -> Iterator[Relation]:
    """A column as the sum of those right before or behind it."""
    many = len(sheet.heads)
    runs = {tuple(range(start, target)) for start in range(target - 1)}
    runs |= {tuple(range(target + 1, end)) for end in range(target + 3, many + 1)}
    for run in sorted(runs, key=len, reverse=True):
        agreeing = tuple(place for place in run if is_added(sheet.heads[place]))
        if len(agreeing) > 1 and (named or is_added(sheet.heads[target])):
            whole = named and len(run) in (many - 1, target)
            yield Relation(target, agreeing, _added, _rounding, "the sum of", whole)


def _of_two(sheet: Sheet, target, pair) -> Iterator[Relation]:
    """A column as the difference of two, as their share or rate, or as the change in per cent."""
    head = sheet.heads[target]
    is_share, is_change = bool(SHARE.search(head)), bool(_CHANGE.search(head))
    heads = tuple(sheet.heads[place] for place in pair)
    plain = not any(map(SHARE.search, heads))
    if not is_share:
        yield Relation(target, pair, _less, _rounding, "the difference of", is_change)
        if pair[0] < pair[1] and is_change:
            yield Relation(target, pair, distance, _rounding, "the difference of", True)
    if plain:
        named = bool(_RATE.search(head))
        scales = (100,) if is_share else _SCALES if named else ()
        for scale in scales:
            share = "the share of" if is_share else "the rate of"
            yield Relation(target, pair, _rate(scale), _share_room(scale), share, named or is_share)
        if is_share and is_change:
            yield Relation(target, pair, _growth, _share_room(100), "the change of", True)


def _flows(target, others) -> Iterator[Relation]:
    """A closing column as opening and started less ceased, as they stand."""
    if target >= 3:
        run = (target - 3, target - 2, target - 1)
        yield Relation(
            target,
            run,
            lambda row: row[0].exact + row[1].exact - row[2].exact,
            _rounding,
            "opening, in and out,",
        )
        yield Relation(
            target,
            run,
            lambda row: row[0].exact - row[1].exact + row[2].exact,
            _rounding,
            "opening, out and in,",
        )


def running(sheet: Sheet) -> Iterator[tuple[int, int]]:
    """(column, the one whose running total its head says that it is)."""
    for target, head in enumerate(sheet.heads):
        if _RUNNING.search(head):
            yield from ((target, part) for part in range(len(sheet.heads)) if part != target)


def _added(row: Cells):
    return sum((cell.exact for cell in row), Fraction(0))


def _less(row: Cells):
    return row[0].exact - row[1].exact


def distance(row: Cells) -> Fraction:
    """How far two numbers are apart, whichever is larger."""
    return abs(row[0].exact - row[1].exact)


def _rate(scale):
    def reckon(row: Cells):
        return row[0].exact * scale / row[1].exact if row[1].exact > 0 else None

    return reckon


def _growth(row: Cells):
    return (row[1].exact - row[0].exact) * 100 / row[0].exact if row[0].exact > 0 else None


def _rounding(printed: Value, row: Cells):
    """Sums of rounded numbers differ by half a unit for each; whole ones by nothing."""
    cells = [cell for cell in (printed, *row) if cell.is_rounded]
    return sum((cell.unit / 2 for cell in cells), Fraction(0))


def _share_room(scale):
    """A share may be cut or rounded, and be of rounded sums."""

    def room(printed: Value, row: Cells):
        vague = sum(
            cell.unit / 2 / abs(cell.exact) for cell in row if cell.is_rounded and cell.exact
        )
        return printed.unit + abs(printed.exact) * vague - printed.unit / 1000

    return room
