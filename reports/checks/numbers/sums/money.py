"""Sums of money that must add up to the sum stated, as far as their rounding allows."""

import re
from collections.abc import Iterator
from fractions import Fraction

from reports.checks.reading import Line, Reading
from reports.checks.rule import Fault, Severity, fault
from reports.prose.marks import Marked
from reports.prose.numbers import Number
from reports.prose.quantities.arithmetic import extent

_MADE_UP = re.compile(
    r"⟦m(?P<whole>\d+)⟧(?:[^⟦:;.]|⟦[dx]\d+⟧){0,80}?(?P<cue>\b(?:made\s+up\s+of|compris\w+(?:\s+of)?|consist\w*\s+of|"
    r"(?:split|divided|shared)\s+(?:between|into|among)|broken\s+down\s+(?:as|into))\b|:|\(|"
    r",?\s+of\s+which\b|,(?=\s+⟦m\d+⟧\s+of\s+(?:it|this|that|which)\b)|\s[–—-]\s)(?P<parts>[^()]*)",
    re.I,
)
_IN_ALL = re.compile(
    r"(?P<parts>.*?)(?:,|\band\b|\b(?:a\s+total\s+of|totalling|making|in\s+total,?|altogether,?|=))\s*"
    r"(?:a\s+total\s+of\s+)?⟦m(?P<whole>\d+)⟧"
    r"(?:\s*(?:in\s+all|in\s+total|altogether|overall)\b|(?P<bare>\W*$))",
    re.I | re.S,
)
_TOTALS = re.compile(r"\b(?:a\s+total\s+of|totalling|making|in\s+total|altogether)\b|=", re.I)
_OTHER = re.compile(
    r"\b(?:from|to)\s+⟦m|\b(?:against|compar\w+|increas\w+|reduc\w+|rose|fell|up|down|over-?\s?sp\w+|under-?\s?sp\w+|"
    r"saving\w*|per|each|including|of\s+them|more\s+than|less\s+than|budget|forecast|than)\b",
    re.I,
)
_REST = re.compile(r"\b(?:the\s+(?:remaining|rest|balance|other)|remainder)\b", re.I)
# How far parts that nothing says to be all of it may be from the whole and still be meant so.
_NEAR, _OPENED = Fraction(1, 10), Fraction(1, 3)
_THOUSAND = 1000


def sums(reading: Reading) -> Iterator[Fault]:
    """A sum of money that the sums it is said to be made of do not come to."""
    for line, sentence in reading.sentences():
        if sentence.text.count("⟦m") > 2:
            yield from _in_sentence(line, sentence)


def _in_sentence(line: Line, sentence: Marked):
    match = _MADE_UP.search(sentence.text)
    if match:
        parts = _parts(sentence, match["parts"])
        sure = match["cue"].strip(" ,").isalpha() or " " in match["cue"].strip(" ,–—-")
        sure = (sure and "which" not in match["cue"]) or bool(_REST.search(match["parts"]))
        near = _OPENED if match["cue"] in (":", "(") else _NEAR
        yield from _judged(line, sentence.thing(match["whole"]), parts, sure, near)
        return
    match = _IN_ALL.match(sentence.text)
    is_total = match and (match["bare"] is None or _TOTALS.search(sentence.text))
    if is_total:
        whole = sentence.thing(match["whole"])
        yield from _judged(line, whole, _parts(sentence, match["parts"]), True)


def _parts(sentence, stretch):
    """The exact sums of a stretch, or nothing where it holds what is no part."""
    if _OTHER.search(stretch) or "⟦p" in stretch or "⟦c" in stretch:
        return ()
    parts = tuple(sentence.marks("m", stretch))
    return () if any(part.bound for part in parts) else parts


def _judged(line: Line, whole: Number, parts, sure, near=_NEAR):
    if len(parts) < 2 or whole.bound:
        return
    low, high = (sum(ends) for ends in zip(*map(_extent, parts), strict=True))
    least, most = _extent(whole)
    total = sum(part.value for part in parts)
    if total == whole.value or (not sure and abs(total - whole.value) > whole.value * near):
        return
    rounded = low <= most and least <= high
    text = " + ".join(part.words for part in parts)
    says = f"{text} come to {_pounds(total)}, and the paper says {whole.words}"
    says += ", which rounding may explain." if rounded else "."
    mend = "Put the wrong sum right, or name the part that is missing."
    severity = Severity.ADVICE if rounded else None
    yield fault(line, whole, says, mend, severity=severity)


def _extent(number):
    """Between which sums the truth lies: what is written out in pounds is true to a thousand."""
    low, high = extent(number)
    if re.search(r"[a-z]", number.words, re.I):
        return low, high
    room = min((high - low) / 2, Fraction(_THOUSAND, 2))
    return number.value - room, number.value + room


def _pounds(value):
    if value >= 10**6:
        return f"£{float(value / 10**6):.3f}".rstrip("0").rstrip(".") + " million"
    return f"£{float(value):,.2f}".removesuffix(".00")
