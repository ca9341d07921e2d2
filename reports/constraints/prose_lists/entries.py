"""The numbers that a sentence gives to several things in turn: `nineteen came in July, 12 in August
and 16 in September`."""

import re
from collections import Counter
from dataclasses import dataclass
from fractions import Fraction

from reports.constraints.claims.entries import BAND, LEADING, tokens
from reports.prose.marks import MARK
from reports.prose.numbers import COUNT, MONEY, PERCENT
from reports.quantities.model import Statement
from reports.table_constraints.measures.rank_words import RANK

_PIECES = re.compile(
    r"[,;:)]\s+(?:and\s+|then\s+|with\s+|while\s+)?|\s+(?:and|while|whereas|then)\s+"
)
_BASE = re.compile(
    r"\b(?:out\s+)?(?:of|among(?:st)?|across)\s+(?:(?:the|those|these|all|our|its)\s+(?:[a-z]+\s+)?)?⟦c\d+⟧",
    re.I,
)
_WHOLE = re.compile(r"\W*(?:among(?:st)?|of|out\s+of|from)\s+(?:the|all|these|those|our)\b", re.I)
_BRACKETED = re.compile(r"\((?:⟦([cpm])(\d+)⟧)\)")
_NUMBER = re.compile(r"⟦([cpm])(\d+)⟧")
_SO_MUCH = re.compile(
    r"\b(?:about|nearly|almost|over|under|more\s+than|fewer\s+than|at\s+least|up|down|by|from|target|than)\s+$",
    re.I,
)
_KINDS = {"c": COUNT, "p": PERCENT, "m": MONEY}
_FEWEST = 3


@dataclass(frozen=True)
class Named:
    """A number of a list in prose, the tokens that only it has, and where its piece is."""

    value: Fraction
    names: frozenset[str]
    start: int
    end: int


@dataclass(frozen=True)
class ProseList:
    """The numbers of one kind that a sentence gives in turn; `about` are all its tokens."""

    row: Statement
    entries: tuple[Named, ...]
    kind: str
    about: frozenset[str]

    @property
    def start(self) -> int:
        """Where its first piece begins."""
        return self.entries[0].start

    @property
    def end(self) -> int:
        """Where its last piece ends."""
        return self.entries[-1].end

    def named(self, text: str) -> list[Named]:
        """The entries that a written text names."""
        own = tokens(text)
        return [x for x in self.entries if x.names and x.names & own]


def prose_list(row: Statement) -> ProseList | None:
    """The longest run of pieces of a sentence that each give one number to one thing."""
    runs, current, gap = [], [], False
    for piece in _pieces(row.sentence.text):
        cell = _cell(row, *piece)
        # “27 were under 15, making theirs the largest group; 19 were …” goes on behind an aside.
        aside = not gap and not MARK.search(row.sentence.text[slice(*piece)])
        if cell is None and not aside:
            runs.append(current)
            current = []
        elif cell is not None:
            current.append(cell)
        gap = cell is None
    run = max((*runs, current), key=len)
    return _list(row, run) if len(run) >= _FEWEST else None


def _pieces(text: str) -> list[tuple[int, int]]:
    """Where each piece begins and ends; a name and the number behind its comma are one."""
    ends = [*(x.span() for x in _PIECES.finditer(text)), (len(text), len(text))]
    pieces, start = [], 0
    for first, last in ends:
        inside = text[start:first]
        named = MARK.sub(" ", BAND.sub(" age band ", inside))
        bare = not (tokens(named) - LEADING - _UNITS)
        if (
            pieces
            and bare
            and _NUMBER.search(inside)
            and not _NUMBER.search(text[slice(*pieces[-1])])
        ):
            pieces[-1] = pieces[-1][0], first
        else:
            pieces.append((start, first))
        start = last
    return pieces


_UNITS = tokens("per cent children cases days weeks pounds") | {"cent", "per"}


def _cell(row: Statement, start: int, end: int):
    """(number, its kind, its label, its place), where a piece gives just one."""
    text = row.sentence.text[start:end]
    bands = [x.span() for x in BAND.finditer(text)]
    plain = _BASE.sub(lambda x: " " * len(x.group()), text)
    marks = [
        x
        for x in _NUMBER.finditer(plain)
        if not any(first <= x.start() < last for first, last in bands)
    ]
    marks = [*_BRACKETED.finditer(plain)] if len(marks) > 1 else marks
    if len(marks) != 1 or _WHOLE.match(text) or _SO_MUCH.search(plain[: marks[0].start()]):
        return None
    number = row.sentence.thing(marks[0][2])
    # What is only called the largest has no name.
    label = row.sentence.said(f"{plain[: marks[0].start()]} {plain[marks[0].end() :]}")
    label = RANK.sub(" ", label)
    return number, _KINDS[marks[0][1]], label, start, end


def _list(row: Statement, run) -> ProseList | None:
    kinds = [kind for _, kind, *_ in run]
    # “88 per cent, then East at 84”: the unit is given once.
    kind = kinds[0] if {*kinds[1:]} <= {COUNT, kinds[0]} else ""
    named = [tokens(label) - LEADING for _, _, label, *_ in run]
    often = Counter(x for names in named for x in names)
    entries = tuple(
        Named(number.value, frozenset(x for x in names if often[x] == 1), start, end)
        for (number, _, _, start, end), names in zip(run, named, strict=True)
    )
    has_names = all(x.names for x in entries)
    if not kind or not has_names:
        return None
    return ProseList(row, entries, kind, tokens(row.sentence.said()))
