"""Sentences to look at: exact and restricted, for writers, never in a public page or file."""

from dataclasses import dataclass, replace

from reports.editions.models.editions import Provenance
from reports.editor.carry_forward import rules
from reports.editor.carry_forward.published_lines import lines_as_printed
from reports.editor.sections.sections import section_of
from reports.language.grammar import TOKEN
from reports.language.outline import Address
from reports.papers import looks
from reports.papers.manuscript import BlockText, read
from reports.papers.models.papers import Paper
from reports.papers.sentences import Sentence, measured_in, sentences
from reports.papers.typed_numbers import LIST
from reports.prose.content import share_of_words

MISSING = "A figure in it has no record for its date yet."
# Two sentences that share less than this part of their words are not one.
ALIKE = 0.5


@dataclass(frozen=True)
class CarriedSentence:
    """A sentence that waits for a look: how it read last time, and why it asks for one."""

    sentence: Sentence
    before: str
    reasons: tuple[str, ...]

    @property
    def text(self) -> str:
        """How it reads now, with a dash for what has no value yet."""
        return LIST if self.is_list else TOKEN.sub("–", self.sentence.cited)

    @property
    def is_list(self) -> bool:
        """Whether it stands for a list, which is made afresh."""
        return self.sentence.written == LIST


@dataclass(frozen=True)
class CarriedBlock:
    """A block with its sentences that wait for a look, in order."""

    block: BlockText
    address: Address
    sentences: tuple[CarriedSentence, ...]

    @property
    def asked(self) -> tuple[CarriedSentence, ...]:
        """Those that ask for a look of their own."""
        return tuple(item for item in self.sentences if item.reasons)

    @property
    def printed(self) -> tuple[CarriedSentence, ...]:
        """All that wait, where one asks for a look of its own: its paragraph is read whole."""
        return self.sentences if self.asked else ()


@dataclass(frozen=True)
class CarriedSection:
    """A section with its blocks that wait for a look: the `slug` and title of its block, or of its
    part where it has no block of its own."""

    slug: str
    title: str
    blocks: tuple[CarriedBlock, ...]

    @property
    def count(self) -> int:
        """How many of its sentences ask for a look of their own."""
        return sum(len(block.asked) for block in self.blocks)


def sections_to_confirm(paper: Paper) -> tuple[CarriedSection, ...]:
    """Every section with a sentence that waits for a look, in print order."""
    manuscript = read(paper)
    own = {block.slug for block in manuscript.blocks}
    titles, rows = {}, {}
    for row in to_confirm(paper):
        slug, title = section_of(manuscript, row.block)
        titles[slug] = title
        rows.setdefault(slug, []).append(row)
    # As in the contents: what stands in no section of a part comes first.
    parts = {part.slug: place for place, part in enumerate(manuscript.template.parts)}
    slugs = sorted(rows, key=lambda slug: (parts.get(rows[slug][0].block.part, -1), slug in own))
    return tuple(CarriedSection(slug, titles[slug], tuple(rows[slug])) for slug in slugs)


def to_confirm(paper: Paper) -> tuple[CarriedBlock, ...]:
    """Every block with a sentence that waits for a look, in print order."""
    manuscript = read(paper)
    left = looks.waiting(manuscript)
    before = _last_time(paper, left)
    return tuple(
        _to_confirm(manuscript, block, left[block.slug], before.get(block.slug, {}))
        for block in manuscript.blocks
        if block.slug in left
    )


def origin_of(paper: Paper) -> Paper | None:
    """The report that a paper was started from, if it is there."""
    return Paper.objects.filter(series=paper.series_id, slug=paper.carried_from).first()


def _to_confirm(manuscript, block, items, before):
    rows = (
        CarriedSentence(item, *_compared(item, *before.get(item.key, ("", "")))) for item in items
    )
    return CarriedBlock(block, manuscript.numbering.of(block.slug), tuple(rows))


def _compared(item, before, printed):
    if item.written == LIST:
        return "", rules.reasons(item.written, item.text)
    missing = (MISSING,) if TOKEN.search(item.text) else ()
    return printed, missing + rules.reasons(item.written, item.text, before)


def _last_time(paper, slugs):
    """Slug → key → words of each sentence of its origin, to compare and as printed, with the counts
    that were last printed, or as counted now where it was not issued."""
    before = origin_of(paper)
    if before is None:
        return {}
    manuscript = read(before)
    rows = looks.rows_of(paper)
    origins = {slug: rows[slug][0] for slug in slugs if rows[slug][0]}
    targets = tuple(block for block in manuscript.blocks if block.slug in set(origins.values()))
    measured = _as_printed(before, measured_in(replace(manuscript, blocks=targets)))
    values, printed = sentences(manuscript, targets, measured), lines_as_printed(before)
    known = {origin: printed.get(origin, ()) if printed else None for origin in origins.values()}
    return {slug: _texts(values.get(origin, ()), known[origin]) for slug, origin in origins.items()}


def _texts(items, printed):
    """Key → words of each of `items`, without citations and with them: those of the `printed`
    lines, where a report printed any."""
    if printed is None:
        return {item.key: (_dashed(item.text), _dashed(item.cited)) for item in items}
    return {item.key: _in_print(item, printed) for item in items}


def _dashed(text):
    return TOKEN.sub("–", text)


def _in_print(item, lines):
    """The words of `item` where a line prints them, a caption with its date behind; else those of
    the nearest line."""
    if any(line == item.cited or line.startswith(f"{item.cited}, ") for line in lines):
        return item.text, item.cited
    return (_nearest(item.cited, lines),) * 2


def _nearest(text, lines):
    """The line that shares most words with `text`; empty where none shares half of them."""
    shares = ((share_of_words(text, line), line) for line in lines)
    share, line = max(shares, key=lambda row: row[0], default=(0, ""))
    return line if share >= ALIKE else ""


def _as_printed(paper, measured):
    """`measured` with the counts that the newest edition of `paper` printed in place of today's."""
    edition = paper.editions.published().first()
    rows = Provenance.objects.filter(edition=edition).defer("definition") if edition else ()
    printed = {(row.key, row.member, row.start, row.end, row.cohort): row for row in rows}
    exact = {
        query: {member: _printed(value, printed) for member, value in answer.items()}
        for query, answer in measured.exact.items()
    }
    return replace(measured, exact=exact, shown={})


def _printed(value, printed):
    row = printed.get(value.identity)
    return value if row is None else replace(value, count=row.count, base=row.base)
