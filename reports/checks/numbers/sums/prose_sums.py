"""Parts that must add up to the whole that prose states: in brackets, after a colon, in a list."""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from reports.checks.numbers.shares import passage_bases
from reports.checks.numbers.sums import list_items, money, named_parts
from reports.checks.numbers.sums.list_items import (
    BRACKETS,
    NAMES_ALL,
    NESTED,
    NIL,
    ONE_PART,
    UNKNOWN,
    Parts,
    sum_fault,
)
from reports.checks.reading import Reading
from reports.checks.rule import Fault, Severity, fault, rule
from reports.prose.marks import MARK, Marked
from reports.prose.quantities.phrases import pairs

_BRACKETED = re.compile(r"⟦c(?P<whole>\d+)⟧(?P<noun>[^⟦()]{0,90})\((?P<parts>[^()]*)\)")
_OPENED = re.compile(
    r"⟦c(?P<whole>\d+)⟧(?P<noun>(?:[^⟦:;]|⟦d\d+⟧){0,110}?)(?P<cue>:|\s[–—-]\s|,?\s+of\s+(?:whom|which|these|those)\b|"
    r";(?=\s+⟦c\d+⟧\s+(?:were|was|had|have|are|came|went|did)\b)|\b(?:gave|found)\b(?=\s+⟦c)|"
    r",?\s+(?:compris(?:ing|es?|ed)(?:\s+of)?|made\s+up\s+of|consist(?:ing|s|ed)?\s+of|being|namely|"
    r"(?:split|divided)\s+(?:between|into)|broken\s+down\s+(?:as|into)))(?P<parts>.*)$",
    re.I | re.S,
)
_OF_THE = re.compile(
    r"^\W*(?:out\s+)?of\s+(?:(?:the|these|those|our|all|a\s+total\s+of)\s+)?(?:[a-z]+\s+){0,2}?"
    r"⟦c(?P<whole>\d+)⟧(?P<noun>[^⟦,:]{0,110})(?:[,:]|\s(?=⟦c))(?P<parts>.*)$",
    re.I | re.S,
)
_SOME_OF_WHICH = re.compile(
    r"⟦c(?P<whole>\d+)⟧(?P<noun>[^⟦:;,()]{0,60}),\s+(?P<parts>⟦c\d+⟧\s+of\s+(?:which|whom|them)\b.*)$",
    re.I | re.S,
)
_OF_THESE = re.compile(
    r"^\W*of\s+(?:these|them|those)\s*(?:,|(?=⟦c\d+⟧\s+(?:were|was|are|is|had|have|has)\b))"
    r"|^\W*⟦c\d+⟧\s+of\s+(?:these|them|those)\b",
    re.I,
)
_REST = re.compile(r"\bthe\s+(?:remaining|other|rest,)\s+⟦c(\d+)⟧(?!\s*%)", re.I)
_FIRST_OF = re.compile(r"(⟦c\d+⟧)\s+of\s+(?:which|whom|them|these|those)\b", re.I)
_BREAKS = re.compile(r"[,;]|\s(?:and|with|plus|while|but|whilst)\s", re.I)
# What makes parts certain to be all of them.
_COMPLETE = re.compile(
    r"\b(?:the|its|their)\s+(?:remaining|other|rest|balance|last)\b|\bremainder\b|\bthe\s+others\b"
    r"|\b(?:a|and)\s+further\s+⟦c"
    r"|^[^⟦]{0,20}⟦c\d+⟧[^⟦,;]{0,60}[,;]?\s+(?:and|but|while)\s+⟦c\d+⟧\s+(?:do|did|have|had|are|were)\s+"
    r"not\W*$",
    re.I,
)
_FIRST = re.compile(r"^[^⟦]{0,45}⟦c(\d+)⟧")
_IN_ALL = re.compile(
    r"(?:\b(?P<sure>making|totalling|adding\s+up\s+to|bringing\s+the\s+total\s+to|(?:gives?|giving|"
    r"makes?)\s+a\s+total\s+of)|(?P<cue>\ba\s+total\s+of|\bin\s+total,?|\baltogether,?|\btogether|\bmake)|"
    r"(?P<sign>[=]))"
    r"\s+(?:a\s+total\s+of\s+)?⟦c(?P<whole>\d+)⟧"
    r"|⟦c(?P<before>\d+)⟧(?=[^⟦,;.:]{0,30}\b(?:in\s+total|in\s+all|altogether)\b)",
    re.I,
)


@rule("parts-of-whole", Severity.WARNING, "C02; source of error 6")
def parts_of_wholes(reading: Reading, _known) -> Iterator[Fault]:
    """Parts add up to the whole that the sentence or list states."""
    lines = reading.prose()
    for at, (before, line) in enumerate(pairwise((None, *lines))):
        above = before.marked[-1:] if before and before.trail == line.trail else ()
        for earlier, sentence in pairwise((*(above or (None,)), *line.marked)):
            if "⟦c" not in sentence.text:
                continue
            yield from _larger_than_whole(line, sentence)
            if rest := list(named_parts.denied(lines, at, earlier, sentence)):
                for parts in rest:
                    yield from sum_fault(line, parts)
                continue
            if whole := passage_bases.whole_of(lines, at, sentence):
                parts = Parts(whole[0], tuple(whole[1]), complete=True)
                yield from sum_fault(line, parts, sentence.marks("c")[0])
            if earlier and _OF_THESE.match(sentence.text):
                for parts in _of_these(earlier, sentence):
                    yield from sum_fault(line, parts)
            for parts in _in_sentence(sentence):
                yield from sum_fault(line, parts)
    yield from list_items.sums(reading)
    yield from list_items.paragraph_sums(reading)
    yield from money.sums(reading)


