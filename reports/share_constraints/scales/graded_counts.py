"""Claims that all, none or all but one reached a grade, against the counts by grade before."""

import re
from collections.abc import Iterator, Sequence

from reports.prose.asides import CONDITIONS, EARLIER_TIMES, EXCEPTIONS
from reports.prose.quantities.arithmetic import number_text
from reports.prose.quantities.grades import rung, taken_in
from reports.quantities.model import Denial, Statement

_GRADE = (
    r"outstanding|excellent|very\s+good|good|adequate|satisfactory|fair|(?:requir\w+|needs?)\s+improvement|weak|poor|"
    r"inadequate|unsatisfactory"
)
# “34 graded good, five requires improvement, one inadequate.”
_COUNTED = re.compile(
    rf"⟦c(?P<count>\d+)⟧\s+(?:(?!of\b)[a-z]+\s+){{0,4}}?(?P<grade>{_GRADE})\b(?!\s+or\b)|(?P<one>\bone)\s+(?:(?!of\b)[a-z]+\s+){{0,4}}?(?P<single>{_GRADE})\b(?!\s+or\b)",
    re.I,
)
_CLAIM = re.compile(
    r"^\W*(?:(?P<but>all\s+but\s+(?:one|⟦c(?P<few>\d+)⟧))|(?P<all>all|every(?:\s+one)?|each)|(?P<none>none|not\s+one|no(?!\s+longer)))\b"
    r"(?P<rest>[^⟦;:]{5,120})",
    re.I,
)
_UNSURE = re.compile(
    rf"\b(?:{EARLIER_TIMES}|{EXCEPTIONS}|{CONDITIONS}|last|before|now|since|then|nearly|"
    r"almost|re-?audit\w*)\b",
    re.I,
)
_LEAST, _FAR = 2, 3


def graded_counts(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """`34 good, five requires improvement, one inadequate. All reached requires improvement.`"""
    claim = _CLAIM.match(row.sentence.text)
    if not claim or _UNSURE.search(row.sentence.text):
        return
    counts = next(filter(None, map(_counts, earlier[:_FAR])), {})
    names = sorted(counts, key=lambda name: rung(name))
    columns = taken_in(names, claim["rest"]) if len(names) >= _LEAST else []
    if len(columns) != 1:
        return
    inside = sum(counts[names[at]] for at in columns[0].places)
    total = sum(counts.values())
    stated = 0 if claim["none"] else total
    if claim["but"]:
        stated -= row.sentence.thing(claim["few"]).value if claim["few"] else 1
    if inside != stated:
        says = f"By the counts before it, it is {number_text(inside)} of {number_text(total)}, but "
        word = claim["but"] or claim["all"] or claim["none"]
        says += f"the report has “{row.sentence.said(word).strip()}”."
        yield Denial(row.line, row.span, says, "Use the word that the counts bear.")


def _counts(row: Statement) -> dict[str, int]:
    """Grade → how many have it, of a sentence that counts two grades or more, each once."""
    counts: dict[str, int] = {}
    for match in _COUNTED.finditer(row.sentence.text):
        grade = " ".join((match["grade"] or match["single"]).casefold().split())
        number = row.sentence.thing(match["count"]) if match["count"] else None
        if grade in counts or (number and number.bound) or rung(grade) is None:
            return {}
        counts[grade] = number.value if number else 1
    return counts if len(counts) >= _LEAST else {}
