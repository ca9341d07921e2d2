"""Everything that a report can quote, found by words."""

from difflib import get_close_matches
from functools import lru_cache
from itertools import chain, islice

from assurance.figures.labels import read_names
from reports.papers.assembly.pipeline import tokens_of
from reports.papers.manuscript import Manuscript
from reports.papers.rules import block_order
from reports.quotable.entries import (
    COMMITMENT,
    DATE,
    FIGURE,
    MEMBER,
    RECORD,
    REFERENCE,
    SUM,
    Entry,
    begins,
    folded,
)
from reports.quotable.figure_entries import figure_entries
from reports.quotable.place_entries import date_entries, reference_entries
from reports.quotable.record_entries import record_entries
from reports.quotable.sum_entries import sums_of

KINDS = {
    "figures": (FIGURE, MEMBER, SUM),
    "dates": (DATE,),
    "records": (RECORD,),
    "commitments": (COMMITMENT,),
    "places": (REFERENCE,),
}
# In this block, in its section, elsewhere in the report.
HERE, NEAR, ELSEWHERE, NOT_USED = range(4)
MOST_NEAR, MOST_WORDS, LIKE = 3, 4, 0.7


def catalogue(manuscript: Manuscript, kind: str = "") -> list[Entry]:
    """Every entry by name, from one query, or those of a kind of `KINDS`; none has a value yet."""
    records, members = read_names(manuscript.council)
    entries = [
        *figure_entries(manuscript, members),
        *date_entries(manuscript),
        *record_entries(manuscript, records),
        *reference_entries(manuscript),
    ]
    return [entry for entry in entries if not kind or entry.kind in KINDS.get(kind, ())]


def search(entries: list[Entry], text: str, used: dict[str, int]) -> list[Entry]:
    """The entries that every word of `text` finds, best first; `used` gives a rank by token to
    those of the report, the lowest best. An entry whose form the words name is in that form; words
    with + between them find parts of one breakdown, added together."""
    parts = [folded(part) for part in text.split("+")]
    if len(parts) > 1 and all(parts):
        return sums_of(entries, parts)
    matches = _found_by(folded(text), entries, _known(entries))
    return sorted(matches, key=lambda entry: _rank(entry, text.casefold(), used))


def nearest_words(entries: list[Entry], text: str) -> list[str]:
    """Up to three searches like `text` that find something, for one that finds nothing."""
    every = _known(entries)
    known = sorted(word for word in every if len(word) > 2)
    parts = sorted(folded(text), key=text.casefold().find)[:MOST_WORDS]
    near = [get_close_matches(word, known, MOST_NEAR, LIKE) for word in parts]
    whole = [" ".join(matches[0] for matches in near)] if near and all(near) else []
    offered = dict.fromkeys((*whole, *(item[0] for item in near if item), *chain(*near)))
    finding = (text for text in offered if any(_found_by(folded(text), entries, every)))
    return list(islice(finding, MOST_NEAR))


def _known(entries):
    """Every word that finds one of the entries."""
    return frozenset().union(*(entry.search for entry in entries))


def _found_by(query, entries, known):
    """The entries that the words `query` find, each in the form that they name. Which of the words
    `known` each of them begins is looked for once, and not for each entry."""
    begun = {word: {name for name in known if name.startswith(word)} for word in query}
    for entry in entries:
        rest = frozenset(word for word in query if begun[word].isdisjoint(entry.search))
        if not rest:
            yield entry
        elif form := next((form for form in entry.forms if _names(rest, form.name)), None):
            yield entry.in_form(form)


@lru_cache(maxsize=4096)
def _names(query, form):
    # Hundreds of entries have forms of the same few names.
    return begins(query, folded(form))


def _rank(entry, text, used):
    starts = bool(text) and entry.label.casefold().startswith(text)
    return (
        not starts,
        used.get(entry.token, NOT_USED),
        len(folded(text) - folded(entry.label)),
        not entry.is_usual,
        entry.kind == MEMBER,
    )


def used_in(manuscript: Manuscript, slug: str) -> dict[str, int]:
    """Token → rank of what the report quotes: the block itself, then its section, then the rest."""
    blocks = {block.slug: block for block in manuscript.blocks}
    parent = blocks[slug].parent if slug in blocks else ""
    section = block_order.inside(manuscript.blocks, parent) if parent else ()
    ranks = {}
    for block in manuscript.blocks:
        rank = HERE if block.slug == slug else NEAR if block.slug in section else ELSEWHERE
        for token in tokens_of(block):
            ranks[token.raw] = min(rank, ranks.get(token.raw, rank))
    return ranks
