"""Lines that name people, places and papers and are no sentences: contacts, wards, enclosures."""

import re

from reports.checks.reading import Line

_OPENS = re.compile(
    r"^\W*(?:(?:report|presentation)\s+(?:of|by|author)|authors?|contacts?|tel(?:ephone)?|e-?mail|fax|venue|"
    r"date|time|wards?|present|in\s+attendance|apologies|chair|reason|status|item|"
    r"(?:for\s+)?(?:further|more)\s+information|list\s+wards|to\s*:|from\s*:|subject)\b",
    re.I,
)
_HOLDS = re.compile(
    r"@|https?://|\bwww\.|\b(?:Tel|Telephone|Email|Fax)\b\W|\(?\b0\d{3,4}\)?\s?\d{3}"
)
_UNDER = re.compile(
    r"\b(?:contact\w*|background\s+papers?|wards?\s+affected|agenda|annex(?:es)?|appendi\w+|authors?|"
    r"abbreviations?|glossary|recording|democracy\s+officer)\b",
    re.I,
)
# What a sentence has and a row of names has not.
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|should|do|does|did|"
    r"[a-z]{2,}ed|took|made|came|went|gave|met|told|found|held|began|led)\b"
)
_OTHER_LETTERS = re.compile(r"[\u0370-\u1fff\u3040-\uffef]")
_FEWEST_WORDS = 8


def is_contact(line: Line) -> bool:
    """Whether a line says whom or what to turn to, and is meant as no sentence."""
    under = any(_UNDER.search(title) for title in line.trail[-1:])
    return under or bool(_OPENS.match(line.text) or _HOLDS.search(line.text))


def is_sentence(line: Line) -> bool:
    """Whether a line is meant as a sentence: it begins as one, has a verb and enough words."""
    text = line.text.strip()
    begins = text[:1].isupper() or text[:1].isdigit() or text[:1] in "“\"‘'"
    long_enough = len(text.split()) >= _FEWEST_WORDS
    return begins and long_enough and bool(_VERB.search(text)) and not _OTHER_LETTERS.search(text)
