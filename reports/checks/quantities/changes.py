"""From one number to another: the word of direction, the amount and the times must be true."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from reports.checks.quantities.grammar import CHANGE, MEAN, TOTAL
from reports.checks.quantities.model import Denial, Quantity, Statement, Sure, constraint
from reports.checks.quantities.passages import before, statements
from reports.checks.reading import Reading
from reports.checks.rule import Severity
from reports.prose.marks import MARK
from reports.prose.numbers import COUNT, MONEY, PERCENT, POINTS, SPAN, Number
from reports.prose.quantities.arithmetic import (
    AMOUNT,
    DIRECTION,
    TIMES,
    WORD,
    Change,
    last_word,
    way_of,
    wrong_amount,
    wrong_times,
)
from reports.prose.quantities.claims import FRACTION, fraction

_THE = r"(?:the\s+|a\s+|an\s+|some\s+|about\s+|over\s+|just\s+|only\s+|around\s+|nearly\s+)*"
_FROM = re.compile(rf"\bfrom\s+{_THE}$", re.I)
_TO = re.compile(rf"\bto\s+{_THE}$", re.I)
_ON_TO = re.compile(rf"[^⟦.;:()]{{0,60}}\bto\s+{_THE}⟦", re.I)
# Signs between two numbers of one change, without what is in brackets.
_FAR = 110
_ASIDE = re.compile(r"\([^()]{0,60}\)|⟦[dxq]\d+⟧")
# What leads to the number before, behind the number after.
_CUE = re.compile(
    rf"(?:.*\b(?:(?P<from>from)\s+{_THE}|(?P<cue>on|than|above|below|against|compared\s+(?:with|to)|when\s+(?:there|it)\s+w(?:as|ere))\s+"
    r"(?:[^⟦.,;:()]|⟦[dx]\d+⟧){0,50}\(?)|\s*[^⟦()]{0,40}(?P<bracket>\())$",
    re.I | re.S,
)
# A word that says again of a number which way it went, apart from its sentence.
_OPENED = re.compile(r"(?:[,(]|\s[–—-])\s|\b(?:is|are|was|were)\s", re.I)
_COMPARING = re.compile(
    r"\b(?:(?P<up>higher|more|greater|above)|(?P<down>lower|fewer|less|below))\b(?!\s+than\s+⟦)",
    re.I,
)
_AND, _BEHIND_IT = re.compile(r"\s(?:and|but|while|whilst|whereas)\s"), 140
# Verbs that say no direction, and words after which the sentence speaks of something else.
_NEUTRAL = re.compile(r"\b(?:went|goes|go|going|moved|changed|ran|runs|ranged|shifted)\s+$", re.I)
_ELSE = re.compile(
    r"\b(?:that|meant|because|while|whilst|when|so)\b|,\s+(?:the|and|but|our)\b", re.I
)
_BEHIND = re.compile(
    r"^(?:[^⟦.;]|⟦[dx]\d+⟧){0,60}?(?:[,(–:]|;\s+(?=this\s+is|that\s+is)|which\s+is|this\s+is|\bor\b)\s*"
    rf"(?:which\s+is\s+|this\s+is\s+|that\s+is\s+)?(?:an?\s+|the\s+)?(?:[a-z]+\s+)?{DIRECTION}",
    re.I,
)
SAME = re.compile(
    r"\b(?:remain(?:s|ed)|stay(?:s|ed)|was|is|were|are)\s+(?:the\s+same|unchanged|static|constant)\b",
    re.I,
)
# The per cent of an amount, in brackets behind it or behind the number that it is reckoned from.
_SHARE_BEHIND = re.compile(r"^\s*(?:[a-z]+\s+){0,2}\(⟦p(\d+)⟧\)")
_SHARE_AT_END = re.compile(r"^(?:[^⟦();.]|⟦d\d+⟧){0,40}\(⟦p(\d+)⟧\)")
_OF_BEFORE = re.compile(
    rf"^\W*(?:this|that|it|which)\s+(?:(?:is|was|represents|shows|marks)\s+(?:an?\s+)?(?:[a-z]+\s+)?"
    rf"{DIRECTION}\s+(?:from|on|over|compared\s+with)|compares\s+(?:with|to))\s",
    re.I,
)
BUDGET = re.compile(r"\b(?:budget\w*|planned|allocat\w+|against|set\s+aside)\b", re.I)
_BY_FRACTION, _ROOM = (
    re.compile(rf"\bby\s+(?:a\s+(?=half))?({FRACTION})(?!\w)", re.I),
    Fraction(1, 20),
)
_MEND = "Use the word that the numbers show."


@dataclass(frozen=True)
class Step:
    """Two numbers of one thing with what their sentence says of the way between them: `word` is
    its word of direction, `same` one that denies any, and the amounts stand in `stretches`."""

    row: Statement
    first: Quantity
    last: Quantity
    word: str
    way: int
    stretches: tuple[tuple[int, int], ...]
    sure: Sure = Sure.READ

    @property
    def pair(self) -> tuple[Quantity, Quantity]:
        """Its two numbers in the order of time."""
        return self.first, self.last

    @property
    def change(self) -> Change:
        """The two numbers with the word."""
        first, last = (item.phrase.number for item in self.pair)
        return Change(first, last, self.way, self.word)


@constraint("change-denied", "C15; source of error 9a", follows=("parts-of-whole",))
def changes(reading: Reading) -> Iterator[Denial]:
    """A word of direction and an amount of change are what the two numbers show."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        if row.quantities:
            for step in (*_steps(row), *_of_before(rows, place, row)):
                yield from denials(step)


