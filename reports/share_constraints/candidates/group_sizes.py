"""Which of two groups is the larger, against the counts that are given of both: `Eleven went to an
agency and nine retired. Those who went to agencies were outnumbered by those who retired`."""

import re
from collections.abc import Iterator, Sequence

from reports.checks.reading import Reading
from reports.prose.marks import MARK
from reports.prose.numbers import COUNT, Number
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import after, statements
from reports.quantities.repeats.roots import stems_in
from reports.quantities.tables import TOTAL, tables_near
from reports.share_constraints.candidates.near import is_supposed, passage

_NAME = r"[^⟦.;:,]{3,60}?"
_OUTNUMBERED = re.compile(
    rf"(?P<first>{_NAME})\s+(?:(?P<passive>(?:were|was|are|is|have\s+been)\s+(?:[a-z]+\s+)?outnumbered\s+by)|"
    rf"(?:[a-z]+ly\s+)?(?:outnumber(?:ed|s)?|exceed(?:ed|s)?))\s+(?P<last>{_NAME})(?=[.,;:]|$|\s+(?:and|but|by|in|for|while)\b)",
    re.I,
)
# “There were more boys than girls”, “more of them retired than went to an agency”.
_MORE = re.compile(
    rf"\b(?:(?P<more>more)|(?P<fewer>fewer))\s+(?!of\s+the\s+⟦)(?P<first>{_NAME})\s+than\s+(?!(?:in|at|on|last|half|we|a|an|the\s+(?:year|quarter|target))\b)"
    rf"(?P<last>{_NAME})(?=[.,;:]|$|\s+(?:and|but|in|for|while)\b)",
    re.I,
)
_UNSURE = re.compile(
    r"\b(?:not|no|never|often|likely|per|rate|share|proportion|than\s+one|once|usual\w*|last\s+year|before)\b",
    re.I,
)
_PIECES = re.compile(r"[,;:.]|\band\b|\bbut\b|\bwhile\b", re.I)
_PLAIN = stems_in(
    "those who which that were was had went go child children people number figure total case young"
)
_BACK, _MEND = 3, "Use the word that the numbers show, or correct them."


def group_sizes(reading: Reading) -> Iterator[Denial]:
    """The group that is called the larger of two is so by their counts near."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        match = _OUTNUMBERED.search(row.sentence.text) or _MORE.search(row.sentence.text)
        if not match or is_supposed(row, match) or _UNSURE.search(row.sentence.text):
            continue
        near = [*passage(rows, place, _BACK), *after(rows, place, 1)]
        groups = [*(x for other in near for x in _groups(other)), *_rows(reading, row)]
        first, last = (
            _best(groups, match[x], match[y]) for x, y in (("first", "last"), ("last", "first"))
        )
        is_less = bool(match.groupdict().get("passive") or match.groupdict().get("fewer"))
        pairs = [(x, y) for x in first for y in last]
        wrong = [(x, y) for x, y in pairs if (x.value > y.value if is_less else x.value < y.value)]
        if pairs and len(wrong) == len(pairs):
            few, many = wrong[0]
            says = f"The counts are {few.words} and {many.words}, but the report has "
            yield Denial(
                row.line, row.span, f"{says}“{row.sentence.said(match.group()).strip()}”.", _MEND
            )


def _groups(row: Statement) -> Iterator[tuple[frozenset[str], Number]]:
    """Each count of a sentence with the roots of the words of its clause."""
    text = row.sentence.text
    marks = [x for x in MARK.finditer(text) if x[1] == "c"]
    for mark in marks:
        number = row.sentence.thing(mark[2])
        ahead = MARK.split(_PIECES.split(text[: mark.start()])[-1])[-1]
        behind = MARK.split(_PIECES.split(text[mark.end() :])[0])[0]
        if not number.bound and not re.search(r"\bof\s+(?:the\s+|these\s+)?$", ahead):
            yield stems_in(f"{ahead} {behind}"), number


def _rows(reading: Reading, row: Statement) -> Iterator[tuple[frozenset[str], Number]]:
    """The counts of the rows of the tables near that have one column of them."""
    for table in tables_near(reading, row.line):
        for label, numbers in zip(table.rows, table.numbers, strict=True):
            counts = [x for x in numbers[1:] if x and x.kind == COUNT]
            if len(counts) == 1 and not TOTAL.match(label):
                yield stems_in(label), counts[0]


def _best(groups: Sequence[tuple[frozenset[str], Number]], name: str, other: str) -> list[Number]:
    """The counts of the groups that have most of the words of a name that the other has not."""
    own = stems_in(name) - stems_in(other) - _PLAIN
    most = max((len(own & roots) for roots, _ in groups), default=0)
    return [x for roots, x in groups if most and len(own & roots) == most]
