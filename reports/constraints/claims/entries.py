"""Rows of numbers that a passage sets side by side, each number with the words that name it."""

import re
from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from assurance.runtime import digits
from reports.checks.reading import Line
from reports.prose.content import words_of
from reports.prose.marks import MARK
from reports.prose.numbers import COUNT, Number
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.phrases import stems
from reports.quantities.model import Quantity, Statement
from reports.quantities.roles import BOUND, CHANGE, RATE
from reports.quantities.tables import ENDING

_NEAR = 90
# So many letters of a root say which word it is: “autism” is what is “autistic”.
_LONGEST = 5
# “Under 5, 12; 5 to 9, 31; 10 or over, 8”.
BAND = re.compile(
    r"(?:\b(?:under|over|below|above|up\s+to|less\s+than|more\s+than)\s+⟦[cx]\d+⟧|⟦[cx]\d+⟧(?:\s?(?:to|and|–|-)"
    r"\s?⟦[cx]\d+⟧|\s+(?:and|or)\s+(?:over|more|above|older|under)))(?:\s+(?:day|week|month|year)s?)?",
    re.I,
)
_BANDED = re.compile(rf"({BAND.pattern})(?:[,:]|\s)\s*(?:\(|for\s+)?⟦([cp]\d+)⟧", re.I)
# “48, 51, 62 and 51”, “41 (quarter 1), 47”.
_RUN = re.compile(r"⟦[cpm]\d+⟧(?:(?:,|;|\s+and|,\s+and)\s+⟦[cpm]\d+⟧){2,}")
_FROM_QUARTER = re.compile(r"\bquarter\s+(\d)\b.{0,24}?\s(?:to|–|-)\s+quarter\s+\d", re.I)
_RESPECTIVELY = re.compile(r"\brespectively\b|\bin\s+that\s+order\b", re.I)
_OF_EACH = re.compile(r"\beach\b|\bof\s+(?:its|their|the|all)$", re.I)
_PIECES = re.compile(r"[,;:()]|\b(?:and|then|where|while|whilst|whereas|but)\b", re.I)
_VERB = re.compile(r"\b(?:was|were|is|are|gives?|gave|shows?)\b", re.I)
_REASON = re.compile(r"\b(?:reason|cause|source|ground|concern)\s+(?:for|of|in)\W*$", re.I)
_PAIRED = re.compile(
    r"⟦[cp]\d+⟧(?:\s+(?!were\b|was\b|are\b|is\b|about\b|in\b|for\b)[a-z]+){0,3}\s*\($", re.I
)
# What is called the most, or the second, is no name of what has it.
_CLAIM = SentencePattern(
    r"\b(?!(?:re)?quest|forest|harvest|interest|protest|arrest|rest\b|test\b|west\b)\w+est\b|\b(?:most|least|best|worst|first|second|third|fourth|last)\b",
    re.I,
)
_ORDINALS = {"first": "1", "second": "2", "third": "3", "fourth": "4"}
_EMPTY = words_of("and or by one two three four five six seven eight nine ten being be are were")
_QUARTER = re.compile(rf"\b({'|'.join(_ORDINALS)})\s+quarter\b", re.I)
_SHORT_QUARTER = re.compile(r"\bQ(?:tr)?\s?([1-4])\b")
_FIGURE = re.compile(r"(?<![\w.,])[<>]?\d+(?:[/-]\d+)?(?![\w,.]\d|%)")
# Words that lead to a number and name nothing that has it.
LEADING = words_of(
    """and as at in of the there where were was is with has had by on to for from through against
    before after behind ahead quart or not that who compa again"""
)

_PER = re.compile(r"\bper\s+$", re.I)

_IN_SO_MANY = re.compile(r"⟦c\d+⟧\s[a-z]+\s+in\s+$", re.I), re.compile(r"\s[a-z]+\s+in\s+⟦c", re.I)


@dataclass(frozen=True)
class Entry:
    """A number of a series, and the tokens that name what has it there and nothing else."""

    number: Number
    names: frozenset[str]
    line: Line
    start: int = 0
    claimed: bool = False


