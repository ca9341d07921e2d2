"""From one number to another: the word of direction, the amount and the times must be true."""

import re
from collections.abc import Iterator

from reports.checks.numbers.claims.adjacent_changes import (
    GAP,
    THE,
    amounts_beside,
    compares,
    numbers_of,
    unchanged,
)
from reports.checks.reading import Line, Reading
from reports.checks.rule import Fault, Severity, fault, rule
from reports.prose.marks import Marked, text_before
from reports.prose.numbers import COUNT, PERCENT
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

_FROM_TO = re.compile(
    rf"\bfrom\s+{THE}⟦(?P<kind>[cpm])(?P<before>\d+)⟧{GAP}\bto\s+{THE}⟦(?P=kind)(?P<after>\d+)⟧",
    re.I,
)
_TO_FROM = re.compile(
    rf"{DIRECTION}[^⟦.;:]{{0,50}}(?:\b(?:by|of)\s+⟦[cpmq]\d+⟧[^⟦.;:]{{0,20}})?\bto\s+{THE}"
    rf"⟦(?P<kind>[cpm])(?P<after>\d+)⟧{GAP}\(?\bfrom\s+{THE}⟦(?P=kind)(?P<before>\d+)⟧",
    re.I,
)
_UP_FROM = re.compile(
    rf"⟦(?P<kind>[cpm])(?P<after>\d+)⟧{GAP}(?:[,(]|\s[–—-])\s*"
    rf"(?:which\s+is\s+|this\s+is\s+|that\s+is\s+|was\s+)?(?:an?\s+)?(?:[a-z]+\s+)?{DIRECTION}"
    rf"[^⟦.;:]{{0,30}}?(?:\bof\s+⟦[cpmq]\d+⟧[^⟦.;:]{{0,30}}?)?\b(?:from|on)\s+{THE}"
    rf"⟦(?P=kind)(?P<before>\d+)⟧",
    re.I,
)
_COMPARED = re.compile(
    rf"(?:{DIRECTION}\s+to\s+{THE})?⟦(?P<kind>[cpm])(?P<after>\d+)⟧{GAP}\b(?:compared|as\s+against|"
    rf"against)\s+(?:with\s+|to\s+)?{THE}⟦(?P=kind)(?P<before>\d+)⟧(?P<rest>.*)",
    re.I | re.S,
)
_HIGHER = re.compile(
    r"⟦(?P<kind>[cpm])(?P<after>\d+)⟧(?:\s*\([^()]{0,30}\))?[^⟦.;:()]{0,60}?(?:,|\b(?:is|are|was|"
    r"were))[^⟦.;:()]{0,30}?\b(?:(?P<up>higher\s+than|more\s+than|greater\s+than|above)|"
    r"(?P<down>lower\s+than|fewer\s+than|less\s+than|below))\s+[^⟦.;:()]{0,50}?\(?"
    r"⟦(?P=kind)(?P<before>\d+)⟧",
    re.I,
)
_SINCE = re.compile(
    rf"^\W*(?:this|that|it|which)\s+(?:is|was|represents|shows|marks)\s+(?:an?\s+)?(?:[a-z]+\s+)?"
    rf"{DIRECTION}\s+(?:from|on|over|compared\s+with)\s+(?P<rest>.*)",
    re.I | re.S,
)
# Verbs that say no direction, and words after which the sentence speaks of something else.
_NEUTRAL = re.compile(r"\b(?:went|goes|go|going|moved|changed|ran|runs|ranged|shifted)\s+$", re.I)
_ELSE = re.compile(
    r"\b(?:that|meant|because|while|whilst|when|so)\b|,\s+(?:the|and|but|our)\b", re.I
)
_NOUN_AFTER = re.compile(
    rf"^[^⟦.;]{{0,60}}?(?:⟦[dx]\d+⟧[^⟦.;]{{0,30}}?)?(?:[,(–:]|;\s+(?=this\s+is|that\s+is)|which\s+is|this\s+is|\bor\b)\s*"
    rf"(?:which\s+is\s+|this\s+is\s+|that\s+is\s+)?(?:an?\s+|the\s+)?(?:[a-z]+\s+)?{DIRECTION}",
    re.I,
)


_OF_IT = re.compile(
    r"⟦[cm]\d+⟧(?:\s+[a-z]+){0,2}?(?:\s+(?:out\s+)?of\s+(?:the\s+|all\s+|these\s+|our\s+)*|\s?/\s?)$",
    re.I,
)
_SHARE_AFTER = re.compile(r"^\s*(?:[a-z]+\s+){0,2}\(⟦p(\d+)⟧\)")


@rule("change-denied", Severity.ERROR, "C15; source of error 9a")
def changes(reading: Reading, _known) -> Iterator[Fault]:
    """A word of direction and an amount of change are what the two numbers show."""
    earlier = None
    for line in reading.prose():
        for place, sentence in enumerate(line.marked):
            if "⟦" not in sentence.text:
                continue
            values = set()
            for finder in (_from_to, _to_from, _up_from, _compared, _higher):
                for change, around in finder(sentence):
                    key = (change.before.start, change.after.start)
                    if key not in values:
                        values.add(key)
                        yield from _judged(line, sentence, change, around)
            yield from amounts_beside(line, sentence)
            yield from unchanged(line, sentence)
            before = line.marked[place - 1] if place else _last_of(earlier)
            if place:
                yield from _since(line, before, sentence)
            if before:
                yield from compares(line, before, sentence)
        earlier = line


