"""Several blocks read out of one text that was pasted or typed: sections, paragraphs with their
lists, and tables.

An empty line begins a new paragraph; where a text has none at all, as Word gives it, each line is
one. `# ` begins a heading, bars or tabs between cells make a table, and a list stays with the
paragraph that opens it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from assurance.runtime.digits import whole
from reports.language.grammar import cells_of
from reports.language.text import is_item, problems, tidy

MOST = 200
NO_CAPTION = "Table"
NUMBERS_OUT = (
    "Typed paragraph numbers were taken out, because the report template numbers paragraphs."
)
A_LINE_EACH = "There is no empty line between them, so each line is a paragraph."
TABLE_NAMELESS = "A table has no caption yet: change it once it is added."
_HEADING = re.compile(r"(#{1,4})\s+(.*\S)\s*")
_TYPED_NUMBER = re.compile(r"(\d{1,3})\.\s+(?=\S)")
_BARS = str.maketrans("|\t", "/|")
_RULE = re.compile(r"[\s|:=-]*")
_NUMERIC = re.compile(r"[£$−+-]?[\d,. ]+%?|–|-|n/?a|", re.I)
_TABLE_TITLE = re.compile(r"(?:table|figure)\s*\d*\s*[:.–-]?\s*(.+)", re.I)


@dataclass(frozen=True)
class Piece:
    """One block to be: a `section` (its `level` from 1), a `paragraph`, or `cells`, a table."""

    kind: str
    heading: str = ""
    text: str = ""
    data: Mapping = field(default_factory=dict)
    level: int = 0

    @property
    def first_words(self) -> str:
        """What it is named after."""
        return self.heading or self.text or self.data.get("caption", "")

    @property
    def rows(self) -> list:
        """The lines of a table, its headings first."""
        cells = self.data["cells"]
        return [[cell["label"] for cell in cells["columns"]], *cells["rows"]]


@dataclass(frozen=True)
class PastedText:
    """What a text holds, and what of it was read otherwise than it was typed."""

    pieces: tuple[Piece, ...]
    said: tuple[str, ...] = ()


def split(written: str) -> PastedText:
    """The blocks of `written`, in order. Any text can be split; see `faults`."""
    lines = tidy(_barred(written)).split("\n")
    a_line_each = "" not in [line.strip() for line in lines] and _is_prose(lines)
    items = [A_LINE_EACH] if a_line_each and len(lines) > 1 else []
    pieces, numbers = [], []
    for is_table, run in groupby(_runs(lines), _is_table):
        for chunk in run:
            made = [_table(chunk, pieces)] if is_table else _written(chunk, a_line_each, numbers)
            pieces += made
    if numbers:
        items.append(NUMBERS_OUT)
    if any(piece.data.get("caption") == NO_CAPTION for piece in pieces):
        items.append(TABLE_NAMELESS)
    return PastedText(tuple(pieces), tuple(items))


def faults(pasted: PastedText) -> list[str]:
    """A sentence for each thing that cannot be kept, with the number of its block."""
    if len(pasted.pieces) > MOST:
        many = f"These are {len(pasted.pieces):,} blocks, and {MOST} are the most at once"
        return [f"{many}: add them in several goes."]
    matches = []
    for place, piece in enumerate(pasted.pieces, 1):
        name = "Heading" if piece.kind == "section" else "Paragraph"
        if len(piece.heading) > 300:
            matches.append(f"{name} {place}: A heading has 300 letters at most: shorten it.")
        matches += [f"{name} {place}: {problem.sentence}" for problem in problems(piece.text)]
    return matches


def _is_prose(lines):
    """Whether more than one line of `lines` is neither an item nor part of a table."""
    return sum(not is_item(line) and not _cells(line) for line in lines) > 1


def _runs(lines) -> Iterator[list]:
    """`lines` as chunks between empty lines; headings and tables alone, items with their
    opening."""
    chunk = []
    for line in lines:
        if not line.strip():
            chunk.append("")
            continue
        table = bool(chunk) and _is_table(chunk)
        fits = _fits(chunk, line) if chunk else True
        if chunk and (not fits or table != bool(_cells(line))):
            yield _trimmed(chunk)
            chunk = []
        chunk.append(line)
    if trimmed := _trimmed(chunk):
        yield trimmed


def _fits(chunk, line):
    """Whether `line` goes on with what stands in `chunk`."""
    last = next((item for item in reversed(chunk) if item), "")
    if _HEADING.fullmatch(line) or _HEADING.fullmatch(last):
        return False
    if chunk[-1]:
        return True
    return is_item(line) or (line.startswith("  ") and is_item(last))


def _trimmed(chunk):
    while chunk and not chunk[-1]:
        chunk = chunk[:-1]
    while chunk and not chunk[0]:
        chunk = chunk[1:]
    return chunk


def _is_table(chunk):
    return bool(chunk) and all(_cells(line) for line in chunk if line)


def _barred(written):
    """`written` with each line of a sheet between bars, so that tidying keeps its empty cells."""
    lines = written.splitlines()
    tabs = [0 if is_item(tidy(line)) else line.count("\t") for line in lines]
    rows = [bool(many) and "\t" in line.strip() for line, many in zip(lines, tabs, strict=True)]
    places = range(len(lines))
    for place in (*places, *reversed(places)):
        other = (item for item in (place - 1, place + 1) if 0 <= item < len(lines) and rows[item])
        rows[place] |= bool(tabs[place]) and any(tabs[item] == tabs[place] for item in other)
    return "\n".join(
        f"|{line.translate(_BARS)}|" if row else line for line, row in zip(lines, rows, strict=True)
    )


def _cells(line):
    """The cells of a table's line, or nothing."""
    if line.lstrip().startswith("|") and line.rstrip().endswith("|"):
        return cells_of(line.strip()[1:-1])
    return []


