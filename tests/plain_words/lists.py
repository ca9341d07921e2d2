"""The lists of words that pages do not use, and what a text has of them."""

import re
from functools import cache
from pathlib import Path

# What an ellipsis within a phrase is: one to four words.
FEW = r"(?:\s+[\w’-]+){1,4}?\s+"
PLACE = Path(__file__).resolve().parent
# A sentence that opens so and is no question is a heading or a hint with its verb left out.
OPENER = re.compile(r"(?:^|(?<=[.!?:–] ))(?:What|Whether|Whose)\b[^.!?:]*(?P<end>[.!?:]|$)")


def lines_of(name):
    """(what is before the arrow, what is after it) for each line of a list."""
    every = (PLACE / name).read_text(encoding="utf-8").splitlines()
    pairs = [line.partition(" -> ") for line in every if line.strip() and line[0] != "#"]
    return [(before.strip(), after.strip()) for before, _, after in pairs]


@cache
def phrases():
    """A dict of each phrase that is not used → what to write instead."""
    pairs = lines_of("words.txt")
    return {phrase.strip(): instead for some, instead in pairs for phrase in some.split(",")}


@cache
def permitted():
    """A dict of each phrase that is allowed → the reason."""
    return dict(lines_of("permitted.txt"))


def hits(text):
    """The phrases and openings that a text has and pages do not use, in the order of the text."""
    flat = " ".join(text.split())
    plain = _allowed().sub("…", flat) if permitted() else flat
    words = [(found.start(), found.group()) for found in _unused().finditer(plain)]
    openings = [
        (found.start(), f"{found.group():.40}")
        for found in OPENER.finditer(plain)
        if found["end"] != "?"
    ]
    return [found for _, found in sorted(words + openings)]


def instead_of(hit):
    """What to write instead of a hit."""
    for phrase, instead in phrases().items():
        if re.fullmatch(_pattern(phrase), hit, re.IGNORECASE):
            return instead
    return "a question, or a sentence that begins with its subject"


@cache
def _unused():
    longest_first = sorted(phrases(), key=len, reverse=True)
    return re.compile("|".join(_pattern(one) for one in longest_first), re.IGNORECASE)


@cache
def _allowed():
    longest_first = sorted(permitted(), key=len, reverse=True)
    return re.compile("|".join(_pattern(one) for one in longest_first), re.IGNORECASE)


def _pattern(phrase):
    words = re.escape(phrase).replace(r"\ …\ ", FEW).replace(r"\ ", r"\s+")
    return rf"(?<![\w-]){words}(?![\w-])"
