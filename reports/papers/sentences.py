"""The sentences of a draft as they read now, and which of them somebody has looked at.

`Block.looked_at` maps the key of a sentence to the digest of it as it read: exact values, so
restricted and for writers alone. Carrying forward empties it. The key is of the sentence as
written, which is its tokens in their order and the words between them: one token may stand in two
sentences, two in one, and a carried sentence without any waits as well.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from assurance.figures.measurement import Measurements, measure
from assurance.figures.registry import FIGURES
from assurance.runtime.keyed_digests import keyed_digest, keyed_digests
from reports.language.block_data import HEADLINES
from reports.language.inline import parse_inline
from reports.language.tokens import (
    Compare,
    DateName,
    DerivedNumber,
    Emphasis,
    NoteMark,
    Quote,
    RecordField,
    Reference,
    StatedNumber,
    Strong,
    walk,
)
from reports.papers import typed_numbers
from reports.papers.assembly import records, tables
from reports.papers.assembly.pipeline import questions
from reports.papers.assembly.tokens import TokenRenderer
from reports.papers.manuscript import BlockText, Manuscript

_DIGITS = 32
_ITEM = re.compile(r"\s*(?:[*-]|\w{1,6}[.)]) ")
Looked = Mapping[str, str]


@dataclass(frozen=True)
class Sentence:
    """One sentence, item, row or heading of a block: as written, and in the words it reads now,
    without its citations and, `cited`, with them. `around` are the figures and dates near it that
    a typed number in it belongs to: of the heads and the caption of its table, of its heading, of
    the words before a list, or the last date of its paragraph."""

    written: str
    text: str
    is_typed: bool = False
    cited: str = ""
    around: str = ""

    @property
    def key(self) -> str:
        """What it is called where somebody has looked at it: of its words as written."""
        return hashlib.sha256(self.written.encode()).hexdigest()[:_DIGITS]

    @property
    def digest(self) -> str:
        """What somebody who looked at it has seen: of its words as it reads."""
        return keyed_digest(self._seen)[:_DIGITS]

    def is_seen(self, looked: Looked | None) -> bool:
        """Whether `looked` has it as it reads now."""
        known = (looked or {}).get(self.key)
        return known == self.digest or known in {
            text[:_DIGITS] for text in keyed_digests(self._seen)
        }

    @property
    def _seen(self):
        return f"{self.text}\n{self.around}" if self.around else self.text


def measured_in(manuscript: Manuscript) -> Measurements:
    """Measures exactly what `manuscript` quotes."""
    return measure(manuscript.council, questions(manuscript), FIGURES, public=False)


def sentences(
    manuscript: Manuscript, blocks: Iterable[BlockText], measured: Measurements
) -> dict[str, tuple[Sentence, ...]]:
    """Slug → the sentences of each of `blocks` in order, with the exact values of `measured`."""
    exact = {value.identity: value for row in measured.exact.values() for value in row.values()}
    speaker = TokenRenderer(
        manuscript, manuscript.numbering, FIGURES, replace(measured, shown=exact)
    )
    return {block.slug: tuple(_sentences(speaker, block)) for block in blocks}


def current(manuscript: Manuscript, blocks: Iterable[BlockText]) -> dict[str, tuple[Sentence, ...]]:
    """Slug → the sentences of each of `blocks` as they read now, with only what they quote
    counted."""
    blocks = tuple(blocks)
    return sentences(manuscript, blocks, measured_in(replace(manuscript, blocks=blocks)))


def keys_of(block: BlockText) -> set[str]:
    """The keys of the sentences of `block`, which nothing has to be measured for."""
    own = {Sentence(written, "").key for written in _written(block)}
    return own | ({Sentence(typed_numbers.LIST, "").key} if "records" in block.data else set())


def looked(sentences: Iterable[Sentence]) -> dict[str, str]:
    """What is kept once somebody has looked at all of `sentences`."""
    return {sentence.key: sentence.digest for sentence in sentences}


def _sentences(speaker, block) -> Iterator[Sentence]:
    stated = typed_numbers.STATED_BY in block.data
    around = _around(speaker, block)
    for written in _written(block):
        pieces = parse_inline(written)
        typed = any(isinstance(token, StatedNumber) for token in walk(pieces))
        bare = stated and any(
            map(typed_numbers.must_be_settled, typed_numbers.bare_numbers(written))
        )
        text, cited = (_text(speaker, _pieces(pieces, keep)) for keep in (False, True))
        is_typed = typed or bare
        yield Sentence(written, text, is_typed, cited, around[written] if is_typed else "")
    if "records" in block.data:
        text = _list_text(speaker.manuscript, block.data["records"])
        yield Sentence(typed_numbers.LIST, text, cited=text)


def _around(speaker, block) -> dict[str, str]:
    """Passage → the figures and dates around it, in the words they read now."""
    cells = block.data.get("cells", {})
    heads = [column.get("label", "") for column in cells.get("columns", ())]
    shared = _live(speaker, (block.heading, block.data.get("caption", ""), *heads))
    found, lead, last = {}, (), ()
    for written in typed_numbers.sentences_of(block.text):
        is_item = _ITEM.match(written)
        own = _live(speaker, (written,), DateName)
        found[written] = (*shared, *(lead if is_item else ()), *(() if own else last))
        last = own or last
        if not is_item:
            lead = _live(speaker, (written,)) if written.endswith(":") else ()
    return {text: " ".join(found.get(text, shared)) for text in _written(block)}


def _live(speaker, texts, kind=Quote | Compare | DerivedNumber | DateName | RecordField):
    """The live values of a `kind` in `texts`, in the words they read now."""
    tokens = (token for text in texts for token in walk(parse_inline(text)))
    return tuple(_text(speaker, (token,)) for token in tokens if isinstance(token, kind))


def _written(block) -> tuple[str, ...]:
    """Each passage that is looked at by itself, as written, once."""
    return tuple(dict.fromkeys(text for text in _passages(block) if text.strip(" |")))


def _passages(block) -> Iterator[str]:
    """The sentences of a block and what stands by itself: headings, the rows of a table."""
    yield from (block.heading, block.data.get("caption", ""))
    yield from typed_numbers.sentences_of(block.text)
    for name in typed_numbers.SENTENCES:
        yield from typed_numbers.sentences_of(block.data.get(name, ""))
    yield from block.data.get("notes", ())
    for item in block.data.get(HEADLINES, ()):
        yield " | ".join(filter(None, (item.get("label"), item["figure"])))
    cells, grid = block.data.get("cells", {}), block.data.get("grid", {})
    for table in (cells, grid):
        yield " | ".join(column.get("label", "") for column in table.get("columns", ()))
    yield from (" | ".join(row) for row in cells.get("rows", ()))
    for row in grid.get("rows", ()):
        quotes = (tables.quote(row, column).raw for column in grid.get("columns", ()))
        yield " | ".join((row.get("label", ""), *quotes))


def _text(speaker, pieces):
    return "".join(run.text for run in speaker.runs(tuple(pieces), ""))


def _pieces(pieces, keep):
    """The pieces with the words of notes; with citations, whose numbers move with others, if
    `keep`."""
    for piece in pieces:
        if isinstance(piece, Strong | Emphasis):
            yield from _pieces(piece.pieces, keep)
        elif isinstance(piece, NoteMark):
            yield from _pieces(parse_inline(f" {piece.written} "), keep)
        elif keep or not isinstance(piece, Reference):
            yield piece


def _list_text(manuscript, target):
    try:
        _day, made = records.listed_in(manuscript, target)
    except records.ListRefused as wrong:
        return str(wrong)
    return json.dumps([made.headings, made.rows])
