"""The sum or the mean of values in a row: `3, 4, 4, 5, 6, 9 and 11 days: an average of
seven`, `it spent it all: £3,510 on leaflets, £6,400 on radio and £2,000 on packs`."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from statistics import median

from reports.checks.reading import Reading
from reports.prose.numbers import MONEY, Number
from reports.prose.quantities.arithmetic import number_text
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import statements

_ROW = re.compile(
    r"⟦[cxm]\d+⟧(?:\s+(?!and\b)[a-z]+){0,2}(?:,\s+(?:and\s+)?⟦[cxm]\d+⟧(?:\s+(?!and\b)[a-z]+){0,2}){1,20}(?:\s+and\s+⟦[cxm]\d+⟧)?",
    re.I,
)
_MEAN = re.compile(
    r"\b(?P<kind>average|averag(?:ed|es|ing)|mean|median)\b[^⟦.;]{0,40}?⟦[cxm](?P<mean>\d+)⟧(?!\s+(?:in|of|out)\b)",
    re.I,
)
# “We had £14,300 for publicity and spent it all: £3,150 on …, … and …”.
_ALL = re.compile(
    r"⟦m(?P<whole>\d+)⟧(?P<ahead>[^⟦.;:]{0,80}?\b(?:(?:spent|used|gave|shared|paid|allocated|handed|split|divided)\b[^⟦.;:]{0,30}|"
    r"all\s+of\s+(?:it|which)[^⟦.;:]{0,30}|in\s+full[^⟦.;:]{0,20}|went\s+(?:[a-z]+\s+){0,3}|made\s+up\s+(?:of|as\s+follows)|as\s+follows|consist\w*\s+of)):\s+(?P<list>.*)$",
    re.I,
)
_PART = re.compile(r"⟦m(?P<mark>\d+)⟧(?P<words>[^⟦;:]{0,70})", re.I)
_NO_PART = re.compile(
    r"\b(?:each|apiece|of\s+which|including|compared|against|more|less|a\s+(?:year|week|head)|per)\b",
    re.I,
)
_FEWEST, _PARTS, _MEND = 3, 2, "Put the wrong number right."


def value_lists(reading: Reading) -> Iterator[Denial]:
    """`They took 3, 4, 4, 5, 6, 9 and 11 working days: an average of seven.`"""
    for row in statements(reading):
        yield from _mean(row)
        yield from _all_spent(row)


def _mean(row: Statement) -> Iterator[Denial]:
    text = row.sentence.text
    means = [*_MEAN.finditer(text)]
    if len(means) != 1:
        return
    stated = row.sentence.thing(means[0]["mean"])
    for match in _ROW.finditer(text):
        values = row.sentence.marks("cxm", match.group())
        inside = match.start() <= means[0].start("mean") < match.end()
        if (
            len(values) < _FEWEST
            or inside
            or stated.bound
            or len({x.kind == MONEY for x in values}) > 1
        ):
            continue
        if not _is_mean(values, stated):
            right = number_text(_mean_of(values), max(1, stated.places))
            says = (
                f"The mean of {values[0].words} to {values[-1].words} is {right}, but the report "
            )
            yield Denial(row.line, stated, f"{says}gives {stated.words}.", _MEND)


def _mean_of(values: Sequence[Number]) -> Fraction:
    return sum(x.value for x in values) / len(values)


def _is_mean(values: Sequence[Number], stated: Number) -> bool:
    """True if a number is the mean or the median of values, as rounded."""
    room = Fraction(1, 2 * 10**stated.places)
    means = (_mean_of(values), Fraction(median(x.value for x in values)))
    return any(abs(mean - stated.value) <= room for mean in means)


def _all_spent(row: Statement) -> Iterator[Denial]:
    match = _ALL.search(row.sentence.text)
    if match is None:
        return
    whole = row.sentence.thing(match["whole"])
    parts = [*_PART.finditer(match["list"])]
    values = [row.sentence.thing(x["mark"]) for x in parts]
    if len(values) < _PARTS or any(_NO_PART.search(x["words"]) for x in parts):
        return
    if any(x.bound for x in (whole, *values)):
        return
    total, rough = sum(x.value for x in values), any("m" in x.words.casefold() for x in values)
    if total != whole.value and not rough and whole.value not in {x.value for x in values}:
        terms = " + ".join(x.words for x in values)
        says = f"{terms} = £{number_text(total)}, but the report gives {whole.words}."
        yield Denial(row.line, whole, says, _MEND)
