"""What of a file that came from outside no database of ours could keep: a sentence, or nothing."""

import math
import unicodedata
from collections.abc import Iterator, Mapping

from assurance.meetings.models.bodies import Body
from assurance.meetings.models.meetings import Meeting
from reports.language.text import LONGEST
from reports.papers.models.blocks import Block, NamedDate
from reports.papers.models.commitments import Commitment
from reports.papers.models.sources import Source
from reports.papers.models.templates import Abbreviation, Series

DEEPEST = 30
MOST_BLOCKS = 2_000
# Tabs and the ends of lines, which tidying turns into its own.
KNOWN_CONTROLS = "\t\n\r\v\f\x85"


def why_not_kept(plain: object) -> str:
    """Why `plain`, as it was read from JSON, cannot be kept as it is; nothing where it can."""
    ahead = [(plain, 0)]
    while ahead:
        value, depth = ahead.pop()
        if depth > DEEPEST:
            return "The file has lists within lists without end. It is not a report."
        if isinstance(value, str) and (wrong := _why_not_words(value)):
            return wrong
        if isinstance(value, float) and not math.isfinite(value):
            return f"“{value}” is not a number that a report can have."
        ahead += [(inner, depth + 1) for inner in _inside(value)]
    return ""


def why_too_long(plain: Mapping) -> str:
    """The first words of a paper file that are longer than their place; nothing where all fit."""
    if len(plain["blocks"]) > MOST_BLOCKS:
        return f"The report has {len(plain['blocks']):,} blocks, and {MOST_BLOCKS:,} are the most."
    for model, field, text in _placed(plain):
        longest = model._meta.get_field(field).max_length
        if len(text) > longest:
            return f"“{text[:40]} …” is {len(text):,} letters long, and {longest} are the most."
    return ""


def _why_not_words(text):
    if len(text) > LONGEST:
        return f"“{text[:40]} …” is {len(text):,} letters long, and {LONGEST:,} are the most."
    for sign in text:
        if unicodedata.category(sign) in ("Cc", "Cs") and sign not in KNOWN_CONTROLS:
            return f"A text has a sign that cannot be printed (U+{ord(sign):04X}): take it out."
    return ""


def _inside(value) -> Iterator:
    if isinstance(value, Mapping):
        yield from value
        yield from value.values()
    elif isinstance(value, list):
        yield from value


def _placed(plain):
    yield Body, "title", plain["committee"]["title"]
    yield Series, "title", plain["series"]["title"]
    if plain["meeting"]:
        yield Meeting, "title", plain["meeting"]["title"]
    for name in plain["dates"]:
        yield NamedDate, "name", name
    for slug, row in plain.get("sources", {}).items():
        yield Source, "slug", slug
        yield Source, "words", row["words"]
    for row in plain["abbreviations"]:
        yield Abbreviation, "short", row["short"]
        yield Abbreviation, "long", row["long"]
    for block in plain["blocks"]:
        yield Block, "part", block["part"]
        yield Block, "heading", block["heading"]
    for row in plain.get("commitments", ()):
        yield Commitment, "who", row["who"]
