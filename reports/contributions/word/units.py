"""The paragraphs and tables of a prepared Word document, in the written language."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from assurance.runtime.digits import whole
from reports.contributions.word.marks import BEGINS, ENDS, FIGURE, HEADED, HINT, MARK
from reports.conversion.lines import markup
from reports.conversion.results import Source
from reports.papers.language.text import tidy

_HASHES = re.compile(r"(#{1,6}) ")
_LABELLED = re.compile(r"( *)(\S{1,8})\t(.*)", re.DOTALL)
_RULE = re.compile(r"\|(?:---\|)+")
# Word's first heading is read as of the second level, its title as of the first.
TITLE = 1


@dataclass
class Unit:
    """A paragraph, heading or table. `level` is a heading's, from 1; `rows` a table's lines;
    `place` where it stands in the file in words. `block` is the place of the block within whose
    bookmark it stands, None for what is new; `is_heading_of` says that it is its run-in heading."""

    text: str
    place: str
    level: int = 0
    is_item: bool = False
    rows: tuple[str, ...] = ()
    block: int | None = None
    begins: bool = False
    is_heading_of: bool = False
    is_hint: bool = False
    marks: tuple[tuple[str, int], ...] = field(default=(), repr=False)


def units_of(source: Source, tokens: Sequence[str]) -> Iterator[Unit]:
    """Every unit of `source` in order; `tokens` are what figures stand for, by their numbers."""
    lines = list(zip(source.lines, range(1, len(source.lines) + 1), strict=True))
    within = None
    for is_words, run in groupby(lines, lambda item: bool(item[0].strip())):
        if is_words:
            group = list(run)
            unit = _unit([line for line, _ in group], source.place(group[0][1]), tokens)
            begun = [place for kind, place in unit.marks if kind == BEGINS]
            within = begun[0] if begun else within
            unit.block, unit.begins = within, bool(begun)
            if (ENDS, within) in unit.marks:
                within = None
            yield unit


def plain_words(words: str, tokens: Sequence[str]) -> str:
    """Words as read, without marks of blocks and with the name of each figure."""
    return MARK.sub(lambda item: tokens[whole(item[2])] if item[1] == FIGURE else "", words)


def _unit(lines, place, tokens):
    marks = tuple((match[1], whole(match[2])) for match in MARK.finditer("\n".join(lines)))
    kinds = {kind for kind, _ in marks}
    values = {"marks": marks, "is_hint": HINT in kinds, "is_heading_of": HEADED in kinds}
    if lines[0].startswith("|"):
        rows = tuple(_row(line, tokens) for line in lines if not _RULE.fullmatch(line))
        return Unit("", place, rows=rows, **values)
    if heading := _HASHES.match(lines[0]):
        text = markup.bare(markup.plain(lines[0][heading.end() :].replace("\t", " ")))
        return Unit(
            plain_words(text, tokens).strip(), place, max(len(heading[1]) - TITLE, 1), **values
        )
    text = " ".join(line.strip() for line in lines[1:])
    first = f"{_without_marks(lines[0])} {text}" if text else _without_marks(lines[0])
    labelled = _LABELLED.fullmatch(first)
    if labelled:
        inner = plain_words(_written(labelled[3]), tokens)
        return Unit(tidy(f"{labelled[1]}{labelled[2]}\t{inner}"), place, is_item=True, **values)
    if values["is_heading_of"]:
        # Before they are read, so that no token is made of what stood on both sides.
        first = first.replace("**", "")
    return Unit(plain_words(_written(first), tokens).strip(), place, **values)


def _without_marks(line):
    """A line without marks of blocks, which stand before its label."""
    return MARK.sub(lambda item: item[0] if item[1] == FIGURE else "", line)


def _row(line, tokens):
    cells = [plain_words(_written(part), tokens) for part in re.split(r"(?<!\\)\|", line[1:-1])]
    return f"| {' | '.join(cell.strip() for cell in cells)} |"


def _written(text):
    """Words in the written language; what was typed in double square brackets stays a token."""
    made = markup.written(markup.plain(text))
    return made.replace("[ [", "[[").replace("] ]", "]]")
