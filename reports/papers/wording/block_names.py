"""What the blocks and parts of a paper are called on pages."""

import re

from reports.language.grammar import TOKEN
from reports.language.template import Part
from reports.papers.manuscript import BlockText, Manuscript

LONGEST = 140
# The signs of strong words and of emphasis, which is never within a word.
_SIGNS = re.compile(r"\*\*|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)")
KINDS = {
    "section": "Section",
    "heading": "Subject heading",
    "paragraph": "Paragraph",
    "table": "Table of figures",
    "cells": "Table of words",
    "chart": "Chart",
    "headlines": "Headline figures",
    "records": "List from records",
    "recommendation": "Recommendation",
    "annex": "Annex",
    "list": "List",
    "note": "Note",
}


def part_name(part: Part) -> str:
    """What pages call a part of the template: its title, or which stretch of the body it is."""
    stem, _, place = part.slug.rpartition("-")
    which = f", stretch {place}" if stem and place.isdigit() else ""
    above = "Above the body" if part.kind == "paragraphs" else "Body of the report"
    return part.title or f"{above}{which}"


def name_of(kind: str, label: str, number: str) -> str:
    """What a block is called in a heading: `paragraph 25`, `Table 2`, `recommendation ii`."""
    if kind == "paragraph" and label:
        return f"paragraph {number}"
    if label and kind in ("table", "chart", "records"):
        return label
    text = KINDS[kind].lower()
    return f"{text} {label.rstrip('.)')}" if label else text


def called(manuscript: Manuscript, block) -> str:
    """What a block of `manuscript` is called in a heading."""
    address = manuscript.numbering.of(block.slug)
    return name_of(block.kind, address.label, address.number)


def opening_words(manuscript: Manuscript, block: BlockText) -> str:
    """The first words of a block without emphasis, with a mark for each number, also for one that
    the cut parts."""
    text = without_emphasis(TOKEN.sub("…", manuscript.dated_words(excerpt(block))))
    first, cut, _rest = text.partition("[[")
    return f"{first}…" if cut else first


def without_emphasis(text: str) -> str:
    """A text as written, without its signs of emphasis."""
    return _SIGNS.sub("", text)


def excerpt(block: BlockText) -> str:
    """The first words of a block as written, cut at a word."""
    text = block.heading or block.data.get("caption", "")
    return shortened(" ".join(filter(None, (text, " ".join(block.text.split())))))


def shortened(text: str) -> str:
    """A text cut at a word where it is longer than a name may be."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(' ', 1)[0]} …"
