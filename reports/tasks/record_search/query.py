"""Search through the records that a person may open: one question to the database for every kind,
and typing errors forgiven as public search forgives them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from itertools import takewhile
from operator import and_, eq, or_

from django.db.models import Case, IntegerField, Q, Value, When

from assurance.accounts.models.accounts import User
from reports.publication.search.corrections import FIELD_WORDS, corrected, nearest
from reports.publication.search.vocabulary.plain_text import STOP, pieces, plain
from reports.publication.search.vocabulary.stems import stem
from reports.tasks.record_search.kinds import RecordKind, kinds_for

# Who finds more than these is asked for more words.
MOST = 5000
# So many texts of records make the words that a word with an error is compared with.
TEXTS = 20_000
# What is left of a word without its ending has to say something yet.
SHORTEST_STEM = 4


@dataclass(frozen=True)
class RecordMatches:
    """Kind → the keys of its records that match, best first, in the order to show them; `near` are
    the words that took the place of typed ones, `most` whether there are more."""

    keys: Mapping[RecordKind, tuple[int, ...]] = field(default_factory=dict)
    near: Mapping[str, str] = field(default_factory=dict)
    is_cut: bool = False

    @property
    def count(self) -> int:
        """How many records match."""
        return sum(map(len, self.keys.values()))


def search_records(text: str, user: User, as_typed: bool = False) -> RecordMatches:
    """The records that `user` may open and that have every word of `text`; where none has, the same
    with words that have an error replaced by the nearest that these records have."""
    kinds = kinds_for(user)
    matches = _matches(text, kinds, user)
    if matches.count or as_typed or not kinds:
        return matches
    known = _known_words(kinds, user)
    near = {word: _nearest(word, known) for word in plain(text).split()}
    near = {word: other for word, other in near.items() if other}
    better = _matches(corrected(text, near), kinds, user) if near else matches
    return RecordMatches(better.keys, near, better.is_cut) if better.count else matches


def search_words(text: str) -> list[str]:
    """The words of `text` as they are looked for: without their endings, common words left out
    where there are others."""
    typed = [(text[piece.start : piece.end], piece.word) for piece in pieces(text)]
    typed = [pair for pair in typed if pair[1] not in STOP] or typed
    return list(dict.fromkeys(_looked_for(word, known) for word, known in typed))


def _looked_for(word, known):
    alike = takewhile(all, zip(map(eq, known, stem(known)), strict=False))
    beginning = known[: len(list(alike))]
    is_plain = word.casefold() == known
    return beginning if is_plain and len(beginning) >= SHORTEST_STEM else word.removesuffix("’s")


def _matches(text, kinds: Sequence[RecordKind], user):
    terms = search_words(text)
    if not terms or not kinds:
        return RecordMatches()
    rows = [_rows_of(place, kind, terms, user) for place, kind in enumerate(kinds)]
    union = rows[0].union(*rows[1:], all=True) if len(rows) > 1 else rows[0]
    matches = list(union.order_by("search_rank")[: MOST + 1])
    keys: dict[int, list] = {}
    for place, rank, key in sorted(matches[:MOST], key=lambda row: (row[0], row[1], -row[2])):
        keys.setdefault(place, []).append((rank, key))
    order = sorted(keys, key=lambda place: (keys[place][0][0], place))
    chosen = {kinds[place]: tuple(key for _, key in keys[place]) for place in order}
    return RecordMatches(chosen, is_cut=len(matches) > MOST)


def _rows_of(place, kind, terms, user):
    """(place, rank, key) of the records of one kind that have all `words`; those that have them in
    their name rank first. A word that is the kind's own name need not be in them."""
    names = f" {plain(f'{kind.noun} {kind.plural}')}"
    sought = [word for word in terms if f" {word.casefold()}" not in names] or terms
    has_all = reduce(and_, (_has(word, kind.fields) for word in sought))
    named = reduce(and_, (_has(word, kind.fields[:1]) for word in sought))
    rank = Case(When(named, then=Value(0)), default=Value(1), output_field=IntegerField())
    rows = kind.rows(user).filter(has_all).order_by()
    marked = rows.annotate(search_place=Value(place), search_rank=rank)
    return marked.values_list("search_place", "search_rank", "pk")


def _has(word, fields):
    return reduce(or_, (Q(**{f"{name}__icontains": word}) for name in fields))


def _known_words(kinds, user):
    """Plain word → (how often records have it, how it is written)."""
    texts = [
        kind.rows(user).order_by().values_list(name).distinct()
        for kind in kinds
        for name in kind.fields
    ]
    union = texts[0].union(*texts[1:], all=True) if len(texts) > 1 else texts[0]
    counts, written = Counter(), {}
    for [text] in union[:TEXTS]:
        for piece in pieces(text or ""):
            counts[piece.word] += 1
            written.setdefault(piece.word, text[piece.start : piece.end])
    return {word: (count, written[word]) for word, count in counts.items()}


def _nearest(word, known):
    """The word of records that takes the place of `word`; empty where it needs none."""
    if word in known:
        # Only its accents differ from what was typed.
        same = known[word][1]
        return same if same.casefold() != word else ""
    if word in FIELD_WORDS:
        return ""
    near = nearest(word, {name: count for name, (count, _) in known.items()})
    return known[near][1] if near else ""
