"""Parts that a passage names as all of a whole: so many of them, a further, the other, together."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from reports.checks.numbers.passages import nearby
from reports.checks.numbers.sums.list_items import BRACKETS, Parts
from reports.checks.reading import ITEM, PARAGRAPH, Line
from reports.checks.rule import Severity
from reports.prose.marks import MARK, Marked
from reports.prose.numbers import Number
from reports.prose.quantities.phrases import phrase_after, same_thing, stems

_OF_THEM = re.compile(
    r"⟦c(?P<count>\d+)⟧(?:\s+[a-z’-]+){0,4}?\s+of\s+(?:them|these|those|whom|which)\b"
    # `Of these 138, 124 came` tells the whole again.
    r"|\bof\s+(?:(?:them|whom|which),?|these,|those,)\s+⟦c(?P<after>\d+)⟧",
    re.I,
)
_REST = re.compile(r"\bthe\s+(?P<how>other|remaining|rest,)\s+⟦c(?P<rest>\d+)⟧", re.I)
_JOINT = re.compile(
    r"(?:,|;|\band|\ba\s+further|\banother|\bwhile|\bbut)\s+(?:[a-z]+\s+){0,2}$", re.I
)
# The number stands alone, for the people or things named before: no noun of its own follows.
_ALONE = re.compile(
    r"\s*(?:[,;.:)]|$)|\s+(?:were|was|are|is|had|have|has|did|do|does|will|would|could|can|remain\w*|"
    r"still|in|on|at|to|not|who|which|that|went|left|stayed|came|of\s+(?:them|these))\b"
    r"|\s+[a-z]+ed(?=\s*(?:[.,;]|$)|\s+(?:for|to|in|on|at|by|it|not|and|with)\b)",
    re.I,
)
_TOGETHER = re.compile(
    r"(?:^\W*|[,;]\s+|\band\s+)(?:taken\s+)?together,?\s+(?:the|these|they\s+(?:were|are|make|made))\s+"
    r"⟦c(?P<whole>\d+)⟧",
    re.I,
)
_NOUN = re.compile(r"⟦c\d+⟧(?P<noun>[^⟦;:.()]{0,40})")
# A share names its own whole: other rules weigh it.
_OF_ANOTHER = re.compile(r"⟦c\d+⟧(?:\s+[a-z’-]+){0,3}\s+of\s+(?:(?:the|our|all)\s+)?⟦c", re.I)
# So many counts before are looked back on.
_MOST = 6


def denied(
    lines: Sequence[Line], at: int, earlier: Marked | None, sentence: Marked
) -> Iterator[Parts]:
    """The parts of `sentence`, of the line at `at`, that do not come to the whole they are all of.
    `earlier` is the sentence before it."""
    text = BRACKETS.sub("", sentence.text)
    rest = _REST.search(text)
    first = _OF_THEM.search(text) if rest else None
    if rest and first and first.end() <= rest.start():
        yield from _of_them(text, first, rest, earlier, sentence)
    elif rest:
        yield from _remaining(lines[at], text, rest, sentence)
    elif match := _TOGETHER.search(text):
        yield from _together(lines, at, text, match, sentence)


def _of_them(text, first, rest, earlier, sentence):
    """`0 of them had been re-checked and the other 16 were in progress`, of those told before."""
    parts = [sentence.thing(first["count"] or first["after"])]
    for match in MARK.finditer(text, first.end(), rest.start()):
        if match[1] != "c":
            continue
        if not _JOINT.search(text, first.end(), match.start()):
            return
        parts.append(sentence.thing(match[2]))
    parts.append(sentence.thing(rest["rest"]))
    before = _counts(sentence, text[: first.start()])
    wholes = before or (_counts(earlier, BRACKETS.sub("", earlier.text)) if earlier else [])
    noun = _noun(text[: first.start()] if before else earlier.text) if wholes else ""
    if not wholes or any(part.bound for part in parts) or not _stands_alone(text, rest, noun):
        return
    values = tuple(part.value for part in parts)
    if sum(values) not in [whole.value for whole in wholes] and not wholes[-1].bound:
        sure = Severity.ERROR if len(wholes) == 1 else Severity.WARNING
        yield Parts(wholes[-1], values, True, sure)


def _remaining(line, text, rest, sentence):
    """`The remaining 140 were under 14`, of a whole and other parts of it told before."""
    passage = _sentences_before(line, sentence)
    if any(_OF_ANOTHER.search(item.text) for item in passage) or _OF_ANOTHER.search(text):
        return
    before = [row for item in passage for row in _named(item, BRACKETS.sub("", item.text))]
    before = [*before, *_named(sentence, text[: rest.start()])][-_MOST:]
    nouns = [noun for _number, noun in before]
    before = [item for item, _noun in before]
    number = sentence.thing(rest["rest"])
    wholes = [
        place
        for place, item in enumerate(before[:-1])
        if item.value > number.value and not item.bound
    ]
    if number.bound or len(wholes) != 1 or not _stands_alone(text, rest, ""):
        return
    whole, others = before[wholes[0]], before[wholes[0] + 1 :]
    if any(_sums_to(some, whole.value - number.value) for some in _choices(others)):
        return
    values = (*(item.value for item in others), number.value)
    if any(item.bound for item in others):
        return
    sure = _one_thing(*nouns[wholes[0] :])
    yield Parts(whole, values, True, _how_sure(line, sure))


def _together(lines, at, text, match, sentence):
    """`Taken together, the 46 young people`, of the groups told right before."""
    before = [*_before(lines, at, sentence), *_named(sentence, text[: match.start()])][-_MOST:]
    nouns = [noun for _number, noun in before]
    before = [item for item, _noun in before]
    whole = sentence.thing(match["whole"])
    if len(before) < 2 or any(item.bound for item in (whole, *before[-2:])):
        return
    if any(_sums_to(some, whole.value) for some in _choices(before) if len(some) > 1):
        return
    values = tuple(item.value for item in before[-2:])
    # Of three numbers before it, two may be meant.
    sure = len(before) == 2 and _one_thing(stems(phrase_after(text, match.end())), *nouns)
    yield Parts(whole, values, True, _how_sure(lines[at], sure))


def _counts(sentence: Marked, text: str) -> list[Number]:
    return [item for item in sentence.marks("c", text) if not item.bound]


def _sentences_before(line, sentence):
    """The sentences of a line right before one of them."""
    place = next((place for place, item in enumerate(line.marked) if item is sentence), 0)
    return line.marked[max(0, place - _MOST) : place]


def _named(sentence, text):
    """The counts of a stretch with the stems of what each counts."""
    rows = ((sentence.thing(mark[2]), mark.end()) for mark in MARK.finditer(text) if mark[1] == "c")
    return [(item, stems(phrase_after(text, end))) for item, end in rows]


def _one_thing(noun, *others):
    """Whether each of `others` counts what `noun` names, or names nothing of its own."""
    return all(not other or same_thing(noun, other) for other in others)


def _before(lines, at, sentence):
    """The counts before a sentence, in its paragraph and the one before, as `_named` has them."""
    rows = [line for line in nearby(lines, at, 1) if line.kind in (PARAGRAPH, ITEM)]
    earlier = [*(item for line in rows for item in line.marked[-_MOST:])]
    earlier += _sentences_before(lines[at], sentence)
    return [row for item in earlier for row in _named(item, BRACKETS.sub("", item.text))]


def _choices(numbers):
    return (some for many in range(1, len(numbers) + 1) for some in combinations(numbers, many))


def _sums_to(numbers, value):
    return sum(item.value for item in numbers) == value


def _noun(text):
    matches = list(_NOUN.finditer(text))
    return matches[-1]["noun"] if matches else ""


def _stands_alone(text, rest, noun):
    """Whether the rest is of the same things: no noun follows it, or that of the whole."""
    after = text[rest.end() : rest.end() + 40]
    word = re.match(r"\s+([a-z’-]+)", after, re.I)
    return bool(_ALONE.match(after)) or bool(word and stems(word[1]) & stems(noun))


def _how_sure(line: Line, sure: bool) -> Severity:
    """An error where the reading is sure, or the line has a live figure; else a warning."""
    return Severity.ERROR if sure or line.live else Severity.WARNING
