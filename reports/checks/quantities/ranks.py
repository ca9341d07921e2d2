"""`The largest`, `the next`, `the lowest`: whether the numbers of the passage bear the rank."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from reports.checks.numbers.passages import opened
from reports.checks.quantities.grammar import BOUND, CHANGE
from reports.checks.quantities.model import Denial, Quantity, Statement, constraint
from reports.checks.quantities.passages import before, statements
from reports.checks.quantities.steps.values import better_way
from reports.checks.quantities.tables import TOTAL as TOTAL_ROW
from reports.checks.quantities.tables import tables_near
from reports.checks.reading import Line, Reading, shared
from reports.prose.content import words_of
from reports.prose.marks import MARK
from reports.prose.numbers import COUNT, PERCENT, Number
from reports.prose.quantities.phrases import stems

_RANK = re.compile(
    r"\b(?:rank(?:s|ed)?\s+|(?P<nth>second|third|fourth|fifth)[\s-]+)?(?:(?P<high>largest|biggest|highest|"
    r"greatest|longest|slowest|oldest|commonest|most\s+(?:common|frequent|numerous|used|often(?=\s*(?:[,.;:(]|$|"
    r"(?:named|given|used|cited|chosen|mentioned|raised|recorded|reported|by|in|of|was|were|is|are|the)\b))))|"
    r"(?P<low>smallest|lowest|fewest|shortest|fastest|quickest|youngest|rarest|least\s+(?:common|often)))\b"
    r"|\bthe\s+(?:(?P<most>most)|(?P<least>least))(?=\s+(?:is|was|are|were|of)\b)"
    r"|\brank(?:s|ed)?\s+(?P<place>second|third|fourth|fifth)\b(?!\s*,?\s+(?:after|behind|before|ahead)\b)"
    r"|\b(?:used|named|given|chosen|cited)\s+(?:the\s+)?(?:(?P<much>most)|(?P<little>least))\b(?!\s+often)"
    r"|\b(?:did|does|do|performed|fared|was|were|is|are|came)\s+(?:the\s+)?(?:(?P<best>best)|(?P<worst>worst))"
    r"(?=\s*(?:[.,;]|$|of\s+(?:the|all|these|them)\b))"
    r"|\b(?:came|comes|come|ranks?|ranked|was|is|stood|stands|finished|takes|took)\s+(?:in\s+|the\s+)?"
    r"(?P<order>first|second|third|fourth|fifth|last)(?:\s+place)?(?=,?\s+(?:after|behind|before|ahead)\b)",
    re.I,
)
_PLACES = {"first": 1, "last": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
_OTHERS = re.compile(
    r"\b(?:since|ever|in\s+the\s+(?:region|country)|nationally|recorded\s+in|years?|next|two|three|"
    r"one\s+of|possible|quality|priority|standards?|risk|need|profile|percentage\s+point|not)\b|⟦c\d+⟧\s+$",
    re.I,
)
_OF_CHANGE = re.compile(
    r"\b(?:rise|rose|increases?|increased|growth|grew|fall|fell|decreases?|drop|change|changed)\b",
    re.I,
)
# “Under 5, 12; 5 to 9, 31; 10 or over, 8”.
_BAND = re.compile(
    r"(?:\b(?:under|over|below|above|up\s+to|less\s+than|more\s+than)\s+⟦[cx]\d+⟧|⟦[cx]\d+⟧(?:\s?(?:to|and|–|-)"
    r"\s?⟦[cx]\d+⟧|\s+(?:and|or)\s+(?:over|more|above|older|under)))(?:\s+(?:day|week|month|year)s?)?",
    re.I,
)
_BANDED = re.compile(rf"({_BAND.pattern})(?:[,:]|\s)\s*(?:\(|for\s+)?⟦([cp]\d+)⟧", re.I)
# “The north team, with the smallest number, …” is ranked by what is said aside.
_WHOSE = re.compile(r"([^,;:]*),\s*(?:with|which|having|whose|being)\b[^,;:]*$", re.I)
_IN_ORDER = re.compile(
    r"\bin\s+(?:descending\s+)?order\s+of\s+(?:size|number)|\b(?:beginning|starting)\s+with\s+the\s+"
    r"(?:greatest|largest|highest)|\b(?:largest|greatest|highest)\s+first\b",
    re.I,
)
_FOLLOWED = re.compile(r"\b(?:mostly|mainly|chiefly)\b.*\bfollowed\s+by\b", re.I)
_ONLY = re.compile(
    r"\bonly\s+(?P<above>[^⟦]{3,60}?)\b(?:more|higher|larger|greater|longer)\b[^⟦]{0,30}?\bthan\b(?P<below>[^⟦,;]{3,60})",
    re.I,
)
_CLAUSE = re.compile(
    r"[,;:]|\b(?:where|with|followed|then|while|whilst|as\s+against|compared)\b", re.I
)
# What shows that the numbers behind the one called the largest are of the same row.
_GOES_ON = re.compile(
    r"\b(?:then|next|followed|second|against|ahead|behind|with\s+⟦[cpmx]\d+⟧\s+(?:for|in|at))\b",
    re.I,
)
_NEAR, _LINES = 90, 3
_OF_EACH = re.compile(r"\beach\b|\bof\s+(?:its|their|the|all)$", re.I)
# Words that lead to a number and name nothing that has it.
_LEADING = words_of(
    """and as at in of the there where were was is with has had by on to for from through against
    before after behind ahead"""
)


@dataclass(frozen=True)
class Entry:
    """A number of a row of them, and the stems that name what has it there and nothing else."""

    number: Number
    names: frozenset[str]
    line: Line
    start: int = 0


@constraint("rank-denied", "C15; source of error 11")
def ranks(reading: Reading) -> Iterator[Denial]:
    """What is called the largest or smallest is so among the numbers beside it."""
    rows = statements(reading)
    lists = shared(reading, _lists_nearby)
    for place, row in enumerate(rows):
        text = re.sub(r"\([^()]*\)", lambda bracket: " " * len(bracket[0]), row.sentence.text)
        own = _named(row)
        if _IN_ORDER.search(text) or (_FOLLOWED.search(text) and len(own) > 2):
            yield from _in_order(row, own)
        elif match := _RANK.search(text) or _ONLY.search(text):
            spoken = () if own else before(rows, place, 2)
            near = [_named(other) for other in spoken]
            near += lists.get(reading.places[id(row.line)], ())
            near += [_of_table(table, row.line) for table in tables_near(reading, row.line)]
            sets = (own, *(item for item in near if len(item) > 2 or _own(item, row)))
            verdicts = [_verdict(row, text, match, own, entries) for entries in sets]
            # What the sentence itself has decides.
            verdicts = verdicts if verdicts[0] is None else verdicts[:1]
            if True not in verdicts:
                yield from list(filter(None, verdicts))[:1]


def _verdict(row: Statement, text, match, own, entries):
    """What is wrong with a rank among some entries, True where they bear it, None where it is of
    none of them."""
    if match.re is _ONLY:
        above, below = (_one_of(entries, match[name], row) for name in ("above", "below"))
        if not (above and below):
            return None
        passing = [item for item in entries if item.number.value > below.number.value]
        return passing == [above] or _denial(row, match, above, below, below.number)
    clause = _clause_at(text, match)
    ranked = clause[: clause.index(match.group())] + (match["nth"] or "")
    is_other = _OTHERS.search(ranked) or _OF_CHANGE.search(ranked + text[match.end() :][:12])
    mine = None if is_other else _subject(row, text, match, clause, own, entries)
    way = _way(row, match, entries)
    if mine is None or not way:
        return None
    passing = [item for item in entries if item.number.value * way > mine.number.value * way]
    nth = _PLACES.get((match["nth"] or match["place"] or match["order"] or "").casefold(), 1)
    if len(passing) == nth - 1:
        return True
    other = passing[0] if passing else mine
    return _denial(row, match, mine, other, mine.number)


def _way(row: Statement, match, entries):
    """1 where a rank counts from the greatest down, -1 from the least, 0 where that is unsure."""
    if match["best"] or match["worst"]:
        better = better_way(f"{row.sentence.text} {entries[0].line.text}" if entries else "")
        return better if match["best"] else -better
    is_low = match["low"] or match["least"] or match["little"]
    return -1 if is_low or (match["order"] or "").casefold() == "last" else 1


def _clause_at(text, match):
    """The clause of a sentence in which a rank stands."""
    ends = [item.span() for item in _CLAUSE.finditer(text)]
    start = max((end for _, end in ends if end <= match.start()), default=0)
    return text[start : min((at for at, _ in ends if at >= match.end()), default=len(text))]


def _subject(row: Statement, text, match, clause, own, entries):
    """The entry that is ranked: what its clause names, or the number right behind the rank."""
    aside = _WHOSE.search(text[: match.start()])
    for stretch in (clause, aside[1] if aside else ""):
        if named := _one_of(entries, stretch, row):
            return named
    if match["order"]:
        ahead = [item for item in own if item.start < match.start()]
        return ahead[0] if entries is own and len(ahead) == 1 else None
    if entries is not own:
        return _own(entries, row)
    behind = [item for item in own if match.end() < item.start < match.end() + _NEAR]
    goes_on = behind and _GOES_ON.search(row.sentence.text, behind[0].start)
    return behind[0] if goes_on and len(own) > 1 else None


def _own(entries, row: Statement):
    """The entry of a list that a sentence is the item of, or None."""
    return next((item for item in entries if item.line is row.line and not item.start), None)


def _one_of(entries, text, row: Statement):
    """The one entry that a text names, or None."""
    bands = {_band(row, match.group()) for match in _BAND.finditer(text)}
    spoken = stems(MARK.sub(" ", text)) | bands
    named = [item for item in entries if item.names and item.names <= spoken]
    return named[0] if len(named) == 1 else None


def _denial(row: Statement, match, mine: Entry, other: Entry, number: Number):
    spoken = match.groupdict()
    rank = next(filter(None, map(spoken.get, ("best", "worst", "order"))), match.group())
    rank = rank.strip().casefold().removeprefix("the ")
    passing = "none" if other is mine else other.number.words
    says = f"{mine.number.words} is called the {rank}, and {passing} passes it."
    span = number if mine.line is row.line else (row.sentence.start, row.sentence.end)
    return Denial(row.line, span, says, "Put the order or the number right.")


def _in_order(row: Statement, entries):
    """`In order of size` with a number behind a smaller one."""
    for first, second in pairwise(entries):
        if second.number.value > first.number.value:
            values = first.number.words, second.number.words
            says = "The paper says “in order”, and {} stands before {}.".format(*values)
            yield Denial(row.line, second.number, says, "Put the order or the number right.")
            return


def _named(row: Statement) -> tuple[Entry, ...]:
    """The numbers of a sentence that count one thing, each with the words of its own."""
    bands = list(_BANDED.finditer(row.sentence.text))
    if len(bands) > 1:
        return tuple(_of_band(row, match) for match in bands)
    bases = {item.phrase.base for item in row.quantities}
    rows = [
        item
        for item in row.quantities
        if item.phrase.mark not in bases
        and item.phrase.role not in (CHANGE, BOUND)
        and not (item.phrase.article and item.phrase.head)
        and not _OF_EACH.search(item.phrase.label)
    ]
    kinds = Counter(item.phrase.number.kind for item in rows)
    kind = max(kinds, key=lambda item: kinds[item]) if kinds else ""
    rows = [item for item in rows if item.phrase.number.kind == kind]
    heads = {item.phrase.head for item in rows} - {""}
    if len(rows) < 2 or len(heads) > 1:
        return ()
    around = [_around(item) for item in rows]
    many = [
        sum(bool(stems(label) - _LEADING) for label in side) for side in zip(*around, strict=True)
    ]
    # Names stand before their numbers, behind them or in brackets; what else is there leads on.
    side = max((2, 0, 1), key=lambda place: many[place])
    texts = [
        (item.phrase.number, labels[side], row.line, item.phrase.start)
        for item, labels in zip(rows, around, strict=True)
    ]
    return _entries(texts)


def _band(row: Statement, text):
    """A band as it is compared: `5 to 9` and `5–9` are one."""
    return re.sub(r"\s?(?:to|and|–)\s?(?=\d)", "-", row.sentence.said(text).casefold())


def _of_band(row: Statement, match):
    """The entry of a band with the number behind it."""
    number = row.sentence.thing(match[2][1:])
    return Entry(number, frozenset({_band(row, match[1])}), row.line, match.start(2))


def _around(item: Quantity):
    """(the words before a number, those behind it, what is in brackets there)."""
    text, phrase = item.sentence.text, item.phrase
    behind = re.split(r"[,;:.(]|\band\b|\bthen\b", MARK.sub("", text[phrase.end :][:_NEAR]))[0]
    bracket = re.match(r"[^⟦,;:.()]{0,40}\(([^()⟦]*)\)", text[phrase.end :])
    label = re.split(r"[,;:⟧]|\band\b", text[: phrase.start])[-1]
    within = text[: phrase.start].endswith("(")
    return label if within else phrase.label, behind, bracket[1] if bracket else ""


def _entries(texts) -> tuple[Entry, ...]:
    """Entries of (number, words, line, start), each with the stems that no other has."""
    named = [stems(label) - _LEADING for _, label, *_ in texts]
    often = Counter(stem for item in named for stem in item)
    return tuple(
        Entry(number, frozenset(stem for stem in item if often[stem] == 1), line, start)
        for (number, _, line, start), item in zip(texts, named, strict=True)
    )


def _lists_nearby(reading):
    """Place of a line → the rows of numbers of the lists within three lines of it."""
    index = {}
    for listing, _lead in opened(reading):
        firsts = [(_number(item), item.text, item, 0) for item in listing.items]
        if len(firsts) > 1 and all(number for number, *_ in firsts):
            places = [reading.places[id(item)] for item in listing.items]
            entries = _entries(firsts)
            for place in range(min(places) - _LINES, max(places) + _LINES + 1):
                index.setdefault(place, []).append(entries)
    return index


def _number(item: Line):
    stated = [number for number in item.numbers if number.kind in (COUNT, PERCENT)]
    return stated[0] if stated else None


def _of_table(table, line: Line):
    """The rows of a table that has one column of numbers, without its total."""
    columns = [place for place in range(1, len(table.headings)) if table.counts_in(place)]
    if len(columns) != 1:
        return ()
    cells = [
        (row[columns[0]], label, line, 0)
        for row, label in zip(table.numbers, table.rows, strict=True)
        if not TOTAL_ROW.match(label) and columns[0] < len(row) and row[columns[0]]
    ]
    return _entries(cells)
