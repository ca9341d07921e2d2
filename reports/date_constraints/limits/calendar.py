"""Quarters, months and weeks that no year has."""

import re
from collections.abc import Iterator

from assurance.runtime.digits import whole
from assurance.runtime.periods import MONTHS
from reports.checks.reading import Reading
from reports.prose.numbers import value_of
from reports.prose.patterns import SentencePattern
from reports.quantities.model import Denial, Sure, constraint

_ORDINALS = (
    *("fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    *("thirteenth", "fourteenth", "fifteenth"),
)
_QUARTERS = 4
# A year and a day may touch 53 weeks.
_MOST = {"quarter": _QUARTERS, "month": 12, "week": 53}
_NUMBERED = SentencePattern(
    r"(?<!per )(?<!a )(?<!each )\b(?P<unit>quarter|month|week)"
    r"(?:\s+(?P<number>\d{1,2}|five|six|seven|eight)"
    r"|s\s+(?P<numbers>\d{1,2}(?:(?:,\s|,?\s(?:and|to|or)\s)\d{1,2})+))\b(?![.,:]?\d|%|\s+(?:children|people|visits|cases))"
    r"|\bQ(?P<short>\d{1,2})\b",
    re.I,
)
_ORDINAL = SentencePattern(
    rf"\b(?P<ordinal>{'|'.join(_ORDINALS)})\s+quarters?\b(?!\s+(?:in\s+a\s+row|running|of\s+a\s+century))",
    re.I,
)
_OF_A_YEAR = SentencePattern(
    r"\b(?P<count>five|six|seven|eight|nine|ten)\s+quarters\s+of\s+(?:the\s+year\s+)?⟦d\d+⟧", re.I
)
# “In six months 84 visits were made” names no month 84.
_COUNTED = re.compile(
    r"(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|last|few|past|these|the"
    r"|this|that|first|second|third|fourth|final|next|previous|whole|same|other|following|several|all|both"
    r"|spring|summer|autumn|winter|those))\s+$",
    re.I,
)
# “Quarter 3 (October to November)”.
_MONTHS = "|".join(MONTHS)
_SPAN = SentencePattern(
    rf"\b(?:quarter(?:\s+(?:\d|one|two|three|four))?|Q\d)(?:\s+of\s+\S+|\s+\d{{4}}\S*)?\s*[(,]\s*"
    rf"(?P<first>{_MONTHS})(?:\s+\d{{4}})?\s*(?:to|–|-)\s*(?P<last>{_MONTHS})\b",
    re.I,
)
_YEARS = SentencePattern(
    r"\b(?P<many>\d|two|three|four|five|six|seven|eight|nine|ten)\s+years\s+(?:from|between)\s+(?P<first>\d{4})"
    r"\s+(?:to|and)\s+(?P<last>\d{4})\b",
    re.I,
)
_MEND = "Put the number right."


@constraint(
    "outside-calendar", "C15; source of error 9a", follows=("length-denied",), family="timing"
)
def outside_calendar(reading: Reading) -> Iterator[Denial]:
    """A quarter, month or week that is named by its number is one that a year has."""
    for line, sentence in reading.sentences():
        written = line.text[sentence.start : sentence.end]
        for match in _NUMBERED.finditer(written):
            unit = (match["unit"] or "quarter").casefold()
            named = match["short"] or match["number"] or match["numbers"]
            numbers = re.findall(r"\d+|five|six|seven|eight", named, re.I)
            values = [_value(word) for word in numbers]
            # “The Quarter 5 scorecard” is named, whatever stands before it.
            is_named = match["unit"] and match["unit"][0].isupper() and match["number"]
            # “Q6.” alone numbers a question.
            is_label = match["short"] and written.strip(" .:") == match.group()
            counted = is_label or (not is_named and _COUNTED.search(written[: match.start()]))
            if max(values) > _MOST[unit] and not counted:
                place = sentence.start + match.start(), sentence.start + match.end()
                yield _denial(line, place, match.group(), unit)
        for match in _ORDINAL.finditer(written):
            place = sentence.start + match.start(), sentence.start + match.end()
            yield _denial(line, place, match.group(), "quarter")
        for match in _SPAN.finditer(written):
            first, last = (_place(match[name]) for name in ("first", "last"))
            if (last - first) % len(MONTHS) != 2:
                place = sentence.start + match.start(), sentence.start + match.end()
                says = (
                    f"A quarter has three months, but {match['first']} to {match['last']} has not."
                )
                yield Denial(line, place, says, _MEND)
        for match in _YEARS.finditer(written):
            many = _value(match["many"])
            gap = whole(match["last"]) - whole(match["first"])
            if many not in (gap, gap + 1):
                place = sentence.start + match.start(), sentence.start + match.end()
                says = f"{match['first']} to {match['last']} is {gap} or {gap + 1} years."
                yield Denial(line, place, says, _MEND)
        for match in _OF_A_YEAR.finditer(sentence.text):
            says = f"A year has four quarters, but the report has {match['count']}."
            yield Denial(line, sentence.start, says, _MEND, Sure.READ)
    yield from _in_cells(reading)


def _in_cells(reading: Reading) -> Iterator[Denial]:
    """The same of a quarter in a table, named in full: `Quarter 5 of 2024/25`."""
    cells = (line for grid in reading.grids for row in grid.rows for line in row)
    for line in cells:
        for match in _NUMBERED.finditer(line.text):
            unit, number = (match["unit"] or "").casefold(), match["number"]
            if unit == "quarter" and number and _value(number) > _MOST[unit]:
                yield _denial(line, match.span(), match.group(), unit)


def _value(word: str):
    """The number that a word or some digits write; nought where they write none."""
    return whole(word) or value_of(word) or 0


def _place(month):
    return [item.casefold() for item in MONTHS].index(month.casefold())


def _denial(line, place, words, unit):
    says = f"The report has “{words}”, but a year has {_MOST[unit]} {unit}s."
    return Denial(line, place, says, _MEND)
