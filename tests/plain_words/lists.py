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
    return _any_of(phrases())


@cache
def _allowed():
    return _any_of(permitted())


def _any_of(some):
    # What goes before and after stands once: beside each phrase it would be tried at every place.
    longest_first = sorted(some, key=len, reverse=True)
    inner = "|".join(map(_pattern, longest_first))
    return re.compile(rf"(?<![\w-])(?:{inner})(?![\w-])", re.IGNORECASE)


def _pattern(phrase):
    return re.escape(phrase).replace(r"\ …\ ", FEW).replace(r"\ ", r"\s+")
