"""The numbers that a text states in bare digits or words, and what is put in their stead."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from typing import Protocol

from assurance.runtime.digits import whole
from reports.documents.entries import STATEMENT, TYPED_NUMBER
from reports.language import grammar
from reports.language.block_data import HEADLINES
from reports.language.tokens import TYPED_IN_NOTE
from reports.papers.rules import table_labels
from reports.papers.rules.shares_in_words import shares_in
from reports.prose.numbers import COUNT, MONEY, PERCENT, Number, numbers
from reports.prose.quantities.shares_of_figures import SHARE

_LABEL = re.compile(
    r"^[ ]*(?:(?:\d{1,3}|[a-z]{1,6})\.(?=[ ]|$)|\d{1,3}(?:\.\d{1,2}){1,3}\.?(?=[ ]+[A-Z])"
    r"|\(\d{1,2}\)(?=[ ]))",
    re.M,
)
_ITALICS = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_NOTE = re.compile(r"\[\[\s*note:")
# What of a note prints no words: its brackets, and the typed numbers that have a source.
_SIGNS = re.compile(rf"{_NOTE.pattern}|\]\]|{TYPED_IN_NOTE.pattern}")
# “Add up to 100%”, “per 10,000” and “of every 10,000” count nothing.
_FIXED = re.compile(r"\b(?:(?:add|sum|come)s?\s+(?:up\s+)?to\s+100\s?%|(?:per|every)\s+1[0,]*00)$")
_ADDRESS = re.compile(r"\]\([^)\s]*\)|https?://\S+|mailto:\S+")
SENTENCES = ("reason", "finding")
_NAMED = (*SENTENCES, "caption")
# What opens the path of a table's head, of a label, and of a headline figure.
HEAD, LABEL = "head", "label"
HEADLINE = "headline"
# The entry of a block's data that says who states the numbers typed in it.
STATED_BY = "stated"
# What stands for the rows of a list from records where sentences are looked at.
LIST = "The list from the records"
SETTLE = "Settle the numbers that were typed."
_BLANK = "\u00b7"
LAST_SMALL = 10
# What follows a number in words that a record should hold: a difference, people, what is recorded.
_RECORDED = re.compile(
    r"(?:more|fewer|less)\b|of\s+(?:them|these|those|whom)\b"
    r"|(?:(?!of\b|for\b|in\b|to\b)[a-z’'-]+\s+){0,2}(?:child(?:ren)?|people|persons?|boys?|girls?|bab(?:y|ies)|carers?|staff|"
    r"workers?|famil(?:y|ies)|households?|adults?|pupils?|siblings?|parents?|councillors?|"
    r"audits?|cases?|complaints?|placements?|referrals?|breaches|vacanc(?:y|ies))\b",
    re.I,
)
_SENTENCE_END = re.compile(r"(?<=[.?!])\s+(?=[A-Z“\"(\[])|\n{2,}|\n(?=\s*(?:\*|\w{1,6}\.) )")


class Block(Protocol):
    """What is read of a block here; a dataclass, so that it can be copied with other words."""

    heading: str
    text: str
    data: Mapping


def texts(block: Block) -> Iterator[tuple[str, str]]:
    """(path, text) of everything in a block that may hold a number and a token."""
    yield "text", block.text
    if block.heading:
        yield "heading", block.heading
    for name in _NAMED:
        if block.data.get(name):
            yield name, block.data[name]
    for place, note in enumerate(block.data.get("notes", ())):
        yield f"note-{place}", note
    for place, label in enumerate(_labels(block, "columns")):
        yield f"{HEAD}-{place}", label
    for place, label in enumerate(_labels(block, "rows")):
        yield f"{LABEL}-{place}", label
    for place, item in enumerate(block.data.get(HEADLINES, ())):
        yield f"{HEADLINE}-{place}", item["figure"]
    for row, cells in enumerate(block.data.get("cells", {}).get("rows", ())):
        for column, cell in enumerate(cells):
            yield f"{row}-{column}", cell


def _labels(block, part):
    """The heads of a table, or the labels of a grid's rows; those of written cells are cells."""
    if HEADLINES in block.data:
        items = block.data[HEADLINES] if part == "rows" else ()
    else:
        items = block.data.get(_table(block), {}).get(part, ())
    return [item.get("label", "") for item in items if isinstance(item, Mapping)]


