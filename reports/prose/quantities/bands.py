"""Bands of age, time or size, as headings, items of lists and prose name them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from assurance.runtime.digits import ORDINALS, UNITS, whole
from reports.prose.dates import Mention
from reports.prose.numbers import value_of
from reports.prose.patterns import SentencePattern

ENDLESS = 10**9
TO = r"\s?(?:–|—|-|/|to|and)\s?"
_WORDS = "|".join(sorted(UNITS[1:], key=len, reverse=True))
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
NUMBER = rf"(?:\d{{1,6}}(?![\d%]|[.,]\d)|\b(?:(?:{_TENS})(?:[-\s](?:{_WORDS}))?|{_WORDS})\b)"
_ORDINALS = ORDINALS[:8]
_UNIT = (
    r"(?:\s+(?:(?:working\s+|calendar\s+)?(?:years?|months?|weeks?|days?|hours?)(?:\s+olds?)?"
    r"|times|episodes?))?"
)
_LESS = r"(?:under|below|less\s+than|fewer\s+than|younger\s+than|not\s+yet)"
_UP_TO = r"(?:up\s+to|within|at\s+most|no\s+more\s+than|not\s+more\s+than)"
_MORE = r"(?:over|more\s+than|above|after|older\s+than|longer\s+than)"
_SHAPE = (
    rf"(?:{_MORE}\s+(?P<above>{{0}}){_UNIT}(?:,|,?\s+(?:and|but|to))\s+(?:(?P<below>{_LESS})|{_UP_TO})\s+(?P<ceiling>{{0}})"
    rf"|(?P<floor>{{0}}){_UNIT},?\s+(?:or|and)\s+(?:more|over|above|older|longer),?\s+(?:but|and)\s+(?P<short_of>{_LESS})\s+(?P<top>{{0}})"
    rf"|(?P<from>{{0}}){_UNIT}\s?(?:–|—|-|/|\bto\b|(?P<joined>\band\b|\bor\b))\s?(?P<short>{_LESS}\s+)?(?P<to>{{0}})"
    rf"|(?P<least>{{0}}){_UNIT}(?:\s?\+|,?\s+(?:and|or)\s+(?:over|more|older|above|upwards|longer)(?!\s+(?:than\s+)?{{0}})|\s+plus\b)"
    rf"|{_LESS}\s+(?:reached\s+(?:their|the)\s+(?P<birthday>{'|'.join(_ORDINALS)})\s+birthday|(?P<under>{{0}}))"
    rf"|(?P<no_more>{{0}}){_UNIT},?\s+(?:or|and)\s+(?:fewer|less|under|below|younger|shorter)(?!\s+than)"
    rf"|{_UP_TO}\s+(?P<most>{{0}})|{_MORE}\s+(?P<over>{{0}})|(?P<once>\bonce\b)|(?P<twice>\btwice\b))"
).replace("{0}", NUMBER)
_BAND = re.compile(
    rf"^\W*(?:(?:took|lasted|seen|[a-z]{{3,}}ed)\s+)?(?:(?:those\s+)?(?:aged?|ages|between|from|for|of)\s+)*(?:{_SHAPE}"
    rf"|(?P<single>{NUMBER})(?={_UNIT}\W*$))",
    re.I,
)
_TOLD = SentencePattern(_SHAPE, re.I)
# “5 to 9: 88”, “ten: six or more episodes”: a band with its count.
_WITH_NUMBER = re.compile(
    r"\s*(?:[:,]|\s[–—-]|\()\s*(?:\d[\d,]*(?:\.\d+)?%?\s*(?:children|young\s+people|cases|people)?"
    r"\s*(?:\(\d+(?:\.\d+)?%\))?)\)?[;,.]?(?:\s*and)?$",
    re.I,
)


_COUNT_FIRST = re.compile(
    rf"^\W*(?:{NUMBER}|no\s+one)(?:\s?[:–—-]\s?|\s+(?:[a-z]+\s+){{0,3}}?)"
    rf"(?=(?:aged?|ages|{_LESS}|{_UP_TO}|{_MORE}|{NUMBER})\b)",
    re.I,
)
# “£5,001 to £7,500”: bands of money are those of their numbers.
_POUNDS = re.compile(r"£(?=\d)|(?<=\d),(?=\d{3}\b)")
_LONGEST_NUMBER = 99
_BETWEEN = re.compile(r"\b(?:between|aged?|ages)\s+$", re.I)
# What begins a band, and what ends it, with what is added or taken away.
_FIRST = (("above", 1), ("over", 1), ("floor", 0), ("from", 0), ("least", 0), ("single", 0))
_LAST = (("ceiling", 0), ("top", 1), ("to", 0), ("under", 1), ("birthday", 1), ("most", 0))
_LAST += (("no_more", 0),)


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


@lru_cache(1 << 12)
def band_of(text: str) -> Band | None:
    """The band that a row's heading or an item of a list names, or None."""
    money, written = "£" in text, text.strip()
    sentence = _WITH_NUMBER.sub("", _POUNDS.sub("", written) if money else written)
    match = _BAND.match(sentence)
    if not match and (count := _COUNT_FIRST.match(sentence)):
        sentence = sentence[count.end() :]
        match = _BAND.match(sentence)
    return _band(match, written if money else sentence) if match else None


@lru_cache(1 << 12)
def bands_told(text: str) -> tuple[tuple[Band, int, int], ...]:
    """The bands that prose tells of, with their first and last sign."""
    return tuple(_bands(text))


def _bands(text):
    for match in _TOLD.finditer(text):
        band = _band(match, match.group())
        # “12 and 40” are two numbers, “12 and 13” may be two years of age.
        apart = match["joined"] and not match["short"] and band and band.last != band.first + 1
        apart = apart and not _BETWEEN.search(text[max(0, match.start() - 12) : match.start()])
        if band and not apart and max(band.first, band.last % ENDLESS) <= _LONGEST_NUMBER:
            yield band, match.start(), match.end()


def _band(match, words):
    """The band that a match names, or None where it runs backwards or is of calendar years."""
    named = {key: _value(text) for key, text in match.groupdict().items() if text}
    if named.keys() & {"once", "twice"}:
        times = 2 if match["twice"] else 1
        return Band(times, times, words)
    first = next((named[key] + more for key, more in _FIRST if key in named), 0)
    last = next((named[key] - less for key, less in _LAST if key in named), ENDLESS)
    if "single" in named:
        last = first
    # “Under” the number at which a band ends is no part of it.
    last -= bool(match["below"] or match["short"])
    is_open = not named.keys() & {"from", "ceiling", "floor"} and last < ENDLESS
    if first > last or (match["from"] and 1900 <= first <= 2100):
        return None
    return Band(first, last, words, is_open and "single" not in named)


def _value(text):
    if text.casefold() in _ORDINALS:
        return _ORDINALS.index(text.casefold()) + 1
    return whole(text) if text.isdecimal() else value_of(text) or 0


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
