"""On which side of England, a region or like councils a value is, against the two numbers."""

import re
from collections.abc import Iterator, Sequence

from reports.checks.reading import Reading
from reports.prose.asides import AIMS, CONDITIONS, NEGATIONS
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.betterment import better_way
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.passages import before, statements
from reports.quantities.roles import BOUND, CHANGE

_OTHER = re.compile(
    r"\b(?:england(?:[’']s)?|english|national(?:ly)?|nationwide|(?:statistical\s+)?neighbours?|region(?:al)?(?:ly)?|"
    r"(?:similar|comparable|comparator|other|like)\s+(?:authorities|councils|areas)|the\s+country)\b",
    re.I,
)
_WAY = SentencePattern(
    r"\b(?:(?P<up>above|higher|more\s+than|greater|larger|exceeds?)|"
    r"(?P<down>below|lower|fewer\s+than|less\s+than|smaller|under)|"
    r"(?P<good>ahead\s+of|better)|(?P<bad>behind|worse))\b(?!\s+(?:than\s+)?⟦[cpm]\d+⟧\s+(?:of|children|per))",
    re.I,
)
_UNSURE = re.compile(
    rf"\b(?:{AIMS}|{NEGATIONS}|{CONDITIONS}|could|no|may|although|though|"
    r"than\s+(?:last|in\s+⟦d)|rose|fell|increas\w+|decreas\w+|improv\w+|gap|"
    r"difference|by\s+⟦|points?)\b",
    re.I,
)
_PAIR, _FAR, _MEND = 2, 90, "Use the word that the numbers show."


def comparators(reading: Reading) -> Iterator[Denial]:
    """`At 61% we are behind the average for England, which was 50%.`"""
    rows = statements(reading)
    for place, row in enumerate(rows):
        text = row.sentence.text
        ways = [*_WAY.finditer(text)]
        if len(ways) != 1 or _UNSURE.search(text):
            continue
        near = [row, *before(rows, place, 1)]
        pair = _pair([x for x in near if x.line is row.line])
        if pair:
            yield from _denied(row, near, ways[0], *pair)


def _pair(near: Sequence[Statement]) -> tuple[Quantity, Quantity] | None:
    """(the council's value, the others') of one sentence, or of it and the one before."""
    values: list[Quantity] = []
    for row in near:
        values = [*filter(_is_value, row.quantities), *values]
        if len(values) >= _PAIR:
            break
    kinds = {x.phrase.number.kind for x in values}
    others = [x for x in values if _is_other(x, values)]
    if len(values) != _PAIR or len(kinds) > 1 or len(others) != 1:
        return None
    [own] = [x for x in values if x is not others[0]]
    return own, others[0]


def _is_value(item: Quantity) -> bool:
    phrase = item.phrase
    return phrase.role not in (BOUND, CHANGE) and not phrase.number.bound and phrase.base is None


def _is_other(item: Quantity, values: Sequence[Quantity]) -> bool:
    """True if the nearest of the values to the word for others is this one."""
    text = item.sentence.text
    match = _OTHER.search(text)
    if not match:
        return False
    own = [x for x in values if x.sentence is item.sentence]
    gaps = {id(x): _gap(x, match, text) for x in own}
    return gaps[id(item)] == min(gaps.values()) and gaps[id(item)] <= _FAR


def _gap(item: Quantity, match: re.Match, text: str) -> int:
    """How far a number is from a word, the further over the end of a clause."""
    first, last = sorted(((item.phrase.start, item.phrase.end), match.span()))
    between = text[first[1] : last[0]]
    apart = re.search(r"[;:.]|,\s+(?!which\b)", between)
    return len(between) + (_FAR if apart else 0)


def _denied(
    row: Statement, near: Sequence[Statement], word: re.Match, own: Quantity, other: Quantity
) -> Iterator[Denial]:
    passage = " ".join(x.sentence.said() for x in near)
    if word["up"] or word["down"]:
        way = 1 if word["up"] else -1
    else:
        way = better_way(passage) * (1 if word["good"] else -1)
    # “England, at 50%, is below us” is said of the others.
    if _OTHER.search(row.sentence.text[: word.start()]):
        return
    went = (own.value > other.value) - (own.value < other.value)
    if way and went and way != went:
        side = "more" if went > 0 else "less"
        says = f"{own.phrase.number.words} is {side} than {other.phrase.number.words}, but the "
        yield Denial(row.line, row.span, f"{says}report has “{word.group()}”.", _MEND)
