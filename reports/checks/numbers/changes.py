"""From one number to another: the word of direction, the amount and the times must be true."""

import re
from collections.abc import Iterator

from reports.checks.numbers.directions import (
    AMOUNT,
    DIRECTION,
    DOWN,
    TIMES,
    UP,
    WORD,
    Change,
    last_word,
    way_of,
    wrong_amount,
    wrong_times,
)
from reports.checks.reading import Line, Reading
from reports.checks.rule import Fault, Mend, Rule, Severity, fault
from reports.papers.prose.marked import Marked
from reports.papers.prose.numbers import COUNT, PERCENT

FAMILY = "numbers"
# Words, dates and bracketed remarks that may stand between the two numbers.
_GAP = r"(?:[^⟦.;:()]|⟦[dx]\d+⟧|\([^()]{0,60}\)){0,110}?"
_THE = r"(?:the\s+|a\s+|an\s+|some\s+|about\s+|over\s+|just\s+|only\s+|around\s+|nearly\s+)*"
_FROM_TO = re.compile(
    rf"\bfrom\s+{_THE}⟦(?P<kind>[cpm])(?P<before>\d+)⟧{_GAP}\bto\s+{_THE}⟦(?P=kind)(?P<after>\d+)⟧",
    re.I,
)
_TO_FROM = re.compile(
    rf"{DIRECTION}[^⟦.;:]{{0,50}}(?:\b(?:by|of)\s+⟦[cpmq]\d+⟧[^⟦.;:]{{0,20}})?\bto\s+{_THE}"
    rf"⟦(?P<kind>[cpm])(?P<after>\d+)⟧{_GAP}\(?\bfrom\s+{_THE}⟦(?P=kind)(?P<before>\d+)⟧",
    re.I,
)
_UP_FROM = re.compile(
    rf"⟦(?P<kind>[cpm])(?P<after>\d+)⟧{_GAP}(?:[,(]|\s[–—-])\s*"
    rf"(?:which\s+is\s+|this\s+is\s+|that\s+is\s+|was\s+)?(?:an?\s+)?(?:[a-z]+\s+)?{DIRECTION}"
    rf"[^⟦.;:]{{0,30}}?(?:\bof\s+⟦[cpmq]\d+⟧[^⟦.;:]{{0,30}}?)?\b(?:from|on)\s+{_THE}"
    rf"⟦(?P=kind)(?P<before>\d+)⟧",
    re.I,
)
_COMPARED = re.compile(
    rf"(?:{DIRECTION}\s+to\s+{_THE})?⟦(?P<kind>[cpm])(?P<after>\d+)⟧{_GAP}\b(?:compared|as\s+against|"
    rf"against)\s+(?:with\s+|to\s+)?{_THE}⟦(?P=kind)(?P<before>\d+)⟧(?P<rest>.*)",
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
    rf"^[^⟦.;]{{0,60}}?(?:⟦[dx]\d+⟧[^⟦.;]{{0,30}}?)?(?:[,(–:]|which\s+is|this\s+is|\bor\b)\s*"
    rf"(?:which\s+is\s+|this\s+is\s+|that\s+is\s+)?(?:an?\s+|the\s+)?(?:[a-z]+\s+)?{DIRECTION}",
    re.I,
)


