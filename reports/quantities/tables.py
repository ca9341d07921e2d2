"""Tables as text can speak of them: labels, headings, and the number of each cell."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property, lru_cache
from itertools import accumulate, pairwise

from assurance.runtime.digits import whole
from assurance.runtime.periods import MONTHS
from reports.checks.numbers.passages import opened
from reports.checks.reading import ITEM, Grid, Line, Reading, shared
from reports.prose.numbers import COUNT, MONEY, PERCENT, Number
from reports.prose.quantities.grades import in_order
from reports.prose.quantities.phrases import stems
from reports.quantities.parts.lists import line_over, parts_of
from reports.quantities.parts.series import BRACKETS

# Lines that may stand between a table and what is said of it.
_FAR = 12
# An item of a list is a row where its label is no longer, in words.
_LONGEST = 12
# So many letters say of two words with other endings that they are one.
_SHORTEST = 4
TOTAL = re.compile(
    r"^\W*(?:grand\s+|overall\s+)?(?:(?:total|all|overall)\b(?!\s+others?\b)|(?:(?:school|academic|financial|whole|full)\s+)?year$)",
    re.I,
)
_PERIOD = re.compile(rf"\b(?:19|20)\d\d\b|\bquarter\s?\d|\bQ\d\b|^(?:{'|'.join(MONTHS)})\b", re.I)

_YEAR, _QUARTER = re.compile(r"(?:19|20)\d\d"), re.compile(r"(?:quarter\s?|Q)([1-4])\b", re.I)
_MONTHS = [name[:3].casefold() for name in MONTHS]
_A_MONTH = re.compile(rf"\b(?:{'|'.join(_MONTHS)})", re.I)
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
_NAMED_QUARTER = re.compile(
    r"\b(?:(first|second|third|fourth|final|(?<=the\s)last)\s+quarter|quarter\s+([1-4]))\b(?:\s+of(?=\s+\d{4}/))?",
    re.I,
)
_TERM = re.compile(r"^((?:autumn|spring|summer|winter)(?:\s+term)?)\s+(?:19|20)\d\d$", re.I)
# The three months of a quarter of a financial year, by the first of them.
QUARTERS = {"apr": 1, "jul": 2, "oct": 3, "jan": 4}
THREE_MONTHS = re.compile(
    r"\W*(apr|jul|oct|jan)[a-z]*(?:\s+\d{4})?\s*(?:to|–|-)\s*(?:jun|sep|dec|mar)", re.I
)
# “Days to report” is named by its days and its reports.
_JOINING = frozenset(("to", "in", "on", "at", "by", "from", "for", "with", "and", "or"))
ENDING = re.compile(r"(?<=[a-z]{4})(?:e?(?:ation|ment|ion|ing|ed|al)|e)$")


@dataclass(frozen=True)
class Shown:
    """A table as text can speak of it: its row labels, headings and numbers, by row and column."""

    grid: Grid
    numbers: tuple[tuple[Number | None, ...], ...]
    place: int
    trail: tuple[str, ...]
    is_list: bool = False

    @property
    def end(self) -> int:
        """The place of its last cell among the lines of the paper."""
        return self.place + len(self.grid.columns) + sum(map(len, self.grid.rows))

    @cached_property
    def rows(self) -> tuple[str, ...]:
        """The label of each row."""
        return tuple(row[0].text.strip() if row else "" for row in self.grid.rows)

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """The heading of each column."""
        return tuple(column.text.strip() for column in self.grid.columns)

    @cached_property
    def text(self) -> str:
        """All words that name what the table holds."""
        return " ".join((self.grid.caption, *self.headings, *self.rows))

    @cached_property
    def named(self) -> frozenset[str]:
        """The stems of those words."""
        return stems(self.text)

    @cached_property
    def periods(self) -> tuple[tuple[int, str], ...]:
        """Place and heading of the columns that are periods, the earliest first."""
        return _in_time(self.headings, *self.headings[:1])

    @cached_property
    def dated_rows(self) -> tuple[tuple[int, str], ...]:
        """Place and label of the rows that are periods, the earliest first."""
        return _in_time(self.rows, *self.headings[:1])

    @cached_property
    def scale(self) -> tuple[int, ...]:
        """The places of the columns that are grades, the best first."""
        return in_order(self.headings)

    @cached_property
    def turned(self) -> "tuple[Shown, ...]":
        """Itself with its columns as rows, where its rows are periods; nothing of another."""
        if self.is_list or not 2 <= len(self.dated_rows) == len(self.rows):
            return ()
        return (self.flipped,)

    @cached_property
    def flipped(self) -> "Shown":
        """Itself with its columns as rows."""
        rows = tuple(zip(self.grid.columns, *self.grid.rows, strict=False))
        numbers = tuple((None, *column) for column in zip(*self.numbers, strict=False))[1:]
        return replace(
            self, grid=replace(self.grid, columns=rows[0], rows=rows[1:]), numbers=numbers
        )

    def in_periods(self, place: int) -> dict[int, Number]:
        """Column → number of a row in each of its periods that has one."""
        cells = self.numbers[place]
        return {at: cells[at] for at, _ in self.periods if at < len(cells) and cells[at]}

    def counts_in(self, place: int) -> bool:
        """Whether a column states counts and nothing else."""
        numbers = [row[place] for row in self.numbers if place < len(row) and row[place]]
        return bool(numbers) and all(number.kind == COUNT for number in numbers)

    @cached_property
    def values(self) -> frozenset[Fraction]:
        """Every number in it, and the sum of each column of counts."""
        columns = [[n.value for n in column if n] for column in zip(*self.numbers, strict=False)]
        # “Good or better” counts the first rows, or the last.
        ways = [way for column in columns for way in (column, column[::-1])]
        sums = {value for way in ways for value in accumulate(way)}
        return frozenset(sums.union(*columns))

    def is_parted(self, line: Line, value: Fraction) -> bool:
        """Whether a number is the whole that the line over a list goes on to part."""
        largest = max(number.value for row in self.numbers for number in row if number)
        return self.is_list and line.text.rstrip().endswith(":") and value > largest

    @cached_property
    def _many(self):
        """How many rows have each root."""
        return Counter(root for label in self.rows for root in _roots(label))

    def distinguishes(self, text: str, label: str) -> bool:
        """Whether a text names all words of a row's label that no other row has."""
        # “In the autumn term” is in the row of “Autumn 2015”.
        dated = _TERM.match(label) and not re.search(r"\b(?:19|20)\d\d\b", text)
        roots = _roots(_TERM.match(label)[1] if dated else label)
        own = {root for root in roots if self._many[root] == 1}
        if not own <= _roots(text) or max(map(len, own), default=0) < _SHORTEST:
            return False
        # “Which leaves some out” names no row of “Leaving care”.
        exact = len(own) == len(roots) or _unlike_forms(label, own) <= stems(text)
        return exact and not TOTAL.match(label) and (dated or not re.search(r"\d", label))

    @property
    def kind(self) -> str:
        """What a reader calls it."""
        return "list" if self.is_list else "table"


