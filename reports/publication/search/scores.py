"""How well each candidate answers a question: the share of its terms that the candidate has, a rare
term counting for more than a common one."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import log

from reports.vocabulary.terms import FAINT, WIDER_WORDS, Term, longest_first
from reports.vocabulary.thesaurus import PARAGRAPH, ROW

# A term counts for less where only what stands around the words has it.
AROUND = 0.7
# What a name that has little besides the terms gains.
CLOSENESS = 0.12
# What a text of so many letters loses, most often a table: it has a little of everything.
LENGTH, LONG = 0.12, 3000
# What a long text has within so many letters is said together; what it has elsewhere counts for so
# much: a row of a table is about one thing, the table about many.
NEAR, FAR = 240, 0.6

# What two words typed next to each other add where they are printed so, of the weight of one.
PAIRED, MOST_PAIRED = 0.3, 0.1
# So many of the first paragraphs are compared; two that share so much of their words are one,
# printed in several reports.
COMPARED, ALIKE = 40, 0.55


@dataclass(frozen=True)
class Candidate:
    """Something that may answer: its key, its own words and those around it in stems, its day, and
    its `name` in stems where that is less than its words. `is_last` is what comes after all others:
    contacts, abbreviations; `lists` is a table of what is asked for; `behind` is what others
    are better by, `ahead` what it is better by than others of its kind; `record` is what was read
    for it."""

    kind: str
    key: object
    text: str
    around: str = ""
    day: date | None = None
    name: str = ""
    is_last: bool = False
    lists: bool = False
    behind: float = 0
    ahead: float = 0
    record: object = field(default=None, compare=False, repr=False)


@dataclass(frozen=True)
class Ranked:
    """A candidate with how well it answers: 1 has every term; `is_about` where it has the rarest
    term and more than half of all, `having` how many of those that count in full it has."""

    candidate: Candidate
    score: float
    covers: float
    is_about: bool = True
    having: int = 0


def ranked(
    terms: Sequence[Term],
    candidates: Iterable[Candidate],
    count: int | None = None,
    pairs: Collection[str] = (),
) -> list[Ranked]:
    """The candidates that have any of `terms`, the best first, those with `pairs` of words as they
    were typed before others; exact terms are all needed. There are `count` in all, where those that
    have no term were not read."""
    rows = [(item, [_share(term, item) for term in terms]) for item in candidates]
    count = len(rows) if count is None else count
    # A row's words are those of its table, and count once.
    columns = zip(*(row for item, row in rows if item.kind != ROW), strict=True)
    weights = [
        term.strength * _weight(column, count) for term, column in zip(terms, columns, strict=False)
    ]
    total = sum(weights) or 1
    rarest = max(range(len(weights)), key=weights.__getitem__, default=0)
    weighed = _weighed_pairs(pairs, [item.text for item, _ in rows], count)
    result = []
    for item, shares in rows:
        exact = all(share for term, share in zip(terms, shares, strict=True) if term.exact)
        counts = _together(terms, shares, weights, "" if item.lists else item.text)
        covers = sum(counts) / total
        if exact and covers:
            length = 0 if item.lists else LENGTH * min(len(item.text) / LONG, 1)
            covers -= length + item.behind
            close = closeness(terms, item.name or item.text)
            is_about = shares[rarest] > 0 and _has_most(terms, shares)
            score = covers + item.ahead + CLOSENESS * close
            score += min(_paired(weighed, item) / total, MOST_PAIRED)
            result.append(Ranked(item, score, covers, is_about, _having(terms, shares)))
    return sorted(result, key=lambda row: -row.score)


def repeats_last(rows: Sequence[Ranked]) -> list[Ranked]:
    """Of paragraphs that several reports print in nearly the same words, the others after all."""
    first: list[frozenset[str]] = []
    repeats = set()
    for row in rows[:COMPARED]:
        text = frozenset(row.candidate.text.split())
        if any(_is_repeat(text, earlier) for earlier in first):
            repeats.add(row.candidate.key)
        else:
            first.append(text)
    return sorted(rows, key=lambda row: row.candidate.key in repeats)


def _is_repeat(text, earlier):
    """True where two sets of words are nearly the same."""
    return len(text & earlier) >= ALIKE * len(text | earlier)


def has_all(terms: Iterable[Term], item: Candidate) -> bool:
    """Whether a candidate has every one of `terms`, in its own words or those around it."""
    return all(_share(term, item) for term in terms)


def missing(terms: Iterable[Term], items: Collection[Candidate]) -> tuple[Term, ...]:
    """Those of `terms` that none of `items` has, words of little meaning left out."""
    counting = (term for term in terms if term.strength > FAINT)
    return tuple(term for term in counting if not any(_share(term, item) for item in items))


def _has_most(terms, shares):
    """True if at least half of the terms of full strength have a share."""
    counting = sum(term.strength >= 1 for term in terms)
    return 2 * _having(terms, shares) >= counting


def _having(terms, shares):
    """How many of the terms of full strength have a share."""
    return sum(term.strength >= 1 and share > 0 for term, share in zip(terms, shares, strict=True))


def _together(terms, shares, weights, text):
    """What each of `terms` counts for: less where a long `text` has it far from the others."""
    counts = [weight * share for weight, share in zip(weights, shares, strict=True)]
    if len(text) <= NEAR or sum(map(bool, counts)) < 2:
        return counts
    places = sorted(
        (match.start(), at)
        for at, term in enumerate(terms)
        if counts[at]
        for phrase in term.stems
        for match in re.finditer(re.escape(phrase), text)
    )
    starts = [place for place, _ in places]
    stretches = (
        {at for _, at in places[first : bisect_right(starts, start + NEAR)]}
        for first, start in enumerate(starts)
    )
    near = max(stretches, key=lambda some: sum(counts[at] for at in some), default=set())
    away = {at for _, at in places} - near
    return [count * (FAR if at in away else 1) for at, count in enumerate(counts)]


def _share(term, item):
    return term.share_in(item.text) or AROUND * term.share_in(item.around)


def _weight(shares, count):
    """How much a term counts: nothing where no candidate has it."""
    having = sum(share > WIDER_WORDS for share in shares) or sum(map(bool, shares))
    return log(1 + count / having) if having else 0.0


def _weighed_pairs(pairs, texts, count):
    """Pair of words → what it adds where they are together: the more the rarer it is."""
    having = {pair: sum(pair in text for text in texts) for pair in pairs}
    return {pair: PAIRED * log(1 + count / times) for pair, times in having.items() if times}


def _paired(weighed, item):
    if item.kind != PARAGRAPH:
        return 0
    return sum(weight for pair, weight in weighed.items() if pair in item.text)


def closeness(terms: Iterable[Term], text: str) -> float:
    """The share of `text`, in stems, that `terms` make up: 1 for all of it."""
    count = len(text.split())
    for phrase in longest_first(terms):
        text = text.replace(phrase, " ")
    return 1 - len(text.split()) / count if count else 0
