"""Courses that are called steady, against the two values that they went from and to."""

import re
from collections.abc import Iterator
from fractions import Fraction

from reports.checks.reading import Reading
from reports.prose.numbers import PERCENT
from reports.quantities.model import Denial
from reports.quantities.passages import statements

_STEADY = re.compile(
    r"\b(?:(?:held|holds?|holding|stayed|stays?|remain(?:s|ed)|kept|was|were|is|are|been)\s+(?:broadly\s+|fairly\s+|very\s+|largely\s+)?"
    r"(?:steady|stable|level|flat|constant|unchanged)|(?:hardly|little|barely|not|scarcely)\s+changed)\b",
    re.I,
)
_FROM_TO = re.compile(
    r"\bfrom\s+⟦(?P<kind>[cmp])(?P<first>\d+)⟧(?:[^⟦;:.]|⟦[dx]\d+⟧){0,40}?\bto\s+⟦(?P=kind)(?P<last>\d+)⟧",
    re.I,
)
_UNSURE = re.compile(
    r"\b(?:not\s+(?!changed)|no\s+longer|never|until|but|although|though|except\w*|while|whereas|if|then|had)\b",
    re.I,
)
# “It rose in the fourth from 20 to 31, and in all they hardly changed” is of another.
_IN_ALL = re.compile(
    r"\b(?:in\s+all|overall|altogether|together|in\s+total|as\s+a\s+whole)\b", re.I
)
# So far may two values part that are called steady: a share of the larger, or points.
_FAR, _POINTS, _FEW = Fraction(1, 5), 7, 3


def levels(reading: Reading) -> Iterator[Denial]:
    """`The number of children was stable, from 188 in March to 240 in June.`"""
    for row in statements(reading):
        text = row.sentence.text
        word, pair = _STEADY.search(text), _FROM_TO.search(text)
        if not word or not pair or _UNSURE.search(text):
            continue
        if _IN_ALL.search(text, pair.end(), max(pair.end(), word.start())):
            continue
        first, last = (row.sentence.thing(pair[name]) for name in ("first", "last"))
        gap, most = abs(last.value - first.value), max(first.value, last.value)
        far = gap > _POINTS if first.kind == PERCENT else gap > max(_FEW, most * _FAR)
        if far and not (first.bound or last.bound):
            says = f"It went from {first.words} to {last.words}, but the report uses "
            says += f"“{word.group()}”."
            yield Denial(row.line, row.span, says, "Use the word that the numbers show.")
