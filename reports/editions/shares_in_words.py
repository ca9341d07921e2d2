"""Shares and quarters in words: numbers of a sentence that have no source of their own."""

import re

from reports.prose.quantities.claims import CLAIM

_QUARTER = re.compile(
    r"\b(?:Q[1-4]|quarter\s+(?:[1-4]|one|two|three|four)|(?:first|second|third|fourth)\s+quarter)\b",
    re.I,
)


def shares_in_words(text: str) -> list[str]:
    """Each share (“two thirds”, “one in five”) and quarter (“Q3”) of `text`, in order."""
    matches = [match for match in CLAIM.finditer(text) if match["fraction"]]
    matches += _QUARTER.finditer(text)
    return [" ".join(match.group().split()) for match in sorted(matches, key=re.Match.start)]
