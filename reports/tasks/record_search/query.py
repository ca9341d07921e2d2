"""Search through the records that a person may open: one question to the database for every kind,
and typing errors forgiven as public search forgives them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from math import log
from operator import and_, or_

from django.db.models import Case, IntegerField, Q, Value, When

from assurance.accounts.models.accounts import User
from reports.publication.search.corrections import FIELD_WORDS, corrected, nearest
from reports.tasks.record_search.kinds import RecordKind, kinds_for
from reports.tasks.record_search.terms import (
    SearchTerms,
    beginning_pattern,
    question_terms,
    typed_terms,
    whole_pattern,
)
from reports.vocabulary.plain_text import pieces, plain
from reports.vocabulary.question_words import QUESTION_WORDS
from reports.vocabulary.stems import stems
from reports.vocabulary.times import MONTHS

# Who finds more than these is asked for more words.
MOST = 5000
# So many texts of records make the words that a word with an error is compared with.
TEXTS = 20_000
# How a record has the words: one after another in its name, in its name, in its text, or only
# within other words, which is no answer where others are.
AS_NAMED, IN_NAME, IN_TEXT, WITHIN = range(4)
# Where no record has every word, what has so much of them is shown; of so many words at most.
ENOUGH, COMPARED = 0.6, 8


@dataclass(frozen=True)
class RecordMatches:
    """Kind → the keys of its records that match, best first, in the order to show them; `near` are
    the words that took the place of typed ones, `is_cut` is true where there are more, `is_partial`
    where no record has every word, `is_within` where all have one within other words alone."""

    keys: Mapping[RecordKind, tuple[int, ...]] = field(default_factory=dict)
    near: Mapping[str, str] = field(default_factory=dict)
    is_cut: bool = False
    is_partial: bool = False
    is_within: bool = False

    @property
    def count(self) -> int:
        """How many records match."""
        return sum(map(len, self.keys.values()))


def search_records(text: str, user: User, as_typed: bool = False) -> RecordMatches:
    """The records that `user` may open and that have every word of `text`; where none has, those
    that have what it asks for, then the same with words that have an error replaced by the nearest
    that these records have, then those that have most of it."""
    kinds = kinds_for(user)
    question = None if as_typed else question_terms(text)
    if question and any(span.is_from_today for span in question.spans):
        # “This month” is a time, whatever records have these words.
        readings = (question, *typed_terms(text))
    else:
        readings = typed_terms(text)
    matches = _first_matches(readings, kinds, user)
    if (matches.count and not matches.is_within) or as_typed or not kinds:
        return matches
    if question and (read := _matches(question, kinds, user)).count:
        return read
    if matches.count:
        return matches
    near = _near_words(text, kinds, user)
    if near:
        better = corrected(text, near)
        meant = filter(None, (*typed_terms(better), question_terms(better)))
        if (right := _first_matches(meant, kinds, user)).count:
            return replace(right, near=near)
    return _with_most(question, kinds, user) if question and len(question.terms) > 1 else matches


def _first_matches(readings: Iterable[SearchTerms], kinds, user):
    """The matches of the first of `readings` that has any."""
    every = (_matches(terms, kinds, user) for terms in readings)
    return next((matches for matches in every if matches.count), RecordMatches())


def _matches(terms: SearchTerms, kinds: Sequence[RecordKind], user):
    if not kinds:
        return RecordMatches()
    rows = [_rows_of(place, kind, terms, user) for place, kind in enumerate(kinds)]
    union = rows[0].union(*rows[1:], all=True) if len(rows) > 1 else rows[0]
    every = list(union.order_by("search_rank")[: MOST + 1])
    best = min((rank for _, rank, _ in every), default=WITHIN)
    better = [row for row in every[:MOST] if row[1] < WITHIN or best == WITHIN]
    names = [_words_named(kind, terms) for kind in kinds]
    return _by_kind(better, kinds, names, is_cut=len(every) > MOST, is_within=best == WITHIN)


def _words_named(kind, terms):
    """How many words of `terms` are in the name of the records of `kind`, if they are several."""
    names = {*stems(plain(f"{kind.noun} {kind.plural}")).split()}
    phrases = ([stems(phrase).split() for phrase in word] for word in terms.terms)
    number = sum(max((len(one) for one in some if names.issuperset(one)), default=0)
                 for some in phrases)  # fmt: skip
    return number if number > 1 else 0


def _by_kind(rows, kinds, names=None, **how):
    """The matches of (place, rank, key) of records: the kind that has most words in its name first
    (`names` has how many), then that with the best record."""
    names = names or [0] * len(kinds)
    keys: dict[int, list] = {}
    for place, rank, key in sorted(rows, key=lambda row: (row[0], row[1], -row[2])):
        keys.setdefault(place, []).append((rank, key))
    order = sorted(keys, key=lambda place: (-names[place], keys[place][0][0], place))
    chosen = {kinds[place]: tuple(key for _, key in keys[place]) for place in order}
    return RecordMatches(chosen, **how)


def _with_most(terms: SearchTerms, kinds, user):
    """The records that have most of the words of `terms`, a rare word counting for more; none where
    a word is in no record, as of a person who is not recorded."""
    has: dict[tuple[int, int], list] = {}
    weights = []
    for at, word in enumerate(terms.terms[:COMPARED]):
        alone = _matches(SearchTerms((word,), is_read=True), kinds, user)
        if not alone.count:
            return RecordMatches()
        weights.append(1 / log(2 + alone.count))
        for kind, keys in alone.keys.items():
            for key in keys:
                has.setdefault((kinds.index(kind), key), []).append(at)
    total = sum(weights)
    shares = {row: sum(weights[at] for at in some) / total for row, some in has.items()}
    best = max(shares.values(), default=0)
    rows = [(*row, 0) for row, share in shares.items() if share >= max(best, ENOUGH)]
    return _by_kind([(place, rank, key) for place, key, rank in rows], kinds, is_partial=True)


def _rows_of(place, kind, terms, user):
    """(place, rank, key) of the records of one kind that have all `terms`. A word that is the
    kind's own name need not be in them, nor a label of its pages in a question."""
    needed = _needed(kind, terms)
    has = [_has(word, kind.fields, terms.is_read) for word in needed]
    has += [_is_of(span, kind) for span in terms.spans]
    rows = kind.rows(user).filter(reduce(and_, has, Q())).order_by()
    marked = rows.annotate(search_place=Value(place), search_rank=_rank(kind, needed))
    return marked.values_list("search_place", "search_rank", "pk")


