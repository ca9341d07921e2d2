"""The exact values that each block of a paper quotes: restricted, for writers alone."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import replace

from assurance.figures.measurement import Measurements, measure
from assurance.figures.registry import FIGURES
from reports.papers.assembly import records
from reports.papers.assembly.pipeline import questions, tokens_of
from reports.papers.assembly.questions import questions_of
from reports.papers.language import number_words
from reports.papers.language.grammar import Problem
from reports.papers.language.tokens import RecordField, quotes_in
from reports.papers.manuscript import BlockText, Manuscript, read
from reports.papers.models.blocks import Block
from reports.papers.models.papers import Paper

NOTHING = "nothing is held"
LIST = "the list from the records"
CARRIED_UNCONFIRMED = "carried-unconfirmed"
UNSEEN = "Carried from the last paper: nobody has looked at it yet."
Quoted = Mapping[str, str]


def quoted(manuscript: Manuscript, blocks: Iterable[BlockText], measured: Measurements) -> dict:
    """Slug → token → words of what each block quotes: exact values, fields, a list's digest."""
    fields = {}
    return {block.slug: _quoted(manuscript, block, measured, fields) for block in blocks}


def quoted_by(manuscript: Manuscript, block: BlockText) -> Quoted:
    """What `block` of `manuscript` quotes now, with only that counted."""
    alone = replace(manuscript, blocks=(block,))
    return quoted(alone, (block,), measured_in(alone))[block.slug]


def faults(manuscript: Manuscript, measured: Measurements) -> tuple[Problem, ...]:
    """What stops a carried paper: blocks that nobody has looked at, or that quote otherwise now."""
    rows = carried_rows(manuscript.paper)
    if not rows:
        return ()
    blocks = [block for block in manuscript.blocks if block.slug in rows]
    known = [block for block in blocks if rows[block.slug] is not None]
    now = quoted(manuscript, known, measured)
    sentences = (
        (block, why_not_confirmed(rows[block.slug], now.get(block.slug))) for block in blocks
    )
    numbering = manuscript.numbering
    return tuple(
        Problem(sentence, numbering.of(item.slug).anchor, CARRIED_UNCONFIRMED)
        for item, sentence in sentences
        if sentence
    )


def mark_of(block: BlockText, now: Quoted) -> str:
    """What somebody who confirms `block` has seen: its words and what it quotes, as a digest."""
    entries = [block.heading, block.text, block.data, sorted(now.items())]
    return hashlib.sha256(json.dumps(entries, sort_keys=True).encode()).hexdigest()[:32]


def marks(paper: Paper) -> dict[str, tuple[str, Quoted]]:
    """Slug → (mark, what it quotes now) of every carried block of `paper`."""
    manuscript, rows = read(paper), carried_rows(paper)
    blocks, now = now_of(manuscript, rows)
    return {block.slug: (mark_of(block, now[block.slug]), now[block.slug]) for block in blocks}


def carried_rows(paper: Paper) -> dict:
    """Slug → `looked_at` of the standing carried blocks of `paper`."""
    rows = Block.objects.filter(paper=paper, removed_on__isnull=True).exclude(carried_from="")
    return dict(rows.values_list("slug", "looked_at"))


def now_of(manuscript, slugs):
    """(the blocks of these slugs, what each quotes now), with only that counted."""
    blocks = tuple(block for block in manuscript.blocks if block.slug in slugs)
    return blocks, quoted(manuscript, blocks, measured_in(replace(manuscript, blocks=blocks)))


def measured_in(manuscript: Manuscript) -> Measurements:
    """Measures exactly what `manuscript` quotes."""
    return measure(manuscript.council, questions(manuscript), FIGURES, public=False)


def _quoted(manuscript, block, measured, fields):
    index = {}
    for token in tokens_of(block):
        if figures := quotes_in(token):
            texts = (_figure(manuscript, figure, measured) for figure in figures)
            index[token.raw] = " and ".join(texts)
        elif isinstance(token, RecordField):
            queries = (token.kind, token.slug, token.name)
            if queries not in fields:
                fields[queries] = records.field_text(
                    manuscript.council, *queries, manuscript.report_date, manuscript.paper
                )
            index[token.raw] = fields[queries] or NOTHING
    if "records" in block.data:
        index[LIST] = _digest_of_list(manuscript, block.data["records"])
    return index


def _figure(manuscript, token, measured):
    values = (
        measured.exact.get(item, {}).get(token.member)
        for item in questions_of(token, FIGURES, manuscript)
    )
    return " to ".join(map(_value_text, values)) or NOTHING


def _value_text(value):
    if value is None or value.count is None:
        return NOTHING
    return number_words.count_text(value.count, value.base, value.unit)


def _digest_of_list(manuscript, target):
    try:
        day = records.day_of(manuscript, target)
        made = records.listed(manuscript.council, target, day, manuscript.paper)
    except records.ListRefused as wrong:
        return str(wrong)
    text = json.dumps([made.headings, made.rows])
    return hashlib.sha256(text.encode()).hexdigest()


def why_not_confirmed(saved: Quoted | None, now: Quoted) -> str:
    """Why a carried block stops the paper, or nothing; `saved` is what was confirmed, or None."""
    if saved is None:
        return UNSEEN
    changed = changes(saved, now)
    if not changed:
        return ""
    text = ", ".join(f"{before} → {after}" for before, after in changed)
    return f"What this quotes has changed since it was confirmed: {text}."


def changes(before: Quoted, now: Quoted) -> list[tuple[str, str]]:
    """(words then, words now) of what both quote and say otherwise; a list by its name."""
    return [
        (LIST, "made of other rows") if raw == LIST else (text, now[raw])
        for raw, text in before.items()
        if raw in now and now[raw] != text
    ]