def _table(block):
    return "cells" if "cells" in block.data else "grid"


def with_text(block: Block, path: str, text: str) -> Block:
    """The block with `text` at `path`."""
    if path in ("text", "heading"):
        return replace(block, **{path: text})
    if path in _NAMED:
        return replace(block, data={**block.data, path: text})
    row, _, column = path.partition("-")
    if row == "note":
        notes = [*block.data["notes"]]
        notes[whole(column)] = text
        return replace(block, data={**block.data, "notes": notes})
    if HEADLINES in block.data:
        items = [*block.data[HEADLINES]]
        name = "label" if row == LABEL else "figure"
        items[whole(column)] = {**items[whole(column)], name: text}
        return replace(block, data={**block.data, HEADLINES: items})
    if row in (HEAD, LABEL):
        kind, part = _table(block), "columns" if row == HEAD else "rows"
        items = [*block.data[kind][part]]
        items[whole(column)] = {**items[whole(column)], "label": text}
        table = {**block.data[kind], part: items}
        return replace(block, data={**block.data, kind: table})
    row, column = whole(row), whole(column)
    cells = block.data["cells"]
    rows = [list(cell) for cell in cells["rows"]]
    rows[row][column] = text
    return replace(block, data={**block.data, "cells": {**cells, "rows": rows}})


def bare_in(block: Block) -> Iterator[tuple[str, str, Number]]:
    """(text, its path, number) of every bare count, per cent and sum of money in a block."""
    for path, text, bare in passages(block):
        for number in bare:
            yield text, path, number


def passages(block: Block) -> Iterator[tuple[str, str, tuple[Number, ...]]]:
    """(path, text, its bare numbers) of everything in a block that may hold a number and a token;
    what names a row or column of a table is none of them. Shares in words of a figure are, and
    need not be settled."""
    items = [*texts(block)]
    heads = [masked(text) for path, text in items if path.startswith(f"{HEAD}-")]
    labels = [masked(text) for path, text in items if _is_label(path)]
    for path, text in items:
        bare = bare_numbers(text)
        others = heads if path.startswith(f"{HEAD}-") else labels if _is_label(path) else None
        if bare and others is not None:
            blotted = masked(text)
            bare = tuple(item for item in bare if table_labels.counts(blotted, item, others))
        is_over = path != "text" and not {"grid", "records"}.isdisjoint(block.data)
        shares = shares_in(text, masked(text), is_over=is_over) if is_over or "[[" in text else ()
        yield path, text, tuple(sorted((*bare, *shares), key=lambda item: item.start))


def _is_label(path):
    return path.startswith(f"{LABEL}-") or (path[0].isdigit() and path.endswith("-0"))


def is_stated(block: Block) -> bool:
    """Whether a block has typed numbers with a source."""
    return STATED_BY in block.data or any("[[stated " in text for _path, text in texts(block))


def unsettled(block: Block) -> list[str]:
    """The numbers that stop a block's paper, as typed; none where it names who states them."""
    if STATED_BY in block.data:
        return []
    return [
        text[number.start : number.end].strip()
        for text, _path, number in bare_in(block)
        if must_be_settled(number)
    ]


def without_source(data: Mapping) -> dict:
    """The `data` of a block written anew: whoever stated its numbers states them no more."""
    return {name: value for name, value in data.items() if name != STATED_BY}


def with_tokens(block: Block) -> Block:
    """The block with its bare numbers as tokens where one source serves all of them."""
    source = block.data.get(STATED_BY, {}).get("source", "")
    for path, text, bare in list(passages(block)) if source else ():
        changes = [
            (number.start, number.end, stated(text[number.start : number.end], source))
            for number in bare
            if must_be_settled(number) or number.kind == SHARE
        ]
        block = with_text(block, path, replaced(text, changes)) if changes else block
    return block


