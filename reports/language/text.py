"""The text of a block: passages, lists two levels deep, and the tidying of pasted text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from assurance.runtime.typography import typographic
from reports.language import labels
from reports.language.grammar import Problem
from reports.language.inline import parse_inline
from reports.language.tokens import Emphasis, FaultyToken, Piece, Strong, Token, walk

_MARKED = re.compile(
    r"(?P<indent> *)(?:(?P<bullet>\*)|(?P<mark>[a-z]{1,6}|\d{1,3})\.)(?: +(?P<words>.*))?"
)
# A sign without words behind it begins no item.
_WORD_BULLET = re.compile(
    r"^(?P<indent>[ \t]*)(?:[•·▪‣●\uf0b7\uf0a7][ \t]*(?=[^ \t])|[-–][ \t]+|\*\t+)"
)
_WORD_SECOND_BULLET = re.compile(r"^[ \t]*(?:o\t+|[◦○][ \t]*(?=[^ \t]))")
_TYPED = r"[ivxl]{1,6}|[a-z]|\d{1,3}"
_WORD_NUMBER = re.compile(
    rf"^(?P<indent>[ \t]*)(?:\(?(?P<closed>{_TYPED})\)[ \t]+|(?P<dotted>{_TYPED})\.\t+)"
)
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_BARRED = re.compile(r"^\|.*\|$", re.M)
_SHORT_INDENT = 2
# What one block may hold; a page of print has some 3,000 letters.
LONGEST = 100_000
# Three pages of print: longer texts are read again rather than kept, so that memory has a bound.
LONGEST_KEPT = 10_000


@dataclass(frozen=True)
class Passage:
    """One run of prose."""

    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Item:
    """One item of a list; `mark` is the label as typed (`ii`), empty for a bullet."""

    numbered: bool
    content: tuple["Passage | Listing", ...]
    mark: str = ""


@dataclass(frozen=True)
class Listing:
    """Neighbouring items of one kind: all numbered, or all bullets."""

    items: tuple[Item, ...]

    @property
    def numbered(self):
        """Whether its items bear labels."""
        return self.items[0].numbered


@dataclass(frozen=True)
class Shape:
    """An item without its words: what numbering needs to know."""

    numbered: bool
    items: tuple["Shape", ...] = ()


def parse(text: str) -> tuple[Passage | Listing, ...]:
    """The passages and lists of `text` in order. Any text can be read; see `problems`."""
    return _cached_parse(text) if len(text) <= LONGEST_KEPT else _parsed(text)


def _parsed(text):
    root = _Node(indent=-_SHORT_INDENT)
    open_nodes, after_blank = [root], True
    for line in _lines(text):
        if not line.strip():
            after_blank = True
            continue
        marked = _as_item(line)
        if marked:
            _start_item(open_nodes, marked)
        else:
            _continue(open_nodes, line, after_blank)
        after_blank = False
    return _built(root.content)


_cached_parse = lru_cache(maxsize=2048)(_parsed)


def shape(content: tuple[Passage | Listing, ...]) -> tuple[Shape, ...]:
    """The items of `content` in one row: lists parted by prose count on, one address each."""
    listings = (part for part in content if isinstance(part, Listing))
    return tuple(
        Shape(item.numbered, shape(item.content)) for listing in listings for item in listing.items
    )


def passages(content: tuple[Passage | Listing, ...]) -> Iterator[Passage]:
    """Every passage in order, those of items too."""
    for part in content:
        if isinstance(part, Passage):
            yield part
        else:
            for item in part.items:
                yield from passages(item.content)


def quotes(text: str) -> tuple[Token, ...]:
    """Every token of `text` in order, unreadable ones included."""
    return tuple(token for passage in passages(parse(text)) for token in walk(passage.pieces))


def tidy(text: str) -> str:
    """`text` as it is kept: one line end, plain indents, Word's bullets and numbers as marks,
    apostrophes and quotation marks as print has them."""
    lines = [_tidy_line(line) for line in _lines(text.translate(_INVISIBLE))]
    return typographic(re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n"))


def is_item(line: str) -> bool:
    """Whether a tidied line begins an item of a list."""
    return bool(_as_item(line))


def problems(text: str) -> list[Problem]:
    """What is wrong with `text` by itself: length, tokens, tabs, typed numbers, deep lists."""
    if len(text) > LONGEST:
        return [
            Problem(
                f"The text has {len(text):,} letters, and a paragraph has {LONGEST:,} at most: "
                "add it as several paragraphs."
            )
        ]
    typed = _typed_number(parse(text))
    matches = (
        ("\t" in text, "The text has a tab: write a space, or make a table of it."),
        (
            typed,
            (
                f"The text begins with a typed number, “{typed}.”: take it out, "
                "because the template numbers paragraphs."
            ),
        ),
        (
            len(_BARRED.findall(text)) > 1,
            "The text has a table: take it out, and add it as a table of its own.",
        ),
        (
            _too_deep(text),
            "A list goes three levels deep: write it in two, or as paragraphs of their own.",
        ),
    )
    return faults(text) + [Problem(sentence) for is_wrong, sentence in matches if is_wrong]


def faults(text: str) -> list[Problem]:
    """What is wrong with the tokens and marks of `text`, wherever it stands: a caption, a cell."""
    matches = [Problem(token.sentence) for token in quotes(text) if isinstance(token, FaultyToken)]
    for passage in passages(parse(text)):
        matches += [Problem(sentence) for sentence in loose_marks(passage.pieces)]
    return matches


def loose_marks(pieces: tuple[Piece, ...]) -> Iterator[str]:
    """A sentence for each mark among `pieces` that is opened or closed alone."""
    for piece in pieces:
        if isinstance(piece, Strong | Emphasis):
            yield from loose_marks(piece.pieces)
        elif isinstance(piece, str) and "**" in piece:
            yield "Bold is opened by ** and never closed: write ** where it ends."
        elif isinstance(piece, str) and "]]" in piece:
            yield "Two square brackets are closed and were never opened: write [[ before the token."


class _Node:
    """A list item, or the block itself, while its lines are read."""

    def __init__(self, indent, mark="", numbered=False):
        self.indent, self.mark, self.numbered, self.content = indent, mark, numbered, []


def _lines(text):
    return re.split(r"\r\n|[\n\r\v\f\x85\u2028\u2029]", text)


def _as_item(line):
    match = _MARKED.fullmatch(line.rstrip())
    if not match or match["bullet"]:
        return match
    mark = match["mark"]
    return match if len(mark) == 1 or mark.isdigit() or labels.place_of(mark, "roman") else None


def _start_item(open_nodes, marked):
    indent = len(marked["indent"])
    while len(open_nodes) > 1 and (
        open_nodes[-1].indent + _SHORT_INDENT > indent or len(open_nodes) == 3
    ):
        open_nodes.pop()
    node = _Node(indent, marked["mark"] or "", numbered=not marked["bullet"])
    if marked["words"]:
        node.content.append(marked["words"].strip())
    open_nodes[-1].content.append(node)
    open_nodes.append(node)


def _continue(open_nodes, line, after_blank):
    indent = len(line) - len(line.lstrip(" "))
    while len(open_nodes) > 1 and open_nodes[-1].indent + _SHORT_INDENT > indent:
        open_nodes.pop()
        after_blank = True
    content = open_nodes[-1].content
    if not after_blank and content and isinstance(content[-1], str):
        content[-1] += " " + line.strip()
    else:
        content.append(line.strip())


def _built(content):
    return tuple(part for _, run in groupby(content, _sort_of) for part in _run_built(run))


def _sort_of(part):
    """What neighbours must share to stand in one list."""
    return "prose" if isinstance(part, str) else part.numbered


def _run_built(run):
    parts = list(run)
    if isinstance(parts[0], str):
        return [Passage(parse_inline(part)) for part in parts]
    return [Listing(tuple(Item(part.numbered, _built(part.content), part.mark) for part in parts))]


def _tidy_line(line):
    line = line.replace("\u00a0", " ").rstrip()
    if _WORD_SECOND_BULLET.match(line):
        return _WORD_SECOND_BULLET.sub("  * ", line)
    line = _WORD_BULLET.sub(lambda item: _indent(item) + "* ", line)
    line = _WORD_NUMBER.sub(
        lambda item: f"{_indent(item)}{item['closed'] or item['dotted']}. ", line
    )
    return line.rstrip() if line.lstrip(" \t") == line else _spaces(line)


def _indent(result):
    return result["indent"].replace("\t", "  ")


def _spaces(line):
    text = line.lstrip(" \t")
    return (line[: len(line) - len(text)].replace("\t", "  ") + text).rstrip()


def _typed_number(content):
    first = content[0] if content else None
    if not isinstance(first, Listing) or not first.items[0].mark.isdigit():
        return ""
    begins_a_list = first.items[0].mark == "1" and len(first.items) > 1
    return "" if begins_a_list else first.items[0].mark


def _too_deep(text):
    indents = []
    for marked in filter(None, map(_as_item, _lines(text))):
        indent = len(marked["indent"])
        while indents and indents[-1] + _SHORT_INDENT > indent:
            indents.pop()
        indents.append(indent)
        if len(indents) > 2:
            return True
    return False
