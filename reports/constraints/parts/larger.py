"""A part larger than the whole that it is of: in its words, next to it, or counted before it."""

import re
from collections.abc import Iterator, Mapping, Sequence

from assurance.runtime import digits
from reports.documents.entries import STATED
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.phrases import stems
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.nouns import PLAIN
from reports.quantities.parts.counted_near import OF_THEM
from reports.quantities.passages import before
from reports.quantities.roles import BOUND, REST

_OF_NAMED = re.compile(
    r"\W*(?:out\s+)?of\s+(?:the|these|those)\s+(?P<noun>(?:(?!(?:in|on|at|of|with|from|by|for)\b)"
    r"[a-z]+\s){0,2}[a-z]+s),?\s+(?=⟦)",
    re.I,
)
_OF_SOME = re.compile(
    r"\s+of\s+(?:the|those)\s+(?:[a-z]+\s+){1,3}?(?:who|which|that|whose|from|in|of|with|at|on)\b",
    re.I,
)
# “312 readings of 156 files”, “the 101 were made up of 39”, “96 in respect of 71”: the second is no
# base of the first.
_OF_OTHERS = re.compile(
    r"\b(?:respect|because|instead|behalf|made\s+up|consist\w*|compris\w+|those|each|among)\b|^\s+[a-z]+s\s+of\s+$|,\s+of\s+$",
    re.I,
)
_SIZE, _SMALL = (
    re.compile(r"\s+(?:children|people|siblings|brothers|sisters|members|pupils)\b", re.I),
    10,
)
# “One of five children and three of two”.
_SIZED = re.compile(rf"\bof\s+⟦c\d+⟧{_SIZE.pattern}", re.I)
# “Planned / done: 45 / 42; 20 / 21.”
_PAIRS = re.compile(r"[a-z]\s?/\s?[a-z]+:", re.I)
_FEWER, _TWICE = 3, 2
_OF_THESE = re.compile(
    r"\W*(?:(?:of|among)\s+(?:these|them|those)|(?:in|of|within)\s+(?:that|this)\s+group),?\s+$",
    re.I,
)
# “Among the 73 families who left, 85 met their new worker”, “there are 118, of whom 137 live far”.
_OPENED = SentencePattern(
    r"(?:^\W*|[:;]\s+)(?:(?:out\s+)?of|among(?:st)?)\s+(?:the|these|those|our|all)\s+(?:[a-z’-]+\s+){0,2}?"
    r"⟦c(?P<whole>\d+)⟧(?!\s+(?:were|was|are|is|had|have|has|did)\b)[^⟦,;:.()]{0,90},\s+(?:only\s+|just\s+)?⟦c(?P<part>\d+)⟧"
    r"(?!\s+(?:more|further|others?|times|per|visits|days|of)\b)"
    r"|⟦c(?P<all>\d+)⟧[^⟦;:.()]{0,90},\s+(?:and\s+)?(?:of|among)\s+(?:whom|which|them|these)\s+(?:only\s+|just\s+)?⟦c(?P<some>\d+)⟧",
    re.I,
)
# “Of the other three, two were lowered and four were raised.”
_AND_LAST = re.compile(
    r"\W*of\s+(?:the|these|those|our)\s+(?:[a-z’-]+\s+){0,2}?⟦c(?P<whole>\d+)⟧"
    r"(?!\s+(?:were|was|are|is|had|have|has|did)\b)[^⟦,;:.()]{0,60},\s+⟦c\d+⟧\s+"
    r"(?:were|was|had|have)\b[^⟦,;:.()]{2,60}?,?\s+and\s+⟦c(?P<part>\d+)⟧(?=\s+(?:were|was)\b)",
    re.I,
)
# “Among those 27 are 29”, “these in turn take in 138”, “and within that again a group of 14”.
_NESTED = SentencePattern(
    r"(?:\b(?:among(?:st)?|within|in)\s+(?:those|these|that|them)(?:\s+⟦c(?P<whole>\d+)⟧)?(?:\s+(?:again|in\s+turn))?,?"
    r"(?:(?:\s+there)?\s+(?:is|are|was|were)|(?=\s+an?\s+(?:[a-z]+\s+)?group))|\b(?:these|those|they|which)(?:\s+⟦c(?P<all>\d+)⟧)?(?:\s+(?:in\s+turn|again|also))?\s+"
    r"(?:take\s+in|took\s+in|(?:include|contain|comprise)[sd]?))"
    r"\s+(?:an?\s+(?:[a-z]+\s+)?group\s+of\s+)?⟦c(?P<part>\d+)⟧",
    re.I,
)

# “In four the panel of three managers decided”: the second number is of the panel.
_OF_A_GROUP = re.compile(r"\s+(?:the|an?|our|its|their)\s+[a-z]+\s+of\b", re.I)


def _may_be_part(row, item, base):
    """True where a number is not so much larger than the one after “of” that they are no pair."""
    numbers = [
        row.line.entry_at(number.start) for number in (item.phrase.number, base.phrase.number)
    ]
    counted = all(entry is not None and entry.key != STATED for entry in numbers)
    return counted or not base.value or item.value < base.value * _TWICE