def _in_time(labels: Sequence[str], unit: str = "") -> tuple[tuple[int, str], ...]:
    """Place and text of the labels that are periods, `unit` is before bare numbers: in their order,
    or from the last one on where each is earlier than the one before it: `2025 | 2024`."""
    texts = (f"{unit} {text}" if text.isdecimal() else text for text in labels)
    named = tuple((at, labels[at]) for at, text in enumerate(texts) if _PERIOD.search(text))
    times = [_time_of(text) for _place, text in named]
    falling = all(later and first and later < first for first, later in pairwise(times))
    return named[::-1] if falling and len(named) > 1 else named


def _time_of(label: str) -> tuple[int, int] | None:
    """(year, month or quarter) of a label; None where it names no year."""
    year = _YEAR.search(label)
    first = _A_MONTH.search(label)
    month = _MONTHS.index(first.group().casefold()) + 1 if first else 0
    quarter = _QUARTER.search(label)
    part = month or (whole(quarter[1]) if quarter else 0)
    return (whole(year[0]), part) if year else None


def tables_near(reading: Reading, line: Line) -> list[Shown]:
    """The tables of the section of `line` that stand near it, found once for all rules."""
    near = shared(reading, _near)
    if id(line) not in near:
        place = reading.places.get(id(line), 0)
        near[id(line)] = [
            table
            for table in all_tables(reading)
            if table.trail == line.trail and table.place - _FAR <= place <= table.end + _FAR
        ]
    return near[id(line)]


