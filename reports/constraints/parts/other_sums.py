"""Whether the numbers of a denied division come out in another way, so that it was misread."""

import re
from collections import defaultdict
from fractions import Fraction
from itertools import pairwise

from reports.checks.reading import ITEM, Reading, shared
from reports.prose.named_times import THEN_IT_WAS
from reports.quantities.derivation.figures import Figure, figures
from reports.quantities.model import Quantity
from reports.quantities.parts.division import Division
from reports.quantities.passages import statements
from reports.quantities.roles import REST

# A sum this large is hardly that of other numbers by chance.
_LARGE, _VERY_LARGE = 30, 100
_ADDED = re.compile(
    r"\b(?:add\w*|sum|total\w*|together|makes?|gives?|get|c[ao]mes?\s+to|reach\w*)\b[^.;]*$", re.I
)
_BEFORE = 60
_OF_THEM = re.compile(r"\s+of\s+(?:them|whom|these|those)\b", re.I)
# “They should not be compared with the 104”, “a further 15 left”: no whole of these.
_COMPARED = re.compile(r"\bcompar\w+\s+(?:with|to)\s+(?:the\s+)?$", re.I)
_FURTHER = re.compile(r"\b(?:further|another)\s+$", re.I)
# “The other three that were late then.”
_LATE_THEN = re.compile(r"\s+(?:[a-z]+\s+)?(?:that|who|which)\b[^.;,]{0,40}\bthen\b", re.I)
_OF_THOSE = re.compile(r"\s+of\s+(?:the|these|those)\s+", re.I)
# “Lower 11 (a year ago nine of the 34 were high)”.
_OF_THEN = re.compile(r"\b(?:ago|before|earlier|last|previous\w*|had)\b", re.I)
# “All three have been moved” counts those three again.
_ALL = re.compile(r"\ball\s+(?:of\s+)?(?:the\s+|these\s+|those\s+)?$", re.I)


def is_another_sum(reading: Reading, division: Division) -> bool:
    """True if the parts come to a count of their paragraph, or with their whole to one of their
    section; if the last part is the sum of the others, or counts one before it again; or if what
    remains is that of another part."""
    if _is_of_two_things(division):
        return True
    if all(part.line.kind == ITEM for part in division.parts):
        return False
    near, section = _others(reading, division)
    return (
        any(row.value == division.total and _is_sum(row) for row in near)
        or division.whole.value + division.total in section
        or _is_counted_with_whole(reading, division)
        or _closes_itself(division)
        or _is_counted_again(division.parts)
        or _is_rest_of_another(division, near)
        or _is_whole_without_others(division)
    )


def _is_of_two_things(division: Division) -> bool:
    """True if a part is of another part, if the last alone is of the whole, behind a semicolon, or
    if the whole is in brackets behind the others: `41 came within a week and 28 took longer. They
    made 12 of those 28.`"""
    whole, last = division.whole, division.parts[-1]
    marks = {(x.order, x.phrase.mark) for x in division.parts}
    if any((x.order, x.phrase.base) in marks for x in division.parts):
        return True
    ahead = whole.sentence.text[: whole.phrase.start]
    further = division.parts[0].sentence.text[: division.parts[0].phrase.start]
    if _COMPARED.search(ahead) or _FURTHER.search(further) or THEN_IT_WAS.match(ahead):
        return True
    if last.phrase.role == REST and _LATE_THEN.match(last.sentence.text, last.phrase.end):
        return True
    if any(_is_of_next(*pair) or _is_of_last(*pair) for pair in pairwise(division.parts)):
        return True
    own = [
        x for x in division.parts if x.order == whole.order and x.phrase.end <= whole.phrase.start
    ]
    if not own or own[-1] is not last:
        return False
    text = whole.sentence.text[own[0].phrase.end : whole.phrase.start]
    of_whole = [x for x in own if x.phrase.base == whole.phrase.mark]
    opened = text.rfind("(") > text.rfind(")") and _OF_THEN.search(text[text.rfind("(") :])
    return bool(opened) or (of_whole == [last] and len(own) > 1 and ";" in text)