def why_unsettled(typed: Iterable[str]) -> str:
    """The sentence that stops a paper in which `typed` stand as they were typed."""
    text = ", ".join(f"“{item}”" for item in typed)
    return f"{text}: typed, with no record or source behind it. {SETTLE}"


@lru_cache(maxsize=64)
def masked(text: str) -> str:
    """`text` with tokens, addresses, labels and italics blotted out, each sign at its place; the
    words of a note stay."""
    text = grammar.TOKEN.sub(_without_words, text)
    for pattern in (_ADDRESS, _LABEL, _ITALICS):
        text = pattern.sub(_blotted, text)
    return text


def _without_words(token):
    return _SIGNS.sub(_blotted, token[0]) if _NOTE.match(token[0]) else _blotted(token)


def _blotted(item):
    return _BLANK * len(item[0])


def bare_numbers(text: str) -> tuple[Number, ...]:
    """The counts, per cents and sums of money that `text` states without a token, in order."""
    blotted = masked(text)
    return tuple(
        number
        for number in numbers(blotted)
        if number.is_to_settle and not _FIXED.search(blotted[: number.end])
    )


def must_be_settled(number: Number) -> bool:
    """Whether `number` stops a paper: a count, per cent or money. A small count in words does where
    it is of people or of what is recorded, or a difference (“eight fewer”)."""
    if number.kind not in (COUNT, PERCENT, MONEY):
        return False
    if not number.in_words or number.kind != COUNT or number.value > LAST_SMALL:
        return True
    return bool(_RECORDED.match(number.noun))


def sentence_at(text: str, start: int) -> str:
    """The sentence or item of `text` that holds the sign at `start`."""
    lasts, begins = _sentences(text)
    place = bisect_right(lasts, start)
    return text[begins[place] : lasts[place] if place < len(lasts) else len(text)].strip()


def sentences_of(text: str) -> list[str]:
    """Every sentence and item of `text` in order, each as written."""
    lasts, begins = _sentences(text)
    pieces = (text[start:end] for start, end in zip(begins, [*lasts, len(text)], strict=True))
    return [piece.strip() for piece in pieces if piece.strip()]


@lru_cache(maxsize=64)
def _sentences(text):
    """(where each sentence but the last ends, where each begins); none ends within a token."""
    tokens = [match.span() for match in grammar.TOKEN.finditer(text)]
    ends = [
        match.span()
        for match in _SENTENCE_END.finditer(text)
        if not any(start < match.start() < end for start, end in tokens)
    ]
    return [start for start, _end in ends], [0, *(end for _start, end in ends)]


def occurrence(text: str, number: Number) -> int:
    """Which of the places that write the same in `text`, tokens left out, `number` is, from 0."""
    blotted, phrase = masked(text), text[number.start : number.end]
    return blotted[: number.start].count(phrase)


def stated(text: str, source: str) -> str:
    """The token of a number that no record supports, with its source."""
    plain = " ".join(re.sub(r"[\[\]]", " ", source).split())
    return f"[[stated {' '.join(text.replace(':', ' ').split())}: {plain}]]"


def typed_kind(words: str) -> str:
    """The name of typed words with a source for readers: a typed number, or a statement."""
    return TYPED_NUMBER if any(item.is_to_settle for item in numbers(words)) else STATEMENT


def is_in_note(text: str, place: int) -> bool:
    """Whether what begins at `place` stands in the words of a note."""
    tokens = (token for token in grammar.TOKEN.finditer(text) if _NOTE.match(token[0]))
    return any(token.start() < place < token.end() for token in tokens)


def replaced(text: str, changes: Iterable[tuple[int, int, str]]) -> str:
    """`text` with the stretches (start, end) replaced by the words given for them; a token within
    a note stands in round brackets."""
    for start, end, phrase in sorted(changes, reverse=True):
        if phrase.startswith("[[") and is_in_note(text, start):
            phrase = f"({phrase[2:-2]})"
        text = text[:start] + phrase + text[end:]
    return text


def as_shown(text: str) -> Fraction | None:
    """The exact number that a figure's words print (`1,204`, `25.2%`, `£48k`), or None."""
    matches = [number for number in numbers(text) if number.is_to_settle]
    return matches[0].value if len(matches) == 1 else None