def _needed(kind, terms):
    """The words of `terms` that a record of `kind` has to have."""
    own = f" {plain(f'{kind.noun} {kind.plural} {kind.also_called}')}"
    if not terms.is_read:
        rest = [word for word in terms.terms if f" {word[0].casefold()}" not in own]
        return rest or terms.terms
    names = stems(own)
    rest = [word for word in terms.terms if not any(stems(phrase) in names for phrase in word)]
    if len(rest) == len(terms.terms):
        return rest
    labels = stems(kind.labels)
    return [word for word in rest if not any(stems(phrase) in labels for phrase in word)]


def _rank(kind, terms):
    """How well a record of `kind` has the words of `terms`."""
    if not terms:
        return Value(IN_TEXT, output_field=IntegerField())
    in_order = beginning_pattern(" ".join(term[0] for term in terms))
    ways = {
        AS_NAMED: _any(in_order, kind.names),
        IN_NAME: reduce(and_, (_begins(word, kind.names) for word in terms)),
        IN_TEXT: reduce(and_, (_begins(word, kind.fields) for word in terms)),
    }
    whens = [When(way, then=Value(rank)) for rank, way in ways.items()]
    return Case(*whens, default=Value(WITHIN), output_field=IntegerField())


def _begins(word, fields):
    return reduce(or_, (_any(beginning_pattern(phrase), fields) for phrase in word))


def _has(word, fields, is_read):
    """The condition that one of `fields` has any phrase of `word`."""
    return _begins(word, fields) if is_read else _contains(word[0], fields)


def _contains(text, fields):
    return reduce(or_, (Q(**{f"{name}__icontains": text}) for name in fields))


def _any(pattern, fields):
    return reduce(or_, (Q(**{f"{name}__iregex": pattern}) for name in fields))


def _is_of(span, kind):
    """The condition that a record of `kind` has a date in `span`, or its words."""
    days = {"month": span.month} if span.month else {"range": (span.first, span.last)}
    is_dated = (Q(**{f"{name}__{by}": value}) for name in kind.dates for by, value in days.items())
    if span.is_from_today:
        # No record prints “this month”, and one without a date is of none.
        return reduce(or_, is_dated, Q(pk__in=[]))
    return reduce(or_, is_dated, _any(whole_pattern(span.text), kind.fields))


def _near_words(text, kinds, user):
    """Word → the nearest that records have, of the words of `text` that have an error."""
    known = _known_words(kinds, user)
    near = {word: _nearest(word, known) for word in plain(text).split()}
    return {word: other for word, other in near.items() if other}


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
    # Records have their months as dates.
    months = {month: (1, month.title()) for month in MONTHS}
    return months | {word: (count, written[word]) for word, count in counts.items()}


def _nearest(word, known):
    """The word of records that takes the place of `word`; empty where it needs none."""
    if word in known:
        # Only its accents differ from what was typed.
        same = known[word][1]
        return same if same.casefold() != word else ""
    if word in FIELD_WORDS or word in QUESTION_WORDS:
        return ""
    near = nearest(word, {name: count for name, (count, _) in known.items()})
    return known[near][1] if near else ""
