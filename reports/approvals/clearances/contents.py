"""What an entry of a report prints, and which clearances of it stand: they stand for as long as it
prints the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from reports.approvals.models.clearances import Clearance
from reports.documents.digest import limited, notes_of, print_digest
from reports.documents.document import FAULT, NOTE, Paragraph, Section, from_json, text_of, to_json
from reports.editions.snapshot import PUBLIC, anchors_of_parts, assembled
from reports.papers.manuscript import read
from reports.papers.models.papers import Paper

NO_VALUE = "(no value)"


@dataclass(frozen=True)
class PrintedEntry:
    """What one entry prints: its digest, its `text` in plain words without its name, its blocks as
    drawn. All are empty but the digest where nothing stands in it."""

    digest: str
    text: str = ""
    blocks: tuple = ()


def content_of(paper: Paper) -> Mapping:
    """What `paper` prints for everybody: as frozen once it was sent, as its rows stand before."""
    if paper.frozen:
        return paper.frozen
    manuscript = read(paper)
    public = assembled(manuscript).document
    return {PUBLIC: to_json(public), "parts": anchors_of_parts(manuscript)}


def printed_entry(content: Mapping, scope: str) -> PrintedEntry:
    """What `content` prints in the entry `scope`."""
    blocks = limited(content, scope).sections
    if not blocks:
        return PrintedEntry(print_digest(content, scope))
    noted = from_json(_noted(to_json(blocks), notes_of(content)))
    text = "\n".join(filter(None, map(_text, noted)))
    return PrintedEntry(print_digest(content, scope), text, blocks)


def _noted(plain, notes):
    """`plain` with the words of each note where its number stands, and what has no value named."""
    if isinstance(plain, list):
        return [_noted(item, notes) for item in plain]
    if not isinstance(plain, dict):
        return plain
    if plain.get("is") == "Run" and plain["kind"] == FAULT:
        return {**plain, "text": NO_VALUE}
    if plain.get("is") == "Run" and plain["kind"] == NOTE:
        return {**plain, "text": f" (note: {text_of(from_json(notes.get(plain['to'], [])))})"}
    return {name: _noted(value, notes) for name, value in plain.items()}


def _text(block):
    """What a block says under the name of its entry."""
    if isinstance(block, Section):
        return "\n".join(filter(None, map(_text, block.blocks)))
    return text_of(block.content if isinstance(block, Paragraph) else block)


class PaperPrint:
    """What `paper` prints, read once and only when it is asked for."""

    def __init__(self, paper: Paper):
        self.paper = paper
        self._entries: dict[str, PrintedEntry] = {}

    @cached_property
    def content(self) -> Mapping:
        """All of it."""
        return content_of(self.paper)

    def entry(self, scope: str) -> PrintedEntry:
        """One entry of it."""
        if scope not in self._entries:
            self._entries[scope] = printed_entry(self.content, scope)
        return self._entries[scope]


def current_clearances(paper: Paper, print_of: PaperPrint | None = None) -> tuple[Clearance, ...]:
    """The clearances of `paper` that stand, the newest of each line of the rule; `print_of` is what
    it prints, where that was read."""
    print_of, index = print_of or PaperPrint(paper), {}
    for row in Clearance.objects.of_paper(paper):
        if row.digest == print_of.entry(row.scope).digest:
            index.setdefault(row.asks, row)
    return tuple(index.values())