_MORE_THAN = re.compile(
    rf"⟦(?P<kind>[cm])(?P<after>\d+)⟧{_GAP},\s+⟦(?P<apart>[cmp]\d+)⟧\s+(?:[a-z]+\s+)?(?:(?P<up>more|"
    rf"higher)|(?P<down>fewer|less|lower))\s+than\s+[^⟦;:.()]{{0,40}}\(?⟦(?P=kind)(?P<before>\d+)⟧"
    rf"(?:[^⟦();.]|⟦d\d+⟧){{0,40}}(?:\(⟦(?P<share>p\d+)⟧\))?",
    re.I,
)
_OVERSPEND = re.compile(
    rf"⟦m(?P<after>\d+)⟧{_GAP}⟦m(?P<before>\d+)⟧{_GAP}\b(?:over-?\s?spend|under-?\s?spend|shortfall|saving|"
    rf"surplus|deficit|gap|variance|difference)\s+of\s+⟦(?P<apart>m\d+)⟧(?:\s*\(⟦(?P<share>p\d+)⟧\))?",
    re.I,
)
_UNCHANGED = re.compile(
    rf"\b(?P<word>(?:remain(?:s|ed)|stay(?:s|ed)|was|is|were|are)\s+(?:the\s+same|unchanged|static|"
    rf"constant))\b[^⟦.;:()]{{0,25}}?(?:\bat\s+⟦(?P<kind>[cpm])(?P<after>\d+)⟧[^⟦.;:()]{{0,20}}?"
    rf"\b(?:against|compared\s+(?:with|to)|from)\s+{_THE}⟦(?P=kind)(?P<before>\d+)⟧|\bfrom\s+{_THE}"
    rf"⟦(?P<letter>[cpm])(?P<then>\d+)⟧[^⟦.;:()]{{0,60}}?\bto\s+⟦(?P=letter)(?P<now>\d+)⟧)",
    re.I,
)
_SHARE_AFTER = re.compile(r"^\s*(?:[a-z]+\s+){0,2}\(⟦p(\d+)⟧\)")


def changes(reading: Reading, _known) -> Iterator[Fault]:
    """A word of direction, or an amount of change, that two numbers of the sentence deny."""
    for line in reading.prose():
        for place, sentence in enumerate(line.marked):
            if "⟦" not in sentence.text:
                continue
            told = set()
            for finder in (_from_to, _to_from, _up_from, _compared, _higher):
                for change, around in finder(sentence):
                    key = (change.before.start, change.after.start)
                    if key not in told:
                        told.add(key)
                        yield from _judged(line, sentence, change, around)
            yield from _apart(line, sentence)
            yield from _unchanged(line, sentence)
            if place:
                yield from _since(line, line.marked[place - 1], sentence)


def _pair(sentence: Marked, found):
    return sentence.thing(found["before"]), sentence.thing(found["after"])


def _from_to(sentence: Marked):
    """(change, the words around it): `rose … from 16 … to 21`, `from 16 to 21, a rise of 5`."""
    for found in _FROM_TO.finditer(sentence.text):
        before = sentence.text[: found.start()]
        before = before[max(before.rfind(";"), before.rfind(":"), found.start() - 130, 0) :]
        # What another pair of numbers says is not said of this one.
        before = before[before.rfind("⟧ and ") + 1 :] if "⟧ and " in before else before
        rest = sentence.text[found.end() :][:140]
        word = _word_before(before)
        after = None if word else _NOUN_AFTER.match(rest)
        word = word or after
        said = (word["up"] or word["down"]) if word else ""
        change = Change(*_pair(sentence, found), way_of(word) if word else 0, said)
        times = TIMES.search(before)
        yield change, (before[word.start() :] if word and not after else before[-40:], rest, times)


def _word_before(text):
    """The word of direction that a stretch ends with the sense of, or None."""
    word = None if _NEUTRAL.search(text) else last_word(text)
    return word if word and not _ELSE.search(text, word.end()) else None


def _to_from(sentence: Marked):
    for found in _TO_FROM.finditer(sentence.text):
        change = Change(*_pair(sentence, found), way_of(found), found["up"] or found["down"])
        yield change, (found.group(), sentence.text[found.end() :][:80], None)


def _up_from(sentence: Marked):
    for found in _UP_FROM.finditer(sentence.text):
        change = Change(*_pair(sentence, found), way_of(found), found["up"] or found["down"])
        yield change, (found.group(), sentence.text[found.end() :][:80], None)


def _compared(sentence: Marked):
    for found in _COMPARED.finditer(sentence.text):
        noun = _NOUN_AFTER.match(found["rest"])
        own = re.match(DIRECTION, found.group(), re.I)
        word = own or (
            noun and WORD.search(found["rest"], noun.start("up" if noun["up"] else "down"))
        )
        if word:
            said = word["up"] or word["down"]
            change = Change(*_pair(sentence, found), way_of(word), said)
            yield change, ("", found["rest"][:140], None)


def _higher(sentence: Marked):
    for found in _HIGHER.finditer(sentence.text):
        change = Change(*_pair(sentence, found), way_of(found), found["up"] or found["down"])
        yield change, ("", "", None)


