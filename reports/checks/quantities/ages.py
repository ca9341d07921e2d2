"""Bands of age that a sentence runs through in order and that overlap."""

import re
from collections.abc import Iterator
from itertools import pairwise

from assurance.runtime.digits import whole
from reports.checks.quantities.model import Denial, constraint
from reports.checks.reading import Reading

_OLDEST = 25
_OF_AGE = re.compile(r"\bage[sd]?\b|\byears?\s+old\b|\bby\s+age\b|\byear[\s-]olds?\b", re.I)
_BAND = re.compile(
    r"(?<![\d.,£/])(?:(?:under|below)\s+(?P<under>\d{1,2})|(?P<first>\d{1,2})\s?(?:to|and|–|-)\s?(?P<last>\d{1,2})"
    r"|(?:over|above)\s+(?P<over>\d{1,2})|(?P<least>\d{1,2})\s+(?:and|or)\s+(?:over|above|older))"
    r"(?![\d%/]|[.,]\d|\s*(?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December))",
    re.I,
)


@constraint("ages-overlap", "C02; source of error 6", follows=("bands-in-prose", "parts-of-whole"))
def ages_overlap(reading: Reading) -> Iterator[Denial]:
    """Bands of age that are told in one sentence do not overlap."""
    for line in reading.prose():
        for sentence in line.sentences if _OF_AGE.search(line.text) else ():
            if not _OF_AGE.search(sentence.text):
                continue
            bands = [(_ends(match), match) for match in _BAND.finditer(sentence.text)]
            if max((first for (first, _), _match in bands), default=_OLDEST) > _OLDEST:
                continue
            for ((first, last), match), ((low, high), after) in pairwise(bands):
                if first < low <= last < high:
                    place = sentence.start + after.start(), sentence.start + after.end()
                    says = f"“{match.group()}” and “{after.group()}” overlap: some are in both."
                    yield Denial(line, place, says, "Make the bands meet without overlapping.")


def _ends(match):
    """The first and last year of a band."""
    if match["under"]:
        return 0, whole(match["under"]) - 1
    if match["first"]:
        return whole(match["first"]), whole(match["last"])
    return (whole(match["over"]) + 1 if match["over"] else whole(match["least"])), 10**3