def _steps(row: Statement) -> Iterator[Step]:
    bases = {item.phrase.base for item in row.quantities}
    values = [
        item
        for item in row.quantities
        if item.phrase.role != CHANGE and item.phrase.mark not in bases and not _is_rate(item)
    ]
    for kind in {item.phrase.number.kind for item in values}:
        for pair in pairwise([item for item in values if item.phrase.number.kind == kind]):
            if step := _step(row, values, *pair):
                yield step


def _step(row: Statement, values, first: Quantity, second: Quantity):
    """The change between two numbers that stand one behind the other, where words say so."""
    text, left, right = row.sentence.text, 0, len(row.sentence.text)
    left = max(
        (item.phrase.end for item in values if item.phrase.end <= first.phrase.start), default=0
    )
    right = min(
        (item.phrase.start for item in values if item.phrase.start >= second.phrase.end),
        default=len(text),
    )
    lead = re.split(r"[;:]", text[left : first.phrase.start])[-1]
    between = text[first.phrase.end : second.phrase.start]
    rest = _AND.split(text[second.phrase.end : right][:_BEHIND_IT])[0]
    plain = _ASIDE.sub("", between)
    if len(plain) > _FAR or re.search(r"[.;:]", plain):
        return None
    stretches = (
        (first.phrase.start - len(lead), first.phrase.start),
        (first.phrase.end, second.phrase.start),
        (second.phrase.end, second.phrase.end + len(rest)),
    )
    if _FROM.search(between) and _ON_TO.match(text, second.phrase.end):
        return None
    if _FROM.search(lead) and _TO.search(between):
        word = _word_before(_FROM.sub("", lead)) or _BEHIND.match(rest)
        return Step(row, first, second, *_worded(word), stretches)
    match = _CUE.match(between)
    if match is None:
        return None
    word = _of_comparison(lead, between, rest, match)
    same = SAME.search(lead)
    if not (word or same) or (match["bracket"] and not word):
        return None
    return Step(row, second, first, *_worded(word), stretches)


def _of_comparison(lead, between, rest, cue):
    """The word that says how the first of two numbers differs from the second, or None."""
    opened = _OPENED.search(between)
    matches = list(WORD.finditer(between)) or list(_COMPARING.finditer(between))
    if cue["bracket"]:
        return _BEHIND.match(rest)
    if matches:
        return matches[-1] if opened and opened.end() <= matches[-1].start() else None
    if _TO.search(lead) and (word := last_word(lead)):
        return word
    return None if cue["from"] or cue["cue"] in ("on", "than") else _BEHIND.match(rest)


def _word_before(text):
    """The word of direction that a stretch ends with the sense of, or None."""
    word = None if _NEUTRAL.search(text) else last_word(text)
    return word if word and not _ELSE.search(text, word.end()) else None


def _of_before(rows, place, row: Statement) -> Iterator[Step]:
    """`This is an increase on 2014 (51%)`, of the one number of the sentence before."""
    match = _OF_BEFORE.match(row.sentence.text)
    for earlier in before(rows, place, 1) if match else ():
        now = main_values(earlier)
        sure = Sure.READ if len(now) == 1 else Sure.JOINED
        then = [item for item in row.quantities if now and _alike(item, now[0])]
        word = match if match["up"] or match["down"] else None
        for item in then if word is None or len(now) == 1 else ():
            rest = (item.phrase.end, len(row.sentence.text))
            behind = word or _BEHIND.match(row.sentence.text[item.phrase.end :])
            yield Step(row, item, now[0], *_worded(behind), (rest,), sure)


