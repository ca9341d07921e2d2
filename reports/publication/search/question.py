"""What a person asks of search: terms, each with the words that mean the same, and the kind of
result that the words ask for."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from reports.papers.rules.subjects import spoken_of
from reports.publication.search.vocabulary.forms import other_forms
from reports.publication.search.vocabulary.intents import (
    DECISION_WORDS,
    KINDS_ASKED,
    LISTED,
    STATE_WORDS,
    SUBJECT_WORDS,
)
from reports.publication.search.vocabulary.plain_text import (
    MOST,
    STOP,
    plain,
    plain_chunks,
    question_text,
    quoted_parts,
    wants_words,
)
from reports.publication.search.vocabulary.stems import stem, stems
from reports.publication.search.vocabulary.thesaurus import (
    AFTER_NOT,
    ASKS_FOR,
    BEGINNINGS,
    COMMITMENT,
    HINTS,
    LESSER_WORDS,
    NOUNS,
    OPPOSITES,
    PARAGRAPH,
    PARTIES,
    PASSIVE,
    QUESTION_WORDS,
    RECOMMENDATION,
    SPANS,
    SUBJECT_TOO,
    WEAK_WORDS,
)
from reports.publication.search.vocabulary.times import MONTHS, YEARS, is_of_time

# The longest phrase of the thesaurus or of a glossary, in words.
LONGEST_PHRASE = 6
# How well words of the same meaning answer, beside those typed.
OTHER_WORDS, EXPLAINS = 0.92, 0.04
STATES_ASKED = {COMMITMENT: STATE_WORDS, RECOMMENDATION: DECISION_WORDS}
# So many other words are named on a page.
MOST_NAMED = 6
# What a word that says little of a subject counts for, beside one of the subject.
WEAK = 0.05
# What a word that asks for a span of time counts for.
SPAN = 3
# The same of what was done with the subject: a leaflet that “has been sent” is found as a leaflet.
PARTICIPLE = 0.3


@dataclass(frozen=True)
class Term:
    """One thing looked for: the plain words typed first, then `others` that mean the same; an exact
    one was typed between quotation marks; a participle says what was done with the subject."""

    typed: str
    others: tuple[str, ...] = ()
    exact: bool = False
    is_participle: bool = False
    stems: tuple[str, ...] = field(init=False, compare=False)

    def __post_init__(self):
        object.__setattr__(self, "stems", tuple(map(stems, self.phrases)))

    @property
    def phrases(self) -> tuple[str, ...]:
        """The plain phrases, any of which answers."""
        return tuple(dict.fromkeys((self.typed, *map(plain, self.others))))

    @property
    def strength(self) -> float:
        """The weight of the term among others: 1, or less where its words have little meaning."""
        if self.typed in SPANS:
            return SPAN
        if not self.exact and WEAK_WORDS.issuperset(self.typed.split()):
            return WEAK
        return PARTICIPLE if self.is_participle or self.typed in LESSER_WORDS else 1

    def share_in(self, text: str) -> float:
        """How well `text`, in stems, has this: 1 as typed, a little less in other words, 0 not."""
        having = sum(phrase in text for phrase in self.stems)
        if not having:
            return 0
        # What has an abbreviation and its meaning explains it.
        return (1 if self.stems[0] in text else OTHER_WORDS) + EXPLAINS * (having > 1)


@dataclass(frozen=True)
class Question:
    """The terms of a question and the kind of result that it asks for, empty for any; `of_all`
    where it asks for every one of that kind, `is_named` where it names the kind, `asks_who` where
    it asks for a person, `wants_words` where it asks for no value; `also` are the words that were
    searched besides those typed."""

    terms: tuple[Term, ...]
    kind: str = ""
    of_all: bool = False
    is_named: bool = False
    asks_who: bool = False
    wants_words: bool = False

    @property
    def phrases(self) -> tuple[str, ...]:
        """Every plain phrase that is looked for."""
        return tuple(dict.fromkeys(phrase for term in self.terms for phrase in term.phrases))

    @property
    def subjects(self) -> frozenset[str]:
        """The subjects of figures that the question names, by their slugs."""
        typed = {word for term in self.terms for word in term.typed.split()}
        named = (slug for slug, words in SUBJECT_WORDS.items() if words & typed)
        return frozenset((*spoken_of("; ".join(self.phrases)), *named))

    @property
    def is_of_state(self) -> bool:
        """True if it names a state: broken commitments, rejected recommendations."""
        states = STATES_ASKED.get(self.kind, {})
        return any(term.typed in states for term in self.terms)

    @property
    def month(self) -> str:
        """The year that the question names, as `2015` or with its month as `2015-12`; else
        empty."""
        typed = [word for term in self.terms for word in term.typed.split()]
        year = next((word for word in typed if YEARS.fullmatch(word)), "")
        number = next((MONTHS[word] for word in typed if word in MONTHS), 0)
        return f"{year}-{number:02}" if year and number else year

    @property
    def stems(self) -> tuple[str, ...]:
        """The same in stems, and each word that was typed by itself."""
        typed = (stems(word) for term in self.terms for word in term.typed.split())
        return tuple(dict.fromkeys((*map(stems, self.phrases), *typed)))

    @property
    def also(self) -> tuple[str, ...]:
        """The words searched besides those typed, as a page names them: no mere form of another."""
        names, known = [], [_content(term.typed) for term in self.terms]
        for name in (name for term in self.terms for name in term.others):
            content = _content(name)
            if not any(content <= other or other <= content for other in known):
                names.append(name)
                known.append(content)
        return tuple(names)

    @property
    def also_printed(self) -> str:
        """The same as a page prints them: the first few, and the number of the others."""
        names = self.also
        more = len(names) - MOST_NAMED
        return ", ".join(names) if more < 2 else f"{', '.join(names[:MOST_NAMED])} and {more} more"


def _content(text):
    """The stems of what a phrase says, common words left out."""
    return {stem(word) for word in plain(text).split() if word not in STOP}


def read_question(
    text: str, synonyms: Mapping[str, tuple[str, ...]], ignored: frozenset[str] = frozenset()
) -> Question:
    """The question that `text` asks; `ignored` are plain words that say nothing here."""
    terms, asking = [], []
    for part, is_quoted in quoted_parts(text):
        if is_quoted:
            terms.append(Term(plain(part), exact=True))
            continue
        more, names = _terms_of(question_text(part, ignored), synonyms, ignored)
        terms += more
        asking += names
    terms, asking = _subjects_apart(terms, asking)
    kind = min((ASKS_FOR[name] for name in asking), key=KINDS_ASKED.index, default="")
    kind = kind or (PARAGRAPH if any(term.typed in SPANS for term in terms) else "")
    kind = ASKS_FOR["why"] if kind == ASKS_FOR["number"] and "why" in asking else kind
    named = kind in LISTED and any(ASKS_FOR[name] == kind and name not in HINTS for name in asking)
    states = STATES_ASKED.get(kind, {})
    narrow = [term for term in terms if _narrows(term, states)]
    of_all = named and not narrow
    terms = narrow or terms if named else terms
    terms = terms or [Term(name) for name in asking or _all_words(text)]
    terms = [_of_state(term, states) for term in terms]
    terms = _parted([term for term in dict.fromkeys(terms) if term.typed])
    return Question(tuple(terms[:MOST]), kind, of_all, named, "who" in asking, wants_words(text))


def _subjects_apart(terms, asking):
    """The terms, and the names of kinds: what may be either is a term where there are others
    besides parties and dates."""
    if all(term.typed in PARTIES or _is_of_date(term.typed) for term in terms):
        return terms, asking
    names = [name for name in asking if name in SUBJECT_TOO]
    subjects = (Term(name, NOUNS.get(name, ())) for name in names)
    return [*terms, *subjects], [name for name in asking if name not in SUBJECT_TOO]


def _is_month(words, at):
    """True if the word at this place is the month of a year: “may” alone is no month."""
    after = words[at + 1][0] if at + 1 < len(words) else ""
    return words[at][0] in MONTHS and YEARS.fullmatch(after)


def _is_of_date(typed):
    return all(is_of_time(word) or word.isdecimal() for word in typed.split())


def _all_words(text):
    """The words of a question that would otherwise have no term, such as “council”."""
    return [word for chunk in plain_chunks(text) for word in chunk if word not in STOP]


def _narrows(term, states):
    """Whether a term leaves out some of what is listed: no mere word beside the name of a kind."""
    return term.typed not in PARTIES and (term.strength > WEAK or term.typed in states)


def _of_state(term, states):
    """A term, with the words of the states of what is asked for that it means."""
    others = states.get(term.typed)
    return Term(term.typed, others) if others and not term.exact else term


def _parted(terms):
    """The terms, each without words of its meaning that were typed as well."""
    return [replace(term, others=tuple(_not_typed(term, terms))) for term in terms]


def _not_typed(term, terms):
    typed = {other.stems[0] for other in terms if other is not term}
    return (name for name in term.others if stems(name) not in typed)


def _terms_of(part, synonyms, ignored):
    words = _without_fillers(
        [(word, place) for place, chunk in enumerate(plain_chunks(part)) for word in chunk]
    )
    terms, asking, at = [], [], 0
    while at < len(words):
        length = _longest_known(words[at:], synonyms)
        phrase = " ".join(word for word, _ in words[at : at + max(length, 1)])
        if length:
            others = (*synonyms[stems(phrase)], *OPPOSITES.get(phrase, ()))
            terms.append(Term(phrase, tuple(name for name in others if plain(name) != phrase)))
        elif phrase in ASKS_FOR:
            longer = " ".join(word for word, _ in words[at : at + 2])
            if not at or phrase not in BEGINNINGS:
                asking.append(longer if longer in ASKS_FOR else phrase)
        elif _is_month(words, at) or not any(phrase in x for x in (STOP, QUESTION_WORDS, ignored)):
            phrase, length = _of_one_chunk(words[at:], synonyms)
            others = other_forms(phrase)
            terms.append(Term(phrase, others, is_participle=_is_participle(words, at)))
        at += max(length, 1)
    return terms, asking


def _is_participle(words, at):
    """Whether the word at this place says what was done with what stands before it."""
    return at > 1 and words[at - 1][0] in PASSIVE


def _without_fillers(words):
    """The words, without those after “not” that only put off what is not done."""
    rest = []
    for word, place in words:
        if not (word in AFTER_NOT and rest and rest[-1][0] == "not"):
            rest.append((word, place))
    return rest


def _longest_known(words, synonyms):
    """How many of the first words are a phrase of the thesaurus."""
    for length in range(min(LONGEST_PHRASE, len(words)), 0, -1):
        phrase = " ".join(word for word, _ in words[:length])
        if stems(phrase) in synonyms and (length > 1 or phrase not in STOP):
            return length
    return 0


def _of_one_chunk(words, synonyms):
    """(phrase, its length) of words that were typed without a space between."""
    word, place = words[0]
    phrase = [word]
    for other, chunk in words[1:]:
        if chunk != place or stems(other) in synonyms:
            break
        phrase.append(other)
    return " ".join(phrase), len(phrase)