def _near(_reading) -> dict[int, list[Shown]]:
    return {}


def shown_tables(reading: Reading) -> tuple[Shown, ...]:
    """The tables that hold a number, without the lists that are read as such."""
    return tuple(table for table in all_tables(reading) if not table.is_list)


def all_tables(reading: Reading) -> tuple[Shown, ...]:
    """The tables and lists of numbers of a paper."""
    return shared(reading, _tables)


def _tables(reading: Reading):
    made = [*_lists(reading)]
    for grid in reading.grids:
        place = reading.first_places.get(grid.where, 0)
        numbers = tuple(tuple(map(_number, row)) for row in grid.rows)
        if any(any(row) for row in numbers):
            made.append(Shown(grid, numbers, place, reading.lines[place].trail))
    return tuple(made)


def _lists(reading: Reading) -> Iterator[Shown]:
    """The lists whose items each state a number, as tables of one column."""
    for listing, lead in opened(reading):
        parts = [part.quantity for part in parts_of(reading, listing) if part.quantity]
        first, lead = listing.items[0], lead or line_over(reading, listing)
        if len(parts) < 2 or len(parts) < len(listing.items) or first.kind != ITEM:
            continue
        numbers = tuple((None, part.phrase.number) for part in parts)
        labels = [_label(part) for part in parts]
        rows = tuple(
            (replace(part.line, text=label), part.line)
            for part, label in zip(parts, labels, strict=True)
        )
        caption, columns = lead.text if lead else "", (replace(first, text=""),) * 2
        grid = Grid(first.where, first.at, "", caption, columns, rows)
        yield Shown(grid, numbers, reading.places[id(first)], first.trail, is_list=True)


def _label(part):
    """What an item of a list says beside its number."""
    text, number = part.line.text, part.phrase.number
    bare = BRACKETS.sub("", f"{text[: number.start]}{text[number.end :]}")
    return bare.strip(" :,;.–—-") if len(bare.split()) <= _LONGEST else ""


def _number(cell):
    """The one number that a cell is, or None: what a cell says at length is not told again."""
    stated = [item for item in cell.numbers if item.kind in (COUNT, PERCENT, MONEY)]
    alone = len(stated) == 1 and len(cell.text.strip()) - len(stated[0].words) <= 2
    return stated[0] if alone and not stated[0].bound else None


@lru_cache(1 << 13)
def names(text: str, label: str) -> bool:
    """Whether a text names a row or column: a period or band by its letters, else by stems."""
    if re.search(r"\d", label) or _PERIOD.search(label) or not re.search(r"[^\W\d_]{4}", label):
        quarter = THREE_MONTHS.match(label)
        numbered = with_quarters_numbered(label).strip()
        labels = (label, f"Q{QUARTERS[quarter[1].casefold()]}" if quarter else numbered)
        wordings = (text, with_quarters_numbered(text))
        return any(_holds(wording, name) for wording in wordings for name in labels)
    own = stems(label) - _JOINING
    return bool(own) and not TOTAL.match(label) and own <= stems(text)


def _holds(text, label):
    alone = re.escape(label.casefold())
    return bool(re.search(rf"(?<![\w/]){alone}(?![\w/])", text.casefold()))


def with_quarters_numbered(text: str) -> str:
    """A text whose quarters are named as tables name them: `the third quarter` is Q3."""
    return _NAMED_QUARTER.sub(
        lambda match: f"Q{_ORDINALS.get((match[1] or match[2]).casefold(), match[2])} ", text
    )


@lru_cache(1 << 13)
def names_loosely(text: str, label: str) -> bool:
    """Whether a text names a row in other forms of its words: “retirement” is of “retired”."""
    own = _roots(label)
    if TOTAL.match(label) or not all(map(str.isalpha, label.split())):
        return names(text, label)
    return names(text, label) or (
        max(map(len, own), default=0) >= _SHORTEST and own <= _roots(text)
    )


def _unlike_forms(label: str, roots: frozenset[str]) -> set[str]:
    """The stems of a label that have some of its roots."""
    return {item for item in stems(label) if ENDING.sub("", item) in roots}


@lru_cache(1 << 13)
def _roots(text):
    return frozenset(ENDING.sub("", word) for word in stems(text) - _JOINING)