@dataclass(frozen=True)
class Series:
    """Numbers of one thing side by side; `about` are the tokens of what they count, `own` where
    the sentence that speaks of them holds them itself, `least` the part of its names by which an
    entry is known."""

    entries: tuple[Entry, ...]
    about: frozenset[str] = frozenset()
    own: bool = False
    least: Fraction = Fraction(1, 2)

    def entry_named(self, text: str) -> Entry | None:
        """The one entry that a written text names: by all its names, else by some of them while
        it has no name of another."""
        spoken = tokens(text)
        hits = [(item, len(item.names & spoken)) for item in self.entries if item.names & spoken]
        whole = [item for item, many in hits if many == len(item.names)]
        if len({item.names for item in whole}) == 1:
            rest = [item for item in whole if not item.claimed]
            return rest[0] if len(rest) == 1 else whole[0] if len(whole) == 1 else None
        enough = len(hits) == 1 and hits[0][1] >= self.least * len(hits[0][0].names)
        return hits[0][0] if enough else None


@lru_cache(1 << 12)
def tokens(text: str) -> frozenset[str]:
    """What a written text can be known by: the roots of its words, its figures and bands."""
    text = _QUARTER.sub(lambda match: f"quarter {_ORDINALS[match[1].casefold()]}", text)
    text = _SHORT_QUARTER.sub(r"quarter \1 ", text)
    text = re.sub(r"(?<=\d)\s?(?:to|and|–|-)\s?(?=\d)", "-", text.casefold())
    text = re.sub(r"\b(?:under|below|less than|up to|fewer than)\s+(?=\d)", "<", text)
    text = re.sub(
        r"(\d+)\s+(?:and|or)\s+(?:over|more|above|older)\b|\bover\s+(\d+)", r">\1\2", text
    )
    roots = {ENDING.sub("", word)[:_LONGEST] for word in stems(text) - _EMPTY}
    return frozenset(roots | {*_FIGURE.findall(text)})


def series_of(row: Statement, kind: str = "") -> Series | None:
    """The numbers of a sentence that count one thing, each with the words of its own."""
    text = row.sentence.text
    bands = list(_BANDED.finditer(text)) if not kind else ()
    if len(bands) > 1:
        cells = [
            (row.sentence.thing(item[2][1:]), row.sentence.said(item[1]), row.line, item.start(2))
            for item in bands
        ]
        return Series(entries_of(cells), tokens(row.sentence.said(text[: bands[0].start()])), True)
    return _run(row) or _labelled(row, kind)


def _run(row: Statement):
    """`Starts by quarter: 48, 51, 62 and 51`: numbers that their order names."""
    text = row.sentence.text
    match = _RUN.search(text)
    if not match or not re.search(r"\bquarters?\b", text, re.I) or _RESPECTIVELY.search(text):
        return None
    marks = list(MARK.finditer(match[0]))
    written = row.sentence.said()
    first = _FROM_QUARTER.search(written)
    if len(marks) != 4:
        return None
    start = digits.whole(first[1]) - 1 if first else 0
    cells = [
        (
            row.sentence.thing(item[2]),
            f"quarter {(start + place) % 4 + 1}",
            row.line,
            match.start() + item.start(),
        )
        for place, item in enumerate(marks)
    ]
    return Series(entries_of(cells), tokens(row.sentence.said(text[: match.start()])), True)


