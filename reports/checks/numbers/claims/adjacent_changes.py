"""Changes whose amount stands right beside its two numbers, or refers to the sentence before."""

import re
from collections.abc import Iterator

from reports.checks.reading import Line
from reports.checks.rule import Fault, Severity, fault
from reports.prose.marks import Marked
from reports.prose.numbers import COUNT, Number
from reports.prose.quantities.arithmetic import DIRECTION, DOWN, UP, Change, way_of, wrong_amount

# Words, dates and bracketed remarks that may stand between the two numbers.
GAP = r"(?:[^⟦.;:()]|⟦[dx]\d+⟧|\([^()]{0,60}\)){0,110}?"
THE = r"(?:the\s+|a\s+|an\s+|some\s+|about\s+|over\s+|just\s+|only\s+|around\s+|nearly\s+)*"
_MORE_THAN = re.compile(
    rf"⟦(?P<kind>[cm])(?P<after>\d+)⟧{GAP},\s+⟦(?P<apart>[cmp]\d+)⟧\s+(?:[a-z]+\s+)?(?:(?P<up>more|"
    rf"higher)|(?P<down>fewer|less|lower))\s+than\s+[^⟦;:.()]{{0,40}}\(?⟦(?P=kind)(?P<before>\d+)⟧"
    rf"(?:[^⟦();.]|⟦d\d+⟧){{0,40}}(?:\(⟦(?P<share>p\d+)⟧\))?",
    re.I,
)
_UP_ON = re.compile(
    rf"⟦(?P<kind>[cm])(?P<after>\d+)⟧{GAP}(?:[,(]|\s[–—-])\s*(?:which\s+is\s+)?{DIRECTION}\s+(?:by\s+)?"
    rf"⟦(?P<apart>[cmp]\d+)⟧\s+(?:on|from|against|compared\s+(?:with|to))\s+[^⟦;:.()]{{0,30}}\(?"
    rf"⟦(?P=kind)(?P<before>\d+)⟧(?P<share>(?!))?",
    re.I,
)
# “3,120 contacts (2,960 in the same months of 2013, a rise of 5%)”.
_BRACKETED = re.compile(
    rf"⟦(?P<kind>[cm])(?P<after>\d+)⟧[^⟦;:.()]{{0,40}}\(⟦(?P=kind)(?P<before>\d+)⟧"
    rf"(?:[^⟦;:.()]|⟦d\d+⟧){{0,60}}?,\s+(?:an?\s+)?{DIRECTION}\s+(?:of|by)\s+⟦(?P<apart>[cmp]\d+)⟧"
    rf"(?P<share>(?!))?",
    re.I,
)
_OVERSPEND = re.compile(
    rf"⟦m(?P<after>\d+)⟧(?:{GAP}|[^⟦.]{{0,40}}?;[^⟦.]{{0,40}}?)⟦m(?P<before>\d+)⟧{GAP}\b(?:over-?\s?spend|under-?\s?spend|shortfall|saving|"
    rf"surplus|deficit|gap|variance|difference)\s+of\s+⟦(?P<apart>m\d+)⟧(?:\s*\(⟦(?P<share>p\d+)⟧\))?",
    re.I,
)
_COMPARES = re.compile(
    rf"^\W*(?:this|that|it)\s+compares\s+(?:with|to)\s+{THE}⟦c(?P<before>\d+)⟧(?:[^⟦;:.]|⟦d\d+⟧){{0,60}}?,"
    rf"\s+(?:an?\s+)?(?:[a-z]+\s+)?{DIRECTION}\s+of\s+⟦c(?P<apart>\d+)⟧",
    re.I,
)
_UNCHANGED = re.compile(
    rf"\b(?P<word>(?:remain(?:s|ed)|stay(?:s|ed)|was|is|were|are)\s+(?:the\s+same|unchanged|static|"
    rf"constant))\b[^⟦.;:()]{{0,25}}?(?:\bat\s+⟦(?P<kind>[cpm])(?P<after>\d+)⟧[^⟦.;:()]{{0,20}}?"
    rf"\b(?:against|compared\s+(?:with|to)|from)\s+{THE}⟦(?P=kind)(?P<before>\d+)⟧|\bfrom\s+{THE}"
    rf"⟦(?P<letter>[cpm])(?P<then>\d+)⟧[^⟦.;:()]{{0,60}}?\bto\s+⟦(?P=letter)(?P<now>\d+)⟧)",
    re.I,
)


def amounts_beside(line: Line, sentence: Marked) -> Iterator[Fault]:
    """`611, 34 more than the 577 of last year (6%)`, `an overspend of £1.4m (3.5%)`."""
    for pattern in (_MORE_THAN, _OVERSPEND, _UP_ON, _BRACKETED):
        for match in pattern.finditer(sentence.text):
            value = match.groupdict()
            way = UP if value.get("up") else DOWN if value.get("down") else 0
            change = Change(
                *numbers_of(sentence, match), way, value.get("up") or value.get("down") or ""
            )
            if change.is_denied:
                yield fault(
                    line, change.after, change.says(), "Use the word that the numbers show."
                )
                continue
            for item in (value["apart"], value["share"]):
                number = sentence.thing(item[1:]) if item else None
                if number and (wrong := wrong_amount(change, number)):
                    severity = Severity.ADVICE if wrong[1] else None
                    yield fault(line, number, wrong[0], "Put the change right.", severity=severity)


def unchanged(line: Line, sentence: Marked) -> Iterator[Fault]:
    """`remained the same at 20, against 14`, `stayed the same, from 12 to 14`."""
    for match in _UNCHANGED.finditer(sentence.text):
        before = sentence.thing(match["before"] or match["then"])
        after = sentence.thing(match["after"] or match["now"])
        change = Change(before, after, 0, match["word"])
        if change.is_exact and change.true_way:
            yield fault(line, after, change.says(), "Use the word that the numbers show.")


def compares(line: Line, earlier: Marked, sentence: Marked) -> Iterator[Fault]:
    """`This compares with 281 in September, a decrease of 13 (5%)`, of the sentence before."""
    match = _COMPARES.match(sentence.text)
    now = earlier.marks("c")[:1] if match else ()
    if not now or "⟦p" in earlier.text:
        return
    before, separate = sentence.thing(match["before"]), sentence.thing(match["apart"])
    change = Change(before, now[0], way_of(match), match["up"] or match["down"])
    wrong = wrong_amount(change, separate)
    # The number that is meant may be another: only what is nearly so was meant to be it.
    near = abs(abs(now[0].value - before.value) - separate.value) * 4 <= before.value
    if change.is_denied and near:
        yield fault(line, before, change.says(), "Use the word that the numbers show.")
    elif wrong and near and separate.kind == COUNT:
        yield fault(line, separate, wrong[0], "Put the change right.")


def numbers_of(sentence: Marked, result: re.Match) -> tuple[Number, Number]:
    """The number before and the number after that a pattern found."""
    return sentence.thing(result["before"]), sentence.thing(result["after"])
