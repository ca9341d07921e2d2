"""Faults of a paper's blocks as a whole: slugs, parents, parts, tokens, citations, named dates."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from reports.language import block_data, text
from reports.language.grammar import PERIOD, Problem
from reports.language.numbering import Numbering, number, reference_text
from reports.language.outline import OutlineBlock
from reports.language.rules.month_ends import is_named
from reports.language.template import WITH_ANNEXES, WRITTEN, Template
from reports.language.tokens import (
    Compare,
    DateName,
    DerivedNumber,
    NoteMark,
    Quote,
    Reference,
    Token,
    quotes_in,
)

KINDS = (
    *("section", "heading", "paragraph", "list", "table", "chart", "headlines", "records"),
    *("recommendation", "annex", "note"),
)
HOLDING = ("section", "annex")
# A heading above some paragraphs of a section, which it does not hold: they move without it.
SUBJECT_HEADING = "heading"
# What is nothing without its heading.
TITLED = (*HOLDING, SUBJECT_HEADING)


def outline(blocks: Sequence[Mapping]) -> tuple[OutlineBlock, ...]:
    """The blocks of a paper file as numbering sees them."""
    return tuple(
        OutlineBlock(
            slug=block["slug"],
            kind=block["kind"],
            part=block["part"],
            parent=block.get("parent", ""),
            heading=block.get("heading", ""),
            items=text.shape(text.parse(block.get("text", ""))),
            reason=text_of_reason(block.get("data", {})),
        )
        for block in blocks
    )


def text_of_reason(data: Mapping) -> str:
    """The reason of a recommendation, empty where it has none."""
    reason = data.get("reason", "")
    return reason.strip() if isinstance(reason, str) else ""


def under_headings(rows: Iterable) -> list[tuple]:
    """(block, the rows that stand under it) of the neighbours `rows`: under a subject heading what
    follows it, up to the next, a section or an annex; under others nothing."""
    made, current = [], None
    for row in rows:
        if row.kind in TITLED or current is None:
            made.append((row, []))
            current = made[-1][1] if row.kind == SUBJECT_HEADING else None
        else:
            current.append(row)
    return made


def problems(
    blocks: Sequence[Mapping], names: Collection[str], template: Template | None = None
) -> list[Problem]:
    """What is wrong with `blocks` (each with its slug, kind and part), a sentence and a place each.

    `names` are the paper's named dates. Without a `template` parts and citations are not looked at.
    """
    matches = [*_slugs(blocks), *_parents(blocks)]
    for block in blocks:
        matches += _in(block, _text_problems(block), names)
        matches += block_data.problems(block["kind"], block.get("data", {}), names, place_of(block))
    if template is None or matches:
        return matches
    numbering = number(outline(blocks), template)
    for block in blocks:
        matches += _parts(block, template)
        matches += _citations(block, numbering, template)
    return matches


def strings(data: object) -> Iterator[str]:
    """Every string in a block's data in order: captions, cells, notes, reasons."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping):
        for value in data.values():
            yield from strings(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from strings(value)


def tokens(block: Mapping) -> tuple[Token, ...]:
    """Every token of a block in order: in its text, in its data, and in the words of its notes."""
    written = [block.get("text", ""), *strings(block.get("data", {}))]
    outer = [token for label in written for token in text.quotes(label)]
    inner = [
        token for note in outer if isinstance(note, NoteMark) for token in text.quotes(note.words)
    ]
    return (*outer, *inner)


def place_of(block: Mapping) -> str:
    """A block's place in words."""
    return f"{block['kind']} “{block['slug']}”"


def _slugs(blocks):
    counts = Counter(block["slug"] for block in blocks)
    for slug, count in counts.items():
        if count > 1:
            yield Problem(f"{count} blocks are called “{slug}”: give each a slug of its own.")


def _parents(blocks):
    by_slug = {block["slug"]: block for block in blocks}
    for block in blocks:
        slug = block.get("parent", "")
        parent = by_slug.get(slug)
        if not slug:
            continue
        if parent is None:
            yield _fault(block, f"It is in “{slug}”, and this report has no such block.")
        elif parent["kind"] not in HOLDING:
            yield _fault(block, f"It is in “{slug}”, which is neither a section nor an annex.")
        elif parent["part"] != block["part"]:
            yield _fault(block, f"It is in “{slug}”, and that is in another part.")
        elif _in_itself(block, by_slug):
            yield _fault(block, f"It is in “{slug}”, which is in it.")


def _in_itself(block, by_slug):
    version, above = set(), block
    while above and above["slug"] not in version:
        version.add(above["slug"])
        above = by_slug.get(above.get("parent", ""))
    return above is block


def _text_problems(block):
    yield from text.problems(block.get("text", ""))
    for label in strings(block.get("data", {})):
        yield from text.faults(label)


def _in(block, result, names):
    for problem in result:
        yield _fault(block, problem.sentence)
    for token in (*text.quotes(block.get("heading", "")), *tokens(block)):
        for when in _whens(token):
            if when and not when[0].isdigit() and not is_named(when, (*names, PERIOD)):
                yield _fault(
                    block, f"{token.raw} names the date “{when}”, which this report has not set."
                )


def _whens(token):
    if isinstance(token, Quote):
        return (token.when,)
    if isinstance(token, DerivedNumber):
        return tuple(when for quote in quotes_in(token) for when in _whens(quote))
    if isinstance(token, DateName):
        return (token.name,)
    return (token.earlier, token.later) if isinstance(token, Compare) else ()


def _parts(block, template):
    part = template.part(block["part"])
    if part is None:
        yield _fault(block, f"The template “{template.slug}” has no part “{block['part']}”.")
    elif part.kind not in WRITTEN:
        yield _fault(block, f"The part “{part.slug}” is made by the program and has no blocks.")
    elif block["kind"] == "recommendation" and not part.asks:
        yield _fault(block, f"A recommendation is in the part “{part.slug}”, which asks nothing.")
    elif block["kind"] == "annex" and part.kind not in WITH_ANNEXES:
        yield _fault(block, f"An annex is in the part “{part.slug}”, which is not for annexes.")


def _citations(block, numbering: Numbering, template):
    for token in tokens(block):
        if isinstance(token, Reference):
            value = reference_text(token, numbering, template.house, place_of(block))
            if isinstance(value, Problem):
                yield value


def _fault(block, sentence):
    return Problem(sentence, place_of(block))
