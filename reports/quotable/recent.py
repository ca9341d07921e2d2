"""What a writer is offered before anything is typed: what was put into the report last, and the
subject of the section.

What was put in is read from the report's own versions, which keep each block as it was saved and by
whom: a token that a version has and the one before it has not.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from django.db.models import OuterRef, Subquery

from assurance.figures.registry import FIGURES
from reports.language.tokens import quotes_in
from reports.papers.assembly.pipeline import tokens_of
from reports.papers.manuscript import Manuscript
from reports.papers.models.blocks import BlockVersion, PaperVersion
from reports.papers.rules import block_order
from reports.quotable.entries import Entry, folded
from reports.quotable.insertion.figure_catalogue import SUBJECTS

RECENT = "Recently used"
MOST_RECENT = 8
# So many saved blocks are looked through: a long history is not read for eight rows.
MOST_VERSIONS = 40


def with_first(
    manuscript: Manuscript, entries: Sequence[Entry], user, slug: str, used: Mapping[str, int]
) -> list[Entry]:
    """`entries` with what this person, then anyone, put into the report last at their head, then
    what it quotes nearest to the block `slug`; behind that what is of the subject of its section.
    """
    tokens = dict.fromkeys((*_tokens_put_in(manuscript, user), *sorted(used, key=used.get)))
    recent = _entries_of(tokens, entries)[:MOST_RECENT]
    subject, known = subject_at(manuscript, slug), {entry.token for entry in recent}
    rest = [entry for entry in entries if entry.token not in known]
    rest.sort(key=lambda entry: (entry.group != subject, not entry.is_usual))
    return [*(entry.under(RECENT) for entry in recent), *rest]


def _entries_of(tokens, entries):
    """The entries of some tokens, each in the form that its token has; others are left out."""
    plain = {entry.token: entry for entry in entries}
    forms = {
        form.token: (entry, form)
        for entry in entries
        for form in entry.forms
        if form.token in tokens
    }
    known = {**{token: entry.in_form(form) for token, (entry, form) in forms.items()}, **plain}
    return [known[token] for token in tokens if token in known]


def subject_at(manuscript: Manuscript, slug: str) -> str:
    """The subject of most figures of the section of the block `slug`; where it quotes none, the one
    that its heading names; nothing where neither is there."""
    blocks = {block.slug: block for block in manuscript.blocks}
    top = _section_of(blocks, slug)
    if not top:
        return ""
    inside = block_order.inside(manuscript.blocks, top)
    own = [block for block in manuscript.blocks if block.slug == top or block.slug in inside]
    count = Counter(
        SUBJECTS.get(FIGURES[quote.key].subject)
        for block in own
        for token in tokens_of(block)
        for quote in quotes_in(token)
        if quote.key in FIGURES
    )
    count.pop(None, None)
    if count:
        return count.most_common(1)[0][0]
    heading = folded(manuscript.dated_words(blocks[top].heading))
    shared = {text: len(folded(text) & heading) for text in SUBJECTS.values()}
    best = max(shared, key=shared.get)
    return best if shared[best] else ""


def _section_of(blocks, slug):
    """The nearest section that holds the block, or is it."""
    while slug in blocks and blocks[slug].kind != "section":
        slug = blocks[slug].parent
    return slug if slug in blocks else ""


def _tokens_put_in(manuscript, user) -> Iterator[str]:
    """Tokens as they are written: those of this person first, each the newest first."""
    paper = manuscript.paper
    editor = PaperVersion.objects.filter(paper=paper, number=OuterRef("since")).values("editor")
    before = BlockVersion.objects.filter(
        paper=paper, slug=OuterRef("slug"), since__lt=OuterRef("since")
    ).order_by("-since")
    # The first version is what the report was begun with, and nobody's choice.
    rows = paper.block_versions.filter(since__gt=1, removed=False)
    rows = rows.annotate(by=Subquery(editor[:1]), before=Subquery(before.values("pk")[:1]))
    rows = list(rows.order_by("-since", "order")[:MOST_VERSIONS])
    older = BlockVersion.objects.in_bulk([row.before for row in rows if row.before])
    for row in sorted(rows, key=lambda row: row.by != user.pk):
        known = {token.raw for token in tokens_of(older[row.before])} if row.before else set()
        yield from (token.raw for token in tokens_of(row) if token.raw not in known)
