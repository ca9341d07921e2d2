"""Bands of age, time or size, as the headings of rows and columns name them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assurance.runtime.digits import UNITS, whole
from reports.prose.dates import Mention

ENDLESS = 10**9
TO = r"\s?(?:–|—|-|/|to|and)\s?"
_BAND = re.compile(
    rf"^\W*(?:aged?\s+|ages\s+|between\s+|from\s+)?(?P<from>\d{{1,4}}){TO}(?P<to>\d{{1,4}})\b"
    r"(?!\s?[%/])"
    r"|^\W*(?:aged?\s+)?(?P<least>\d{1,4})\s?(?:(?:years?|months?|weeks?|days?|hours?)\s)?(?:\+|and\s+(?:over|above|older)|or\s+(?:over|more|older)|"
    r"plus\b)"
    r"|^\W*(?:aged?\s+)?(?:under|below|less\s+than|younger\s+than|fewer\s+than)\s+(?P<under>\d{1,4})\b"
    r"|^\W*(?:over|more\s+than|above)\s+(?P<over>\d{1,4})\b"
    r"|^\W*(?:aged?\s+)?(?P<single>\d{1,2})(?=\s*(?:years?|months?|weeks?|days?)?(?:\s+olds?)?\W*$)",
    re.I,
)
_WITH_NUMBER = re.compile(
    r"\s*(?:[:,]|\s[–—-]|\()\s*(?:\d[\d,]*(?:\.\d+)?%?\s*(?:children|young\s+people|cases|people)?"
    r"\s*(?:\(\d+(?:\.\d+)?%\))?)\)?[;,.]?(?:\s*and)?$",
    re.I,
)


@dataclass(frozen=True)
class Band:
    """A run of whole numbers, both ends included, and how it was written."""

    first: int
    last: int
    words: str
    open_end: bool = False

    def overlaps(self, other: "Band") -> bool:
        """Whether some number stands in both."""
        return self.first <= other.last and other.first <= self.last

    def nests(self, other: "Band") -> bool:
        """Whether one holds the other whole."""
        return (self.first <= other.first and other.last <= self.last) or (
            other.first <= self.first and self.last <= other.last
        )


def band_of(text: str) -> Band | None:
    """The band that a row's heading names, or None."""
    # “0–7 days: 20” is a band with its number.
    sentence = _WITH_NUMBER.sub("", text.strip())
    match = _BAND.match(sentence)
    if not match:
        return None
    if match["from"]:
        first, last = whole(match["from"]), whole(match["to"])
        years = 1900 <= first <= 2100
        return Band(first, last, sentence) if first <= last and not years else None
    if match["least"]:
        return Band(whole(match["least"]), ENDLESS, sentence)
    if match["under"]:
        return Band(0, whole(match["under"]) - 1, sentence, True)
    if match["over"]:
        return Band(whole(match["over"]) + 1, ENDLESS, sentence, True)
    return Band(whole(match["single"]), whole(match["single"]), sentence)


_TIME = rf"(?P<{{0}}>\d+|an?|{'|'.join(UNITS[1:])})(?:\s+(?P<{{0}}_unit>day|week|month|year)s?)?"
_UNDER = r"(?:under|less\s+than|up\s+to|within)"
_LENGTH = re.compile(
    rf"^\W*(?:(?:for|of|from)\s+)?(?:(?:over\s+|more\s+than\s+)?{_TIME.format('least')}(?:\s+(?:to|and|but)\s+{_UNDER}\s+"
    rf"{_TIME.format('most')}|,?\s+(?:or|and)\s+(?:over|more|above|longer))"
    rf"|{_UNDER}\s+{_TIME.format('under')}|(?:over|more\s+than)\s+{_TIME.format('over')})\W*$",
    re.I,
)
_IN_DAYS = {"day": 1, "week": 7, "month": 30, "year": 360}


def length_of(text: str) -> tuple[int, int] | None:
    """From how many days to under how many a row's heading runs: `6 months to under 2 years`."""
    match = _LENGTH.match(_WITH_NUMBER.sub("", text.strip()))
    ends = [_days(match, key) for key in ("least", "most", "under", "over")] if match else [0]
    if not match or 0 in ends:
        return None
    least, most, under, over = ends
    if under:
        return 0, under
    return (over, ENDLESS) if over else (least, most or ENDLESS)


def _days(result, key):
    """The days that one end states, None where there is none, nought where it has no unit."""
    if not result[key]:
        return None
    unit, word = result[f"{key}_unit"] or result["most_unit"] or "", result[key].casefold()
    number = UNITS.index(word) if word in UNITS else 1 if word in ("a", "an") else whole(word)
    return (number or 0) * _IN_DAYS.get(unit.casefold(), 0)


def period_of(text: str, value: Sequence[Mention]) -> tuple[date, date] | None:
    """The first and last day that a row's heading with those dates names, or None."""
    if len(text.split()) > 12 or not value or any(entry.impossible for entry in value):
        return None
    if len(value) == 1:
        item = value[0]
        return (item.first, item.last) if item.first and item.last else None
    if len(value) != 2 or not value[1].first or not value[1].last:
        return None
    first = value[0].first
    if first is None and value[0].month:
        year = value[1].year - (value[0].month > value[1].month)
        first = date(year, value[0].month, max(value[0].day, 1))
    return (first, value[1].last) if first and first <= value[1].last else None