def _table(chunk, before):
    """The table of `chunk`; a line before it that says “Table 1: …” becomes its caption."""
    rows = [_cells(line) for line in chunk if line and not _RULE.fullmatch(line)]
    width = max(map(len, rows), default=1)
    head, *rest = [[*row, *[""] * (width - len(row))] for row in rows] or [[""]]
    columns = [
        {"label": label, "numeric": True} if _is_numeric(rest, place) else {"label": label}
        for place, label in enumerate(head)
    ]
    caption = NO_CAPTION
    last = before[-1] if before else None
    if last and last.kind == "paragraph" and (named := _TABLE_TITLE.fullmatch(last.text)):
        caption = named[1].strip("* _")[:300]
        before.pop()
    return Piece("cells", data={"caption": caption, "cells": {"columns": columns, "rows": rest}})


def _is_numeric(rows, place):
    cells = [row[place] for row in rows]
    return any(cells) and all(_NUMERIC.fullmatch(cell) for cell in cells)


def _written(chunk, a_line_each, numbers):
    """The heading or paragraphs of a chunk; `numbers` are paragraph numbers taken out so far."""
    if heading := _HEADING.fullmatch(chunk[0]):
        return [Piece("section", heading=heading[2], level=len(heading[1]))]
    matches = []
    for line in chunk:
        number = _TYPED_NUMBER.match(line)
        if number and _is_of_a_paragraph(whole(number[1]), numbers, matches):
            numbers.append(whole(number[1]))
            matches.append([line[number.end() :]])
        elif not matches or (a_line_each and line and not is_item(line) and line[:1] != " "):
            matches.append([line])
        else:
            matches[-1].append(line)
    return [Piece("paragraph", text="\n".join(_trimmed(lines))) for lines in matches]


def _is_of_a_paragraph(number, numbers, result):
    """Whether a typed number is a paragraph's: it goes on, or no colon has opened a list."""
    if numbers and number == numbers[-1] + 1:
        return True
    opening = [line for line in (result[-1] if result else ()) if line and not is_item(line)]
    return not opening or not opening[-1].rstrip("*_ ").endswith(":")
