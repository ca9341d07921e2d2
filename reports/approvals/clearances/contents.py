"""What an entry of a report prints, and which clearances of it stand: they stand for as long as it
prints the same."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from reports.approvals.models.clearances import Clearance
from reports.documents.digest import limited, notes_of, print_digest
from reports.documents.document import NOTE, Paragraph, Section, from_json, text_of, to_json
from reports.editions.snapshot import PUBLIC, anchors_of_parts, assembled
from reports.papers.manuscript import read
from reports.papers.models.papers import Paper


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
    """`plain` with the words of each note where its number stands."""
    if isinstance(plain, list):
        return [_noted(item, notes) for item in plain]
    if not isinstance(plain, dict):
        return plain
    if plain.get("is") == "Run" and plain["kind"] == NOTE:
        return {**plain, "text": f" (note: {text_of(from_json(notes.get(plain['to'], [])))})"}
    return {name: _noted(value, notes) for name, value in plain.items()}


def _text(block):
    """What a block says under the name of its entry."""
    if isinstance(block, Section):
        return "\n".join(filter(None, map(_text, block.blocks)))
    return text_of(block.content if isinstance(block, Paragraph) else block)


def current_clearances(paper: Paper, content: Mapping | None = None) -> tuple[Clearance, ...]:
    """The clearances of `paper` that stand, the newest of each line of the rule; `content` is what
    it prints, where that is at hand."""
    return current_among(paper, Clearance.objects.of_paper(paper), content)


def current_among(
    paper: Paper, rows: Collection[Clearance], content: Mapping | None = None
) -> tuple[Clearance, ...]:
    """The same of `rows`, the newest first."""
    rows = list(rows)
    if not rows:
        return ()
    content = content or content_of(paper)
    digests = {scope: print_digest(content, scope) for scope in {row.scope for row in rows}}
    index = {}
    for row in rows:
        if row.digest == digests[row.scope]:
            index.setdefault(row.asks, row)
    return tuple(index.values())