def larger_than_whole(row: Statement) -> Iterator[Denial]:
    """`31 of the 29 plans`: more than the count that stands behind “of”."""
    index = {item.phrase.mark: item for item in row.quantities}
    for item in row.quantities:
        base = index.get(item.phrase.base)
        near = base and base.phrase.mark - item.phrase.mark == 1
        counts = near and item.phrase.is_count and base.phrase.is_count
        # “4.5 Each of the four …” is the number of a paragraph.
        counts = counts and not item.phrase.number.places and base.phrase.role != BOUND
        # What is many times as many is no part of it, unless both are counted: “17 groups of four”.
        if counts and base.value < item.value and _may_be_part(row, item, base):
            between = row.sentence.text[item.phrase.end : base.phrase.start]
            in_pairs = between.strip() == "/" and _PAIRS.search(row.sentence.text)
            # “Three of two children and one of three”: groups by their size.
            behind = row.sentence.text[base.phrase.end :]
            sized = _SIZE.match(behind) or _SIZED.search(row.sentence.text[: item.phrase.start])
            in_groups = between.endswith(" of ") and sized and base.value < _SMALL
            if in_pairs or in_groups or _OF_OTHERS.search(between) or _OF_A_GROUP.match(between):
                continue
            pair = f"{item.phrase.number.words} of {base.phrase.number.words}"
            says = f"{pair}: the part is larger than the whole."
            yield Denial.of(item, says, "Check both numbers.")


def larger_than_opening(row: Statement) -> Iterator[Denial]:
    """`Of the 25, 31 were on leave`: more than the count that opens the sentence."""
    index = {item.phrase.mark: item for item in row.counts}
    for match in _OPENED.finditer(row.sentence.text):
        marks = match["whole"] or match["all"], match["part"] or match["some"]
        whole, item = (index.get(digits.whole(mark)) for mark in marks)
        known = whole and item and not (whole.phrase.number.bound or item.phrase.number.bound)
        # “Of those 40 homes, 52 rooms in all, none was cold.”
        known = known and item.phrase.head in ("", whole.phrase.head)
        if known and whole.value < item.value <= whole.value * _FEWER:
            yield _larger(item, whole)


def larger_at_last(row: Statement) -> Iterator[Denial]:
    """`Of the other three, two were lowered and four were raised`: the last is more than all."""
    match = _AND_LAST.match(row.sentence.text)
    index = {item.phrase.mark: item for item in row.counts}
    whole, item = (index.get(digits.whole(match[x])) if match else None for x in ("whole", "part"))
    if whole and item and len(row.quantities) == len(("whole", "first", "last")):
        alike = item.phrase.head in ("", whole.phrase.head, *PLAIN)
        if alike and whole.value < item.value and not item.phrase.number.bound:
            yield _larger(item, whole)


def larger_than_nested(row: Statement) -> Iterator[Denial]:
    """`The other 27 were later, and among those 27 are 29 …`: more than those it is among."""
    index = {item.phrase.mark: item for item in row.counts}
    for match in _NESTED.finditer(row.sentence.text):
        item = index.get(digits.whole(match["part"]))
        named = match["whole"] or match["all"]
        ahead = [x for x in row.counts if x.phrase.end <= match.start() and x.phrase.is_stock]
        whole = index.get(digits.whole(named)) if named else ahead[-1] if ahead else None
        if not (item and whole) or whole.phrase.head == "time" or item.phrase.role == REST:
            continue
        alike = item.phrase.head in ("", whole.phrase.head, *PLAIN)
        if alike and item.phrase.is_stock and whole.value < item.value <= whole.value * _FEWER:
            yield _larger(item, whole)


def larger_than_beside(row: Statement) -> Iterator[Denial]:
    """`There were 148 homes, and 161 of these are in town`: more than the one count before it."""
    for place, item in enumerate(row.counts):
        if not item.phrase.is_stock or not OF_THEM.match(row.sentence.text, item.phrase.end):
            continue
        ahead = [x for x in row.counts[:place] if x.phrase.is_stock]
        alone = len(ahead) == 1 and ahead[0].phrase.head and ahead[0].phrase.base is None
        if alone and ahead[0].value < item.value <= ahead[0].value * _FEWER:
            yield _larger(item, ahead[0])


def larger_than_before(rows: Sequence[Statement], place: int, most: Mapping) -> Iterator[Denial]:
    """`There are 290 places. They fill 307 of these places`: more than the last count of them, and
    than all that was counted before and may be meant; `most` is the most by its noun or section."""
    row = rows[place]
    opening, counts = _OF_NAMED.match(row.sentence.text), row.counts
    largest = max((item.value for item in counts), default=0)
    for item in counts:
        if not item.phrase.is_stock or item.value < largest:
            continue
        begins = opening and opening.end() == item.phrase.start
        named = stems(opening["noun"]) if begins else item.phrase.of
        known = named or (item is counts[0] and OF_THEM.match(row.sentence.text, item.phrase.end))
        opens = _OF_THESE.match(row.sentence.text[: item.phrase.start])
        known = known or (opens and item is counts[0])
        if not known or _OF_SOME.match(row.sentence.text, item.phrase.end):
            continue
        whole = _counted_before(rows, place, named)
        if not whole or not (whole.phrase.head or opens):
            continue
        # What is several times as many is of another group.
        counted = max(most[head] for head in (named or {row.section}))
        if counted < item.value <= whole.value * _FEWER:
            yield _larger(item, whole, f" ({whole.line.at})")


def _larger(item: Quantity, whole: Quantity, where: str = "") -> Denial:
    """The denial of a part that is more than its whole, with where that stands if elsewhere."""
    says = f"{item.phrase.number.words} is more than the {whole.phrase.said}{where} that it is of."
    return Denial.of(item, says, "Check both numbers.")


def _counted_before(rows, place, named):
    """The last count of what is named; of what is not, the one count of the sentence before."""
    near = [[x for x in row.counts if x.phrase.is_stock] for row in before(rows, place, 2)]
    if not named:
        return near[0][0] if near and len(near[0]) == 1 else None
    return next((x for counts in near for x in counts if x.phrase.head in named), None)
