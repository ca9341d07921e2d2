"""Bands of age: those of a sentence that overlap, and a rank among some of them."""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from assurance.runtime.digits import whole
from reports.checks.numbers.passages import nearby
from reports.checks.reading import Reading
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.bands import band_of
from reports.quantities.model import Denial, constraint

_OLDEST = 25
_OF_AGE = SentencePattern(r"\bage[sd]?\b|\byears?\s+old\b|\bby\s+age\b|\byear[\s-]olds?\b", re.I)
_BAND = re.compile(
    r"(?<![\d.,£/])(?:(?:under|below)\s+(?P<under>\d{1,2})|(?P<first>\d{1,2})\s?(?:to|(?P<joint>and)|–|-)\s?(?P<last>\d{1,2})"
    r"|(?:over|above)\s+(?P<over>\d{1,2})|(?P<least>\d{1,2})\s+(?:and|or)\s+(?:over|above|older))"
    r"(?![\d%/]|[.,]\d|\s*(?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December))",
    re.I,
)
_BETWEEN = re.compile(r"\b(?:between|aged?|ages)\s+$", re.I)
_AGE_RANK = re.compile(
    r"\b(?P<rank>largest|biggest|next)\b(?:\s+[a-z]+){0,2}?\s+(?:remains?|is|are|was|were)\b.*?"
    r"(?:aged?\s+)?(?P<from>\d{1,2})\s?(?:–|-|to)\s?(?P<to>\d{1,2})\b",
    re.I,
)
_BAND_TOLD = re.compile(
    r"\b(?P<band>\d{1,2}\s?(?:–|-|to)\s?\d{1,2})(?=[\s-]+year|\s+with\b|\s*\(|,\s+with\b)"
    r"|\baged\s+(?P<aged>\d{1,2}\s?(?:–|-|to)\s?\d{1,2})\b"
)
_FROM_TO = re.compile(
    r"\bage[sd]?\s+(?:(?:from|between)\s+)?(?P<first>\d{1,2})\s?(?:to|and|–|-)\s?(?P<last>\d{1,2})\b(?!\s?(?:months?|weeks?|%)|[./]\d)",
    re.I,
)
_PEOPLE = re.compile(r"⟦c(\d+)⟧\s+(?:looked\s+after\s+)?(?:children|young\s+people)")


@constraint("ages-overlap", "C02; source of error 6", follows=("bands-in-prose", "parts-of-whole"))
def ages_overlap(reading: Reading) -> Iterator[Denial]:
    """Bands of age in one sentence do not overlap."""
    for line in reading.prose():
        for sentence in line.sentences if _OF_AGE.search(line.text) else ():
            if not _OF_AGE.search(sentence.text):
                continue
            yield from _turned(line, sentence)
            matches = _BAND.finditer(sentence.text)
            bands = [
                (_ends(match), match) for match in matches if not _is_two(sentence.text, match)
            ]
            if max((first for (first, _), _match in bands), default=_OLDEST) > _OLDEST:
                continue
            for ((first, last), match), ((low, high), after) in pairwise(bands):
                if first < low <= last < high:
                    place = sentence.start + after.start(), sentence.start + after.end()
                    says = f"“{match.group()}” and “{after.group()}” overlap: some are in both."
                    yield Denial(line, place, says, "Make the bands meet without overlapping.")


def _is_two(text, match):
    """True if “18 and 30 adults” are two numbers: neither ages “between” them nor next ones."""
    apart = match["joint"] and whole(match["last"]) != whole(match["first"]) + 1
    is_counted = re.match(r"\s+(?!years?\b)[a-z]", text[match.end() :], re.I)
    return apart and is_counted and not _BETWEEN.search(text[: match.start()])


def _turned(line, sentence):
    """`Aged from 12 to 8`: from the older to the younger."""
    for match in _FROM_TO.finditer(sentence.text):
        if whole(match["first"]) > whole(match["last"]):
            place = sentence.start + match.start(), sentence.start + match.end()
            says = f"“{match.group()}” goes from the older to the younger."
            yield Denial(line, place, says, "Put one of the two ages right.")


def _ends(match):
    """The first and last year of a band."""
    if match["under"]:
        return 0, whole(match["under"]) - 1
    if match["first"]:
        return whole(match["first"]), whole(match["last"])
    return (whole(match["over"]) + 1 if match["over"] else whole(match["least"])), 10**3


@constraint("rank-over-part", "C15; source of error 11")
def over_part(reading: Reading) -> Iterator[Denial]:
    """A rank among bands is of bands that cover the whole."""
    lines = reading.prose()
    for place, line in enumerate(lines):
        match = _AGE_RANK.search(line.text)
        own = list(_bands_told(line)) if match else []
        if not own or match["rank"].casefold() == "next":
            continue
        around = [*nearby(lines, place, 9), line, *_following(lines, place)]
        entries = [item for other in around for item in _bands_told(other)]
        whole = _whole(around)
        if whole is not None and len(entries) > 1:
            yield from _thin(line, own[0][1], entries, whole)


def _following(lines, place):
    trail = lines[place].trail
    return [line for line in lines[place + 1 : place + 3] if line.trail == trail]


def _bands_told(line):
    """(band, its count) of each sentence of a line that states both."""
    for sentence in line.marked:
        text = line.text[sentence.start : sentence.end]
        match = _BAND_TOLD.search(text)
        counts = [mark for mark in sentence.marks("c") if not mark.bound]
        band = band_of(match["band"] or match["aged"]) if match else None
        if band and counts:
            yield band, counts[0]


def _whole(lines):
    """The greatest count of the passage that is told of children looked after by one day."""
    for line in lines:
        for sentence in line.marked:
            match = _PEOPLE.search(sentence.text)
            if match and "⟦d" in sentence.text:
                return sentence.thing(match[1])
    return None


def _thin(line, number, values, whole):
    covered = sum(item.value for _band, item in values)
    ages = {age for band, _item in values for age in range(band.first, band.last + 1)}
    others = 19 - len({age for age in ages if age < 19})
    rest = whole.value - covered
    least = min(item.value for _band, item in values)
    if rest <= 0 or others <= 0 or Fraction(rest * 2, others) <= least:
        return
    says = (
        f"The bands named cover {covered} of {whole.words}. The other {rest} could make another "
        "band the largest."
    )
    yield Denial(line, number, says, "Give every band, or leave the rank out.")
