"""The terms of a question: what is looked for, each with the words that mean the same."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from reports.vocabulary.forms import other_forms
from reports.vocabulary.plain_text import STOP, plain, plain_chunks
from reports.vocabulary.question_words import (
    AFTER_NOT,
    FAINT_WORDS,
    LESSER_WORDS,
    PASSIVE,
    QUESTION_WORDS,
    SPANS,
    WEAK_WORDS,
)
from reports.vocabulary.stems import stems
from reports.vocabulary.thesaurus import (
    ASKS_FOR,
    BEGINNINGS,
    LOOSE,
    OPPOSITES,
    WIDER,
)
from reports.vocabulary.times import MONTHS, YEARS

# The longest phrase of the thesaurus or of a glossary, in words.
LONGEST_PHRASE = 6
# How well words of the same meaning answer, beside those typed.
OTHER_WORDS, EXPLAINS, WIDER_WORDS = 0.92, 0.04, 0.6
# What a word that says little of a subject counts for, beside one of the subject.
WEAK = 0.05
# The same of a word of everyday speech that says a little of it.
FAINT = 0.15
# What a word that asks for a span of time counts for.
SPAN = 3
# The same of what was done with the subject: a leaflet that “has been sent” is found as a leaflet.
PARTICIPLE = 0.3


@dataclass(frozen=True)
class Term:
    """One thing looked for: the plain words typed first, then `others` that mean the same, then
    `wider` ones that mean more; an exact one was typed between quotation marks; a participle states
    what was done with the subject."""

    typed: str
    others: tuple[str, ...] = ()
    exact: bool = False
    is_participle: bool = False
    wider: tuple[str, ...] = ()
    stems: tuple[str, ...] = field(init=False, compare=False)

    def __post_init__(self):
        unique = dict.fromkeys(map(stems, self.phrases))
        object.__setattr__(self, "stems", tuple(unique))

    @property
    def phrases(self) -> tuple[str, ...]:
        """The plain phrases, any of which answers."""
        return tuple(dict.fromkeys((self.typed, *map(plain, (*self.others, *self.wider)))))

    @property
    def strength(self) -> float:
        """The weight of the term among others: 1, or less where its words have little meaning."""
        if self.typed in SPANS:
            return SPAN
        typed_words = self.typed.split()
        is_phrase = len(typed_words) > 1 and bool(self.others)
        if not self.exact and not is_phrase and WEAK_WORDS.issuperset(typed_words):
            return WEAK
        is_plain = not (self.exact or self.others or self.wider)
        if is_plain and FAINT_WORDS.issuperset(typed_words):
            return FAINT
        return PARTICIPLE if self.is_participle or self.typed in LESSER_WORDS else 1

    @cached_property
    def value_stems(self) -> tuple[str, ...]:
        """The phrases, in stems, that a value has to have: none that only leads to what is near."""
        if self.typed in LOOSE:
            return self.stems[:1]
        return tuple(phrase for phrase in self.stems if phrase not in self._wider_stems)

    @cached_property
    def _wider_stems(self):
        own = {stems(name) for name in (self.typed, *self.others)}
        return frozenset(map(stems, self.wider)) - own

    def share_in(self, text: str) -> float:
        """How well `text`, in stems, has this: 1 as typed, a little less in other words, 0 not."""
        having = sum(phrase in text for phrase in self.stems)
        if not having:
            return 0
        if self.wider and not any(phrase in text for phrase in self.value_stems):
            return WIDER_WORDS
        # What has an abbreviation and its meaning explains it.
        return (1 if self.stems[0] in text else OTHER_WORDS) + EXPLAINS * (having > 1)


def longest_first(terms: Iterable[Term]) -> list[str]:
    """The phrases of `terms`, in stems, the longest first."""
    return sorted((phrase for term in terms for phrase in term.stems), key=len, reverse=True)


def terms_of(
    part: str, synonyms: Mapping[str, tuple[str, ...]], ignored: frozenset[str]
) -> tuple[list[Term], list[str]]:
    """The terms of the words of `part`, and the words that ask for a kind of result."""
    typed_words = _without_fillers(
        [(word, place) for place, chunk in enumerate(plain_chunks(part)) for word in chunk]
    )
    terms, asking, at = [], [], 0
    while at < len(typed_words):
        length = _longest_known(typed_words[at:], synonyms)
        phrase = " ".join(word for word, _ in typed_words[at : at + max(length, 1)])
        if length:
            others = (*synonyms.get(stems(phrase), ()), *OPPOSITES.get(phrase, ()))
            others = tuple(name for name in others if plain(name) != phrase)
            terms.append(Term(phrase, others, wider=WIDER.get(phrase, ())))
        elif phrase in ASKS_FOR:
            longer = " ".join(word for word, _ in typed_words[at : at + 2])
            if not at or phrase not in BEGINNINGS:
                asking.append(longer if longer in ASKS_FOR else phrase)
        elif _is_month(typed_words, at) or not any(
            phrase in x for x in (STOP, QUESTION_WORDS, ignored)
        ):
            phrase, length = _of_one_chunk(typed_words[at:], synonyms)
            others = other_forms(phrase)
            is_participle, wider = _is_participle(typed_words, at), WIDER.get(phrase, ())
            terms.append(Term(phrase, others, is_participle=is_participle, wider=wider))
        at += max(length, 1)
    return terms, asking


def _is_month(typed_words, at):
    """True if the word at this place is the month of a year: “may” alone is no month."""
    after = typed_words[at + 1][0] if at + 1 < len(typed_words) else ""
    return typed_words[at][0] in MONTHS and YEARS.fullmatch(after)


def _is_participle(typed_words, at):
    """True if the word at this place states what was done with the words before it."""
    return at > 1 and typed_words[at - 1][0] in PASSIVE


def _without_fillers(typed_words):
    """The words, without those after “not” that only put off what is not done."""
    rest = []
    for word, place in typed_words:
        if not (word in AFTER_NOT and rest and rest[-1][0] == "not"):
            rest.append((word, place))
    return rest


def _longest_known(typed_words, synonyms):
    """How many of the first words are a phrase of the thesaurus."""
    for length in range(min(LONGEST_PHRASE, len(typed_words)), 0, -1):
        phrase = " ".join(word for word, _ in typed_words[:length])
        is_known = stems(phrase) in synonyms or (length > 1 and phrase in WIDER)
        if is_known and (length > 1 or phrase not in STOP):
            return length
    return 0


def _of_one_chunk(typed_words, synonyms):
    """(phrase, its length) of words that were typed without a space between."""
    word, place = typed_words[0]
    phrase = [word]
    for other, chunk in typed_words[1:]:
        if chunk != place or stems(other) in synonyms:
            break
        phrase.append(other)
    return " ".join(phrase), len(phrase)
