"""Lists of records that answer a question: “overdue actions” is the list of actions with its filter
set to what is overdue.

The choices of its filters name the records that a list can be narrowed to, so that a new register
needs no word here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from operator import itemgetter
from urllib.parse import urlencode

from django.forms import ModelChoiceField
from django.urls import NoReverseMatch

from assurance.accounts.access import may
from assurance.accounts.models.accounts import User
from assurance.registers.declaration import REGISTERS, Register
from assurance.runtime.typography import with_capital
from reports.tasks.record_search.date_filters import dated_choice
from reports.tasks.record_search.list_words import (
    LEFT_OUT,
    NOT,
    content,
    question_words,
    word_stem,
)
from reports.tasks.record_search.spans import spans_in
from reports.vocabulary.plain_text import STOP, plain

MOST_LISTS, MOST_TERMS = 4, 12
_FIRST_PART, _RELATION = re.compile(r"[(,:;]"), re.compile(r"\b(?:of|for|who|that|on|with)\b")


@dataclass(frozen=True)
class NarrowedList:
    """A list of `title`, its address with its filters set, (label, choice) of each, how many
    records it has, and the words of the question for which it has no filter."""

    title: str
    address: str
    choices: tuple[tuple[str, str], ...]
    count: int
    unfiltered: tuple[str, ...] = ()


@dataclass(frozen=True)
class Option:
    """A choice of a filter: its (label, words), how many these are, the plain words of its first
    part, the stems that a question needs, and those that it may have."""

    name: str
    value: str
    label: tuple[str, str]
    length: int
    first_part: frozenset[str]
    needed: frozenset[str]
    known: frozenset[str]

    @property
    def is_denied(self) -> bool:
        """True if the choice is of what is not."""
        return bool(self.first_part & NOT)

    @property
    def is_telling(self) -> bool:
        """True if its words alone name records: they are more than one, and no name
        of a record."""
        return len(self.needed) > 1 and not self.value.isdecimal()

    def nearness(self, used, question) -> tuple[int, int, int]:
        """How near it is to a `question`: the words that it uses of it, those that it has as
        they were typed, and how few others it has."""
        as_typed = self.first_part & {word.plain for word in question}
        return len(used), len(as_typed), -self.length


def narrowed_lists(text: str, user: User) -> list[NarrowedList]:
    """The lists that `user` may open and that have every word of `text`, in the name of what they
    list, in the choices of their filters or as a time between two dates; those with records
    first."""
    readings = _readings(text)
    if not 0 < len(readings[0][0]) <= MOST_TERMS:
        return []
    lists: dict[type, NarrowedList | None] = {}
    for register in REGISTERS:
        if register.filters and register.model not in lists and may(user, register.reads_with):
            each = (_narrowed(register, terms, user, span) for terms, span in readings)
            lists[register.model] = next(filter(None, each), None)
    return sorted(filter(None, lists.values()), key=lambda one: not one.count)[:MOST_LISTS]


def _readings(text):
    """(words, time) of each way to read `text`: a time among the words, then by itself."""
    rest, spans = spans_in(text)
    whole = [(question_words(text), None)]
    return [*whole, (question_words(rest), spans[0])] if len(spans) == 1 else whole


def nearest_list(text: str, user: User) -> NarrowedList | None:
    """The list with records that more words of `text` name than any other, narrowed as far as its
    filters have the others; None where none is named."""
    terms, span = _readings(text)[-1]
    lists = []
    for register in REGISTERS if len(terms) <= MOST_TERMS else ():
        if register.filters and may(user, register.reads_with):
            own = _own_words(register, terms)
            if _is_named(register, own):
                lists.append(_nearest(register, terms, own, user, span))
    return max(filter(None, lists), key=itemgetter(0), default=(0, None))[1]


def _own_words(register, terms):
    """The words of `terms` that name what `register` lists."""
    known = {*_stems(register.noun), *_stems(register.plural)}
    return [word for word in terms if word.stems & known]


def _stems(name):
    return map(word_stem, plain(name).split())


def _nearest(register, terms, own, user, span):
    """(how many words it has, the list) of a `register` that the words `own` name; None where it
    has no record, or no page."""
    fields = register.filters({}, council=user.council).fields
    dated, terms = dated_choice(fields, terms, span) if span else (None, terms)
    options = list(_options(fields))
    rest = [word for word in terms if word not in own]
    found = [(one, _chosen(options, [one], own)) for one in rest]
    chosen = {option.name: option for _, some in found for option in some}
    result = _list_of(register, tuple(chosen.values()), user, dated)
    if not (result and result.count):
        return None
    unfiltered = tuple(word.plain for word, some in found if not some)
    number = len(own) + len(rest) - len(unfiltered) + bool(dated)
    if span and not dated:
        unfiltered = (*unfiltered, span.text)
    return number, replace(result, unfiltered=unfiltered)


def _narrowed(register: Register, terms, user, span=None):
    """The list of `register` that `terms` and the time `span` ask for, or None."""
    dated, is_dated = None, span is not None
    if is_dated:
        own = _own_words(register, terms)
        dated, terms = dated_choice(register.filters.base_fields, terms, span)
        terms = [*terms, *(word for word in own if word not in terms)]
    if is_dated and not dated:
        return None
    own = _own_words(register, terms)
    if not _is_named(register, own):
        fields = register.filters.base_fields.items()
        # Names of records, which a form reads, do not say by themselves what is listed.
        fixed = {name: field for name, field in fields if not isinstance(field, ModelChoiceField)}
        chosen = _chosen(list(_options(fixed)), terms, ())
        if not any(option.is_telling for option in chosen):
            return None
        other = _list_of(register, chosen, user, dated)
        return other if other and other.count else None
    rest = [word for word in terms if word not in own or word.is_denied]
    options = list(_options(register.filters({}, council=user.council).fields))
    # What is listed may be a choice by itself: peer reviews among reviews.
    chosen = _chosen(options, terms, ()) or _chosen(options, rest, own)
    if not chosen and (last := _last_denied(own)):
        # “No DBS check” has no check.
        rest = [word for word in rest if word not in own or word is last]
        chosen = _chosen(options, rest, own)
    names = (frozenset(_stems(name)) for name in (register.noun, register.plural))
    is_whole = not rest and (dated or any(_covers(own, name - STOP) for name in names))
    return _list_of(register, chosen, user, dated) if chosen or is_whole else None


def _last_denied(words):
    """The last of several `words` that “no” is before; None of fewer."""
    denied = [word for word in words if word.is_denied]
    return denied[-1] if len(denied) > 1 else None


def _is_named(register, own):
    """True if the words `own` name what `register` lists: by what it is, or by two of its words."""
    heads = {word_stem(word) for name in (register.noun, register.plural) for word in _heads(name)}
    return len(own) > 1 or any(word.stems & heads for word in own)


def _heads(name):
    """The main words of a name: “rounds” of audit rounds, “actions” of actions of
    audits."""
    first = _RELATION.split(plain(name))[0]
    return [part.split()[-1] for part in first.split(" and ") if part.split()]


def _covers(terms, needed):
    """True if each stem of `needed` is that of one of `terms`."""
    return all(any(needed_stem in word.stems for word in terms) for needed_stem in needed)


def _chosen(options, rest, own):
    """The `options` that `rest` asks for, of each filter one; none where a word of it is left. The
    words `own` name what is listed."""
    chosen, question = [], (*rest, *own)
    while rest:
        fitting = [(used, one) for one in options if (used := _used(one, rest, question))]
        if not fitting:
            return ()
        used, best = max(fitting, key=lambda pair: pair[1].nearness(pair[0], question))
        chosen.append(best)
        rest = [word for word in rest if word not in used]
        options = [one for one in options if one.name != best.name]
    return tuple(chosen)


def _used(option, rest, question):
    """The words of `rest` that ask for `option`; none where they do not."""
    asking = [word for word in question if word.stems & option.needed]
    is_denied = any(word.is_denied for word in asking)
    if is_denied != option.is_denied or not _covers(asking, option.needed):
        return []
    return [word for word in rest if word.stems & option.known]


def _options(fields) -> Iterator[Option]:
    """The choices of the `fields` of a filter that words can ask for."""
    for name, field in fields.items():
        for value, label in getattr(field, "choices", ()) if name not in LEFT_OUT else ():
            if value and isinstance(label, str):
                yield from _option(name, str(value), str(field.label), label)


def _option(name, value, filter_label, label):
    first = plain(_FIRST_PART.split(label)[0])
    # Yes and no are of what the filter itself is called by.
    needed = content(first) - {"yes"} or content(plain(filter_label))
    known = needed | content(plain(filter_label)) | content(plain(label))
    if needed:
        text = (filter_label, label)
        length = len(plain(label).split())
        yield Option(name, value, text, length, frozenset(first.split()), needed, known)


def _list_of(register, chosen, user, dated=None):
    """The list of `register` with `chosen` options and a time, or None where it is no page of its
    own."""
    try:
        address = register.address("list")
    except NoReverseMatch:
        return None
    query = {option.name: option.value for option in chosen} | (dated.query if dated else {})
    rows = register.filters(query, council=user.council).narrow_for(register.rows(user), user)
    return NarrowedList(
        title=with_capital(register.plural),
        address=f"{address}?{urlencode(query)}" if query else address,
        choices=(*(option.label for option in chosen), *([dated.label] if dated else ())),
        count=rows.count(),
    )
