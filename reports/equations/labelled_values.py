"""Values that a sentence gives with what each is of: `18 in July, 12 in August and 19 in September.
September was the busiest month`, `it rises with age: 54.3% at 19, 59.0% at 20 and 65.9% at 21`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reports.checks.reading import Reading
from reports.prose.asides import EARLIER_TIMES, OTHER_AREAS
from reports.prose.numbers import Number
from reports.prose.patterns import SentencePattern
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import after, statements

_LABEL = r"(?:⟦[cdx]\d+⟧|[A-Z][A-Za-z’'-]*(?:\s+[A-Z][A-Za-z’'-]*){0,2})"
_PAIR = rf"⟦[cpm]\d+⟧(?:\s+[a-z]+)?\s+(?:in|at|for|from|on)\s+(?:the\s+)?{_LABEL}"
_RUN = SentencePattern(rf"{_PAIR}(?:(?:,\s+(?:and\s+)?|;\s+|\s+and\s+){_PAIR}){{2,}}")
_EACH = re.compile(
    rf"⟦(?P<kind>[cpm])(?P<mark>\d+)⟧(?:\s+[a-z]+)?\s+(?:in|at|for|from|on)\s+(?:the\s+)?(?P<label>{_LABEL})"
)
_HIGH = r"busiest|highest|most|largest|greatest|peak|best"
_LOW = r"quietest|lowest|fewest|smallest|least"
_MOST = SentencePattern(
    rf"(?P<label>{_LABEL})\s+(?:was|is|had|saw)\s+(?:therefore\s+|thus\s+)?(?:much\s+|by\s+far\s+)?the\s+"
    rf"(?:(?P<high>{_HIGH})|(?P<low>{_LOW}))\b(?!\s+(?:since|but|[a-z]+\s+but|after))",
)
_COURSE = SentencePattern(
    r"\b(?:(?P<up>rises?|grows?|increases?|climbs?)|(?P<down>falls?|declines?|drops?|decreases?))\s+with\s+(?:age|time|size|distance)\b",
    re.I,
)
_OTHERS = re.compile(rf"\b(?:{EARLIER_TIMES}|{OTHER_AREAS})\b", re.I)
_MEND = "Correct the sentence, or the number."


@dataclass(frozen=True)
class _Value:
    """One value of a run and what it is of, as both are written."""

    number: Number
    label: str


def labelled_values(reading: Reading) -> Iterator[Denial]:
    """The denials of a highest or a lowest, and of a course, that the values of a run deny."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        runs = [*_RUN.finditer(row.sentence.text)]
        if len(runs) != 1:
            continue
        values = _values(row, runs[0])
        if len({x.number.kind for x in values}) > 1 or any(x.number.bound for x in values):
            continue
        near = [row, *after(rows, place, 1)]
        yield from _unlike_most(values, near)
        yield from _unlike_course(row, values)


def _values(row: Statement, run: re.Match) -> list[_Value]:
    return [
        _Value(row.sentence.thing(x["mark"]), _written(row, x["label"]))
        for x in _EACH.finditer(run.group())
    ]


def _written(row: Statement, label: str) -> str:
    return row.sentence.said(label).strip(" .,").casefold()


def _unlike_most(values: Sequence[_Value], near: Sequence[Statement]) -> Iterator[Denial]:
    for row in near:
        match = _MOST.search(row.sentence.text)
        named = match and _written(row, match["label"])
        own = next((x for x in values if x.label == named), None)
        if own is None or _OTHERS.search(row.sentence.text):
            continue
        pick = max if match["high"] else min
        most = pick(values, key=lambda x: x.number.value)
        if most.number.value != own.number.value:
            says = f"{own.number.words} is called the {match['high'] or match['low']}, and "
            says += f"{most.number.words} of the same sentences passes it."
            yield Denial(row.line, row.span, says, _MEND)


def _unlike_course(row: Statement, values: Sequence[_Value]) -> Iterator[Denial]:
    match = _COURSE.search(row.sentence.text)
    steps = [last.number.value - first.number.value for first, last in pairwise(values)]
    if match and all(step < 0 if match["up"] else step > 0 for step in steps):
        says = f"From {values[0].number.words} to {values[-1].number.words} each is "
        says += f"{'less' if match['up'] else 'more'} than the one before, but the report has "
        yield Denial(row.line, row.span, f"{says}“{match.group()}”.", _MEND)