def _apart(line: Line, sentence: Marked):
    """`611, 34 more than the 577 of last year (6%)`, `an overspend of £1.4m (3.5%)`."""
    for pattern in (_MORE_THAN, _OVERSPEND):
        for found in pattern.finditer(sentence.text):
            said = found.groupdict()
            way = UP if said.get("up") else DOWN if said.get("down") else 0
            change = Change(*_pair(sentence, found), way, said.get("up") or said.get("down") or "")
            if change.is_denied:
                yield _at(line, change.after, change.says(), "Use the word that the numbers show.")
                continue
            for one in (said["apart"], said["share"]):
                number = sentence.thing(one[1:]) if one else None
                if number and (wrong := wrong_amount(change, number)):
                    severity = Severity.ADVICE if wrong[1] else None
                    yield _at(line, number, wrong[0], "Put the change right.", severity)


def _unchanged(line: Line, sentence: Marked):
    """`remained the same at 20, against 14`, `stayed the same, from 12 to 14`."""
    for found in _UNCHANGED.finditer(sentence.text):
        before = sentence.thing(found["before"] or found["then"])
        after = sentence.thing(found["after"] or found["now"])
        change = Change(before, after, 0, found["word"])
        if change.is_exact and change.true_way:
            yield _at(line, after, change.says(), "Use the word that the numbers show.")


def _judged(line: Line, sentence: Marked, change: Change, around):
    before, after, times = around
    if change.way and change.is_denied:
        yield _at(line, change.after, change.says(), "Use the word that the numbers show.")
        return
    if times:
        says = wrong_times(change, before if TIMES.search(before) else times.group())
        if says:
            yield _at(line, change.after, says, "Say how the number changed.")
    for stretch in (before, after):
        worded = (stretch is before and change.way) or WORD.search(stretch)
        found = AMOUNT.search(stretch) if worded else None
        if found and _speaks_of_it(stretch, found):
            said = sentence.thing(found[2])
            if said.start not in (change.before.start, change.after.start):
                wrong = wrong_amount(change, said)
                if wrong:
                    severity = Severity.ADVICE if wrong[1] else None
                    yield _at(line, said, wrong[0], "Put the change right.", severity)
                share = _SHARE_AFTER.match(stretch[found.end() :])
                if share and not wrong and said.kind != PERCENT:
                    wrong = wrong_amount(change, sentence.thing(share[1]))
                    if wrong and not wrong[1]:
                        yield _at(line, sentence.thing(share[1]), wrong[0], "Put the change right.")
                break


def _speaks_of_it(stretch, found):
    """Whether the amount stands by a word of direction: `a fall of 3`, `rose by 5`, and nothing
    between them counts something else."""
    before = stretch[: found.start()]
    word = last_word(before)
    return bool(word) and len(before) - word.end() < 45 and "⟦" not in before[word.end() :]


def _since(line: Line, earlier: Marked, sentence: Marked):
    """`This is an increase on 2014 (51%)`, of the sentence before."""
    found = _SINCE.match(sentence.text)
    if not found:
        return
    for letter in "pc":
        now, then = earlier.marks(letter), sentence.marks(letter, found["rest"])
        if len(now) == 1 and then:
            for before in then:
                if before.kind == COUNT and _is_amount(found["rest"], before, sentence):
                    continue
                change = Change(before, now[0], way_of(found), found["up"] or found["down"])
                if change.is_denied:
                    says = change.says()
                    yield _at(line, before, says, "Use the word that the numbers show.")
            return


def _is_amount(rest, number, sentence):
    mark = next(
        (one for one in re.finditer(r"⟦c(\d+)⟧", rest) if sentence.thing(one[1]) is number), None
    )
    return bool(mark and re.search(r"\b(?:of|by)\s+$", rest[: mark.start()]))


def _at(line, number, says, mend, severity=None):
    return fault(
        line,
        number.start,
        says,
        end=number.end,
        mend=Mend(mend, line.block),
        severity=severity,
    )


RULES = (
    Rule(
        "change-denied",
        FAMILY,
        Severity.ERROR,
        "A word of direction and an amount of change are what the two numbers show.",
        changes,
        "C15; source of error 9a",
    ),
)
