"""`Both measures got better`, against the two values with what each was before."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reports.prose.numbers import Number
from reports.prose.quantities.betterment import better_way
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import of_passage

_OF = (
    r"(?:\s+of\s+(?:these|them|those|the\s+(?:two|three|four)))?(?:\s+(?:the\s+|these\s+|our\s+)?(?:[a-z]+\s+)?"
    r"(?:measures?|figures?|indicators?|rates?|results?|numbers?|averages?|shares?|percentages?|lines?))?"
)
_BECAME = r"(?:got|became|(?:is|are|was|were)(?:\s+now)?)"
_WENT = r"(?:moved|went|gone)\s+(?:in\s+)?the"
_GOOD = rf"improved|{_BECAME}\s+better|{_WENT}\s+right\s+(?:direction|way)"
_BAD = rf"worsened|deteriorated|{_BECAME}\s+worse|{_WENT}\s+wrong\s+(?:direction|way)"
_UP = r"rose|risen|went\s+up|gone\s+up|increased|grew|grown"
_DOWN = r"fell|fallen|went\s+down|gone\s+down|decreased|dropped"
_CLAIM = re.compile(
    rf"\b(?:(?P<both>both)|(?P<neither>neither)|(?P<all>all(?:\s+(?:the\s+)?(?:three|four|⟦c(?P<many>\d+)⟧))?)|(?P<none>none))\b{_OF}\s+(?:(?:have|has|had)\s+)?"
    rf"(?:(?P<good>{_GOOD})|(?P<bad>{_BAD})|(?P<up>{_UP})|(?P<down>{_DOWN}))\b"
    rf"|\bone\b{_OF}\s+(?:has\s+)?(?P<split>{_GOOD})\s+(?:and|but|while)\s+(?:the\s+)?other\s+(?:has\s+)?(?:{_BAD}|worse|fell)",
    re.I,
)
_TIME = (
    r"(?:⟦[dx]\d+⟧|(?:in\s+|the\s+)?(?:last|previous)\s+[a-z]+|before|quarter\s+⟦[cx]\d+⟧|Q⟦[cx]\d+⟧|"
    r"previously|a\s+(?:year|quarter)\s+(?:ago|earlier|before))"
)
# “88% of contacts (Quarter 1: 81%)”, “88%, against 81% last year”.
_NOW_THEN = re.compile(
    rf"⟦(?P<kind>[cpmx])(?P<now>\d+)⟧[^⟦.;:()]{{0,50}}?(?:\(\s*(?:in\s+)?{_TIME}:?,?\s+|,\s+(?:compared\s+with|against|up\s+from|down\s+from)\s+|"
    r"\s+\((?:was\s+|up\s+from\s+|down\s+from\s+|compared\s+with\s+|against\s+|from\s+)?)⟦(?P=kind)(?P<then>\d+)⟧",
    re.I,
)
_FROM_TO = re.compile(
    r"\bfrom\s+⟦(?P<kind>[cpmx])(?P<then>\d+)⟧(?:[^⟦.;:()]|⟦[dx]\d+⟧){0,40}?\bto\s+⟦(?P=kind)(?P<now>\d+)⟧",
    re.I,
)
_UNSURE = re.compile(
    r"\b(?:not|should|would|will|expected|except\w*|target|if|until|had\s+been)\b", re.I
)
_FAR, _PAIR = 5, 2


@dataclass(frozen=True)
class _Course:
    """The value of a measure before and now, and its better way (0 where that is unsure)."""

    then: Number
    now: Number
    better: int

    @property
    def way(self) -> int:
        """1 where it rose, -1 where it fell."""
        return (self.now.value > self.then.value) - (self.now.value < self.then.value)


def both_ways(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """`88% (Quarter 1: 81%)` and `19% (Quarter 1: 22%). Low is good`: both got better."""
    claims = [*_CLAIM.finditer(row.sentence.text)]
    if len(claims) != 1 or _UNSURE.search(row.sentence.text):
        return
    claim = claims[0]
    # What one sentence says of its own two numbers is read with the words between them.
    if (claim["up"] or claim["down"]) and row.quantities:
        return
    courses = _courses(row, earlier)
    size = _size_of(row, claim)
    if len(courses) < _PAIR or (size and len(courses) != size):
        return
    verdicts = [_bears(claim, course) for course in courses]
    if None in verdicts:
        return
    if claim["split"]:
        holds = verdicts.count(True) == 1
    elif claim["neither"] or claim["none"]:
        holds = not any(verdicts)
    else:
        holds = all(verdicts)
    if not holds:
        steps = "; ".join(f"{x.then.words} to {x.now.words}" for x in courses)
        says = (
            f"They went {steps}, but the report has “{row.sentence.said(claim.group()).strip()}”."
        )
        yield Denial(row.line, row.span, says, "Use the word that the numbers show.")


def _size_of(row: Statement, claim: re.Match) -> int | None:
    """How many measures a claim is of; None where it gives no number."""
    if claim["both"] or claim["neither"] or claim["split"]:
        return _PAIR
    if claim["many"]:
        return row.sentence.thing(claim["many"]).value
    words = (claim["all"] or "").casefold().split()
    return next((number for word, number in (("three", 3), ("four", 4)) if word in words), None)


def _bears(claim: re.Match, course: _Course) -> bool | None:
    """True if a course is as claimed; None where it is unsure which way is better."""
    if claim["up"] or claim["down"]:
        return course.way == (1 if claim["up"] else -1)
    if not course.better:
        return None
    good = course.way == course.better
    return good if claim["good"] or claim["split"] else bool(course.way) and not good


def _courses(row: Statement, earlier: Sequence[Statement]) -> list[_Course]:
    """The course of each measure that the sentences right before tell, in order."""
    found: list[_Course] = []
    behind = ""
    for other in (row, *of_passage(row, earlier[:_FAR])):
        pairs = [*_NOW_THEN.finditer(other.sentence.text), *_FROM_TO.finditer(other.sentence.text)]
        if other.line is not row.line and not pairs and found and other.quantities:
            break
        text = f"{other.sentence.said()} {behind}"
        for match in reversed(pairs):
            now, then = (other.sentence.thing(match[name]) for name in ("now", "then"))
            if not (now.bound or then.bound):
                found.insert(0, _Course(then, now, better_way(text)))
        behind = "" if pairs else other.sentence.said()
    return found