def _labelled(row: Statement, kind):
    bands = [match.span() for match in BAND.finditer(row.sentence.text)]
    bases = {item.phrase.base for item in row.quantities}
    rows = [
        item
        for item in row.quantities
        if item.phrase.mark not in bases
        and item.phrase.role not in (CHANGE, BOUND)
        and not (item.phrase.article and item.phrase.head)
        and not _OF_EACH.search(item.phrase.label)
        and not _is_of_ratio(item)
        and not _CLAIM.match(item.phrase.clause)
        and not any(start <= item.phrase.start < end for start, end in bands)
    ]
    based = [item for item in rows if item.phrase.base is not None]
    rows = rows if 2 * len(based) >= len(rows) else [item for item in rows if item not in based]
    kinds = Counter(item.phrase.number.kind for item in rows)
    kind = kind or (max(kinds, key=lambda item: kinds[item]) if kinds else "")
    rows = [item for item in rows if item.phrase.number.kind == kind]
    rows = _of_one_kind(rows) if kind == COUNT else rows
    heads = {item.phrase.head for item in rows} - {""}
    if len(rows) < 2 or (len(heads) > 1 and kind == COUNT):
        return None
    around = [_around(item, rows, place) for place, item in enumerate(rows)]
    *sides, distinct = zip(*around, strict=True)
    many = [sum(bool(tokens(label) - LEADING) for label in side) for side in sides]
    # A name that a comma parts from its number is likelier that of another.
    many[0] -= sum(distinct) / 2
    # Names stand before their numbers, behind them or in brackets; what else is there leads on.
    side = max((2, 0, 1), key=lambda place: many[place])
    cells = [
        (item.phrase.number, labels[side], row.line, item.phrase.start)
        for item, labels in zip(rows, around, strict=True)
    ]
    return Series(entries_of(cells), tokens(row.sentence.said()), True)


def _is_of_ratio(item: Quantity) -> bool:
    """True for either number of `two files in three`."""
    text, phrase = item.sentence.text, item.phrase
    pieces = text[: phrase.start], text[phrase.end :]
    return phrase.role == RATE and bool(
        _IN_SO_MANY[0].search(pieces[0]) or _IN_SO_MANY[1].match(pieces[1])
    )


def _of_one_kind(rows):
    """The counts without what rates are per, and without rates beside them."""
    text = rows[0].sentence.text if rows else ""
    rows = [item for item in rows if not _PER.search(text[: item.phrase.start][-8:])]
    rates = [item for item in rows if item.phrase.number.places]
    counts = [item for item in rows if item not in rates]
    return rates if len(rates) > len(counts) else counts if rates else rows


def _around(item: Quantity, rows, place):
    """(the words before a number, those behind it, what is in brackets there), as written, and
    whether a comma parts the first from it."""
    text, phrase = item.sentence.text, item.phrase
    last = rows[place - 1].phrase.end if place else 0
    end = rows[place + 1].phrase.start if place + 1 < len(rows) else len(text)
    ahead = text[last : phrase.start]
    if paired := _PAIRED.search(ahead):
        ahead = ahead[: paired.start()]
    raw = _PIECES.split(ahead.rstrip(" ("))
    pieces = [piece for piece in raw if tokens(item.sentence.said(piece)) - LEADING]
    distinct = bool(pieces) and pieces[-1] is not raw[-1]
    if not place and pieces and tokens(after := _VERB.split(pieces[-1])[-1]) - LEADING:
        # “Neglect was the reason for 94”: the name stands before the verb.
        pieces = [_VERB.split(pieces[-1])[0] if _REASON.search(after) else after]
    behind = _PIECES.split(text[phrase.end : min(end, phrase.end + _NEAR)])[0]
    bracket = re.match(r"[^⟦,;:.()]{0,40}\(([^()⟦]*)\)", text[phrase.end :])
    written = (pieces[-1] if pieces else "", behind, bracket[1] if bracket else "")
    return (*(item.sentence.said(piece) for piece in written), distinct)


def entries_of(cells) -> tuple[Entry, ...]:
    """Entries of (number, words, line, start), each with the tokens that no other has."""
    claimed = [bool(_CLAIM.search(label)) for _, label, *_ in cells]
    named = [tokens(_CLAIM.sub(" ", label)) - LEADING for _, label, *_ in cells]
    often = Counter(item for names in set(named) for item in names)
    return tuple(
        Entry(
            number, frozenset(item for item in names if often[item] == 1), line, start, is_claimed
        )
        for (number, _, line, start), names, is_claimed in zip(cells, named, claimed, strict=True)
    )