def _alike(item: Quantity, other: Quantity):
    return item.phrase.role != CHANGE and item.phrase.number.kind == other.phrase.number.kind


def _worded(word):
    """(the word, its way) of a match, or of none."""
    return (word["up"] or word["down"], way_of(word)) if word else ("", 0)


def denials(step: Step) -> Iterator[Denial]:
    """What is wrong with the word, the times and the amounts that are said of a step."""
    change, text = step.change, step.row.sentence.text
    own = [item for item in step.pair[::-1] if item.order == step.row.order]
    mine = own[0] if own else step.last
    same = None if change.way or not step.stretches else SAME.search(text[step.stretches[0][0] :])
    if change.way and change.is_denied:
        yield Denial.of(mine, change.says(), _MEND, step.sure)
        return
    if same and change.is_exact and change.true_way:
        change = Change(change.before, change.after, 0, same.group())
        yield Denial.of(mine, change.says(), _MEND, step.sure)
        return
    timed = (stretch for start, end in step.stretches if TIMES.search(stretch := text[start:end]))
    if times := wrong_times(change, next(timed, "")):
        yield Denial.of(mine, times, "Say how the number changed.", step.sure)
    yield from _fractions(step, change)
    for start, end in step.stretches:
        for number in _amounts(step, start, end):
            wrong = wrong_amount(change, number)
            if wrong:
                weight = Severity.ADVICE if wrong[1] else None
                mend = "Put the change right."
                yield Denial(step.row.line, number, wrong[0], mend, step.sure, weight)
                break


def _fractions(step: Step, change: Change) -> Iterator[Denial]:
    """`Cut by a half, from 24 to 16`."""
    text, first = step.row.sentence.text, change.before.value
    matches = (_BY_FRACTION.search(text, start, end) for start, end in step.stretches)
    match = next(filter(None, matches), None)
    if match and first and change.is_exact:
        share = abs(change.after.value - first) / first
        if abs(share - fraction(match[1])) > _ROOM:
            says = f"From {change.before.words} to {change.after.words} is not “{match.group()}”."
            yield Denial.of(step.last, says, "Put the change right.", step.sure)


def _amounts(step: Step, start, end) -> Iterator[Number]:
    """The amounts of change in a stretch, each with its per cent in brackets."""
    text, sentence = step.row.sentence.text, step.row.sentence
    marks = {str(item.phrase.mark) for item in step.row.quantities if item.phrase.role == CHANGE}
    marks |= {match[2] for match in AMOUNT.finditer(text[start:end]) if match[1] == "q"}
    for match in MARK.finditer(text, start, end):
        if match[2] in marks:
            number = sentence.thing(match[2])
            yield number
            share = _SHARE_BEHIND.match(text[match.end() :]) or _SHARE_AT_END.match(
                text[max(match.end(), *(item.phrase.end for item in step.pair)) :]
            )
            if share and number.kind not in (PERCENT, POINTS):
                yield sentence.thing(share[1])


def main_values(row: Statement, kind: str = "") -> list[Quantity]:
    """The values that a sentence compares: its per cents, else its counts that are no bases, else
    its lengths of time; with a bare number beside a length of time."""
    bases = {item.phrase.base for item in row.quantities}
    exact = [
        item
        for item in row.quantities
        if item.phrase.role in (TOTAL, MEAN)
        and item.phrase.mark not in bases
        and not _is_rate(item)
    ]
    shares = [item for item in exact if item.phrase.number.kind == PERCENT and kind != COUNT]
    spans = [item for item in exact if item.phrase.number.kind == SPAN]
    spans = [item for item in spans if _unit(item) == _unit(spans[0])]
    counts = [item for item in exact if item.phrase.number.kind == COUNT]
    if spans:
        return sorted((*spans, *(item for item in counts if not item.phrase.head)), key=_start)
    sums = [item for item in exact if item.phrase.number.kind == MONEY]
    return shares or counts or ([] if BUDGET.search(row.sentence.text) else sums)


def _is_rate(item: Quantity):
    """Whether a number is what a rate is of: `58 per 10,000`."""
    return item.sentence.text[: item.phrase.start].endswith("per ")


def _unit(item: Quantity):
    return item.phrase.clause.partition(" ")[0].rstrip("s")


def _start(item: Quantity):
    return item.phrase.start