def _is_of_next(first: Quantity, second: Quantity) -> bool:
    """True for `12 of those 28`."""
    text = first.sentence.text[first.phrase.end : second.phrase.start]
    return first.order == second.order and bool(_OF_THOSE.fullmatch(text))


def _is_of_last(first: Quantity, second: Quantity) -> bool:
    """True for `19 arrived, 13 of them by the scheme`, where the first is of nobody named."""
    own = _OF_THEM.match(second.sentence.text, second.phrase.end)
    alone = not first.phrase.anaphor and first.phrase.base is None
    return bool(own) and alone and first.order == second.order


def is_counted(reading: Reading, division: Division) -> bool:
    """True if the report counts other things somewhere that are as many as the parts of a sentence
    come to, and these are many: they may be all of those."""
    listed = any(part.line.kind == ITEM for part in division.parts)
    return not listed and is_of_others(reading, division.total, division.whole)


def is_of_others(reading: Reading, total: Fraction, whole: Quantity) -> bool:
    """True if `total` is many, and somewhere the number of other things than `whole` counts."""
    heads = shared(reading, _heads).get(total, frozenset())
    return total >= _LARGE and bool(heads - {"", whole.phrase.head})


def _heads(reading: Reading) -> dict[Fraction, set[str]]:
    """Value → what is counted by it, for every count of a sentence."""
    result = defaultdict(set)
    for row in statements(reading):
        for item in row.counts:
            result[item.value].add(item.phrase.head)
    return result


def _is_counted_with_whole(reading: Reading, division: Division):
    """`763 had none, 424 help, 615 a plan, 246 a discussion and 73 came into care`, of 2,121."""
    total = division.whole.value + division.total
    return len(division.values) > 2 and total >= _VERY_LARGE and total in shared(reading, _values)


def _values(reading: Reading) -> frozenset[Fraction]:
    return frozenset(row.value for row in figures(reading).rows)


def _others(reading: Reading, division: Division):
    """(the other numbers of its paragraphs, the values of those of its sections)."""
    every = figures(reading)
    items = [every.of(x.line, x.phrase.number) for x in (division.whole, *division.parts)]
    own = {id(item): item for item in items if item is not None}
    around = {id(row): row for item in own.values() for row in every.around(item)}
    others = [row for key, row in around.items() if key not in own]
    passages = {item.passage for item in own.values()}
    near = [row for row in others if row.passage in passages]
    return near, {row.value for row in others}


def _is_sum(row: Figure):
    """`Add those and you get 119.`"""
    return bool(_ADDED.search(row.line.text[max(0, row.number.start - _BEFORE) : row.number.start]))


def _closes_itself(division: Division):
    """`29 are, and two further ones, so that the group numbers 31`: the last sums the others."""
    *others, last = division.values
    return len(others) > 1 and last == sum(others) and not division.has_rest


def _is_counted_again(parts: tuple[Quantity, ...]):
    """`That leaves three at work; all three have been moved.`"""
    return any(
        part.value in {other.value for other in parts[:place]}
        and (part.phrase.article == "all" or _ALL.search(part.sentence.text[: part.phrase.start]))
        for place, part in enumerate(parts)
    )


def _is_whole_without_others(division: Division):
    """`Two homes have eight beds, and the other 19 of the 27 …`: beds come to 27 without homes."""
    parts = division.parts
    return len(parts) > 2 and any(
        division.total - part.value == division.whole.value
        and part.phrase.head
        and any(x.phrase.head not in ("", part.phrase.head) for x in parts)
        for part in parts
    )


def _is_rest_of_another(division: Division, near: list[Figure]):
    """`Of 31, 28 held an offer. Two of the remaining three …`: what remains is that of the 28."""
    rests = [x.value for x in division.parts if x.phrase.role == REST]
    rests += [division.values[-1]] if division.has_rest else []
    whole = division.whole.value
    values = {row.value for row in near}
    return any(2 * value < whole and whole - value in values for value in rests)
