"""What an approval is given to: the whole paper, a part of it, or in a part of answers one answer,
such as the legal implications (``implications/Legal``).

A scope's digest is of all that prints in it, so that an approval stands for as long as its own
scope prints the same, whatever changes elsewhere.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace

from reports.documents.document import (
    FIGURE,
    HIDDEN,
    NOTE,
    REFERENCE,
    TYPED,
    Document,
    Notes,
    from_json,
    text_of,
    to_json,
)
from reports.documents.entries import STATED

WHOLE = "whole"
# What the anchor of a subject heading begins with: it parts an answer from its part no further.
SUBJECT = "heading-"
# What of a block says only how much stands before it.
_OF_A_PLACE = {
    "Paragraph": ("anchor", "number"),
    "Section": ("anchor", "number"),
    "Table": ("anchor", "label"),
    "Chart": ("anchor", "label"),
    "Item": ("anchor",),
    "Headlines": ("anchor",),
}


def part_of(scope: str) -> str:
    """The part that a scope lies in: ``implications/Legal`` lies in ``implications``."""
    return scope.partition("/")[0]


def entry_of(scope: str) -> str:
    """The entry that a scope is: ``Legal`` of ``implications/Legal``; empty of any other."""
    return scope.partition("/")[2]


def content_digest(document: Document) -> str:
    """SHA-256, in hexadecimal, of all that a document prints: what an approval is given to."""
    text = json.dumps(to_json(document), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def limited(content: Mapping, scope: str) -> Document:
    """The public document of the frozen `content` with nothing but what `scope` holds."""
    document = from_json(content["public"])
    if scope == WHOLE:
        return document
    anchors = set(content.get("parts", {}).get(part_of(scope), ()))
    rows = [section for section in document.sections if getattr(section, "anchor", "") in anchors]
    entry = entry_of(scope)
    if entry:
        rows = [block for block in _inside(rows) if entry_name(block) == entry.casefold()]
    return replace(document, sections=tuple(rows))


def digest_of(content: Mapping, scope: str) -> str:
    """SHA-256, in hexadecimal, of what the frozen `content` prints within `scope`."""
    document = limited(content, scope)
    if scope == WHOLE:
        return content_digest(document)
    names = {str(figure.number): _name(figure) for figure in document.figures}
    text = json.dumps(_named(to_json(document.sections), names), sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def print_digest(content: Mapping, scope: str) -> str:
    """SHA-256, in hexadecimal, of the words, figures and notes of `scope`, wherever it stands:
    numbers of paragraphs, tables and notes that only count what stands before it are no part."""
    document = limited(content, scope)
    names = {str(figure.number): _name(figure) for figure in document.figures}
    notes = notes_of(content)
    text = json.dumps(_anywhere(_named(to_json(document.sections), names), notes), sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def notes_of(content: Mapping) -> dict[str, list]:
    """Anchor → the plain content of each note that the frozen `content` prints."""
    sections = from_json(content["public"]).sections
    blocks = (block for section in sections for block in getattr(section, "blocks", ()))
    items = (item for block in blocks if isinstance(block, Notes) for item in block.items)
    return {item.anchor: to_json(item.content) for item in items}


def _anywhere(plain, notes):
    """`plain` without what only says where it stands, and with its notes in place of their
    numbers."""
    if isinstance(plain, list):
        return [_anywhere(item, notes) for item in plain]
    if not isinstance(plain, dict):
        return plain
    if plain.get("is") == "Run" and plain["kind"] == NOTE:
        return {**plain, "text": "", "to": notes.get(plain["to"], "")}
    if plain.get("is") == "Run" and plain["kind"] == REFERENCE:
        return {**plain, "to": ""}
    left = _OF_A_PLACE.get(plain.get("is"), ())
    return {name: _anywhere(value, notes) for name, value in plain.items() if name not in left}


def _name(figure):
    if figure.key == STATED:
        return [figure.key, figure.text, figure.source]
    return [figure.key, figure.member, figure.cohort, figure.when]


def _inside(sections):
    """The blocks of some sections, those that stand under a subject heading of theirs too."""
    for section in sections:
        for block in getattr(section, "blocks", ()):
            yield block
            yield from block.blocks if getattr(block, "anchor", "").startswith(SUBJECT) else ()


def entry_name(block) -> str:
    """The entry that a block is, by its heading, in small letters without its colon."""
    value = getattr(block, "heading", ()) or getattr(block, "title", "")
    heading = value if isinstance(value, str) else text_of(value)
    return heading.strip().rstrip(":.").casefold()


def _named(plain, names):
    """`plain` with each figure as its own name: its number says only how many stand before it."""
    if isinstance(plain, list):
        return [_named(item, names) for item in plain]
    if not isinstance(plain, dict):
        return plain
    if plain.get("is") == "Run" and plain["kind"] in (FIGURE, HIDDEN, TYPED):
        return {**plain, "to": names.get(plain["to"], plain["to"])}
    return {name: _named(value, names) for name, value in plain.items()}