def _larger_than_whole(line, sentence):
    for pair in pairs(sentence):
        exact = not (pair.count.bound or pair.base.bound)
        if exact and pair.count.value > pair.base.value:
            says = f"{pair.count.words} of {pair.base.words}: the part is larger than the whole."
            yield fault(line, pair.count, says, "Check both numbers.")


def _in_sentence(sentence: Marked):
    text = sentence.text
    for match in _BRACKETED.finditer(text):
        yield from _read(sentence, match, Fraction(1, 7), sure="")
    bare = BRACKETS.sub("", text)
    opening, nested = _OF_THE.match(bare), _SOME_OF_WHICH.search(bare)
    yield from _with_the_rest(sentence, bare)
    if nested:
        yield from _read(sentence, nested, Fraction(1, 7), sure="")
    elif opening:
        yield from _read(sentence, opening, Fraction(1, 20), sure="")
    else:
        opening = _OPENED.search(bare)
        if opening:
            sure = opening["cue"] if NAMES_ALL.search(opening["cue"]) else ""
            near = Fraction(1, 20) if "of" in opening["cue"] else Fraction(1, 6)
            yield from _read(sentence, opening, near, sure=sure)
    yield from _in_all(sentence, bare)


def _of_these(earlier: Marked, sentence: Marked):
    """`47 disputes. Of these, 39 …, 6 … and 2 …`: the one count of the sentence before."""
    wholes = earlier.marks("c")
    stretch = _FIRST_OF.sub(r"\1", BRACKETS.sub("", sentence.text))
    stretch = re.sub(r"^\W*of\s+(?:these|them|those)\s*,?", "", stretch, flags=re.I)
    if len(wholes) != 1 or "⟦p" in stretch or "⟦m" in stretch:
        return
    values = _values(sentence, stretch)
    parts = Parts(wholes[0], values, bool(_COMPLETE.search(stretch)))
    if len(values) > 1 and parts.denies(Fraction(1, 20)):
        yield parts


def _with_the_rest(sentence: Marked, text):
    """`512 of the 540 …; the remaining 28`: a pair and the rest of its base."""
    values, rest = list(pairs(sentence)), list(_REST.finditer(text))
    value = text[text.find("⟦c", values[0].start) :] if values else ""
    if len(values) == 1 and len(rest) == 1 and len(sentence.marks("c", value)) == 3:
        pair, other = values[0], sentence.thing(rest[0][1])
        parts = Parts(pair.base, (pair.count.value, other.value), True)
        if pair.is_share and not other.bound and parts.denies(Fraction(0)):
            yield parts


def _read(sentence, result, near, *, sure):
    """The parts of a stretch that follows its whole, where they can be read and do not add up."""
    stretch = _FIRST_OF.sub(r"\1", result["parts"], count=1)
    if "⟦p" in stretch or "⟦m" in stretch or NESTED.search(stretch[:12]):
        return
    values = _values(sentence, stretch)
    complete = bool(sure or _COMPLETE.search(stretch))
    if values:
        parts = Parts(sentence.thing(result["whole"]), values, complete)
        if parts.denies(near):
            yield parts


def _values(sentence, stretch):
    """The number of each part, or nothing where one cannot be read."""
    values = []
    for piece in _BREAKS.split(stretch):
        marks = MARK.findall(piece)
        counts = [index for letter, index in marks if letter == "c"]
        if NESTED.search(piece):
            continue
        if len(counts) > 1:
            return ()
        if counts:
            number = sentence.thing(counts[0])
            if number.bound or not _FIRST.match(piece):
                return ()
            values.append(number.value)
        elif ONE_PART.match(piece) or NIL.match(piece):
            values.append(Fraction(1 if ONE_PART.match(piece) else 0))
        elif UNKNOWN.search(piece):
            return ()
    return tuple(values)


def _in_all(sentence, text):
    """`27 and 19, 46 in all`: the counts before a total in the same sentence."""
    for match in _IN_ALL.finditer(text):
        whole = sentence.thing(match["whole"] or match["before"])
        before = text[: match.start()]
        if re.search(r"⟦[pmqx]|\bfrom\b|\bof\s+(?:the\s+)?⟦c", before):
            continue
        values = tuple(mark.value for mark in sentence.marks("c", before))
        if len(values) < 2 or sum(values[-2:]) == whole.value:
            continue
        parts = Parts(whole, values, bool(match["sure"] or match["sign"]))
        if parts.denies(Fraction(1, 7)):
            yield parts