def _from_to(sentence: Marked):
    """(change, the words around it): `rose … from 16 … to 21`, `from 16 to 21, a rise of 5`."""
    for match in _FROM_TO.finditer(sentence.text):
        before = sentence.text[max(0, match.start() - 130) : match.start()]
        before = before[max(before.rfind(";"), before.rfind(":"), 0) :]
        # What another pair of numbers says is not said of this one.
        before = before[before.rfind("⟧ and ") + 1 :] if "⟧ and " in before else before
        rest = sentence.text[match.end() : match.end() + 140]
        word = _word_before(before)
        after = None if word else _NOUN_AFTER.match(rest)
        word = word or after
        value = (word["up"] or word["down"]) if word else ""
        change = Change(*numbers_of(sentence, match), way_of(word) if word else 0, value)
        times = TIMES.search(before)
        yield change, (before[word.start() :] if word and not after else before[-40:], rest, times)


def _word_before(text):
    """The word of direction that a stretch ends with the sense of, or None."""
    word = None if _NEUTRAL.search(text) else last_word(text)
    return word if word and not _ELSE.search(text, word.end()) else None


def _to_from(sentence: Marked):
    for match in _TO_FROM.finditer(sentence.text):
        change = Change(*numbers_of(sentence, match), way_of(match), match["up"] or match["down"])
        yield change, (match.group(), sentence.text[match.end() : match.end() + 80], None)


def _is_a_base(sentence: Marked, result):
    """Whether a number is what the one before it is of: `74 of 402 were repeats, down from 95`."""
    return bool(_OF_IT.search(text_before(sentence.text, result.start())))


def _up_from(sentence: Marked):
    for match in _UP_FROM.finditer(sentence.text):
        if _is_a_base(sentence, match):
            continue
        change = Change(*numbers_of(sentence, match), way_of(match), match["up"] or match["down"])
        yield change, (match.group(), sentence.text[match.end() : match.end() + 80], None)


def _compared(sentence: Marked):
    for match in _COMPARED.finditer(sentence.text):
        if _is_a_base(sentence, match):
            continue
        noun = _NOUN_AFTER.match(match["rest"])
        own = re.match(DIRECTION, match.group(), re.I)
        word = own or (
            noun and WORD.search(match["rest"], noun.start("up" if noun["up"] else "down"))
        )
        if word:
            value = word["up"] or word["down"]
            change = Change(*numbers_of(sentence, match), way_of(word), value)
            yield change, ("", match["rest"][:140], None)


def _higher(sentence: Marked):
    for match in _HIGHER.finditer(sentence.text):
        if _is_a_base(sentence, match):
            continue
        change = Change(*numbers_of(sentence, match), way_of(match), match["up"] or match["down"])
        yield change, ("", "", None)


def _judged(line: Line, sentence: Marked, change: Change, around):
    before, after, times = around
    if change.way and change.is_denied:
        yield fault(line, change.after, change.says(), "Use the word that the numbers show.")
        return
    if times:
        says = wrong_times(change, before if TIMES.search(before) else times.group())
        if says:
            yield fault(line, change.after, says, "Say how the number changed.")
    for stretch in (before, after):
        worded = (stretch is before and change.way) or WORD.search(stretch)
        match = AMOUNT.search(stretch) if worded else None
        if match and _speaks_of_it(stretch, match):
            value = sentence.thing(match[2])
            if value.start not in (change.before.start, change.after.start):
                wrong = wrong_amount(change, value)
                if wrong:
                    severity = Severity.ADVICE if wrong[1] else None
                    yield fault(line, value, wrong[0], "Put the change right.", severity=severity)
                share = _SHARE_AFTER.match(stretch[match.end() :])
                if share and not wrong and value.kind != PERCENT:
                    wrong = wrong_amount(change, sentence.thing(share[1]))
                    if wrong and not wrong[1]:
                        yield fault(
                            line, sentence.thing(share[1]), wrong[0], "Put the change right."
                        )
                break


def _speaks_of_it(stretch, result):
    """Whether the amount stands by a word of direction: `a fall of 3`, `rose by 5`."""
    before = stretch[: result.start()]
    word = last_word(before)
    return bool(word) and len(before) - word.end() < 45 and "⟦" not in before[word.end() :]


def _since(line: Line, earlier: Marked, sentence: Marked):
    """`This is an increase on 2014 (51%)`, of the sentence before."""
    match = _SINCE.match(sentence.text)
    if not match:
        return
    for letter in "pc":
        now, then = earlier.marks(letter), sentence.marks(letter, match["rest"])
        if len(now) == 1 and then:
            for before in then:
                if before.kind == COUNT and _is_amount(match["rest"], before, sentence):
                    continue
                change = Change(before, now[0], way_of(match), match["up"] or match["down"])
                if change.is_denied:
                    says = change.says()
                    yield fault(line, before, says, "Use the word that the numbers show.")
            return


def _last_of(line):
    return line.marked[-1] if line and line.marked else None


def _is_amount(rest, number, sentence):
    mark = next(
        (match for match in re.finditer(r"⟦c(\d+)⟧", rest) if sentence.thing(match[1]) is number),
        None,
    )
    return bool(mark and re.search(r"\b(?:of|by)\s+$", rest[: mark.start()]))
