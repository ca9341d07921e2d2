"""What a sentence about a target says of the share in the sentence before it."""

import re
from collections.abc import Iterator
from fractions import Fraction

from reports.checks.reading import Reading
from reports.prose.asides import CONDITIONS, EARLIER_TIMES
from reports.prose.numbers import Number
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.arithmetic import number_text
from reports.prose.quantities.betterment import is_less_better
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import just_before, statements

_AIM = r"\W*(?:the|our|its|their)\s+(?:[a-z-]+\s+){0,2}?(?:target|standard|aim|goal|threshold)\s+"
_HOW = (
    r"(?P<how>not\s+(?:been\s+)?(?:met|reached|achieved)|met|reached|achieved|exceeded|beaten|"
    r"missed|inside|within|outside|above|below|⟦q(?P<points>\d+)⟧)"
)
# “The target of 98% was narrowly missed.”
_OF_SO_MUCH = re.compile(
    rf"{_AIM}of\s+⟦p(?P<limit>\d+)⟧\s+(?:was|is|has|had)\s+(?:[a-z]+\s+){{0,2}}?{_HOW}\s*(?:[.;,]|$)",
    re.I,
)
# “The target is 20% or less, so April is outside the target”, “… so it was 5.1 points short”.
_IS_SO_MUCH = re.compile(
    rf"{_AIM}(?:is|was)\s+(?P<least>at\s+least\s+)?(?P<most>(?:at\s+most|no\s+more\s+than)\s+)?⟦p(?P<limit>\d+)⟧"
    r"(?:\s+or\s+(?:(?P<more>more|over|better|higher|above)|(?P<less>less|fewer|lower|under|below)))?,?\s+(?:so|and)\s+"
    rf"(?:(?:[^⟦.;:,]|⟦[dx]\d+⟧){{0,60}}?\s)?(?:is|was|were|has\s+been|had\s+been)\s+(?:[a-z]+\s+){{0,2}}?{_HOW}"
    r"(?:\s+(?P<behind>(?:the|that|this|its|our)\s+(?:target|standard|aim|goal|threshold)\b|it\b|"
    r"[^⟦.;:,]{0,30}\b(?:short|below|under|above|over|better|higher)\b)|\s*(?=[.;,]|$))",
    re.I,
)
_SIDE = re.compile(
    r"\b(?:(?P<below>short|below|under)|(?P<above>above|over|better|higher))\b", re.I
)
# “In 2024 it was 148 of 281 (52.7%). Our own target of 60% was therefore met.”
_OF_ANOTHER_TIME = SentencePattern(
    rf"^\W*(?:in|at|on|during|for)\s+(?:the\s+)?⟦d|^[^⟦]*\b(?:{EARLIER_TIMES}|before|previous)\b",
    re.I,
)
# A second share of the sentence before is what the first is compared with.
_COMPARED = SentencePattern(r"\b(?:compared\s+with|against|up\s+from|down\s+from)\b", re.I)
_UNSURE = re.compile(rf"\b(?:{CONDITIONS}|nearly|almost|except\w*|each|every|both)\b", re.I)
_MET = {"met", "reached", "achieved", "exceeded", "beaten", "inside", "within"}
_LEAST, _MOST = (">", ">="), ("<", "<=")
# Hardly anything bad is aimed at for half of all.
_HIGH = 50
_MEND = "Use the word that the two numbers show."
_MEND_POINTS = "Put the difference right."


def shares_against_targets(reading: Reading) -> Iterator[Denial]:
    """`62 of the 69 were held on time, which is 89.9%. The target of 95% was met.`"""
    rows = statements(reading)
    for place, row in enumerate(rows):
        text = row.sentence.text
        match = _OF_SO_MUCH.match(text) or _IS_SO_MUCH.match(text)
        earlier = just_before(rows, place) if match else None
        value = earlier and _share_of(earlier)
        if value and not value.bound and not _UNSURE.search(match[0]):
            yield from _denied(row, earlier, match, value)


def _share_of(row: Statement) -> Number | None:
    """The one share of a sentence, or the one that it compares with others."""
    if _OF_ANOTHER_TIME.search(row.sentence.text):
        return None
    compared = _COMPARED.search(row.sentence.text)
    marks = row.sentence.marks("p", row.sentence.text[: compared.start()] if compared else None)
    return marks[0] if len(marks) == 1 else None


def _denied(row: Statement, earlier: Statement, match: re.Match, value: Number):
    limit, groups = row.sentence.thing(match["limit"]), match.groupdict()
    gap = value.value - limit.value
    if groups["points"]:
        yield from _of_points(row, match, value, limit)
        return
    how = " ".join(match["how"].casefold().split())
    if how in ("above", "below"):
        is_denied = gap < 0 if how == "above" else gap > 0
    else:
        is_less = _is_less_better(earlier, groups, limit)
        is_met = gap <= 0 if is_less else gap >= 0
        # What is exactly as much is met, whichever way is better.
        is_denied = is_less is not None and is_met != (how in _MET)
    if is_denied:
        word = row.sentence.said(match["how"])
        says = f"The report has “{word}”, but the value is {value.words} against {limit.words}."
        yield Denial(row.line, row.span, says, _MEND)


def _is_less_better(earlier: Statement, groups: dict, limit: Number) -> bool | None:
    """True if the target is the most that is good, None where nothing shows which way is better:
    `18% were repeats. The target of 15% has not been met.`"""
    if groups.get("least") or groups.get("more") or limit.bound in _LEAST:
        return False
    is_most = groups.get("most") or groups.get("less") or limit.bound in _MOST
    if is_most or is_less_better(earlier.sentence.said()):
        return True
    return False if limit.value >= _HIGH else None


def _of_points(row: Statement, match: re.Match, value: Number, limit: Number):
    points, side = row.sentence.thing(match["points"]), _SIDE.search(match["behind"] or "")
    gap = value.value - limit.value
    if side is None or points.bound:
        return
    # Each of the three may have been rounded.
    room = Fraction(1, 10 ** max(0, min(value.places, points.places)))
    if abs(abs(gap) - points.value) > room or (gap > 0) != bool(side["above"]):
        right = f"{number_text(abs(gap), max(value.places, limit.places))} points"
        way = "above" if gap > 0 else "below"
        says = f"{value.words} is {right} {way} {limit.words}, but the report has "
        yield Denial(row.line, points, f"{says}“{row.sentence.said(match['how'])}”.", _MEND_POINTS)
